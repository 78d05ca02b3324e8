using Webstir.Sdk.Problems;

namespace Webstir.Sdk.Workspaces;

/// <summary>What the operating system said about a file, in one line.</summary>
internal static class FileProblem
{
    /// <summary>Code of the failure after which another plan may fit.</summary>
    public const string ChangedMeanwhile = "WEB0205";

    public static Problem Of(string code, string what, string path, Exception error) => new()
    {
        Code = code,
        Message = $"{what}: {Printable.Sentence(error.Message)}",
        Hint = error is UnauthorizedAccessException ? "Check its permissions and owner." : "Mend that, then run the command again.",
        Path = path,
    };

    /// <summary>Runs a step that changes files.</summary>
    /// <exception cref="WebstirException">WEB0204: the system refused.</exception>
    public static void Guard(string what, string path, Action step)
    {
        try
        {
            step();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new WebstirException(Of("WEB0204", what, path, error), error);
        }
    }

    /// <summary>Of a file that is not as a plan found it.</summary>
    public static Problem Changed(string path) =>
        new() { Code = ChangedMeanwhile, Message = "The file changed since the plan was made.", Hint = "Run the command again.", Path = path };
}
