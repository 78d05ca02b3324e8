using Webstir.Sdk.Problems;
using Webstir.Sdk.Workspaces;

namespace Webstir.Sdk.Transactions;

/// <summary>Makes an edit whole or not at all, also when the process is killed or the power fails in the middle.</summary>
/// <remarks>
/// Staged first: the manifest's new content, the journal, the sources, in this order, then all of it is flushed to the disk. Renames
/// put the sources in their places, and the last of all renames, that of the manifest, decides: until then <see cref="Recovery"/>
/// takes everything back, from then on it finishes. The workspace is locked meanwhile.
/// </remarks>
internal sealed class Transaction
{
    /// <summary>A source and the folder that it comes with.</summary>
    private const int FilesOfSource = 2;

    private readonly TransactionFiles _files;
    private readonly WorkspaceEdit _edit;
    private readonly List<string> _unflushed = [];
    private readonly List<string> _placed = [];
    private readonly IProgress<int>? _progress;
    private Exception? _progressFailure;

    private Transaction(TransactionFiles files, WorkspaceEdit edit, IProgress<int>? progress)
    {
        _files = files;
        _edit = edit;
        _progress = progress;
    }

    /// <summary>Makes an edit. Nothing of it is left when this throws.</summary>
    /// <returns>What could not be tidied up afterwards; <see langword="null"/> for nothing.</returns>
    /// <exception cref="WebstirException">WEB0204: a file cannot be written. WEB0205: what is edited is not what it was. WEB0212: the manifest has several names.</exception>
    /// <exception cref="OperationCanceledException">It was called off before it was decided.</exception>
    public static Problem? Commit(TransactionFiles files, WorkspaceEdit edit, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        bool isOnDisk;
        var transaction = new Transaction(files, edit, progress);
        try
        {
            isOnDisk = transaction.Commit(cancellationToken);
        }
        catch (Exception failure)
        {
            Recovery.TryRun(files);
            if (failure is IOException or UnauthorizedAccessException && failure != transaction._progressFailure)
                throw new WebstirException(FileProblem.Of("WEB0204", "The workspace cannot be changed", files.Manifest, failure), failure);
            throw;
        }

        // What is not on the disk yet may be lost with the power: then the journal is needed.
        return edit.HasSteps && isOnDisk ? Recovery.TidyUp(files, edit.Removals) : null;
    }

    /// <returns>Whether it is on the disk as well.</returns>
    private bool Commit(CancellationToken cancellationToken)
    {
        if (_edit.Manifest is { } manifest)
            StageManifest(manifest);
        if (_edit.HasSteps)
        {
            RefuseOccupied();
            WriteJournal();
            StageSources(cancellationToken);
            foreach (NewFile file in _edit.Files)
                StageFile(file);
        }

        Flush();
        Report(_edit.Sources.Length);
        PlaceSources(cancellationToken);
        foreach (NewFile file in _edit.Files)
            Recovery.Place(_files, file);
        TakeRemovals();
        if (_edit.Manifest is { } decision)
            PlaceManifest(decision);
        return Disk.TryFlush([_files.ManifestFolder, .. _placed]);
    }

    private void StageManifest(ManifestEdit manifest)
    {
        RefuseChanged(manifest);
        AtomicFile.RefuseUnreplaceable(_files.Manifest);
        AtomicFile.WriteNew(_files.NewManifest, manifest.After.Span, modeOf: _files.Manifest);
        _unflushed.Add(_files.NewManifest);
    }

    /// <summary>What no journal tells of is not ours: it may be neither used nor taken back.</summary>
    private void RefuseOccupied()
    {
        IEnumerable<string> places = [.. _edit.Sources.Select(source => _files.Staged(source.Name)), .. _edit.Files.Select(_files.Staged), .. _edit.Removals.Select(removal => _files.Removed(removal.Name))];
        if (places.FirstOrDefault(Existence.IsAnything) is { } occupied)
            throw new WebstirException(new Problem { Code = "WEB0204", Message = "It is in the way: a change is prepared there, and no interrupted one left it.", Hint = "Move it away, then run the command again.", Path = occupied });
    }

    private void WriteJournal()
    {
        bool hasNewJobsFolder = !Existence.IsFolder(_files.Jobs);
        _placed.Add(_files.Jobs);
        if (hasNewJobsFolder)
            _placed.Add(Path.GetDirectoryName(_files.Jobs)!);
        NewSource[] lone = [.. _edit.Sources.Where(source => Existence.IsFolder(_files.Job(source.Name)))];
        _placed.AddRange(lone.Select(source => Path.GetDirectoryName(_files.Source(source.Name))!));
        _placed.AddRange(FileFolders().SelectMany(folder => (string[])[_files.At(folder), Path.GetDirectoryName(_files.At(folder))!]).Except(_placed));
        var journal = new Journal
        {
            Manifest = _edit.Manifest is { } manifest ? Journal.Checksum(manifest.Before.Span) : null,
            NewManifest = _edit.Manifest is { } edited ? Journal.Checksum(edited.After.Span) : null,
            HasNewJobsFolder = hasNewJobsFolder,
            Folders = [.. _edit.Sources.Except(lone)],
            Sources = lone,
            NewFolders = [.. FileFolders().Where(folder => !Existence.IsFolder(_files.At(folder)))],
            Files = _edit.Files,
            Removals = [.. _edit.Removals.Select(removal => removal.Name)],
        };
        Directory.CreateDirectory(_files.Own);
        // A file system keeps the order of changes in one folder, so it matters only where the manifest lies in another.
        if (Path.GetDirectoryName(_files.Own) is { } root && root != _files.ManifestFolder)
            _unflushed.Add(root);
        AtomicFile.WriteNew(_files.Journal, journal.ToBytes(), modeOf: null);
        _unflushed.Add(_files.Journal);
        _unflushed.Add(_files.Own);
    }

    private IEnumerable<string> FileFolders() => _edit.Files.Select(file => file.Folder).Distinct();

    private void StageSources(CancellationToken cancellationToken)
    {
        for (int i = 0; i < _edit.Sources.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (_unflushed.Count + FilesOfSource > Disk.MaxAtOnce)
            {
                Flush();
                Report(i);
            }

            StageSource(_edit.Sources[i]);
        }
    }

    private void StageSource(NewSource source)
    {
        string folder = _files.Staged(source.Name);
        string file = TransactionFiles.SourceIn(folder);
        Disk.CreateFolder(folder);
        AtomicFile.WriteNew(file, source.Content.Span, modeOf: null);
        _unflushed.Add(file);
        _unflushed.Add(folder);
    }

    private void StageFile(NewFile file)
    {
        string staged = _files.Staged(file);
        AtomicFile.WriteNew(staged, file.Content.Span, modeOf: null);
        _unflushed.Add(staged);
    }

    private void PlaceSources(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (_edit.Sources.Length > 0)
            Directory.CreateDirectory(_files.Jobs);
        foreach (NewSource source in _edit.Sources)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Recovery.Place(_files, source.Name);
        }
    }

    private void TakeRemovals()
    {
        foreach (Removal removal in _edit.Removals)
        {
            string removed = _files.Removed(removal.Name);
            Disk.RenameNew(_files.Job(removal.Name), removed);
            if (removal.Stub is { } stub && !FolderContent.IsExactly(removed, stub.Span))
                throw new WebstirException(FileProblem.Changed(_files.Source(removal.Name)));
        }
    }

    private void Flush()
    {
        Disk.Flush(_unflushed);
        _unflushed.Clear();
    }

    private void Report(int sources)
    {
        try
        {
            if (sources > 0)
                _progress?.Report(sources);
        }
        catch (Exception failure)
        {
            _progressFailure = failure;
            throw;
        }
    }

    /// <summary>The decision. Editors take no lock, so the last look is here.</summary>
    private void PlaceManifest(ManifestEdit manifest)
    {
        RefuseChanged(manifest);
        Disk.Replace(_files.NewManifest, _files.Manifest);
    }

    private void RefuseChanged(ManifestEdit manifest)
    {
        if (!FileReader.Holds(_files.Manifest, manifest.Before.Span))
            throw new WebstirException(FileProblem.Changed(_files.Manifest));
    }
}
