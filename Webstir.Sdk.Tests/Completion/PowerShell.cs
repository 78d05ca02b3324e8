namespace Webstir.Sdk.Tests.Completion;

/// <summary>PowerShell as NuGet has it, kept under <c>artifacts</c> for the next run.</summary>
internal static class PowerShell
{
    private const string Version = "7.6.9";

    private static readonly Lazy<Task<string>> Installing = new(InstallAsync);

    /// <summary>Path of <c>pwsh</c>.</summary>
    public static Task<string> PathAsync() => Installing.Value;

    private static async Task<string> InstallAsync()
    {
        string folder = Path.Join(ProjectFolder.Repository, "artifacts", $"powershell-{Version}");
        string program = Path.Join(folder, "pwsh");
        if (!File.Exists(program))
            (await ProcessRun.Of("dotnet", ["tool", "install", "PowerShell", "--version", Version, "--tool-path", folder], ProjectFolder.Repository)).MustSucceed();
        return program;
    }
}
