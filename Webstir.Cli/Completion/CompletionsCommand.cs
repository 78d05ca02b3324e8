using McMaster.Extensions.CommandLineUtils;
using Webstir.Cli.Commands;
using Webstir.Cli.Output;
using Webstir.Sdk.Problems;

namespace Webstir.Cli.Completion;

/// <summary><c>webstir completions</c>, and what the scripts that it prints ask us with.</summary>
internal static class CompletionsCommand
{
    /// <summary>Name of the question. It is for the scripts only, and in no help.</summary>
    public const string Question = "complete";

    private const string Examples = """

        Examples:
          source <(webstir completions bash)
          webstir completions bash > ~/.local/share/bash-completion/completions/webstir
          source <(webstir completions zsh)
          webstir completions fish > ~/.config/fish/completions/webstir.fish
          webstir completions powershell | Out-String | Invoke-Expression

        The first lines of each script say where to put it.
        """;

    public static void Register(CommandLineApplication app, Printer printer) => app.Command("completions", command =>
    {
        command.Description = "Print a script that completes commands, options and names of jobs in a shell.";
        command.ExtendedHelpText = Examples;
        CommandArgument shell = command.Argument("SHELL", $"One of {string.Join(", ", ShellScript.Shells)}.", multipleValues: true);
        CommonOptions.Describe(command);
        command.OnExecute(() => (CommandLineCheck.OfWords(command, shell.Values) ?? Unknown(shell.Values[0])) is { } problem
            ? printer.Refuse(problem, ExitCodes.Usage)
            : printer.Result(ShellScript.Of(shell.Values[0]).TrimEnd('\n')));
    });

    /// <summary>Answers <c>complete SHELL LINE</c>: a word a line, then a tab and what it stands for.</summary>
    public static int Answer(CommandLineApplication app, Printer printer, string shell, string line)
    {
        try
        {
            foreach (Candidate candidate in new Completer(app).Complete(CommandLineText.Parse(line, ShellScript.EscapeOf(shell))).ToList())
                printer.Result(candidate.Description.Length > 0 ? $"{candidate.Text}\t{candidate.Description}" : candidate.Text);
        }
        catch (Exception error) when (error is WebstirException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            // Nobody asked for the jobs of a workspace that cannot be read: a prompt is no place for a complaint.
        }

        return ExitCodes.Done;
    }

    private static Problem? Unknown(string shell) => ShellScript.Shells.Contains(shell)
        ? null
        : UsageProblem.Of($"There is no script for the shell '{Printable.Quote(shell)}'.", $"There is one for {string.Join(", ", ShellScript.Shells)}.");
}
