using System.Runtime.InteropServices;
using Webstir.Sdk.Tests.EndToEnd;
using Webstir.Sdk.Tests.Native;

namespace Webstir.Sdk.Tests.Reliability;

/// <summary>The command under test, as users start it: the native one, or the one that an environment variable names.</summary>
internal static class Executable
{
    private const string Variable = "WEBSTIR_EXECUTABLE";

    private static readonly string? Given = Environment.GetEnvironmentVariable(Variable);

    /// <summary>Program and arguments that run the command.</summary>
    public static string[] CommandLine(params IEnumerable<string> arguments) =>
        CanCompile || Given is not null ? [Given ?? NativeExecutable.PathAsync().Result, .. arguments] : ["dotnet", BackendWorkspace.Command, .. arguments];

    private static bool CanCompile => OperatingSystem.IsLinux() && RuntimeInformation.ProcessArchitecture == Architecture.X64;

    /// <summary>Runs the command in a folder.</summary>
    public static Task<ProcessRun> RunAsync(string folder, params IEnumerable<string> arguments) => RunAsync(folder, [], arguments);

    /// <inheritdoc cref="RunAsync(string, IEnumerable{string})"/>
    public static Task<ProcessRun> RunAsync(string folder, (string Name, string? Value)[] environment, params IEnumerable<string> arguments)
    {
        string[] line = CommandLine(arguments);
        return ProcessRun.Of(line[0], line[1..], folder, environment);
    }
}
