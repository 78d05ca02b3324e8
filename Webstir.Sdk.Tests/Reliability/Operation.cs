using Webstir.Sdk.Scaffolding;
using Webstir.Sdk.Tests.GoldenCases;

namespace Webstir.Sdk.Tests.Reliability;

/// <summary>A change to a workspace, and the states in which it may be found around that change.</summary>
internal sealed class Operation
{
    /// <summary>Another change, by which somebody comes along after a crash.</summary>
    public static readonly string[] Next = ["add-job", "zoo"];

    private static readonly string[] AddFirst = ["add-job", "first", "--description", "Was here before"];
    private static readonly string[] AddNightly = ["add-job", "nightly", "--schedule", "0 0 * * *"];

    private readonly Action<Shop>[] _preparation;
    private readonly Lazy<FileTree> _before;
    private readonly Lazy<FileTree> _done;
    private readonly Lazy<FileTree> _beforeThenNext;
    private readonly Lazy<FileTree> _doneThenNext;

    private Operation(string[] arguments, params Action<Shop>[] preparation)
    {
        Arguments = arguments;
        _preparation = preparation;
        _before = new(() => Play());
        _done = new(() => Play(Arguments));
        _beforeThenNext = new(() => Play(Next));
        _doneThenNext = new(() => Play(Arguments, Next));
    }

    public static IReadOnlyList<Operation> All { get; } =
    [
        new(AddNightly, Run(AddFirst)),
        new(["update-job", "nightly", "--schedule", "5 5 * * *", "--priority", "5"], Run(AddFirst), Run(AddNightly)),
        new(["remove-job", "nightly"], Run(AddFirst), Run(AddNightly)),
        new(AddNightly),
        new(["add-job", "nightly", "--force"], Run(AddFirst), shop => shop.Write("src/backend/jobs/nightly/lib.ts", "mine")),
        new(["add-job", "nightly", "--force"], Run(AddFirst), Run(AddNightly), shop => Directory.Delete(shop.PathOf("src/backend/jobs/nightly"), recursive: true)),
        new(["add-worker"], Run(AddFirst), shop => Array.ForEach([.. WorkerTemplate.Needs], file => shop.Write(file, "export {};\n"))),
        new(["remove-job", "nightly", "--delete-code"], Run(AddFirst), Run(AddNightly), shop => shop.Write("src/backend/jobs/nightly/lib/a.ts", "mine")),
    ];

    public static Operation Add => All[0];

    public static Operation RemoveWithCode => All.Single(operation => operation.Arguments.Contains("--delete-code"));

    public static Operation AddWorker => All.Single(operation => operation.Arguments[0] == "add-worker");

    /// <summary>With a manifest that goes over several pages, so that the system can write a part of it.</summary>
    public static Operation AddToLarge { get; } = new(AddNightly, Run("add-job", "first", "--description", new string('x', 12_000)));

    public string[] Arguments { get; }

    public FileTree Before => _before.Value;

    public FileTree Done => _done.Value;

    /// <summary>The system calls by which an undisturbed run does it, as far as they can be disturbed one by one: which thread flushes what, nobody knows.</summary>
    public async Task<IReadOnlyList<SystemCall>> SystemCallsAsync()
    {
        using var shop = new Shop(Before);
        return [.. (await Strace.ListAsync(shop.Root, Arguments)).Where(call => call.IsOnMainThread && call.Name != "fsync")];
    }

    /// <summary>How the workspace breaks a promise after a run that ended by itself; <see langword="null"/> when it keeps them.</summary>
    /// <remarks>What a run could not take away any more, because that failed too, is left to the next one.</remarks>
    public string? FaultAfter(ProcessRun run, string root) =>
        FaultOfExit(run, root) ?? (run.ExitCode == 0 ? null : FaultOfMessage(run)) ?? FaultAfterNext(root);

    /// <summary>How the workspace breaks a promise after a run that was killed; <see langword="null"/> when it keeps them.</summary>
    public string? FaultAfterKill(string root)
    {
        string manifest = ByteText.Of(File.ReadAllBytes(Path.Join(root, Shop.Manifest)));
        return manifest == Before[Shop.Manifest] || manifest == Done[Shop.Manifest] ? FaultAfterNext(root) : "the manifest is torn";
    }

    public override string ToString() => string.Join(' ', Arguments);

    private string? FaultOfExit(ProcessRun run, string root)
    {
        FileTree now = FileTree.Read(root);
        foreach (string stray in now.Keys.Where(IsStray).ToArray())
            now.Remove(stray);
        return now.IsSameAs(run.ExitCode == 0 ? Done : Before) ? null : $"ended with {run.ExitCode} and [{string.Join(' ', now.Keys)}]: {run.Error}";
    }

    private static string? FaultOfMessage(ProcessRun run)
    {
        string[] complaints = [.. run.Error.Split('\n').Where(line => line.Contains("error WEB", StringComparison.Ordinal))];
        bool isClear = run.ExitCode == 1 && complaints.Length == 1 && !run.Error.Contains("   at ", StringComparison.Ordinal);
        return isClear ? null : $"ended with {run.ExitCode} and no clear line: {run.Error}";
    }

    public string? FaultAfterNext(string root)
    {
        CommandRun next = CommandRun.InProcess(root, Next);
        if (next.Exit != 0)
            return $"the next run fails: {next.Stderr}";
        return FaultOfNexts(FileTree.Read(root));
    }

    /// <summary>How a workspace differs from both of those that the next run may leave.</summary>
    public string? FaultOfNexts(FileTree now) =>
        now.IsSameAs(_beforeThenNext.Value) || now.IsSameAs(_doneThenNext.Value) ? null : $"the next run leaves [{string.Join(' ', now.Keys)}]";

    private static bool IsStray(string path) => path == ".package.json.webstir" || path.StartsWith(".webstir/", StringComparison.Ordinal);

    /// <summary>What a workspace comes to when nothing disturbs.</summary>
    private FileTree Play(params string[][] commands)
    {
        using var shop = new Shop();
        foreach (Action<Shop> step in (Action<Shop>[])[.. _preparation, .. commands.Select(command => Run(command))])
            step(shop);
        return shop.State;
    }

    private static Action<Shop> Run(params string[] command) => shop =>
    {
        CommandRun run = shop.Webstir(command);
        Assert.That(run.Exit, Is.Zero, $"webstir {string.Join(' ', command)}: {run.Stderr}");
    };
}
