using System.Collections.Concurrent;
using Webstir.Sdk.Jobs;
using Webstir.Sdk.Problems;
using Webstir.Sdk.Scaffolding;
using Webstir.Sdk.Workspaces;

namespace Webstir.Sdk.Tests.Reliability;

/// <summary>Build tooling that calls the library on many threads, and beside other processes.</summary>
[Platform(Exclude = "Win")]
public sealed class ThreadTests
{
    private const int Threads = 16;

    [Test]
    public void Of_many_threads_at_once_none_loses_a_job()
    {
        using var shop = new Shop();
        RunAtOnce(number => MustApply(new JobScaffolder(shop.Root).AddJob(Build.Job($"job{number}"))));
        MustHold(shop, [.. Enumerable.Range(0, Threads).Select(number => $"job{number}")]);
    }

    /// <summary>What is locked is the folder, whichever way leads to it.</summary>
    [Test]
    public void Nor_do_those_that_share_one_scaffolder_or_come_over_a_link()
    {
        using var shop = new Shop();
        string link = Path.Join(shop.Outside, "link");
        Directory.CreateSymbolicLink(link, shop.Root);
        JobScaffolder[] scaffolders = [new(shop.Root), new(link)];
        RunAtOnce(number => MustApply(scaffolders[number % 2].AddJob(Build.Job($"job{number}"))));
        MustHold(shop, [.. Enumerable.Range(0, Threads).Select(number => $"job{number}")]);
    }

    [Test]
    public void Of_threads_that_add_one_job_one_wins_and_the_others_are_told()
    {
        using var shop = new Shop();
        var results = new ConcurrentBag<ScaffoldResult>();
        RunAtOnce(_ => results.Add(new JobScaffolder(shop.Root).AddJob(Build.Job("nightly"))));
        MustHold(shop, ["nightly"]);
        Assert.That(results.Count(result => result.IsApplied), Is.EqualTo(1));
        string[] told = [.. results.Where(result => !result.IsApplied).SelectMany(result => result.Plan.Problems).Select(problem => problem.Code)];
        Assert.That(told, Is.EqualTo(Enumerable.Repeat("WEB0302", Threads - 1)));
    }

    /// <summary>Plans are made without the lock. Of those from one state of the workspace, the first that is carried out wins.</summary>
    [Test]
    public void Of_plans_made_at_the_same_time_one_is_carried_out()
    {
        using var shop = new Shop();
        ScaffoldPlan[] plans = [.. Enumerable.Range(0, Threads).Select(number => new JobScaffolder(shop.Root).Plan(Build.Job($"job{number}")))];
        var errors = new ConcurrentBag<string>();
        int applied = 0;
        RunAtOnce(number =>
        {
            try
            {
                MustApply(new JobScaffolder(shop.Root).Apply(plans[number]));
                Interlocked.Increment(ref applied);
            }
            catch (WebstirException error)
            {
                errors.Add(error.Problem.Code);
            }
        });
        Assert.That(applied, Is.EqualTo(1));
        Assert.That(errors, Is.EqualTo(Enumerable.Repeat("WEB0205", Threads - 1)));
        Assert.That(shop.Jobs, Has.Length.EqualTo(1).And.EqualTo(shop.Folders));
    }

    [Test]
    public void Threads_that_add_change_and_remove_do_not_disturb_each_other()
    {
        using var shop = new Shop();
        RunAtOnce(number =>
        {
            var scaffolder = new JobScaffolder(shop.Root);
            for (int round = 0; round < 4; round++)
            {
                JobDefinition job = Build.Job($"job{number}");
                MustApply(scaffolder.AddJob(job));
                MustApply(scaffolder.UpdateJob(job.Name, listed => listed with { Schedule = "0 0 * * *" }));
                MustApply(scaffolder.RemoveJob(job.Name));
            }
        });
        MustHold(shop, []);
    }

    [Test]
    public async Task Processes_and_threads_wait_for_each_other()
    {
        using var shop = new Shop();
        Task<ProcessRun>[] processes = [.. Enumerable.Range(0, 4).Select(number => shop.WebstirAsync("add-job", $"process{number}", "--wait", "120"))];
        var wait = new LockWait { Timeout = TimeSpan.FromMinutes(2) };
        int added = 0;
        RunAtOnce(number =>
        {
            // For as long as the processes take to start.
            for (int round = 0; round < 50 && (round == 0 || !Array.TrueForAll(processes, process => process.IsCompleted)); round++)
            {
                MustApply(new JobScaffolder(shop.Root) { LockWait = wait }.AddJob(Build.Job($"thread{number}-{round}")));
                Interlocked.Increment(ref added);
            }
        });
        foreach (Task<ProcessRun> process in processes)
            (await process).MustSucceed();
        Assert.That(shop.Jobs, Has.Length.EqualTo(added + processes.Length).And.EqualTo(shop.Folders));
        Assert.That(Directory.GetFileSystemEntries(shop.Root).Select(Path.GetFileName), Is.EquivalentTo([Shop.Manifest, "src"]));
    }

    private static void RunAtOnce(Action<int> work)
    {
        using var start = new Barrier(Threads);
        void Work(int number)
        {
            start.SignalAndWait();
            work(number);
        }

        Task.WaitAll([.. Enumerable.Range(0, Threads).Select(number =>
            Task.Factory.StartNew(() => Work(number), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default))]);
    }

    private static void MustApply(ScaffoldResult result) =>
        Assert.That(result.IsApplied, string.Join('\n', result.Plan.Problems));

    private static void MustHold(Shop shop, string[] jobs)
    {
        Assert.That(shop.Jobs, Is.EquivalentTo(jobs));
        Assert.That(shop.Folders, Is.EquivalentTo(jobs));
        Assert.That(Directory.GetFileSystemEntries(shop.Root).Select(Path.GetFileName), Is.EquivalentTo([Shop.Manifest, "src"]), "Nothing is left over.");
    }
}
