using System.Globalization;
using McMaster.Extensions.CommandLineUtils;
using Webstir.Cli.Output;
using Webstir.Sdk;
using Webstir.Sdk.Problems;
using Webstir.Sdk.Scaffolding;
using Webstir.Sdk.Workspaces;

namespace Webstir.Cli.Commands;

/// <summary>What all commands have that change a job: its name, where, how long to wait, and whether to write.</summary>
internal sealed class JobOptions
{
    private const double LongestWait = 24 * 60 * 60;

    private readonly CommandLineApplication _command;
    private readonly Printer _printer;
    private readonly CommandArgument _name;
    private readonly CommandOption _workspace;
    private readonly CommandOption _wait;
    private readonly CommandOption _dryRun;

    private JobOptions(CommandLineApplication command, Printer printer, CommandArgument name)
    {
        _command = command;
        _printer = printer;
        _name = name;
        _workspace = CommonOptions.Workspace(command);
        _wait = command.Option("--wait <SECONDS>", "Longest wait while another process changes the workspace. Default: 30.", CommandOptionType.SingleValue);
        _dryRun = CommonOptions.DryRun(command);
        CommonOptions.JsonOutput(command);
        CommonOptions.Describe(command);
    }

    /// <summary>The argument that names the job.</summary>
    public static CommandArgument Name(CommandLineApplication command) =>
        command.Argument("NAME", "Name of the job and of its folder: letters, digits, and . _ -", multipleValues: true);

    /// <summary>Adds the options, after those of the command alone.</summary>
    public static JobOptions Describe(CommandLineApplication command, Printer printer, CommandArgument name) => new(command, printer, name);

    /// <summary>Plans, or plans and applies, and prints what comes of it.</summary>
    /// <param name="misuse">What the command finds wrong with its own options; <see langword="null"/> for nothing.</param>
    /// <param name="plan">Makes the plan of a dry run.</param>
    /// <param name="apply">Carries out.</param>
    public int Run(Problem? misuse, Func<JobScaffolder, string, ScaffoldPlan> plan, Func<JobScaffolder, string, ScaffoldResult> apply)
    {
        string[] words = [.. _name.Values, .. _command.RemainingArguments];
        if ((CommandLineCheck.OfWords(_command, words) ?? misuse) is { } problem)
            return _printer.Refuse(problem, ExitCodes.Usage);

        var wait = new LockWait { Timeout = WaitTime(), Waiting = _printer };
        var scaffolder = new JobScaffolder(CommonOptions.Open(_command, _workspace)) { LockWait = wait };
        if (_dryRun.HasValue())
            return _printer.DryRun(plan(scaffolder, words[0]));
        ScaffoldResult result = apply(scaffolder, words[0]);
        return _printer.Applied(result.Plan, result.IsApplied);
    }

    private TimeSpan WaitTime()
    {
        if (!_wait.HasValue())
            return new LockWait().Timeout;
        bool isNumber = double.TryParse(_wait.Value(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double seconds);
        return isNumber && seconds <= LongestWait
            ? TimeSpan.FromSeconds(seconds)
            : throw new WebstirException(UsageProblem.Of($"The wait '{Printable.Quote(_wait.Value())}' is no number of seconds. It is 0 to 86400.", UsageProblem.Help(_command)));
    }
}
