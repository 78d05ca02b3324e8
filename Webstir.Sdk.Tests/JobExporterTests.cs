using Webstir.Sdk.Exporting;
using Webstir.Sdk.Jobs;
using Webstir.Sdk.Problems;
using Webstir.Sdk.Scaffolding;

namespace Webstir.Sdk.Tests;

public class JobExporterTests
{
    private const string Timer = "deploy/systemd/shop-nightly.timer";

    private static readonly string Manifest = ManifestOf("nightly", "poll");

    private static readonly ExportRequest Units = new()
    {
        Target = "systemd",
        Settings = new Dictionary<string, string> { ["workingDirectory"] = "/srv/shop", ["timeZone"] = "Europe/Berlin" },
    };

    private static readonly ExportRequest CronJobs = new()
    {
        Target = "kubernetes",
        Settings = new Dictionary<string, string> { ["image"] = "shop:1", ["timeZone"] = "Europe/Berlin" },
    };

    [Test]
    public void A_plan_changes_no_byte_and_no_time()
    {
        using var workspace = new TestWorkspace(Manifest);
        IReadOnlyList<string> before = workspace.Snapshot();
        ChangePlan plan = Exporter(workspace).Plan(Units);
        Assert.That(Changes(plan), Has.Exactly(4).StartsWith("Create deploy/systemd/shop-"));
        Assert.That(workspace.Snapshot(), Is.EqualTo(before));
    }

    [Test]
    public void An_export_writes_what_its_plan_says_and_then_has_nothing_to_do()
    {
        using var workspace = new TestWorkspace(Manifest);
        ChangePlan plan = Exporter(workspace).Export(Units);
        foreach (FileChange change in plan.Changes)
            Assert.That(File.ReadAllBytes(workspace.PathOf(change.Path)), Is.EqualTo(change.After!.Value.ToArray()), change.Path);
        Assert.That(Exporter(workspace).Export(Units).Changes.Select(change => change.Kind), Is.All.EqualTo(ChangeKind.Unchanged));
        Assert.That(Exporter(workspace).Check(Units).CanApply, Is.True);
    }

    [Test]
    public void A_check_names_each_file_that_is_not_what_the_manifest_says()
    {
        using var workspace = new TestWorkspace(Manifest);
        Exporter(workspace).Export(Units);
        workspace.Write("package.json", ManifestOf("nightly", "weekly"));
        workspace.Write(Timer, workspace.Read(Timer) + "# edited\n");
        ChangePlan check = Exporter(workspace).Check(Units);
        string[] different = [Timer, "deploy/systemd/shop-poll.service", "deploy/systemd/shop-poll.timer", "deploy/systemd/shop-weekly.service", "deploy/systemd/shop-weekly.timer"];
        Assert.That(check.Problems.Where(problem => problem.Code == "WEB0507").Select(problem => problem.Path), Is.EquivalentTo(different.Select(workspace.PathOf)));
    }

    [Test]
    public void Files_of_jobs_that_are_gone_go_and_those_of_others_stay()
    {
        using var workspace = new TestWorkspace(Manifest);
        Exporter(workspace).Export(Units);
        workspace.Write("deploy/systemd/shop-mine.timer", "# mine\n");
        workspace.Write("package.json", ManifestOf("nightly"));
        ChangePlan plan = Exporter(workspace).Export(Units);
        Assert.That(Changes(plan), Does.Contain("Delete deploy/systemd/shop-poll.timer").And.Contain("Delete deploy/systemd/shop-poll.service"));
        Assert.That(Directory.GetFiles(workspace.PathOf("deploy/systemd")).Select(path => Path.GetFileName(path)), Is.EquivalentTo(new[] { "shop-nightly.service", "shop-nightly.timer", "shop-mine.timer" }));
    }

    [Test]
    public void A_file_that_no_export_wrote_is_not_overwritten()
    {
        using var workspace = new TestWorkspace(Manifest);
        workspace.Write(Timer, "# mine\n");
        IReadOnlyList<string> before = workspace.Snapshot();
        ChangePlan plan = Exporter(workspace).Export(Units);
        Assert.That(plan.Problems.Single(problem => problem.Severity == Severity.Error), Has.Property("Code").EqualTo("WEB0508").And.Property("Path").EqualTo(workspace.PathOf(Timer)));
        Assert.That(workspace.Snapshot(), Is.EqualTo(before));
    }

    [Test]
    public void A_setting_that_is_missing_is_named_with_both_ways_to_give_it()
    {
        using var workspace = new TestWorkspace(Manifest);
        Problem problem = Exporter(workspace).Plan(CronJobs with { Settings = new Dictionary<string, string> { ["timeZone"] = "UTC" } }).Problems.Single();
        Assert.That((problem.Code, problem.Message), Is.EqualTo(("WEB0502", "An export to Kubernetes needs 'image': the container image that holds the built workspace.")));
        Assert.That(problem.Hint, Does.Contain("--set image=").And.Contain("\"kubernetes\": { \"image\":"));
    }

    [Test]
    public void A_setting_that_is_mistyped_in_the_manifest_is_pointed_at()
    {
        using var workspace = new TestWorkspace("{\"webstir\":{\"export\":{\n  \"kubernetes\": {\n    \"imgae\": \"shop:1\"\n} } } }");
        Problem problem = Exporter(workspace).Plan(CronJobs).Problems[0];
        Assert.That((problem.Code, problem.Path, problem.Hint), Is.EqualTo(("WEB0503", workspace.PathOf("package.json"), "Did you mean 'image'?")));
        Assert.That((problem.Position?.Line, problem.Position?.Column), Is.EqualTo((3, 5)));
    }

    [TestCase("kubernets", null, "Did you mean 'kubernetes'?")]
    [TestCase("eventbridge", "terrafrom", "Did you mean 'terraform'?")]
    [TestCase("nomad", null, "Known are kubernetes, eventbridge, cloud-scheduler, temporal, github-actions, systemd, crontab, quartz.")]
    public void An_unknown_target_or_format_is_refused(string target, string? format, string hint)
    {
        using var workspace = new TestWorkspace(Manifest);
        ChangePlan plan = Exporter(workspace).Plan(CronJobs with { Target = target, Format = format });
        Assert.That(plan.Problems.Select(problem => (problem.Code, problem.Hint)), Is.EqualTo(new[] { ("WEB0501", (string?)hint) }));
        Assert.That(plan.Changes, Is.Empty);
    }

    [Test]
    public void A_single_job_leaves_the_files_of_others_alone()
    {
        using var workspace = new TestWorkspace(Manifest);
        Exporter(workspace).Export(Units);
        ChangePlan plan = Exporter(workspace).Export(Units with { Jobs = [JobName.Parse("poll")] });
        Assert.That(Changes(plan), Is.EqualTo(new[] { "Unchanged deploy/systemd/shop-poll.service", "Unchanged deploy/systemd/shop-poll.timer" }));
    }

    [Test]
    public void A_job_without_a_schedule_is_none_of_a_schedulers_business()
    {
        using var workspace = new TestWorkspace("""{"webstir":{"module":{"jobs":[{"name":"manual"}]}}}""");
        ChangePlan plan = Exporter(workspace).Plan(CronJobs);
        Assert.That(plan.CanApply, Is.True);
        Assert.That(plan.Problems.Select(problem => problem.Code), Is.EqualTo(new[] { "WEB0510" }));
    }

    [Test]
    public void A_file_of_no_jobs_is_not_written_and_one_whose_jobs_are_gone_goes()
    {
        using var workspace = new TestWorkspace(Manifest);
        string path = Exporter(workspace).Export(CronJobs).Changes.Single().Path;
        workspace.Write("package.json", ManifestOf());
        Assert.That(Changes(Exporter(workspace).Export(CronJobs)), Is.EqualTo(new[] { $"Delete {path}" }));
        Assert.That(Exporter(workspace).Export(CronJobs).Changes, Is.Empty);
        Assert.That(workspace.PathOf(path), Does.Not.Exist);
    }

    [Test]
    public void A_time_that_the_clocks_skip_is_warned_of_where_it_is_treated_otherwise()
    {
        using var workspace = new TestWorkspace("""{"webstir":{"module":{"jobs":[{"name":"nightly","schedule":"30 2 * * *"}]}}}""");
        Assert.That(Exporter(workspace).Plan(CronJobs).Problems.Select(problem => problem.Code), Is.EqualTo(new[] { "WEB0505" }));
        ExportRequest elsewhere = CronJobs with { Settings = new Dictionary<string, string>(CronJobs.Settings) { ["timeZone"] = "Etc/UTC" } };
        Assert.That(Exporter(workspace).Plan(elsewhere).Problems, Is.Empty);
    }

    [Test]
    public void Nothing_is_written_outside_the_workspace()
    {
        using var workspace = new TestWorkspace(Manifest);
        using var outside = new TemporaryFolder();
        Directory.CreateSymbolicLink(workspace.PathOf("deploy"), outside.Root);
        foreach (ExportRequest request in new[] { Units, CronJobs with { Folder = outside.PathOf("x") }, CronJobs with { Folder = Path.Join(workspace.Root, "..", "x") } })
        {
            WebstirException error = Assert.Throws<WebstirException>(() => Exporter(workspace).Export(request))!;
            Assert.That(error.Problem.Code, Is.EqualTo("WEB0209"));
        }

        Assert.That(Directory.EnumerateFileSystemEntries(outside.Root), Is.Empty);
    }

    [Test]
    public void The_workspace_itself_may_be_the_folder()
    {
        using var workspace = new TestWorkspace(Manifest);
        ExportRequest here = CronJobs with { Folder = workspace.Root };
        Assert.That(Changes(Exporter(workspace).Export(here)), Is.EqualTo(new[] { "Create cronjobs.yaml" }));
        Assert.That(Changes(Exporter(workspace).Export(here)), Is.EqualTo(new[] { "Unchanged cronjobs.yaml" }));
    }

    [TestCase("@@@")]
    [TestCase("@shop/")]
    [TestCase("-")]
    public void A_unit_of_a_module_without_a_proper_name_looks_like_no_option(string name)
    {
        using var workspace = new TestWorkspace($$$$"""{"name":"{{{{name}}}}","webstir":{"module":{"jobs":[{"name":"nightly","schedule":"0 5 * * *"}]}}}""");
        Assert.That(Exporter(workspace).Plan(Units).Changes.Select(change => Path.GetFileName(change.Path)), Has.None.StartsWith("-").And.All.Contains("nightly."));
    }

    [TestCase("kubernetes", "namespace", "My_Jobs")]
    [TestCase("eventbridge", "targetArn", "my-function")]
    [TestCase("quartz", "namespace", "Acme.x-y")]
    [TestCase("quartz", "jobType", "7Jobs")]
    [TestCase("crontab", "user", "app rm")]
    [TestCase("systemd", "workingDirectory", "srv/shop")]
    [TestCase("cloud-scheduler", "url", "shop.example/run")]
    [TestCase("temporal", "timeZone", "Europe/Nowhere")]
    [TestCase("temporal", "taskQueue", " ")]
    public void A_setting_that_the_target_would_choke_on_is_refused(string target, string key, string value)
    {
        using var workspace = new TestWorkspace(Manifest);
        ChangePlan plan = Exporter(workspace).Plan(new ExportRequest { Target = target, Settings = new Dictionary<string, string> { [key] = value } });
        Assert.That(plan.Problems.Where(problem => problem.Code == "WEB0509").Select(problem => problem.Message), Has.One.StartsWith($"The setting '{key}' is '{value}'. "));
    }

    [Test]
    public void A_template_of_the_workspace_takes_the_place_of_ours()
    {
        using var workspace = new TestWorkspace(Manifest);
        workspace.Write(".webstir/templates/export/kubernetes/cronjobs.yaml.scriban", "# {{ header }}\n{{ for job in jobs }}{{ job.name | yaml }} {{ end }}\n");
        string path = Exporter(workspace).Export(CronJobs).Changes.Single().Path;
        Assert.That(workspace.Read(path), Does.EndWith("\n\"nightly\" \"poll\" \n"));
    }

    [Test]
    public void A_template_that_never_ends_is_stopped()
    {
        using var workspace = new TestWorkspace(Manifest);
        workspace.Write(".webstir/templates/export/kubernetes/cronjobs.yaml.scriban", "{{ while true }}{{ end }}");
        WebstirException error = Assert.Throws<WebstirException>(() => Exporter(workspace).Plan(CronJobs))!;
        Assert.That(error.Problem.Code, Is.EqualTo("WEB0213"));
    }

    private static JobExporter Exporter(TestWorkspace workspace) => new(workspace.Workspace);

    private static string ManifestOf(params string[] names)
    {
        IEnumerable<string> entries = names.Select(name => $$"""{"name":"{{name}}","schedule":"0 5 * * *"}""");
        return $$"""{"name":"shop","webstir":{"module":{"name":"shop","jobs":[{{string.Join(',', entries)}}] } } }""";
    }

    private static IEnumerable<string> Changes(ChangePlan plan) => plan.Changes.Select(change => $"{change.Kind} {change.Path}");
}
