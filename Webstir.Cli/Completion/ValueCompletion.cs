using McMaster.Extensions.CommandLineUtils;
using Webstir.Cli.Commands;
using Webstir.Cli.Help;
using Webstir.Sdk;
using Webstir.Sdk.Jobs;
using Webstir.Sdk.Problems;
using Webstir.Sdk.Workspaces;

namespace Webstir.Cli.Completion;

/// <summary>What the value of an option, or an argument, may be: told by the name that it has in usage texts.</summary>
internal static class ValueCompletion
{
    private const int LongestDescription = 60;

    private static readonly Dictionary<string, Func<CommandLineApplication, TypedWords, IEnumerable<Candidate>>> ByName = new()
    {
        ["FOLDER"] = (_, _) => [Candidate.Folders],
        ["[DIRECTORY]"] = (_, _) => [Candidate.Folders],
        ["[api] DIRECTORY"] = (_, typed) => typed.Arguments == 0 ? [new Candidate(WorkspaceInitializer.ApiMode, "A backend without a frontend."), Candidate.Folders] : [Candidate.Folders],
        ["ID"] = (_, _) => ScheduleValidator.Schedulers.Select(id => new Candidate(id)),
        ["TARGET"] = (_, _) => JobExporter.Targets.Select(id => new Candidate(id)),
        ["FORMAT"] = (_, _) => JobExporter.Targets.SelectMany(JobExporter.Formats).Distinct().Select(format => new Candidate(format)),
        ["RUNTIME"] = (_, _) => [new Candidate(RuntimeCommand.Backend)],
        ["SHELL"] = (_, _) => ShellScript.Shells.Select(shell => new Candidate(shell)),
        ["[TOPIC]"] = (app, _) => [.. Completer.Commands(app), .. HelpPages.Topics.Select(topic => new Candidate(topic)), .. HelpPages.Codes.Select(code => new Candidate(code))],
        ["NAME"] = (_, typed) => Jobs(typed),
    };

    /// <summary>Finds the values; <see langword="null"/> when they are free text.</summary>
    public static Func<CommandLineApplication, TypedWords, IEnumerable<Candidate>>? Of(string? valueName) =>
        valueName is null ? null : ByName.GetValueOrDefault(valueName);

    /// <summary>Listed jobs; of a command that adds jobs, the sources without an entry, which it can adopt.</summary>
    private static IEnumerable<Candidate> Jobs(TypedWords typed)
    {
        Workspace workspace = typed.Workspace is { } folder ? Workspace.Open(CurrentFolder.Resolve(typed.Command, folder)) : Workspace.Find(CurrentFolder.Of(typed.Command));
        IReadOnlyList<JobDefinition> jobs = ModuleManifest.Load(workspace.PathOf(Workspace.ManifestFile)).Jobs;
        return typed.Command.Name == AddJobCommand.Name
            ? Unlisted(workspace, jobs)
            : jobs.Select(job => new Candidate(job.Name.Value, Printable.Line(job.Description ?? job.Schedule ?? "", LongestDescription)));
    }

    private static IEnumerable<Candidate> Unlisted(Workspace workspace, IReadOnlyList<JobDefinition> jobs)
    {
        string folder = workspace.PathOf(Workspace.JobsFolder);
        return from path in Directory.Exists(folder) ? Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal) : Enumerable.Empty<string>()
               let name = Path.GetFileName(path)
               where JobName.TryParse(name, out _) && !jobs.Any(job => job.Name.IsTwinOf(name))
               select new Candidate(name, "A folder without an entry.");
    }
}
