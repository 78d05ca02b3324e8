using McMaster.Extensions.CommandLineUtils;
using Webstir.Cli.Output;
using Webstir.Sdk;
using Webstir.Sdk.Problems;
using Webstir.Sdk.Scaffolding;
using Webstir.Sdk.Workspaces;

namespace Webstir.Cli.Commands;

/// <summary><c>webstir init</c></summary>
internal static class InitCommand
{
    private const string Examples = """

        Examples:
          webstir init my-backend
          webstir init api my-backend
        """;

    public static void Register(CommandLineApplication app, Printer printer) => app.Command("init", command =>
    {
        command.Description = "Create a backend workspace in a new or empty folder.";
        command.ExtendedHelpText = Examples;
        CommandArgument words = command.Argument("[api] DIRECTORY", "Kind of workspace, and the folder to create it in.", multipleValues: true);
        CommandOption wait = WaitOption.Describe(command);
        CommandOption dryRun = CommonOptions.DryRun(command);
        CommonOptions.JsonOutput(command);
        CommonOptions.Describe(command);
        command.OnExecute(() =>
        {
            if (Misuse(words.Values) is { } problem)
                return printer.Refuse(problem, ExitCodes.Usage);

            string mode = words.Values.Count == 2 ? words.Values[0] : WorkspaceInitializer.ApiMode;
            string directory = words.Values[^1];
            LockWait lockWait = WaitOption.Read(command, wait, printer);
            ChangePlan plan = WorkspaceInitializer.Plan(CurrentFolder.Resolve(command, directory), mode);
            if (dryRun.HasValue())
                return printer.DryRun(plan);

            ChangePlan made = WorkspaceInitializer.Apply(plan, lockWait);
            int exitCode = printer.Applied(made, made.CanApply);
            if (exitCode == ExitCodes.Done)
                printer.NextSteps([$"cd {ShellWord.Quote(directory)}", "npm install", "webstir add-job nightly --schedule \"0 0 * * *\""]);
            return exitCode;
        });
    });

    private static Problem? Misuse(List<string> words)
    {
        const string help = "Run 'webstir init --help' to see what is allowed.";
        return words switch
        {
            [] => UsageProblem.Of("DIRECTORY is missing.", help),
            [WorkspaceInitializer.ApiMode] => UsageProblem.Of($"DIRECTORY is missing: '{WorkspaceInitializer.ApiMode}' is the kind of workspace.", $"To create a workspace in a folder of that name, give './{WorkspaceInitializer.ApiMode}'."),
            { Count: > 2 } => UsageProblem.Of($"Unexpected '{Printable.Quote(words[2])}'. init takes one DIRECTORY.", help),
            _ => null,
        };
    }
}
