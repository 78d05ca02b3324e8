using System.Globalization;
using System.Text;

namespace Webstir.Sdk.Tests.Documents;

/// <summary>A bash in a throw-away workspace, with the command under test first on its PATH.</summary>
internal sealed class ScratchShell : IDisposable
{
    /// <summary>Where documents say that they are.</summary>
    private const string ShownRoot = "/home/me/demo";

    private const char Mark = '\u001e';

    private readonly TemporaryFolder _folder = new();

    public ScratchShell()
    {
        Write("package.json", "{\n  \"name\": \"demo\",\n  \"version\": \"1.0.0\"\n}\n");
        Directory.CreateDirectory(PathOf("src/backend"));
        string command = _folder.Write("bin/webstir", Encoding.UTF8.GetBytes($"#!/bin/sh\nexec dotnet '{Path.Join(TestContext.CurrentContext.TestDirectory, "webstir.dll")}' \"$@\"\n"));
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(command, UnixFileMode.UserRead | UnixFileMode.UserExecute);
    }

    /// <summary>What a command printed, both streams in their order, and its exit code.</summary>
    public sealed record Outcome(ShellSession.Step Step, int ExitCode, IReadOnlyList<string> Printed)
    {
        /// <summary>Whether it is what the document shows.</summary>
        public bool IsAsShown => Transcript.Agrees(Step.Shown, Printed);

        /// <summary>What a test says when the outcome is not as it should be.</summary>
        public string Report =>
            $"$ {Step.Command}\nThe document shows:\n{Indented(Step.Shown)}\nThe command prints, with exit code {ExitCode}:\n{Indented(Printed)}";

        private static string Indented(IEnumerable<string> lines) => string.Join('\n', lines.Select(line => "    " + line));
    }

    public string Root => _folder.PathOf("demo");

    /// <summary>The PATH with the command under test.</summary>
    public string SearchPath => $"{_folder.PathOf("bin")}:{Environment.GetEnvironmentVariable("PATH")}";

    public string PathOf(string path) => Path.Join(Root, path);

    public void Write(string path, string text) => _folder.Write(Path.Join("demo", path), Encoding.UTF8.GetBytes(text));

    /// <summary>Runs the commands of a session, one after the other, in one shell.</summary>
    /// <param name="session">The session.</param>
    /// <param name="folder">Folder beside the workspace to start in; <see langword="null"/> for the workspace.</param>
    public async Task<IReadOnlyList<Outcome>> PlayAsync(ShellSession session, string? folder = null)
    {
        string script = "exec 2>&1\n" + string.Concat(session.Steps.Select(step => $"{{ {step.Command}\n}}\nprintf '{Mark}%d{Mark}' $?\n"));
        ProcessRun run = await ProcessRun.Of("bash", ["-c", script], folder is null ? Root : Directory.CreateDirectory(_folder.PathOf(folder)).FullName, ("PATH", SearchPath), ("TZ", "UTC"), ("HOME", _folder.Root));
        string[] parts = run.Output.Replace(Root, ShownRoot, StringComparison.Ordinal).Split(Mark);
        return [.. session.Steps.Select((step, i) => new Outcome(step, int.Parse(parts[(2 * i) + 1], CultureInfo.InvariantCulture), Lines(parts[2 * i])))];
    }

    public void Dispose() => _folder.Dispose();

    private static string[] Lines(string text) => text.TrimEnd('\n') is { Length: > 0 } lines ? lines.Split('\n') : [];
}
