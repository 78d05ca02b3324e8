namespace Webstir.Sdk.Tests.Native;

/// <summary>The command as users get it, published once a run.</summary>
internal static class NativeExecutable
{
    private static readonly Lazy<Task<string>> Publishing = new(PublishAsync);

    /// <summary>Path of the executable.</summary>
    public static Task<string> PathAsync() => Publishing.Value;

    private static async Task<string> PublishAsync()
    {
        string folder = Path.Join(ProjectFolder.Repository, "artifacts", "native");
        string[] publish = ["publish", "Webstir.Cli", "--no-restore", "-c", "Release", "-r", "linux-x64", "-o", folder];
        (await ProcessRun.Of("dotnet", publish, ProjectFolder.Repository)).MustSucceed();
        return Path.Join(folder, "webstir");
    }
}
