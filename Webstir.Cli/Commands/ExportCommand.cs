using McMaster.Extensions.CommandLineUtils;
using Webstir.Cli.Output;
using Webstir.Sdk;
using Webstir.Sdk.Exporting;
using Webstir.Sdk.Jobs;
using Webstir.Sdk.Problems;
using Webstir.Sdk.Scaffolding;

namespace Webstir.Cli.Commands;

/// <summary><c>webstir export</c></summary>
internal static class ExportCommand
{
    private const string Examples = """

        Examples:
          webstir export --to kubernetes --set image=registry.example/demo:1 --set timeZone=Etc/UTC
          webstir export --to eventbridge --format terraform --out infra
          webstir export --to github-actions --check

        What the manifest does not know is given with --set, or once and for all under "webstir": { "export": ... } in package.json.
        """;

    public static void Register(CommandLineApplication app, Printer printer) => app.Command("export", command =>
    {
        command.Description = "Write the scheduled jobs as files of a production scheduler.";
        command.ExtendedHelpText = Examples;
        CommandOption target = command.Option("-t|--to <TARGET>", $"Scheduler to write for. One of {string.Join(", ", JobExporter.Targets)}.", CommandOptionType.SingleValue);
        CommandOption format = command.Option("--format <FORMAT>", "Kind of file: cloudformation or terraform for eventbridge, terraform or gcloud for cloud-scheduler. Default: the first.", CommandOptionType.SingleValue);
        CommandOption jobs = command.Option("--job <NAME>", "Job to export; may be given more than once. Default: all that have a schedule.", CommandOptionType.MultipleValue);
        CommandOption folder = command.Option("-o|--out <FOLDER>", "Folder for the files, in the workspace. Default: deploy/<target>, or .github/workflows.", CommandOptionType.SingleValue);
        CommandOption settings = command.Option("--set <SETTING>", "KEY=VALUE: something that the manifest does not know, for example image=demo:1; may be given more than once.", CommandOptionType.MultipleValue);
        CommandOption check = command.Option("--check", "Write nothing; fail when the files are not what the manifest says.", CommandOptionType.NoValue);
        CommandOption workspace = CommonOptions.Workspace(command);
        CommandOption wait = WaitOption.Describe(command);
        CommandOption dryRun = CommonOptions.DryRun(command);
        CommonOptions.JsonOutput(command);
        CommonOptions.Describe(command);
        command.OnExecute(() =>
        {
            if (!target.HasValue())
                return printer.Refuse(UsageProblem.Of("The option '--to' is missing.", UsageProblem.Help(command)), ExitCodes.Usage);

            if (folder.HasValue() && folder.Value()!.Length == 0)
                return printer.Refuse(UsageProblem.Of("The option '--out' is empty.", "Name a folder, or '.' for the workspace itself."), ExitCodes.Usage);

            var exporter = new JobExporter(CommonOptions.Open(command, workspace)) { LockWait = WaitOption.Read(command, wait, printer) };
            var request = new ExportRequest
            {
                Target = target.Value(),
                Format = format.Value(),
                Jobs = jobs.HasValue() ? [.. jobs.Values.Select(JobName.Parse)] : null,
                Folder = folder.HasValue() ? CurrentFolder.Resolve(command, folder.Value()) : null,
                Settings = ReadSettings(settings.Values),
            };
            if (check.HasValue())
                return printer.DryRun(exporter.Check(request));
            if (dryRun.HasValue())
                return printer.DryRun(exporter.Plan(request));
            ChangePlan plan = exporter.Export(request);
            return printer.Applied(plan, plan.CanApply);
        });
    });

    private static Dictionary<string, string> ReadSettings(IEnumerable<string> words)
    {
        var settings = new Dictionary<string, string>();
        foreach (string word in words)
        {
            if (word.Split('=', 2) is not [{ Length: > 0 } key, var value])
                throw new WebstirException(UsageProblem.Of($"The setting '{Printable.Quote(word)}' has no '='.", "Write --set key=value."));
            if (!settings.TryAdd(key, value))
                throw new WebstirException(UsageProblem.Of($"The setting '{Printable.Quote(key)}' is given twice.", "Give it once."));
        }

        return settings;
    }
}
