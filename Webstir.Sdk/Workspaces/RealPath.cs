using Webstir.Sdk.Problems;

namespace Webstir.Sdk.Workspaces;

/// <summary>Paths with all links followed, one at a time, as the system follows them.</summary>
internal static class RealPath
{
    /// <summary>Most links on one path: the system's own limit. https://man7.org/linux/man-pages/man7/path_resolution.7.html</summary>
    private const int MaxLinks = 40;

    /// <summary>Where a path in a workspace really leads. Links are followed as long as they end inside.</summary>
    /// <param name="root">Absolute path of the workspace, itself reached through links or not.</param>
    /// <param name="relativePath">Path below it, of something that exists or not.</param>
    /// <exception cref="WebstirException">WEB0209: it leads out of the workspace. WEB0203: a link cannot be followed.</exception>
    public static string Inside(string root, string relativePath) => Inside(root, Of(root), relativePath);

    /// <summary>As <see cref="Inside(string, string)"/>, for who has followed the root before.</summary>
    /// <exception cref="WebstirException">As there.</exception>
    public static string Inside(string root, string realRoot, string relativePath)
    {
        string path = Path.Join(root, relativePath);
        string real = Of(realRoot, relativePath, path);
        bool isInside = real.StartsWith(Path.EndsInDirectorySeparator(realRoot) ? realRoot : realRoot + Path.DirectorySeparatorChar, StringComparison.Ordinal);
        return isInside ? real : throw LeadsOut(root, path, real);
    }

    /// <summary>A path with all links followed.</summary>
    /// <exception cref="WebstirException">WEB0203: a link cannot be followed.</exception>
    public static string Of(string path) => Path.TrimEndingDirectorySeparator(Of(Path.GetPathRoot(path)!, path, path));

    private static string Of(string real, string relativePath, string path)
    {
        try
        {
            return Follow(real, relativePath);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new WebstirException(FileProblem.Of("WEB0203", "A link cannot be followed", path, error), error);
        }
    }

    private static WebstirException LeadsOut(string root, string path, string real) => new(new Problem
    {
        Code = "WEB0209",
        Message = $"The path leads out of the workspace, to '{Printable.Line(real)}'. Nothing is written outside '{Printable.Line(root)}'.",
        Hint = "Replace the link that leads there, or work in the workspace it leads to.",
        Path = path,
    });

    /// <param name="real">Where to start from, with all links followed.</param>
    /// <param name="path">Path from there; its own start, if it has one, is left out.</param>
    private static string Follow(string real, string path)
    {
        var ahead = new Stack<string>();
        PushNames(ahead, path[Path.GetPathRoot(path)!.Length..]);
        for (int links = 0; ahead.TryPop(out string? name);)
        {
            // What stands before ".." has been followed already: this is where the system goes up from.
            string next = name == ".." ? Path.GetDirectoryName(real) ?? real : Path.Join(real, name);
            if (LinkTarget(next) is not { } target)
            {
                real = next;
                continue;
            }

            if (++links > MaxLinks)
                throw new IOException($"It goes round in a circle, or over more than {MaxLinks} links.");
            string start = Path.GetPathRoot(target)!;
            PushNames(ahead, target[start.Length..]);
            real = start.Length > 0 ? start : real;
        }

        return real;
    }

    private static string? LinkTarget(string path) => OperatingSystem.IsWindows() ? new FileInfo(path).LinkTarget : Posix.LinkTarget(path);

    /// <summary>Puts the names of a path before those that are ahead already.</summary>
    private static void PushNames(Stack<string> ahead, string path)
    {
        string[] names = path.Split(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar);
        for (int i = names.Length - 1; i >= 0; i--)
        {
            if (names[i] is not ("" or "."))
                ahead.Push(names[i]);
        }
    }
}
