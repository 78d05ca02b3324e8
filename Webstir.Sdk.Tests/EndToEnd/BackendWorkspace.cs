using System.Text.Json.Nodes;
using Webstir.Sdk.Tests.GoldenCases;

namespace Webstir.Sdk.Tests.EndToEnd;

/// <summary>A workspace as <c>webstir init</c> writes it, with the packages that <c>npm install</c> brings; gone when the test is over.</summary>
internal sealed class BackendWorkspace : IDisposable
{
    /// <summary>An environment without what a developer's shell may set for a backend.</summary>
    private static readonly (string Name, string? Value)[] CleanEnvironment =
        [("PORT", null), ("LOG_LEVEL", null), ("DATABASE_URL", null), ("REDIS_URL", null), ("SHUTDOWN_SECONDS", null), ("NODE_OPTIONS", null), ("TZ", "UTC")];

    private readonly TemporaryWorkspace _folder = new();

    private BackendWorkspace()
    {
    }

    /// <summary>Path of the command as built beside the tests.</summary>
    public static string Command => Path.Join(TestContext.CurrentContext.TestDirectory, "webstir.dll");

    public string Root => _folder.PathOf("shop");

    /// <summary>A new workspace.</summary>
    public static async Task<BackendWorkspace> CreateAsync()
    {
        string packages = await NodePrograms.PackagesAsync();
        var workspace = new BackendWorkspace();
        CommandRun init = CommandRun.InProcess(workspace._folder.Root, "init", "shop");
        Assert.That(init.Exit, Is.Zero, init.Stderr);
        Directory.CreateSymbolicLink(workspace.PathOf("node_modules"), packages);
        return workspace;
    }

    /// <summary>Brings what its <c>package.json</c> lists by now.</summary>
    public async Task InstallPackagesAsync()
    {
        string packages = await NodePrograms.PackagesAsync(Read("package.json"));
        Directory.Delete(PathOf("node_modules"));
        Directory.CreateSymbolicLink(PathOf("node_modules"), packages);
    }

    public string PathOf(string path) => Path.Join(Root, path);

    public string Read(string path) => File.ReadAllText(PathOf(path));

    public void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(path))!);
        File.WriteAllText(PathOf(path), text);
    }

    public void Replace(string path, string before, string after)
    {
        string text = Read(path);
        Assert.That(text, Does.Contain(before));
        Write(path, text.Replace(before, after, StringComparison.Ordinal));
    }

    /// <summary>Writes a job's source and no entry.</summary>
    public void WriteJob(string name, string source) => Write($"src/backend/jobs/{name}/index.ts", source);

    public void RemoveJob(string name) => Directory.Delete(PathOf($"src/backend/jobs/{name}"), recursive: true);

    /// <summary>Edits the module object of <c>package.json</c>.</summary>
    public void EditModule(Action<JsonObject> edit)
    {
        JsonNode manifest = JsonNode.Parse(Read("package.json"))!;
        edit(manifest["webstir"]!["module"]!.AsObject());
        Write("package.json", manifest.ToJsonString());
    }

    public Task<ProcessRun> Webstir(params string[] arguments) => Run("dotnet", [Command, .. arguments]);

    public Task<ProcessRun> Build() => Webstir("build", "--runtime", "backend");

    public Task<ProcessRun> Node(params string[] arguments) => Run("node", arguments);

    public Task<ProcessRun> Scheduler(params string[] arguments) => Node(["build/backend/jobs/scheduler.js", .. arguments]);

    public Task<ProcessRun> Run(string program, string[] arguments, params (string Name, string? Value)[] environment) =>
        ProcessRun.Of(program, arguments, Root, [.. CleanEnvironment, .. environment]);

    /// <summary>Starts a program, and goes on while it runs.</summary>
    public RunningProgram Start(string program, string[] arguments, params (string Name, string? Value)[] environment) =>
        new(program, arguments, Root, [.. CleanEnvironment, .. environment]);

    public void Dispose() => _folder.Dispose();
}
