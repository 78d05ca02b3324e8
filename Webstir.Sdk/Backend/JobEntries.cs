using System.Text;
using Webstir.Sdk.Jobs;
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
    public static IReadOnlyList<string> Refresh(Workspace workspace)
    {
        JobName[] jobs = [.. JobSources.Read(workspace).Names];
        string folder = RealPath.Inside(workspace.Root, $"{BackendLayout.Entries}/jobs");
        Directory.CreateDirectory(folder);
        foreach (DirectoryInfo entry in FolderReader.Entries(folder).OfType<DirectoryInfo>())
        {
            if (!jobs.Any(job => job.Value == entry.Name))
                entry.Delete(recursive: true);
        }

        bool hasRuntime = Existence.IsFile(workspace.PathOf(BackendLayout.Runtime));
        foreach (JobName job in jobs)
            Refresh(Path.Join(folder, job.Value, "index.ts"), hasRuntime ? WithRuntime(job) : Plain(job));
        return [.. jobs.Select(job => job.Value)];
    }

    private static string WithRuntime(JobName job) => $$"""
        import { enterJob } from '../../../../src/backend/jobs/runtime';
        export const { run } = await enterJob(import.meta.url, () => import('../../../../src/backend/jobs/{{job}}/index'));

        """;

    private static string Plain(JobName job) => $"export * from '../../../../src/backend/jobs/{job}/index';\n";

    private static void Refresh(string path, string text)
    {
        byte[] content = Encoding.UTF8.GetBytes(text);
        if (!Existence.IsFile(path) || !File.ReadAllBytes(path).AsSpan().SequenceEqual(content))
            AtomicFile.Write(path, content);
    }
}
