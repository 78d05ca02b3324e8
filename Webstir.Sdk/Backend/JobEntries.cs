using System.Text;
using Webstir.Sdk.Jobs;
using Webstir.Sdk.Problems;
using Webstir.Sdk.Workspaces;

namespace Webstir.Sdk.Backend;

/// <summary>
/// The modules that the bundler starts from, one a job: a job that is run directly then finds environment and logger in place,
/// and its own code needs no lines for that.
/// </summary>
internal static class JobEntries
{
    /// <summary>Brings the entries in line with the job folders.</summary>
    /// <returns>Names of the jobs.</returns>
    /// <exception cref="WebstirException">WEB0204: an entry cannot be written. WEB0203: a folder cannot be read. WEB0209: the folder for them leads out of the workspace.</exception>
    public static IReadOnlyList<string> Refresh(Workspace workspace)
    {
        JobName[] jobs = [.. JobSources.Read(workspace).Names];
        FileProblem.Guard("What a build starts from cannot be written", workspace.PathOf(BackendLayout.Entries), () => Write(workspace, jobs));
        return [.. jobs.Select(job => job.Value)];
    }

    private static void Write(Workspace workspace, JobName[] jobs)
    {
        string folder = MakeFolder(workspace);
        RemoveStale(folder, [.. jobs.Select(job => job.Value)]);
        bool hasRuntime = Existence.IsFile(workspace.PathOf(BackendLayout.Runtime));
        foreach (JobName job in jobs)
            Refresh(Path.Join(folder, job.Value, JobSource.FileName), hasRuntime ? WithRuntime(job) : Plain(job));
    }

    /// <summary>Nobody but a build has a reason to put anything there: a link, which may lead to sources, makes way.</summary>
    private static string MakeFolder(Workspace workspace)
    {
        string entries = Path.Join(RealPath.Inside(workspace.Root, BackendLayout.Own), Path.GetFileName(BackendLayout.Entries));
        string jobs = Path.Join(entries, "jobs");
        Disk.DeleteLink(entries);
        Disk.DeleteLink(jobs);
        Directory.CreateDirectory(jobs);
        return jobs;
    }

    private static void RemoveStale(string folder, HashSet<string> jobs)
    {
        foreach (FileSystemInfo entry in FolderReader.Entries(folder))
        {
            if (entry is not DirectoryInfo inner || entry.Attributes.HasFlag(FileAttributes.ReparsePoint))
                File.Delete(entry.FullName);
            else if (!jobs.Contains(entry.Name))
                inner.Delete(recursive: true);
        }
    }

    private static string WithRuntime(JobName job) => $$"""
        import { enterJob } from '../../../../src/backend/jobs/runtime';
        export const { run } = await enterJob(import.meta.url, () => import('../../../../src/backend/jobs/{{job}}/index'));

        """;

    private static string Plain(JobName job) => $"export * from '../../../../src/backend/jobs/{job}/index';\n";

    private static void Refresh(string path, string text)
    {
        byte[] content = Encoding.UTF8.GetBytes(text);
        if (!FileReader.Holds(path, content))
            AtomicFile.Write(path, content);
    }
}
