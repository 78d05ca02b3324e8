using Webstir.Sdk.Backend;
using Webstir.Sdk.Jobs;
using Webstir.Sdk.Problems;
using Webstir.Sdk.Scaffolding;
using Webstir.Sdk.Transactions;
using Webstir.Sdk.Workspaces;

namespace Webstir.Sdk;

/// <summary>The stubs of a workspace's jobs, from its own template or from ours.</summary>
internal sealed class JobStub
{
    private readonly Workspace _workspace;
    private readonly JobTemplate _template;
    private readonly bool _hasRuntime;

    /// <exception cref="WebstirException">WEB0213: the workspace's template is wrong. WEB0203: it cannot be read. WEB0209: it lies outside.</exception>
    public JobStub(Workspace workspace)
    {
        _workspace = workspace;
        _hasRuntime = Existence.IsFile(workspace.PathOf(BackendLayout.Runtime));
        _template = Existence.IsFile(workspace.PathOf(JobTemplate.OverridePath)) ? Own(workspace) : JobTemplate.Embedded;
    }

    /// <exception cref="WebstirException">WEB0213: the workspace's template fails.</exception>
    public byte[] Render(JobDefinition job) => _template.Render(job, _hasRuntime);

    /// <summary>The stub that a job's folder consists of still; <see langword="null"/> when there is more, less or something else.</summary>
    public byte[]? FindUntouched(JobDefinition job)
    {
        string folder = _workspace.PathOf($"{Workspace.JobsFolder}/{job.Name}");
        byte[] stub = Render(job);
        if (FolderContent.IsExactly(folder, stub))
            return stub;
        byte[] other = _template.Render(job, !_hasRuntime);
        return FolderContent.IsExactly(folder, other) ? other : null;
    }

    private static JobTemplate Own(Workspace workspace)
    {
        string path = RealPath.Inside(workspace.Root, JobTemplate.OverridePath);
        return JobTemplate.Parse(FileReader.ReadAllBytes(path), path);
    }
}
