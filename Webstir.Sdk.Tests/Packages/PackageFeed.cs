using Webstir.Sdk.Tests.Native;

namespace Webstir.Sdk.Tests.Packages;

/// <summary>The packages as they leave this repository, packed once a run into a folder that serves as a feed.</summary>
internal static class PackageFeed
{
    private static readonly string Root = Emptied(Path.Join(ProjectFolder.Repository, "artifacts", "packages"));
    private static readonly Lazy<Task> Library = new(() => PackLibraryAsync(Folder));
    private static readonly Lazy<Task> Tool = new(PackToolAsync);

    /// <summary>The feed.</summary>
    public static string Folder => Path.Join(Root, "feed");

    /// <summary>Where consumers keep what they restore. Empty when a run starts, so that it holds nothing but this run's packages.</summary>
    public static string Restored => Path.Join(Root, "restored");

    /// <summary>Ends when the feed holds <c>Webstir.Sdk</c>.</summary>
    public static Task LibraryAsync() => Library.Value;

    /// <summary>Ends when the feed holds <c>Webstir.Cli</c> and its two implementations.</summary>
    public static Task ToolAsync() => Tool.Value;

    /// <summary>Packs the library as it was built for the tests.</summary>
    public static async Task PackLibraryAsync(string folder, params (string Name, string? Value)[] environment) =>
        (await ProcessRun.Of("dotnet", ["pack", "Webstir.Sdk", "--no-build", "-c", ProjectFolder.Configuration, "-o", folder], ProjectFolder.Repository, environment)).MustSucceed();

    /// <summary>Path of a package in the feed.</summary>
    public static string PathOf(string file) => Path.Join(Folder, file);

    private static async Task PackToolAsync()
    {
        await PackTool("--no-restore", "-c", "Release", "-r", "any");
        await PackTool("--no-build", "-c", ProjectFolder.Configuration);
        // What it takes from there is the longest part of packing the native one.
        await NativeExecutable.PathAsync();
        await PackTool("--no-restore", "-c", "Release", "-r", "linux-x64");
    }

    private static async Task PackTool(params string[] options) =>
        (await ProcessRun.Of("dotnet", ["pack", "Webstir.Cli", .. options, "-o", Folder], ProjectFolder.Repository)).MustSucceed();

    private static string Emptied(string folder)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        return Directory.CreateDirectory(folder).FullName;
    }
}
