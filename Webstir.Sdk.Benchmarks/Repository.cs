namespace Webstir.Sdk.Benchmarks;

/// <summary>The sources that this program was built from.</summary>
internal static class Repository
{
    public static string Root => Find(new DirectoryInfo(AppContext.BaseDirectory));

    private static string Find(DirectoryInfo? folder) => folder switch
    {
        null => throw new InvalidOperationException($"No folder above '{AppContext.BaseDirectory}' has Webstir.Sdk.sln. Build this where the sources are."),
        _ when File.Exists(Path.Join(folder.FullName, "Webstir.Sdk.sln")) => folder.FullName,
        _ => Find(folder.Parent),
    };
}
