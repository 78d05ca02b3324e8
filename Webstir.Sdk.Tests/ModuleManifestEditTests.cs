using System.Text;
using Webstir.Sdk.Jobs;
using Webstir.Sdk.Problems;

namespace Webstir.Sdk.Tests;

/// <summary>What edits look like in every style of document, for the eye: line ends, tabs and marks are written out.</summary>
public class ModuleManifestEditTests
{
    private static readonly JobDefinition Job = Build.Job("nightly", "0 0 * * *", "Nightly maintenance window", "5");

    private static readonly Dictionary<string, string> WithoutJob = new()
    {
        ["empty root"] = "{}",
        ["empty root, final newline, CRLF"] = "{}\r\n",
        ["empty root on two lines"] = "{\n}\n",
        ["no webstir, two spaces"] = "{\n  \"name\": \"x\",\n  \"files\": [\n    \"a\"\n  ]\n}\n",
        ["no webstir, four spaces, no final newline"] = "{\n    \"name\": \"x\",\n    \"files\": {\n        \"a\": 1\n    }\n}",
        ["no webstir, tabs, CRLF, byte order mark"] = "\uFEFF{\r\n\t\"name\": \"x\"\r\n}\r\n",
        ["no webstir, minified"] = "{\"name\":\"x\",\"private\":true}",
        ["no webstir, one line with blanks"] = "{ \"name\": \"x\", \"private\": true }\n",
        ["blank before the colon"] = "{\n  \"name\" : \"x\"\n}\n",
        ["inline webstir"] = "{\n  \"webstir\": { \"mode\": \"api\" },\n  \"name\": \"x\"\n}\n",
        ["inline webstir without blanks"] = "{\"webstir\":{\"mode\":\"api\"}}",
        ["empty webstir"] = "{\n  \"webstir\": {},\n  \"name\": \"x\"\n}\n",
        ["empty module on two lines"] = "{\n  \"webstir\": {\n    \"module\": {\n    }\n  }\n}\n",
        ["newer key"] = "{\n  \"webstir\": {\n    \"moduleManifest\": {\n      \"name\": \"m\"\n    }\n  }\n}\n",
        ["empty list"] = "{\n  \"webstir\": {\n    \"module\": {\n      \"jobs\": []\n    }\n  }\n}\n",
        ["empty list with a blank"] = "{ \"webstir\": { \"module\": { \"jobs\": [ ] } } }",
        ["empty list on two lines"] = "{\n  \"webstir\": {\n    \"module\": {\n      \"jobs\": [\n      ]\n    }\n  }\n}\n",
        ["empty list on three lines"] = "{\n  \"webstir\": {\n    \"module\": {\n      \"jobs\": [\n\n      ]\n    }\n  }\n}\n",
        ["one entry a line"] = "{\n  \"webstir\": {\n    \"module\": {\n      \"jobs\": [\n        { \"name\": \"a\" },\n        { \"name\": \"z\" }\n      ]\n    }\n  }\n}\n",
        ["unsorted entries on several lines"] = "{\n\t\"webstir\": {\n\t\t\"module\": {\n\t\t\t\"jobs\": [\n\t\t\t\t{\n\t\t\t\t\t\"name\": \"z\"\n\t\t\t\t},\n\t\t\t\t{\n\t\t\t\t\t\"name\": \"a\"\n\t\t\t\t}\n\t\t\t]\n\t\t}\n\t}\n}\n",
        ["entries that share their brackets' lines"] = "{\n  \"webstir\": {\n    \"module\": {\n      \"jobs\": [{\n        \"name\": \"a\"\n      }, {\n        \"name\": \"z\"\n      }]\n    }\n  }\n}\n",
        ["comma first"] = "{\n  \"webstir\": { \"module\": { \"jobs\": [\n    { \"name\": \"b\" }\n  , { \"name\": \"a\" }\n  ] } }\n}\n",
        ["mixed newlines"] = "{\n  \"name\": \"x\",\r\n  \"webstir\": {\r\n    \"module\": {\n      \"jobs\": [\r\n        { \"name\": \"a\" }\n      ]\r\n    }\n  }\n}\r\n",
        ["blank lines between members"] = "{\n\n  \"name\": \"x\",\n\n  \"version\": \"1\"\n\n}\n",
    };

    [Test]
    public Task Adding_a_job() => Snapshots.Verify(Describe(WithoutJob, manifest => manifest.AddJob(Job)));

    [Test]
    public Task Adding_three_jobs() =>
        Snapshots.Verify(Describe(WithoutJob, manifest => manifest.AddJob(Job).AddJob(Build.Job("cleanup")).AddJob(Build.Job("tidy", priority: "low"))));

    [Test]
    public Task Updating_a_job() => Snapshots.Verify(
        Describe(WithoutJob, manifest => manifest.AddJob(Build.Job("nightly", "@daily")).UpdateJob(Job))
        + Describe(WithoutJob, manifest => manifest.AddJob(Job).UpdateJob(Build.Job("nightly", description: "Only this"))));

    [Test]
    public Task Removing_the_only_job_of_a_file_that_does_not_tell_how_it_came() =>
        Snapshots.Verify(Describe(WithoutJob, manifest => ModuleManifest.Parse(manifest.AddJob(Job).ToString()).RemoveJob(Job.Name)));

    [TestCaseSource(nameof(WithoutJob))]
    public void Removing_the_job_brings_back_every_style(KeyValuePair<string, string> style)
    {
        ModuleManifest edited = ModuleManifest.Parse(style.Value).AddJob(Job);
        Assert.That(edited.RemoveJob(Job.Name).ToString(), Is.EqualTo(style.Value), style.Key);
    }

    [TestCaseSource(nameof(WithoutJob))]
    public void Adding_jobs_together_gives_what_adding_them_one_by_one_gives(KeyValuePair<string, string> style)
    {
        foreach (string[] names in new string[][] { [], ["m"], ["m", "n"], ["n", "m", "bb"], ["bb", "m", "c", "zz", "0", "M1", "d"], ["job2", "job10", "job1"] })
        {
            JobDefinition[] jobs = [.. names.Select((name, index) => Build.Job(name, schedule: index % 2 == 0 ? "@daily" : null, priority: "5"))];
            ModuleManifest manifest = ModuleManifest.Parse(style.Value);
            string oneByOne = jobs.Aggregate(manifest, (edited, job) => edited.AddJob(job)).ToString();
            Assert.That(manifest.AddJobs(jobs).ToString(), Is.EqualTo(oneByOne), style.Key);
        }
    }

    [TestCase("a", "b", "c", "B")]
    [TestCase("a", "b", "c", "Z")]
    public void A_job_that_is_listed_or_given_twice_is_not_added_together_with_others(params string[] names)
    {
        const string json = """{"webstir":{"module":{"jobs":[{"name":"y"},{"name":"z"}]}}}""";
        ModuleManifest manifest = ModuleManifest.Parse(json);
        WebstirException error = Assert.Throws<WebstirException>(() => manifest.AddJobs([.. names.Select(name => Build.Job(name))]))!;
        Assert.That(error.Problem.Code, Is.EqualTo("WEB0302"));
        Assert.That(error.Problem.Message, Does.Contain(names[^1] == "B" ? "'B' is given twice" : "'z' is listed already"));
    }

    private static string Describe(Dictionary<string, string> styles, Func<ModuleManifest, ModuleManifest> edit)
    {
        var text = new StringBuilder();
        foreach ((string style, string json) in styles)
            text.Append("== ").Append(style).Append('\n').Append(Visible(edit(ModuleManifest.Parse(json)).ToString())).Append("\n\n");
        return text.ToString();
    }

    private static string Visible(string json) => json
        .Replace("\uFEFF", "<BOM>", StringComparison.Ordinal)
        .Replace("\t", "→", StringComparison.Ordinal)
        .Replace("\r", "<CR>", StringComparison.Ordinal)
        .Replace("\n", "<LF>\n", StringComparison.Ordinal);
}
