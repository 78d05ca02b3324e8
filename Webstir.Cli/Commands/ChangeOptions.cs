using McMaster.Extensions.CommandLineUtils;
using Webstir.Cli.Output;
using Webstir.Sdk;
using Webstir.Sdk.Scaffolding;

namespace Webstir.Cli.Commands;

/// <summary>What all commands have that change a workspace by a scaffolder: which one, how long to wait, and whether to write.</summary>
internal sealed class ChangeOptions
{
    private readonly CommandLineApplication _command;
    private readonly Printer _printer;
    private readonly CommandOption _workspace;
    private readonly CommandOption _wait;
    private readonly CommandOption _dryRun;

    private ChangeOptions(CommandLineApplication command, Printer printer)
    {
        _command = command;
        _printer = printer;
        _workspace = CommonOptions.Workspace(command);
        _wait = WaitOption.Describe(command);
        _dryRun = CommonOptions.DryRun(command);
        CommonOptions.JsonOutput(command);
        CommonOptions.Describe(command);
    }

    /// <summary>Adds the options, after those of the command alone.</summary>
    public static ChangeOptions Describe(CommandLineApplication command, Printer printer) => new(command, printer);

    /// <summary>Plans, or plans and applies, and prints what comes of it.</summary>
    /// <param name="plan">Makes the plan of a dry run.</param>
    /// <param name="apply">Carries out.</param>
    public int Run(Func<JobScaffolder, ScaffoldPlan> plan, Func<JobScaffolder, ScaffoldResult> apply)
    {
        var scaffolder = new JobScaffolder(CommonOptions.Open(_command, _workspace)) { LockWait = WaitOption.Read(_command, _wait, _printer) };
        if (_dryRun.HasValue())
            return _printer.DryRun(plan(scaffolder));
        ScaffoldResult result = apply(scaffolder);
        return _printer.Applied(result.Plan, result.IsApplied);
    }
}
