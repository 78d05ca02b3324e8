using System.Reflection;
using McMaster.Extensions.CommandLineUtils;
using Webstir.Cli.Commands;
using Webstir.Cli.Completion;
using Webstir.Cli.Output;
using Webstir.Cli.Smoke;
using Webstir.Sdk.Problems;

namespace Webstir.Cli;

/// <summary>The <c>webstir</c> command: binds a command line to one command, and turns what comes of it into an exit code.</summary>
internal static class WebstirCommand
{
    private const string Examples = """

        Examples:
          webstir add-job cleanup
          webstir add-job nightly --schedule "0 0 * * *" --description "Nightly maintenance window" --priority 5
          webstir backend-inspect

        Subjects: 'webstir help errors', 'exit-codes', 'exporting', 'manifest', 'schedules'; an error code: 'webstir help WEB0102'.
        Exit codes: 0 done or nothing to do, 1 refused or failed, 2 the command line cannot be understood.
        """;

    /// <summary>Read when it is asked for: what looks for attributes takes as long as half a command.</summary>
    private static string Version =>
        typeof(WebstirCommand).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    /// <summary>Runs a command line.</summary>
    /// <param name="console">Where to print.</param>
    /// <param name="workingDirectory">Full path of the current folder, or <see cref="CurrentFolder.Gone"/>.</param>
    /// <param name="clock">Tells the time.</param>
    /// <param name="args">Words of the command line.</param>
    public static int Run(IConsole console, string workingDirectory, TimeProvider clock, string[] args)
    {
        var printer = new Printer(console.Out, console.Error, workingDirectory == CurrentFolder.Gone ? null : workingDirectory) { IsJson = args.Contains(CommonOptions.Json) };
        using CommandLineApplication app = Build(console, workingDirectory, clock, printer, args);
        if (args is [CommonOptions.Version, ..])
            return printer.Result(Version);
        if (args is [CompletionsCommand.Question, var shell, var line])
            return CompletionsCommand.Answer(app, printer, shell, line);
        if (CommonOptions.AsksForHelp(args))
            return HelpCommand.Show(app, printer, args.FirstOrDefault(arg => !arg.StartsWith('-')));

        if (CommandLineCheck.Of(app, args) is { } mistake)
            return printer.Refuse(mistake, ExitCodes.Usage);

        try
        {
            // Execute would first ask each option's validators, by reflection that does not survive native compilation. There are none.
            return app.Parse(args).SelectedCommand.Invoke();
        }
        catch (CommandParsingException error)
        {
            return printer.Refuse(UsageProblem.Of(error), ExitCodes.Usage);
        }
        catch (OperationCanceledException)
        {
            printer.Note("Interrupted.");
            return ExitCodes.Refused;
        }
        catch (WebstirException error)
        {
            return printer.Refuse(error.Problem, error.Problem.Code == UsageProblem.Code ? ExitCodes.Usage : ExitCodes.Refused);
        }
    }

    /// <summary>The tree of commands, for one command line: the command that it asks for, or all of them.</summary>
    public static CommandLineApplication Build(IConsole console, string workingDirectory, TimeProvider clock, Printer printer, string[] args)
    {
        var app = new CommandLineApplication(console, workingDirectory, throwOnUnexpectedArg: true)
        {
            Name = "webstir",
            Description = "Scaffolds backend jobs in a Webstir workspace and records them in its package.json.",
            ExtendedHelpText = Examples,
            HelpTextGenerator = new UsageText(),
        };
        CommonOptions.Describe(app);
        app.Option(CommonOptions.Version, "Print the version.", CommandOptionType.NoValue);
        app.OnExecute(() => printer.Refuse(UsageProblem.NoCommand, ExitCodes.Usage));
        Register(app, printer, args.FirstOrDefault(),
        [
            new("init", () => InitCommand.Register(app, printer)),
            new("add-job", () => AddJobCommand.Register(app, printer)),
            new("update-job", () => UpdateJobCommand.Register(app, printer)),
            new("remove-job", () => RemoveJobCommand.Register(app, printer)),
            new("add-worker", () => AddWorkerCommand.Register(app, printer)),
            new("backend-inspect", () => BackendInspectCommand.Register(app, printer, clock)),
            new("check-schedule", () => CheckScheduleCommand.Register(app, printer, clock)),
            new("build", () => RuntimeCommand.RegisterBuild(app, printer)),
            new("watch", () => RuntimeCommand.RegisterWatch(app, printer)),
            new("export", () => ExportCommand.Register(app, printer)),
            new("completions", () => CompletionsCommand.Register(app, printer)),
            new("smoke", () => SmokeCommand.Register(app, printer, (folder, args) => Run(console, folder, clock, args))),
        ]);
        foreach (CommandLineApplication command in app.Commands)
        {
            // A cluster of one-letter options would take "-dry-run" for "-d ry-run".
            command.ClusterOptions = false;
            command.AllowArgumentSeparator = true;
            command.HelpTextGenerator = app.HelpTextGenerator;
        }

        return app;
    }

    /// <summary>Registers the command that is asked for, and all of them when it is none of these: describing the others takes longer than most of them run.</summary>
    private static void Register(CommandLineApplication app, Printer printer, string? word, OfferedCommand[] commands)
    {
        if (Array.Find(commands, command => string.Equals(command.Name, word, StringComparison.OrdinalIgnoreCase)) is { } asked)
        {
            asked.Register();
            return;
        }

        foreach (OfferedCommand command in commands)
            command.Register();
        HelpCommand.Register(app, printer);
    }

    private sealed record OfferedCommand(string Name, Action Register);
}
