using Webstir.Sdk.Jobs;
using Webstir.Sdk.Workspaces;

namespace Webstir.Sdk.Tests.Workspaces;

public sealed class JobSourcesTests
{
    [Test]
    public void Many_sources_are_found_as_each_one_is()
    {
        using var workspace = new TestWorkspace();
        workspace.Write("src/backend/jobs/present/index.ts", "");
        workspace.Write("src/backend/jobs/Twin/index.ts", "");
        workspace.Write("src/backend/jobs/file", "");
        Directory.CreateDirectory(workspace.PathOf("src/backend/jobs/empty"));
        Directory.CreateDirectory(workspace.PathOf("src/backend/jobs/blocked/index.ts"));
        Link(workspace, "linked-folder", "present");
        Link(workspace, "linked-source/index.ts", "../present/index.ts");
        Link(workspace, "linked-to-folder/index.ts", "../present");
        JobName[] names = [.. "present Twin twin file empty blocked linked-folder linked-source linked-to-folder absent".Split(' ').Select(JobName.Parse)];

        var sources = JobSources.Read(workspace.Workspace);

        JobSource[] found = sources.Find(names);
        Assert.That(found, Is.EqualTo(names.Select(sources.Find)));
        Assert.That(string.Join('\n', found.Select(source => $"{source.Name} {source.State} {source.Occupant}")), Is.EqualTo("""
            present Present src/backend/jobs/present
            Twin Present src/backend/jobs/Twin
            twin Blocked src/backend/jobs/Twin
            file Blocked src/backend/jobs/file
            empty FolderOnly src/backend/jobs/empty
            blocked Blocked src/backend/jobs/blocked/index.ts
            linked-folder Present src/backend/jobs/linked-folder
            linked-source Present src/backend/jobs/linked-source
            linked-to-folder Blocked src/backend/jobs/linked-to-folder/index.ts
            absent Absent src/backend/jobs
            """));
    }

    [Test]
    public void Without_a_folder_of_jobs_no_source_is_found()
    {
        using var workspace = new TestWorkspace();
        JobSource[] found = JobSources.Read(workspace.Workspace).Find([JobName.Parse("nightly")]);
        Assert.That(found, Is.EqualTo(new[] { new JobSource(JobName.Parse("nightly"), JobSourceState.Absent, "") }));
    }

    private static void Link(TestWorkspace workspace, string path, string target)
    {
        string link = workspace.PathOf("src/backend/jobs/" + path);
        Directory.CreateDirectory(Path.GetDirectoryName(link)!);
        File.CreateSymbolicLink(link, target);
    }
}
