using Webstir.Sdk;
using Webstir.Sdk.Jobs;
using Webstir.Sdk.Problems;
using Webstir.Sdk.Workspaces;

// A build script as one writes it with NUKE: targets with what they depend on, run in that order, each once.
string workspace = args[0];
var targets = new Dictionary<string, (string[] DependsOn, Func<bool> Run)>
{
    ["Scaffold"] = ([], Scaffold),
    ["Check"] = ([], Check),
    ["Report"] = (["Scaffold", "Check"], Report),
};
var done = new HashSet<string>();
return Reach(args[1]) ? 0 : 1;

bool Reach(string target)
{
    if (!done.Add(target))
        return true;
    if (!targets[target].DependsOn.All(Reach))
        return false;
    Console.WriteLine($"Target {target}");
    return targets[target].Run();
}

bool Scaffold()
{
    JobDefinition[] jobs = [.. Enumerable.Range(1, 23).Select(hour => new JobDefinition { Name = JobName.Parse($"hour-{hour:00}"), Schedule = $"0 {hour} * * *" })];
    return new JobScaffolder(workspace).AddJobs(jobs).IsApplied;
}

bool Check()
{
    IReadOnlyList<Problem> problems = WorkspaceChecker.Check(workspace, TimeProvider.System);
    foreach (Problem problem in problems)
        Console.WriteLine(problem);
    return problems.All(problem => problem.Severity != Severity.Error);
}

bool Report()
{
    var inspection = BackendInspector.Inspect(Workspace.Open(workspace), TimeProvider.System);
    File.WriteAllLines(Path.Join(workspace, "jobs.txt"), inspection.Jobs.Select(job => $"{job.Job.Name} {job.Timing} {job.HasSource}"));
    return true;
}
