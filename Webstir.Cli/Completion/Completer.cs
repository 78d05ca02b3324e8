using McMaster.Extensions.CommandLineUtils;
using Webstir.Cli.Commands;
using Webstir.Sdk.Problems;

namespace Webstir.Cli.Completion;

/// <summary>Finds what may stand at the cursor: asked of the tree of commands itself, so that no command and no option can be forgotten.</summary>
internal sealed class Completer(CommandLineApplication app)
{
    private const string ArgumentsOnly = "--";

    /// <summary>Words that may stand at the cursor, those that begin like what is typed already.</summary>
    public IEnumerable<Candidate> Complete(CommandLineText line)
    {
        string[] words = [.. line.Words.Skip(1)];
        if (words.Length == 0)
            return Matching(line.Current, [.. Commands(app), .. Options(app)]);
        return HelpCommand.Find(app, words[0]) is { } command ? CompleteIn(command, words[1..], line.Current) : [];
    }

    /// <summary>Commands with what they do.</summary>
    public static IEnumerable<Candidate> Commands(CommandLineApplication app) => app.Commands.Select(command => new Candidate(command.Name, command.Description));

    private IEnumerable<Candidate> CompleteIn(CommandLineApplication command, string[] words, string current)
    {
        var typed = TypedWords.Read(command, words);
        if (typed.Open is { } open)
            return Matching(current, Values(open.ValueName, typed));
        if (typed.IsArgumentsOnly || !current.StartsWith('-'))
            return command.Arguments is [var argument] && typed.Arguments < argument.Name.Split(' ').Length ? Matching(current, Values(argument.Name, typed)) : [];
        if (current.Split('=', 2) is [var name, var value] && command.Options.Find(option => "--" + option.LongName == name) is { } option)
            return Matching(value, Values(option.ValueName, typed)).Select(candidate => candidate == Candidate.Folders ? candidate : candidate with { Text = $"{name}={candidate.Text}" });
        return Matching(current, [.. Options(command, typed), new Candidate(ArgumentsOnly, "What follows is no option.")]);
    }

    private IEnumerable<Candidate> Values(string valueName, TypedWords typed) => ValueCompletion.Of(valueName) is { } values ? values(app, typed) : [];

    private static IEnumerable<Candidate> Options(CommandLineApplication command, TypedWords? typed = null) =>
        from option in command.Options
        where option.OptionType == CommandOptionType.MultipleValue || typed?.Options.ContainsKey(option) != true
        select new Candidate("--" + option.LongName, Printable.Sentence(option.Description.Split(". ")[0]));

    private static IEnumerable<Candidate> Matching(string start, IEnumerable<Candidate> candidates) =>
        candidates.Where(candidate => candidate == Candidate.Folders || candidate.Text.StartsWith(start, StringComparison.Ordinal));
}
