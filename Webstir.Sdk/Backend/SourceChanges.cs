using System.Threading.Channels;
using Webstir.Sdk.Workspaces;

namespace Webstir.Sdk.Backend;

/// <summary>Tells when a workspace's sources change.</summary>
internal sealed class SourceChanges : IDisposable
{
    /// <summary>Editors write a file in several steps, and tools write several files: what follows this closely belongs together.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(60);

    private static readonly string[] WatchedNames = [Workspace.ManifestFile, "tsconfig.json", ".env", ".env.local", "src"];

    /// <summary>Room for one: further changes before the first was taken say nothing new.</summary>
    private readonly Channel<bool> _changes = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    private readonly Workspace _workspace;
    private readonly List<FileSystemWatcher> _watchers = [];

    public SourceChanges(Workspace workspace)
    {
        _workspace = workspace;
        Arm();
    }

    /// <summary>Waits for a change, and for the quiet after it.</summary>
    public async Task WaitAsync(CancellationToken cancellation)
    {
        await _changes.Reader.ReadAsync(cancellation).ConfigureAwait(false);
        do
            await Task.Delay(Quiet, cancellation).ConfigureAwait(false);
        while (_changes.Reader.TryRead(out _));
        Dispose();
        Arm();
    }

    public void Dispose()
    {
        foreach (FileSystemWatcher watcher in _watchers)
            watcher.Dispose();
        _watchers.Clear();
    }

    /// <summary>Watches a folder, not its name: one that was moved away and made anew must be watched anew.</summary>
    private void Arm()
    {
        foreach (string name in WatchedNames)
            Watch(_workspace.Root, name, recursive: false);
        Watch(_workspace.PathOf("src"), "backend", recursive: false);
        Watch(_workspace.PathOf(Workspace.BackendFolder), "*", recursive: true);
    }

    private void Watch(string folder, string filter, bool recursive)
    {
        if (!Directory.Exists(folder))
            return;

        var watcher = new FileSystemWatcher(folder, filter) { IncludeSubdirectories = recursive };
        watcher.Changed += Note;
        watcher.Created += Note;
        watcher.Deleted += Note;
        watcher.Renamed += Note;

        // An overflow of the system's queue means that changes were missed: there are some.
        watcher.Error += (_, _) => _changes.Writer.TryWrite(true);
        watcher.EnableRaisingEvents = true;
        _watchers.Add(watcher);
    }

    private void Note(object sender, FileSystemEventArgs change)
    {
        // A folder "changes" with every file in it, which has an event of its own.
        if (change.ChangeType != WatcherChangeTypes.Changed || !Directory.Exists(change.FullPath))
            _changes.Writer.TryWrite(true);
    }
}
