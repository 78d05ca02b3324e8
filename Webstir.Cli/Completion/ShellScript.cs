using Webstir.Cli.Help;

namespace Webstir.Cli.Completion;

/// <summary>The scripts that teach shells to ask us: files beside this one, embedded.</summary>
internal static class ShellScript
{
    /// <summary>Shells that there is a script for.</summary>
    public static IReadOnlyList<string> Shells { get; } = ["bash", "zsh", "fish", "powershell"];

    /// <summary>The script of one of the <see cref="Shells"/>.</summary>
    public static string Of(string shell) => Resource.Read($"completion/{shell}");

    /// <summary>What takes the meaning from the next character in a shell.</summary>
    public static char EscapeOf(string shell) => shell == "powershell" ? '`' : '\\';
}
