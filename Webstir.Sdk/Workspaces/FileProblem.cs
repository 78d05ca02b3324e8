using Webstir.Sdk.Problems;

namespace Webstir.Sdk.Workspaces;

/// <summary>What the operating system said about a file, in one line.</summary>
internal static class FileProblem
{
    public static Problem Of(string code, string what, string path, Exception error) => new()
    {
        Code = code,
        Message = $"{what}: {Printable.Sentence(error.Message)}",
        Hint = error is UnauthorizedAccessException ? "Check its permissions and owner." : "Mend that, then run the command again.",
        Path = path,
    };
}
