using Webstir.Sdk.Jobs;
using Webstir.Sdk.Manifests;
using Webstir.Sdk.Problems;
using Webstir.Sdk.Workspaces;

namespace Webstir.Sdk.Transactions;

/// <summary>Finishes or takes back what a transaction left, and tidies up after one that is done. The workspace is locked meanwhile.</summary>
internal static class Recovery
{
    private const string Untidy = "What an interrupted run left cannot be tidied up";

    /// <exception cref="WebstirException">
    /// WEB0204: something cannot be moved or deleted. WEB0214: what was to be removed cannot be put back. WEB0216: a later version left it.
    /// </exception>
    public static void Run(TransactionFiles files)
    {
        if (Existence.IsFolder(files.Own))
            FileProblem.Guard(Untidy, files.Own, () => Settle(files));

        // The journal goes before the manifest's new content: that one's absence would say that the edit was decided.
        FileProblem.Guard(Untidy, files.NewManifest, () => File.Delete(files.NewManifest));
        FileProblem.Guard(Untidy, files.Own, () => Disk.DeleteIfEmpty(files.Own));
    }

    /// <summary>As <see cref="Run"/>; what fails is left to the next run.</summary>
    public static void TryRun(TransactionFiles files)
    {
        try
        {
            Run(files);
        }
        catch (WebstirException)
        {
        }
    }

    /// <summary>Tidies up after an edit that is made.</summary>
    /// <returns>What could not be deleted, and is left to the next run; <see langword="null"/> for nothing.</returns>
    public static Problem? TidyUp(TransactionFiles files, Removal[] removals)
    {
        string path = files.Own;
        try
        {
            foreach (Removal removal in removals)
                Disk.DeleteFolder(path = files.Removed(removal.Name));
            File.Delete(path = files.Journal);
            Disk.DeleteIfEmpty(path = files.Own);
            return null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Left(path, error);
        }
        catch (WebstirException error)
        {
            return error.Problem with { Severity = Severity.Warning };
        }
    }

    /// <summary>Puts a staged source in its place: with its folder, or into the folder that is there.</summary>
    public static void Place(TransactionFiles files, JobName name)
    {
        string staged = files.Staged(name);
        if (!Existence.IsFolder(files.Job(name)))
        {
            Disk.RenameNew(staged, files.Job(name));
            return;
        }

        Disk.RenameNew(TransactionFiles.SourceIn(staged), files.Source(name));
        Directory.Delete(staged);
    }

    /// <summary>Puts a staged file in its place.</summary>
    public static void Place(TransactionFiles files, NewFile file)
    {
        Directory.CreateDirectory(files.At(file.Folder));
        Disk.RenameNew(files.Staged(file), files.At(file));
    }

    private static void Settle(TransactionFiles files)
    {
        if (!Existence.IsFile(files.Journal))
            return;
        Journal? journal = Journal.Read(OrdinaryFile.ReadAllBytes(files.Journal), files.Journal);
        if (journal is null)
            DeleteUnfinished(files);
        else if (IsDecided(files, journal))
            Finish(files, journal);
        else
            TakeBack(files, journal);
        File.Delete(files.Journal);
    }

    /// <summary>
    /// The last rename decides. The manifest's uses its new content up; were that deleted by a stranger, the manifest would still be
    /// the old one. Where the manifest stays, it is that of the last source or file, after which nothing is staged any more.
    /// </summary>
    private static bool IsDecided(TransactionFiles files, Journal journal) => journal.Manifest is { } before
        ? !Existence.IsFile(files.NewManifest) && Journal.Checksum(FileReader.ReadAllBytes(files.Manifest)) != before
        : !journal.Folders.Concat(journal.Sources).Any(source => Existence.IsFolder(files.Staged(source.Name))) && !journal.Files.Any(file => Existence.IsFile(files.Staged(file)));

    /// <summary>After a power failure the last rename may be on the disk, and one before it not.</summary>
    private static void Finish(TransactionFiles files, Journal journal)
    {
        byte[] manifest = FileReader.ReadAllBytes(files.Manifest);
        // Of a manifest that somebody has written since then nobody knows whether it was decided. An entry tells that its job is added;
        // code is deleted only when its removal was decided.
        bool isOurs = journal.Manifest is null || Journal.Checksum(manifest) == journal.NewManifest;
        Func<JobName, bool> isAdded = isOurs ? _ => true : EntriesOf(manifest, files.Manifest);
        foreach (NewSource source in journal.Folders.Concat(journal.Sources).Where(source => isAdded(source.Name)))
            Finish(files, source);
        TakeBack(files, journal.Folders.Where(source => !isAdded(source.Name)), journal.Sources.Where(source => !isAdded(source.Name)));
        foreach (NewFile file in journal.Files)
        {
            if (Holds(files.Staged(file), file.Content) && !Existence.IsAnything(files.At(file)))
                Place(files, file);
            File.Delete(files.Staged(file));
        }

        foreach (JobName name in journal.Removals)
        {
            if (isOurs)
                TryDelete(files.Removed(name));
            else
                PutBack(files, name);
        }
    }

    private static void Finish(TransactionFiles files, NewSource source)
    {
        if (FolderContent.IsExactly(files.Staged(source.Name), source.Content.Span) && !Existence.IsAnything(files.Source(source.Name)))
        {
            Directory.CreateDirectory(files.Jobs);
            Place(files, source.Name);
        }

        DeleteStaged(files.Staged(source.Name));
    }

    /// <summary>Whether a job is listed; all are when the manifest cannot be read, so that nothing is taken away from one that is.</summary>
    private static Func<JobName, bool> EntriesOf(byte[] manifest, string path)
    {
        try
        {
            ManifestMap map = ManifestScan.Of(ManifestText.Of(manifest, path)).Map;
            return name => map.Entries.IndexOf(name.Value) >= 0;
        }
        catch (WebstirException)
        {
            return _ => true;
        }
    }

    private static void TakeBack(TransactionFiles files, Journal journal)
    {
        TakeBack(files, journal.Folders, journal.Sources);
        foreach (NewFile file in journal.Files)
            TakeBackFile(files, file);
        foreach (string folder in journal.NewFolders)
            Disk.DeleteIfEmpty(files.At(folder));
        if (journal.HasNewJobsFolder)
            Disk.DeleteIfEmpty(files.Jobs);
        foreach (JobName name in journal.Removals)
            PutBack(files, name);
    }

    private static void TakeBack(TransactionFiles files, IEnumerable<NewSource> folders, IEnumerable<NewSource> sources)
    {
        foreach (NewSource source in folders)
        {
            string staged = files.Staged(source.Name);
            // In one step, so that nobody finds the folder without its source.
            if (!Existence.IsAnything(staged) && FolderContent.IsExactly(files.Job(source.Name), source.Content.Span))
                Disk.RenameNew(files.Job(source.Name), staged);
            DeleteStaged(staged);
        }

        foreach (NewSource source in sources)
            TakeBackSource(files, source);
    }

    private static void TakeBackSource(TransactionFiles files, NewSource source)
    {
        string staged = files.Staged(source.Name);
        bool isPlaced = !Existence.IsFile(TransactionFiles.SourceIn(staged));
        DeleteStaged(staged);
        string file = files.Source(source.Name);
        if (isPlaced && Holds(file, source.Content))
            File.Delete(file);
    }

    private static void TakeBackFile(TransactionFiles files, NewFile file)
    {
        bool isPlaced = !Existence.IsFile(files.Staged(file));
        File.Delete(files.Staged(file));
        if (isPlaced && Holds(files.At(file), file.Content))
            File.Delete(files.At(file));
    }

    private static void PutBack(TransactionFiles files, JobName name)
    {
        string removed = files.Removed(name);
        if (!Existence.IsAnything(removed))
            return;
        if (Existence.IsAnything(files.Job(name)))
            throw new WebstirException(Occupied(files, name));
        Directory.CreateDirectory(files.Jobs);
        Disk.RenameNew(removed, files.Job(name));
    }

    /// <summary>Of a journal that cannot be read: nothing was in its place, unless somebody has damaged it since. So no code of a job is deleted.</summary>
    private static void DeleteUnfinished(TransactionFiles files)
    {
        foreach (JobName name in files.AllRemoved())
            PutBack(files, name);
        foreach (string staged in files.AllStaged())
        {
            if (Existence.IsFolder(staged))
                DeleteStaged(staged);
            else
                File.Delete(staged);
        }
    }

    /// <summary>Deletes what is staged for a job: a folder with a source, and nothing else. What others have put there stays.</summary>
    private static void DeleteStaged(string folder)
    {
        if (!Existence.IsFolderItself(folder))
            return;
        File.Delete(TransactionFiles.SourceIn(folder));
        Disk.DeleteIfEmpty(folder);
    }

    /// <summary>A link holds nothing: see <see cref="Existence.IsFolderItself"/>.</summary>
    private static bool Holds(string file, ReadOnlyMemory<byte> content) => !Existence.IsLink(file) && FileReader.Holds(file, content.Span);

    /// <summary>What is decided is not held up by what cannot be deleted any more; the run that decided it has told.</summary>
    private static void TryDelete(string folder)
    {
        try
        {
            Disk.DeleteFolder(folder);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
        }
    }

    private static Problem Left(string path, Exception error) => FileProblem.Of("WEB0217", "The change is made, but what it leaves behind cannot be deleted", path, error) with
    {
        Severity = Severity.Warning,
        Hint = "The next change tries again. What is left after that is no part of the workspace: delete it yourself.",
    };

    private static Problem Occupied(TransactionFiles files, JobName name) => new()
    {
        Code = "WEB0214",
        Message = $"The removal of the job '{name}' was interrupted, and its folder cannot be put back: another one has taken its place. Its code is in '{Printable.Line(files.Removed(name))}'.",
        Hint = "Move one of the two away, then run the command again.",
        Path = files.Job(name),
    };
}
