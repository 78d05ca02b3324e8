namespace Webstir.Cli.Help;

/// <summary>Texts that are embedded in the command, read when they are asked for.</summary>
internal static class Resource
{
    /// <summary>Reads a text that is known to be there.</summary>
    public static string Read(string name) => Find(name) ?? throw new FileNotFoundException(name);

    /// <summary>Reads a text; <see langword="null"/> when there is none of that name.</summary>
    public static string? Find(string name)
    {
        using Stream? stream = typeof(Resource).Assembly.GetManifestResourceStream(name);
        if (stream is null)
            return null;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>Names that begin alike, without that beginning, in order.</summary>
    public static IReadOnlyList<string> Names(string start) =>
    [
        .. typeof(Resource).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(start, StringComparison.Ordinal))
            .Select(name => name[start.Length..])
            .Order(StringComparer.Ordinal),
    ];
}
