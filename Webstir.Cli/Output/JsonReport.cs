using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Webstir.Sdk.Backend;
using Webstir.Sdk.Jobs;
using Webstir.Sdk.Problems;
using Webstir.Sdk.Scaffolding;
using Webstir.Sdk.Schedules;

namespace Webstir.Cli.Output;

/// <summary>Results for machines: one document, whose members are only ever added to while <c>schemaVersion</c> stays.</summary>
internal static class JsonReport
{
    private const int SchemaVersion = 1;

    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string OfProblems(IReadOnlyList<Problem> problems) => Document(json => Write(json, problems));

    public static string Of(ChangePlan plan, bool isApplied, bool isDryRun) => Document(json =>
    {
        WriteText(json, "workspace", plan.Root);
        json.WriteBoolean("dryRun", isDryRun);
        json.WriteBoolean("applied", isApplied);
        if (plan is ScaffoldPlan { Jobs: [var job] })
        {
            json.WriteStartObject("job");
            Write(json, job);
            json.WriteEndObject();
        }

        json.WriteStartArray("changes");
        foreach (FileChange change in plan.Changes)
            Write(json, change);
        json.WriteEndArray();
        Write(json, plan.Problems);
    });

    public static string Of(BackendInspection inspection) => Document(json =>
    {
        WriteText(json, "workspace", inspection.Workspace.Root);
        json.WriteStartObject("module");
        WriteText(json, "name", inspection.Name);
        WriteText(json, "version", inspection.Version);
        json.WriteEndObject();
        json.WriteStartArray("jobs");
        foreach (JobInspection job in inspection.Jobs)
            Write(json, job);
        json.WriteEndArray();
        Write(json, inspection.Problems);
    });

    public static string Of(ScheduleValidation validation, IReadOnlyList<DateTimeOffset> next) => Document(json =>
    {
        WriteText(json, "schedule", validation.Schedule);
        json.WriteBoolean("valid", validation.IsValid);
        WriteText(json, "kind", validation.Kind is { } kind ? KindName(kind) : null);
        WriteText(json, "description", validation.Description);
        json.WriteStartArray("problems");
        foreach (ScheduleProblem problem in validation.Problems)
            Write(json, problem);
        json.WriteEndArray();
        json.WriteStartObject("schedulers");
        foreach ((string id, SchedulerVerdict verdict) in validation.Schedulers)
            Write(json, id, verdict);
        json.WriteEndObject();
        json.WriteStartArray("next");
        foreach (DateTimeOffset run in next)
            json.WriteStringValue(Instant.Text(run));
        json.WriteEndArray();
    });

    private static string KindName(ScheduleKind kind) => kind switch
    {
        ScheduleKind.Cron => "cron",
        ScheduleKind.Macro => "macro",
        ScheduleKind.Rate => "rate",
        ScheduleKind.Every => "every",
        _ => "at",
    };

    private static void Write(Utf8JsonWriter json, ScheduleProblem problem)
    {
        json.WriteStartObject();
        WriteText(json, "code", problem.Code);
        WriteText(json, "severity", SeverityName(problem.Severity));
        WriteText(json, "field", problem.Field);
        json.WriteNumber("column", problem.Column);
        json.WriteNumber("length", problem.Length);
        WriteText(json, "message", problem.Message);
        WriteText(json, "suggestion", problem.Suggestion);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string id, SchedulerVerdict verdict)
    {
        json.WriteStartObject(id);
        json.WriteBoolean("accepted", verdict.Accepted);
        WriteText(json, "reason", verdict.Reason);
        WriteText(json, "meaning", verdict.Meaning);
        WriteText(json, "equivalent", verdict.Equivalent);
        json.WriteEndObject();
    }

    private static string SeverityName(Severity severity) => severity == Severity.Error ? "error" : "warning";

    private static string Document(Action<Utf8JsonWriter> writeMembers)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteNumber("schemaVersion", SchemaVersion);
            writeMembers(json);
            json.WriteEndObject();
        }

        buffer.Write("\n"u8);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter json, JobInspection inspection)
    {
        json.WriteStartObject();
        Write(json, inspection.Job);
        if (inspection.NextRun is { } next)
            json.WriteString("nextRun", Instant.Text(next));
        else
            json.WriteNull("nextRun");
        WriteText(json, "source", inspection.Source);
        json.WriteBoolean("hasSource", inspection.HasSource);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, JobDefinition job)
    {
        WriteText(json, "name", job.Name.Value);
        WriteText(json, "schedule", job.Schedule);
        WriteText(json, "description", job.Description);
        if (job.Priority?.Number is { } number)
            json.WriteNumber("priority", number);
        else
            WriteText(json, "priority", job.Priority?.Text);
    }

    private static void Write(Utf8JsonWriter json, FileChange change)
    {
        json.WriteStartObject();
        json.WriteString("kind", change.Kind switch
        {
            ChangeKind.Create => "create",
            ChangeKind.Update => "update",
            ChangeKind.Delete => "delete",
            ChangeKind.Unchanged => "unchanged",
            _ => "conflict",
        });
        WriteText(json, "path", change.Path);
        if (change.After is { } content)
            json.WriteNumber("bytes", content.Length);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, IReadOnlyList<Problem> problems)
    {
        json.WriteStartArray("problems");
        foreach (Problem problem in problems)
        {
            json.WriteStartObject();
            WriteText(json, "severity", SeverityName(problem.Severity));
            WriteText(json, "code", problem.Code);
            WriteText(json, "message", problem.Message);
            WriteText(json, "hint", problem.Hint);
            WriteText(json, "path", problem.Path);
            if (problem.Position is { } position)
            {
                json.WriteNumber("line", position.Line);
                json.WriteNumber("column", position.Column);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Writes a text or null. Half a surrogate pair, which JSON in UTF-8 cannot hold, becomes U+FFFD.</summary>
    private static void WriteText(Utf8JsonWriter json, string name, string? text)
    {
        if (text is null)
            json.WriteNull(name);
        else if (Ascii.IsValid(text))
            json.WriteString(name, text);
        else
            json.WriteString(name, Encoding.UTF8.GetBytes(text));
    }
}
