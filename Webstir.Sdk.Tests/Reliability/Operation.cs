using Webstir.Sdk.Scaffolding;
using Webstir.Sdk.Tests.GoldenCases;

namespace Webstir.Sdk.Tests.Reliability;

/// <summary>A change to a workspace, and the states in which it may be found around that change.</summary>
internal sealed class Operation
{
    /// <summary>Another change, by which somebody comes along after a crash.</summary>
    public static readonly string[] AddZoo = ["add-job", "zoo"];

    private const string Root = "{root}";

    private static readonly string[] AddFirst = ["add-job", "first", "--description", "Was here before", "--schedule", "5 5 * * 1"];
    private static readonly string[] AddNightly = ["add-job", "nightly", "--schedule", "0 0 * * *"];
    private static readonly string[] Export = ["export", "--to", "systemd", "--set", "workingDirectory=/srv/shop", "--set", "timeZone=Etc/UTC"];

    private readonly string[] _arguments;
    private readonly string[] _next;
    private readonly Action<Shop>[] _preparation;
    private readonly Lazy<FileTree> _before;
    private readonly Lazy<FileTree> _done;
    private readonly Lazy<FileTree> _beforeThenNext;
    private readonly Lazy<FileTree> _doneThenNext;

    private Operation(string[] arguments, string[] next, Action<Shop>[] preparation)
    {
        _arguments = arguments;
        _next = next;
        _preparation = preparation;
        _before = new(() => Play());
        _done = new(() => Play(_arguments));
        _beforeThenNext = new(() => Play(_next));
        _doneThenNext = new(() => Play(_arguments, _next));
    }

    /// <summary>Changes that a kill leaves whole or not made at all: whatever comes next finishes them or takes them back.</summary>
    public static IReadOnlyList<Operation> All { get; } =
    [
        Whole(AddNightly, Run(AddFirst)),
        Whole(["update-job", "nightly", "--schedule", "5 5 * * *", "--priority", "5"], Run(AddFirst), Run(AddNightly)),
        Whole(["remove-job", "nightly"], Run(AddFirst), Run(AddNightly)),
        Whole(AddNightly),
        Whole(["add-job", "nightly", "--force"], Run(AddFirst), shop => shop.Write("src/backend/jobs/nightly/lib.ts", "mine")),
        Whole(["add-job", "nightly", "--force"], Run(AddFirst), Run(AddNightly), shop => Directory.Delete(shop.PathOf("src/backend/jobs/nightly"), recursive: true)),
        Whole(["add-worker"], Run(AddFirst), shop => Array.ForEach([.. WorkerTemplate.Needs], file => shop.Write(file, "export {};\n"))),
        Whole(["remove-job", "nightly", "--delete-code"], Run(AddFirst), Run(AddNightly), shop => shop.Write("src/backend/jobs/nightly/lib/a.ts", "mine")),
        Whole(AddNightly, Run(AddFirst), Link),
        Whole(["remove-job", "nightly"], Run(AddFirst), Run(AddNightly), Link),
    ];

    /// <summary>Changes of which a kill leaves each file whole: the same command again makes the rest.</summary>
    public static IReadOnlyList<Operation> Repeatable { get; } =
    [
        FileByFile(["init", $"{Root}/fresh"]),
        FileByFile(Export, Run(AddFirst), Run(AddNightly), Run("add-job", "gone", "--schedule", "@daily"), Run(Export), Run("remove-job", "gone"), Run("update-job", "first", "--schedule", "@daily"), Run("add-job", "new", "--schedule", "@hourly")),
    ];

    public static IReadOnlyList<Operation> Every { get; } = [.. All, .. Repeatable];

    public static Operation Add => All[0];

    /// <summary>With it comes the folder of all jobs.</summary>
    public static Operation AddFirstOfAll => All[3];

    public static Operation RemoveWithCode => All.Single(operation => operation._arguments.Contains("--delete-code"));

    public static Operation AddWorker => All.Single(operation => operation._arguments[0] == "add-worker");

    /// <summary>With a manifest that goes over several pages, so that the system can write a part of it.</summary>
    public static Operation AddToLarge { get; } = Whole(AddNightly, Run("add-job", "first", "--description", new string('x', 12_000)));

    public FileTree Before => _before.Value;

    public FileTree Done => _done.Value;

    /// <summary>Whether the same command again makes the rest, as nobody else knows of it.</summary>
    public bool IsRepeated => _next == _arguments;

    /// <summary>The command's arguments, in a workspace.</summary>
    public string[] Arguments(string root) => [.. _arguments.Select(word => word.Replace(Root, root, StringComparison.Ordinal))];

    /// <summary>The arguments of what comes next there.</summary>
    public string[] Next(string root) => [.. _next.Select(word => word.Replace(Root, root, StringComparison.Ordinal))];

    /// <summary>A workspace to make the change in.</summary>
    public Shop NewShop()
    {
        var shop = new Shop();
        foreach (Action<Shop> step in _preparation)
            step(shop);
        return shop;
    }

    /// <summary>The system calls by which an undisturbed run does it, as far as they can be disturbed one by one: which thread flushes what, nobody knows.</summary>
    public async Task<IReadOnlyList<SystemCall>> SystemCallsAsync() =>
        [.. (await AllSystemCallsAsync()).Where(call => call.IsOnMainThread && call.Name != "fsync")];

    /// <summary>What an undisturbed run flushes.</summary>
    public async Task<IReadOnlyList<Flush>> FlushesAsync() => Flush.Among(await AllSystemCallsAsync());

    /// <summary>All system calls by which an undisturbed run does it.</summary>
    public async Task<IReadOnlyList<SystemCall>> AllSystemCallsAsync()
    {
        using Shop shop = NewShop();
        return await Strace.ListAsync(shop.Root, Arguments(shop.Root));
    }

    /// <summary>How the workspace breaks a promise after a run that ended by itself; <see langword="null"/> when it keeps them.</summary>
    /// <remarks>What a run could not take away any more, because that failed too, is left to the next one.</remarks>
    public string? FaultAfter(ProcessRun run, string root) =>
        FaultOfExit(run, root) ?? (run.ExitCode == 0 ? null : FaultOfMessage(run)) ?? FaultAfterNext(root);

    /// <summary>How the workspace breaks a promise after a run that was killed; <see langword="null"/> when it keeps them.</summary>
    public string? FaultAfterKill(string root) => FaultOfFiles(Visible(root)) ?? FaultAfterNext(root);

    public override string ToString() => string.Join(' ', _arguments);

    private string? FaultOfExit(ProcessRun run, string root)
    {
        FileTree now = Visible(root);
        return now.IsSameAs(run.ExitCode == 0 ? Done : Before) ? null : $"ended with {run.ExitCode} and [{string.Join(' ', now.Keys)}]: {run.Error}";
    }

    /// <summary>A file is what it was or what it is to be.</summary>
    private string? FaultOfFiles(FileTree now)
    {
        string[] torn = [.. now.Where(file => !Before.Contains(file) && !Done.Contains(file)).Select(file => file.Key)];
        return torn.Length == 0 ? null : $"torn: {string.Join(' ', torn)}";
    }

    private static string? FaultOfMessage(ProcessRun run)
    {
        string[] complaints = [.. run.Error.Split('\n').Where(line => line.Contains("error WEB", StringComparison.Ordinal))];
        bool isClear = run.ExitCode == 1 && complaints.Length == 1 && !run.Error.Contains("   at ", StringComparison.Ordinal);
        return isClear ? null : $"ended with {run.ExitCode} and no clear line: {run.Error}";
    }

    public string? FaultAfterNext(string root)
    {
        CommandRun next = CommandRun.InProcess(root, Next(root));
        // A change that was made already may be refused now; what counts is that it is there.
        if (next.Exit != 0 && !IsRepeated)
            return $"the next run fails: {next.Stderr}";
        return FaultOfNexts(FileTree.Read(root));
    }

    /// <summary>How a workspace differs from both of those that the next run may leave.</summary>
    public string? FaultOfNexts(FileTree now) =>
        now.IsSameAs(_beforeThenNext.Value) || now.IsSameAs(_doneThenNext.Value) ? null : $"the next run leaves [{string.Join(' ', now.Keys)}]";

    /// <summary>What others may take for a part of the workspace.</summary>
    private static FileTree Visible(string root)
    {
        FileTree now = FileTree.Read(root);
        foreach (string stray in now.Keys.Where(IsStray).ToArray())
            now.Remove(stray);
        return now;
    }

    private static bool IsStray(string path)
    {
        string name = Path.GetFileName(path);
        return path.StartsWith(".webstir/", StringComparison.Ordinal) || (name.StartsWith('.') && name.EndsWith(".webstir", StringComparison.Ordinal));
    }

    private static Operation Whole(string[] arguments, params Action<Shop>[] preparation) => new(arguments, AddZoo, preparation);

    private static Operation FileByFile(string[] arguments, params Action<Shop>[] preparation) => new(arguments, arguments, preparation);

    /// <summary>What a workspace comes to when nothing disturbs.</summary>
    private FileTree Play(params string[][] commands)
    {
        using Shop shop = NewShop();
        foreach (string[] command in commands)
            CommandRun.InProcess(shop.Root, [.. command.Select(word => word.Replace(Root, shop.Root, StringComparison.Ordinal))]);
        return shop.State;
    }

    /// <summary>Puts manifest and jobs elsewhere in the workspace, with links in their places.</summary>
    private static void Link(Shop shop)
    {
        Directory.CreateDirectory(shop.PathOf("real"));
        File.Move(shop.PathOf(Shop.Manifest), shop.PathOf("real/shop.json"));
        File.CreateSymbolicLink(shop.PathOf(Shop.Manifest), "real/shop.json");
        Directory.Move(shop.PathOf("src/backend/jobs"), shop.PathOf("real/jobs"));
        Directory.CreateSymbolicLink(shop.PathOf("src/backend/jobs"), "../../real/jobs");
    }

    private static Action<Shop> Run(params string[] command) => shop =>
    {
        CommandRun run = shop.Webstir(command);
        Assert.That(run.Exit, Is.Zero, $"webstir {string.Join(' ', command)}: {run.Stderr}");
    };
}
