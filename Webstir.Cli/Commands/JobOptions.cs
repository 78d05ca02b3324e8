using McMaster.Extensions.CommandLineUtils;
using Webstir.Cli.Output;
using Webstir.Sdk;
using Webstir.Sdk.Problems;
using Webstir.Sdk.Scaffolding;

namespace Webstir.Cli.Commands;

/// <summary>What all commands have that change a job: its name, and what every change has.</summary>
internal sealed class JobOptions
{
    private readonly CommandLineApplication _command;
    private readonly Printer _printer;
    private readonly CommandArgument _name;
    private readonly ChangeOptions _change;

    private JobOptions(CommandLineApplication command, Printer printer, CommandArgument name)
    {
        _command = command;
        _printer = printer;
        _name = name;
        _change = ChangeOptions.Describe(command, printer);
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
        return (CommandLineCheck.OfWords(_command, words) ?? misuse) is { } problem
            ? _printer.Refuse(problem, ExitCodes.Usage)
            : _change.Run(scaffolder => plan(scaffolder, words[0]), scaffolder => apply(scaffolder, words[0]));
    }
}
