using System.Globalization;
using McMaster.Extensions.CommandLineUtils;
using Webstir.Cli.Output;
using Webstir.Sdk;
using Webstir.Sdk.Problems;
using Webstir.Sdk.Scaffolding;
using Webstir.Sdk.Workspaces;

namespace Webstir.Cli.Commands;

/// <summary>What all commands have that change a workspace: which one, how long to wait, and whether to write.</summary>
internal sealed class ChangeOptions
{
    private const double LongestWait = 24 * 60 * 60;

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
        _wait = command.Option("--wait <SECONDS>", "Longest wait while another process changes the workspace. Default: 30.", CommandOptionType.SingleValue);
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
        var wait = new LockWait { Timeout = WaitTime(), Waiting = _printer };
        var scaffolder = new JobScaffolder(CommonOptions.Open(_command, _workspace)) { LockWait = wait };
        if (_dryRun.HasValue())
            return _printer.DryRun(plan(scaffolder));
        ScaffoldResult result = apply(scaffolder);
        return _printer.Applied(result.Plan, result.IsApplied);
    }

    private TimeSpan WaitTime()
    {
        if (!_wait.HasValue())
            return new LockWait().Timeout;
        bool isNumber = double.TryParse(_wait.Value(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double seconds);
        return isNumber && seconds is >= 0 and <= LongestWait
            ? TimeSpan.FromSeconds(seconds)
            : throw new WebstirException(UsageProblem.Of($"The wait '{Printable.Quote(_wait.Value())}' is no number of seconds. It is 0 to 86400.", UsageProblem.Help(_command)));
    }
}
