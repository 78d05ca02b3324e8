using McMaster.Extensions.CommandLineUtils;
using Webstir.Cli.Output;
using Webstir.Sdk;
using Webstir.Sdk.Problems;
using Webstir.Sdk.Workspaces;

namespace Webstir.Cli.Commands;

/// <summary><c>webstir build</c> and <c>webstir watch</c>: what is done to a part of a workspace until it is done, or interrupted.</summary>
internal static class RuntimeCommand
{
    public const string Backend = "backend";

    public static void RegisterBuild(CommandLineApplication app, Printer printer) => Register(
        app, printer, "build", "Bundle and type-check a backend, and write the manifest that a deployment reads.",
        async (workspace, wait, cancellation) => printer.Built(await new BackendBuilder(workspace) { LockWait = wait }.BuildAsync(cancellation)));

    public static void RegisterWatch(CommandLineApplication app, Printer printer) => Register(
        app, printer, "watch", "Rebuild a backend when its sources change, and restart its server. Ctrl-C ends it.",
        async (workspace, wait, cancellation) =>
        {
            await new BackendWatcher(workspace, printer) { LockWait = wait }.RunAsync(cancellation);
            return ExitCodes.Done;
        });

    private static void Register(
        CommandLineApplication app, Printer printer, string name, string description, Func<Workspace, LockWait, CancellationToken, Task<int>> run) => app.Command(name, command =>
    {
        command.Description = description;
        command.ExtendedHelpText = $"\nExamples:\n  webstir {name} --runtime {Backend}";
        CommandOption runtime = command.Option("-r|--runtime <RUNTIME>", $"Part of the workspace: {Backend}, which is the default.", CommandOptionType.SingleValue);
        CommandOption workspace = CommonOptions.Workspace(command);
        CommandOption wait = WaitOption.Describe(command);
        CommonOptions.Describe(command);
        command.OnExecute(async () =>
        {
            if (runtime.HasValue() && runtime.Value() != Backend)
                return printer.Refuse(NotOffered(runtime.Value()), ExitCodes.Refused);

            using var interruption = new Interruption();
            return await run(CommonOptions.Open(command, workspace), WaitOption.Read(command, wait, printer), interruption.Token);
        });
    });

    private static Problem NotOffered(string runtime) => new()
    {
        Code = "WEB0002",
        Message = $"The runtime '{Printable.Quote(runtime)}' is not offered. Workspaces are backends here.",
        Hint = $"Give '--runtime {Backend}'.",
    };
}
