using System.Threading.Channels;
using Webstir.Sdk.Workspaces;

namespace Webstir.Sdk.Backend;

/// <summary>Tells when a workspace's sources change.</summary>
internal sealed class SourceChanges : IDisposable
{
    /// <summary>Editors write a file in several steps, and tools write several files: what follows this closely belongs together.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(60);

    private static readonly string[] WatchedFiles = [Workspace.ManifestFile, "tsconfig.json", ".env", ".env.local"];

    /// <summary>Room for one: further changes before the first was taken say nothing new.</summary>
    private readonly Channel<bool> _changes = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    private readonly List<FileSystemWatcher> _watchers = [];

    public SourceChanges(Workspace workspace)
    {
        Watch(workspace.PathOf(Workspace.BackendFolder), "*", recursive: true);
        foreach (string file in WatchedFiles)
            Watch(workspace.Root, file, recursive: false);
    }

    /// <summary>Waits for a change, and for the quiet after it.</summary>
    public async Task WaitAsync(CancellationToken cancellation)
    {
        await _changes.Reader.ReadAsync(cancellation).ConfigureAwait(false);
        do
            await Task.Delay(Quiet, cancellation).ConfigureAwait(false);
        while (_changes.Reader.TryRead(out _));
    }

    public void Dispose()
    {
        foreach (FileSystemWatcher watcher in _watchers)
            watcher.Dispose();
    }

    private void Watch(string folder, string filter, bool recursive)
    {
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
