using McMaster.Extensions.CommandLineUtils;
using Webstir.Sdk.Problems;

namespace Webstir.Cli.Commands;

/// <summary>The folder in which relative paths begin. It may have been removed: what does not need it works all the same.</summary>
internal static class CurrentFolder
{
    /// <summary>Stands for a folder that was removed. The parser wants an absolute path, and this is that of no folder.</summary>
    public const string Gone = "/dev/null";

    /// <summary>The current folder of this process.</summary>
    public static string OfProcess()
    {
        try
        {
            return Environment.CurrentDirectory;
        }
        catch (FileNotFoundException)
        {
            // The parser's context asks for it as well, whatever it is given.
            Environment.CurrentDirectory = "/";
            return Gone;
        }
    }

    /// <summary>The current folder of a command.</summary>
    /// <exception cref="WebstirException">WEB0201: it was removed.</exception>
    public static string Of(CommandLineApplication command) => command.WorkingDirectory != Gone
        ? command.WorkingDirectory
        : throw new WebstirException(new Problem { Code = "WEB0201", Message = "The current folder does not exist any more.", Hint = "Go to another one." });

    /// <summary>The full path of what was named on a command line.</summary>
    /// <exception cref="WebstirException">WEB0201: it is relative to a folder that was removed.</exception>
    public static string Resolve(CommandLineApplication command, string path) =>
        Path.IsPathFullyQualified(path) ? Path.GetFullPath(path) : Path.GetFullPath(path, Of(command));
}
