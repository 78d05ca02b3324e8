using Webstir.Sdk.Problems;

namespace Webstir.Sdk.Workspaces;

/// <summary>Paths with all links followed.</summary>
internal static class RealPath
{
    /// <summary>Where a path in a workspace really leads. Links are followed as long as they stay inside.</summary>
    /// <param name="root">Absolute path of the workspace, itself reached through links or not.</param>
    /// <param name="relativePath">Path below it, of something that exists or not.</param>
    /// <exception cref="WebstirException">WEB0209: a link leads out of the workspace. WEB0203: it cannot be followed.</exception>
    public static string Inside(string root, string relativePath)
    {
        string path = Path.Join(root, relativePath);
        try
        {
            string real = Follow(path);
            return real.StartsWith(Path.TrimEndingDirectorySeparator(Follow(root)) + Path.DirectorySeparatorChar, StringComparison.Ordinal)
                ? real
                : throw new WebstirException(new Problem
                {
                    Code = "WEB0209",
                    Message = $"A link leads out of the workspace, to '{Printable.Line(real)}'. Nothing is written outside '{Printable.Line(root)}'.",
                    Hint = "Replace the link, or work in the workspace it leads to.",
                    Path = path,
                });
        }
        catch (IOException error)
        {
            throw new WebstirException(FileProblem.Of("WEB0203", "A link cannot be followed", path, error), error);
        }
    }

    private static string Follow(string path)
    {
        string real = Path.GetPathRoot(path)!;
        foreach (string name in path[real.Length..].Split(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar))
        {
            real = Path.Join(real, name);
            if (new FileInfo(real).LinkTarget is not null)
                real = Follow(File.ResolveLinkTarget(real, returnFinalTarget: true)!.FullName);
        }

        return real;
    }
}
