using Webstir.Sdk.Jobs;
using Webstir.Sdk.Problems;
using Webstir.Sdk.Scaffolding;

namespace Webstir.Sdk.Tests.Scaffolding;

/// <summary>Many jobs in one call: told how far it is, called off at any time, together or not at all.</summary>
public sealed class ManyJobsTests
{
    private const int Count = 40;

    [Test]
    public void Progress_grows_to_the_number_of_sources()
    {
        using var workspace = new TestWorkspace();
        var reports = new Reports();
        Assert.That(workspace.Scaffolder.AddJobs(Jobs(Count), progress: reports).IsApplied);
        Assert.That(reports.Counts, Is.Ordered.And.Unique);
        Assert.That(reports.Counts, Has.Count.GreaterThan(2));
        Assert.That(reports.Counts[^1], Is.EqualTo(Count));
    }

    [Test]
    public void A_plan_that_is_carried_out_later_tells_as_much()
    {
        using var workspace = new TestWorkspace();
        var reports = new Reports();
        ScaffoldPlan plan = workspace.Scaffolder.Plan(Jobs(Count));
        Assert.That(workspace.Scaffolder.Apply(plan, reports).IsApplied);
        Assert.That(reports.Counts[^1], Is.EqualTo(Count));
    }

    [Test]
    public void What_is_reported_is_on_the_disk_but_not_in_its_place()
    {
        using var workspace = new TestWorkspace();
        var inPlace = new List<int>();
        workspace.Scaffolder.AddJobs(Jobs(Count), progress: new Reports(_ => inPlace.Add(Sources(workspace))));
        Assert.That(inPlace, Is.All.Zero);
    }

    [Test]
    public void Called_off_at_any_report_nothing_is_left()
    {
        int reports = CountReports();
        for (int at = 1; at <= reports; at++)
        {
            using var workspace = new TestWorkspace();
            using var off = new CancellationTokenSource();
            IReadOnlyList<string> before = Files(workspace);
            int left = at;
            var progress = new Reports(_ => CancelAtZero(--left, off));
            Assert.That(() => workspace.Scaffolder.AddJobs(Jobs(Count), progress: progress, cancellationToken: off.Token), Throws.InstanceOf<OperationCanceledException>());
            Assert.That(Files(workspace), Is.EqualTo(before), $"report {at}");
        }
    }

    [Test]
    public void Called_off_before_it_begins_nothing_is_even_written()
    {
        using var workspace = new TestWorkspace();
        IReadOnlyList<string> before = workspace.Snapshot();
        var off = new CancellationToken(canceled: true);
        Assert.Multiple(() =>
        {
            Assert.That(() => workspace.Scaffolder.AddJobs(Jobs(Count), cancellationToken: off), Throws.InstanceOf<OperationCanceledException>());
            Assert.That(() => workspace.Scaffolder.AddJobs([], cancellationToken: off), Throws.InstanceOf<OperationCanceledException>());
            Assert.That(() => workspace.Scaffolder.AddJobs([.. Jobs(1), .. Jobs(1)], cancellationToken: off), Throws.InstanceOf<OperationCanceledException>());
            Assert.That(() => workspace.Scaffolder.Plan(Jobs(1), cancellationToken: off), Throws.InstanceOf<OperationCanceledException>());
            Assert.That(() => workspace.Scaffolder.Apply(workspace.Scaffolder.Plan(Jobs(1)), cancellationToken: off), Throws.InstanceOf<OperationCanceledException>());
        });
        Assert.That(workspace.Snapshot(), Is.EqualTo(before));
    }

    [TestCase(typeof(IOException))]
    [TestCase(typeof(UnauthorizedAccessException))]
    [TestCase(typeof(InvalidOperationException))]
    public void What_a_report_throws_comes_out_as_it_is_and_nothing_is_left(Type kind)
    {
        using var workspace = new TestWorkspace();
        IReadOnlyList<string> before = Files(workspace);
        var mine = (Exception)Activator.CreateInstance(kind, "mine")!;
        Exception thrown = Assert.Catch(() => workspace.Scaffolder.AddJobs(Jobs(Count), progress: new Reports(_ => throw mine)))!;
        Assert.That(thrown, Is.SameAs(mine));
        Assert.That(Files(workspace), Is.EqualTo(before));
    }

    [Test]
    public void Of_several_jobs_the_refused_one_is_named()
    {
        using var workspace = new TestWorkspace();
        JobDefinition[] jobs = Jobs(3);
        jobs[1] = jobs[1] with { Schedule = "99 * * * *" };
        Problem problem = workspace.Scaffolder.Plan(jobs).Problems.Single(problem => problem.Severity == Severity.Error);
        Assert.That(problem.Message, Does.StartWith($"Job '{jobs[1].Name}': "));
    }

    [Test]
    public void A_job_that_is_null_is_told_by_its_place()
    {
        using var workspace = new TestWorkspace();
        Assert.That(() => workspace.Scaffolder.AddJobs([Jobs(1)[0], null!]), Throws.ArgumentException.With.Message.Contains("1"));
    }

    private static int CountReports()
    {
        using var workspace = new TestWorkspace();
        var reports = new Reports();
        workspace.Scaffolder.AddJobs(Jobs(Count), progress: reports);
        return reports.Counts.Count;
    }

    private static void CancelAtZero(int left, CancellationTokenSource off)
    {
        if (left == 0)
            off.Cancel();
    }

    private static JobDefinition[] Jobs(int count) =>
        [.. Enumerable.Range(0, count).Select(i => new JobDefinition { Name = JobName.Parse($"job{i:000}"), Schedule = "0 0 * * *" })];

    private static int Sources(TestWorkspace workspace) =>
        Directory.Exists(workspace.PathOf("src/backend/jobs")) ? Directory.GetDirectories(workspace.PathOf("src/backend/jobs")).Length : 0;

    private static IReadOnlyList<string> Files(TestWorkspace workspace) =>
        [.. Directory.GetFileSystemEntries(workspace.Root, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 }).Order(StringComparer.Ordinal)];

    /// <summary>Unlike <see cref="Progress{T}"/>, on the thread that reports.</summary>
    private sealed class Reports(Action<int>? also = null) : IProgress<int>
    {
        public List<int> Counts { get; } = [];

        public void Report(int value)
        {
            Counts.Add(value);
            also?.Invoke(value);
        }
    }
}
