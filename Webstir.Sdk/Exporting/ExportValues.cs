using Scriban.Runtime;

namespace Webstir.Sdk.Exporting;

/// <summary>What the templates of exports may show.</summary>
internal static class ExportValues
{
    /// <summary>Values for a file with some of the jobs.</summary>
    public static ScriptObject Of(ExportTarget target, ExportSettings settings, string module, IReadOnlyList<ExportedJob> jobs)
    {
        var values = new ScriptObject
        {
            ["header"] = $"{ExportTemplate.Mark} --to {target.Id}' from package.json. Change the jobs there, and export again.",
            ["module"] = module,
            ["jobs"] = new ScriptArray(jobs.Select(job => Of(job, module, target))),
            ["job"] = jobs is [var only] ? Of(only, module, target) : null,
            ["schedules"] = new ScriptArray(Schedules(jobs)),
        };
        foreach (ExportSetting setting in target.Settings)
            values[setting.Variable] = settings[setting.Key];
        return values;
    }

    private static ScriptObject Of(ExportedJob job, string module, ExportTarget target) => new()
    {
        ["name"] = job.Job.Name.Value,
        ["id"] = job.Id,
        ["description"] = job.Description,
        ["title"] = job.Description ?? $"{module} job {job.Job.Name}",
        ["schedule"] = job.Job.Schedule,
        ["meaning"] = job.Meaning,
        ["time_zone"] = job.TimeZone,
        // A name needs no escapes in JSON.
        ["input"] = $$"""{"job":"{{job.Job.Name}}"}""",
        ["condition"] = Condition(job),
        ["is_calendar"] = job.Triggers.All(trigger => trigger.Kind == TriggerKind.Calendar),
        ["triggers"] = new ScriptArray(job.Triggers.Zip(job.TriggerIds, (trigger, id) => Of(trigger, id, target))),
    };

    private static ScriptObject Of(Trigger trigger, string id, ExportTarget target) => new()
    {
        ["id"] = id,
        ["text"] = trigger.Text,
        ["phase"] = trigger.Phase,
        ["kind"] = trigger.Kind switch
        {
            TriggerKind.Interval => "interval",
            TriggerKind.Start => "start",
            _ => "calendar",
        },
        ["symbol"] = target.Symbol(id),
    };

    /// <summary>Distinct schedules: a workflow is started once for each.</summary>
    private static IEnumerable<ScriptObject> Schedules(IReadOnlyList<ExportedJob> jobs) => jobs
        .SelectMany(job => job.Triggers.Select(trigger => (trigger.Text, job.TimeZone)))
        .Distinct()
        .Select(schedule => new ScriptObject { ["text"] = schedule.Text, ["time_zone"] = schedule.TimeZone });

    /// <summary>When a workflow's job runs. https://docs.github.com/actions/reference/workflows-and-actions/events-that-trigger-workflows#schedule</summary>
    private static string Condition(ExportedJob job) => string.Join(
        " || ",
        [$"inputs.job == '{job.Job.Name}'", .. job.Triggers.Select(trigger => $"github.event.schedule == '{trigger.Text}'")]);
}
