using McMaster.Extensions.CommandLineUtils;
using Webstir.Cli.Commands;

namespace Webstir.Cli.Completion;

/// <summary>What the words before the cursor say already, mistakes among them passed over.</summary>
internal sealed record TypedWords
{
    /// <summary>The command they belong to.</summary>
    public required CommandLineApplication Command { get; init; }

    /// <summary>Options that are given, with their values where they have one.</summary>
    public required IReadOnlyDictionary<CommandOption, string?> Options { get; init; }

    /// <summary>Number of arguments that are given.</summary>
    public required int Arguments { get; init; }

    /// <summary>Option whose value stands at the cursor; <see langword="null"/> for none.</summary>
    public required CommandOption? Open { get; init; }

    /// <summary>Whether a <c>--</c> ended the options.</summary>
    public required bool IsArgumentsOnly { get; init; }

    /// <summary>Reads the words after a command.</summary>
    public static TypedWords Read(CommandLineApplication command, string[] words)
    {
        var options = new Dictionary<CommandOption, string?>();
        CommandOption? open = null;
        int arguments = 0;
        int end = Array.IndexOf(words, "--") is >= 0 and var at ? at : words.Length;
        for (int i = 0; i < end; i++)
        {
            string word = words[i];
            if (CommandLineCheck.FindOption(command, word) is not { } option)
                arguments += word.StartsWith('-') ? 0 : 1;
            else if (CommandLineCheck.HasValue(word))
                options[option] = word[(word.AsSpan().IndexOfAny('=', ':') + 1)..];
            else if (option.OptionType == CommandOptionType.NoValue)
                options[option] = null;
            else if (i + 1 < end)
                options[option] = words[++i];
            else
                open = option;
        }

        bool isArgumentsOnly = end < words.Length;
        return new TypedWords
        {
            Command = command,
            Options = options,
            Arguments = arguments + (isArgumentsOnly ? words.Length - end - 1 : 0),
            Open = open,
            IsArgumentsOnly = isArgumentsOnly,
        };
    }

    /// <summary>The folder that <c>--workspace</c> names, with the home folder for a leading <c>~</c> as the shell would put it; <see langword="null"/> when it is not given.</summary>
    public string? Workspace
    {
        get
        {
            string? folder = Options.FirstOrDefault(option => option.Key.LongName == CommonOptions.WorkspaceName).Value;
            bool isHome = folder is "~" || folder?.StartsWith("~/", StringComparison.Ordinal) == true;
            return isHome ? Environment.GetFolderPath(Environment.SpecialFolder.UserProfile) + folder![1..] : folder;
        }
    }
}
