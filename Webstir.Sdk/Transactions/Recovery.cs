using Webstir.Sdk.Jobs;
using Webstir.Sdk.Problems;
using Webstir.Sdk.Workspaces;

namespace Webstir.Sdk.Transactions;

/// <summary>Finishes or takes back what a transaction left, and tidies up after one that is done. The workspace is locked meanwhile.</summary>
internal static class Recovery
{
    /// <exception cref="WebstirException">WEB0204: something cannot be moved or deleted. WEB0214: what was to be removed cannot be put back.</exception>
    public static void Run(TransactionFiles files)
    {
        try
        {
            if (Existence.IsFolder(files.Own))
                TidyUp(files);
            File.Delete(files.NewManifest);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new WebstirException(FileProblem.Of("WEB0204", "What an interrupted run left cannot be tidied up", files.Journal, error), error);
        }
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

    /// <summary>Tidies up after an edit that is made; what fails is left to the next run.</summary>
    public static void TryTidyUp(TransactionFiles files, IEnumerable<JobName> removals)
    {
        try
        {
            foreach (JobName name in removals)
                Disk.DeleteFolder(files.Staged(name));
            File.Delete(files.Journal);
            Disk.DeleteIfEmpty(files.Own);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or WebstirException)
        {
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
        Disk.RenameNew(files.Staged(file), files.At(file.Path));
    }

    private static void TidyUp(TransactionFiles files)
    {
        if (Existence.IsFile(files.Journal))
            Settle(files);
        Disk.DeleteIfEmpty(files.Own);
    }

    private static void Settle(TransactionFiles files)
    {
        Journal? journal = Journal.Read(OrdinaryFile.ReadAllBytes(files.Journal));
        if (journal is null)
            DeleteUnfinished(files);
        else if (IsDecided(files, journal))
            Finish(files, journal);
        else
            TakeBack(files, journal);

        // The journal goes before the manifest's new content: that one's absence would say that the edit was decided.
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
        foreach (NewSource source in journal.Folders.Concat(journal.Sources))
        {
            if (FolderContent.IsExactly(files.Staged(source.Name), source.Content.Span) && !Existence.IsAnything(files.Source(source.Name)))
            {
                Directory.CreateDirectory(files.Jobs);
                Place(files, source.Name);
            }

            DeleteStaged(files.Staged(source.Name));
        }

        foreach (NewFile file in journal.Files)
        {
            if (FileReader.Holds(files.Staged(file), file.Content.Span) && !Existence.IsAnything(files.At(file.Path)))
                Place(files, file);
            File.Delete(files.Staged(file));
        }

        // Of a manifest that somebody has written since then nobody knows whether it was decided: code is deleted only when it was.
        bool isMade = Journal.Checksum(FileReader.ReadAllBytes(files.Manifest)) == journal.NewManifest;
        foreach (JobName name in journal.Removals)
        {
            if (isMade)
                Disk.DeleteFolder(files.Staged(name));
            else
                PutBack(files, name);
        }
    }

    private static void TakeBack(TransactionFiles files, Journal journal)
    {
        foreach (NewSource source in journal.Folders)
        {
            string staged = files.Staged(source.Name);
            // In one step, so that nobody finds the folder without its source.
            if (!Existence.IsFolder(staged) && FolderContent.IsExactly(files.Job(source.Name), source.Content.Span))
                Disk.RenameNew(files.Job(source.Name), staged);
            DeleteStaged(staged);
        }

        foreach (NewSource source in journal.Sources)
            TakeBackSource(files, source);
        foreach (NewFile file in journal.Files)
            TakeBackFile(files, file);
        foreach (string folder in journal.NewFolders)
            Disk.DeleteIfEmpty(files.At(folder));
        if (journal.HasNewJobsFolder)
            Disk.DeleteIfEmpty(files.Jobs);
        foreach (JobName name in journal.Removals)
            PutBack(files, name);
    }

    private static void TakeBackSource(TransactionFiles files, NewSource source)
    {
        string staged = files.Staged(source.Name);
        bool isPlaced = !Existence.IsFile(TransactionFiles.SourceIn(staged));
        DeleteStaged(staged);
        string file = files.Source(source.Name);
        if (isPlaced && FileReader.Holds(file, source.Content.Span))
            File.Delete(file);
    }

    private static void TakeBackFile(TransactionFiles files, NewFile file)
    {
        bool isPlaced = !Existence.IsFile(files.Staged(file));
        File.Delete(files.Staged(file));
        if (isPlaced && FileReader.Holds(files.At(file.Path), file.Content.Span))
            File.Delete(files.At(file.Path));
    }

    private static void PutBack(TransactionFiles files, JobName name)
    {
        string staged = files.Staged(name);
        if (!Existence.IsAnything(staged))
            return;
        if (Existence.IsAnything(files.Job(name)))
            throw new WebstirException(Occupied(files, name));
        Disk.RenameNew(staged, files.Job(name));
    }

    private static void DeleteUnfinished(TransactionFiles files)
    {
        foreach (string folder in Directory.GetDirectories(files.Own, "+*"))
            DeleteStaged(folder);
    }

    /// <summary>Deletes a folder with a source and nothing else, if it is there.</summary>
    private static void DeleteStaged(string folder)
    {
        if (!Existence.IsFolder(folder))
            return;
        File.Delete(TransactionFiles.SourceIn(folder));
        Directory.Delete(folder);
    }

    private static Problem Occupied(TransactionFiles files, JobName name) => new()
    {
        Code = "WEB0214",
        Message = $"The removal of the job '{name}' was interrupted, and its folder cannot be put back: another one has taken its place. Its code is in '{Printable.Line(files.Staged(name))}'.",
        Hint = "Move one of the two away, then run the command again.",
        Path = files.Job(name),
    };
}
