using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CsCheck;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Webstir.Sdk.Jobs;
using Webstir.Sdk.Tests.Reliability;

namespace Webstir.Sdk.Tests.Manifests;

/// <summary>The promise, held against documents nobody wrote. A failure prints the seed that brings it back.</summary>
public partial class GeneratedManifestTests
{
    private static readonly JobDefinition Job = Build.Job("nightly", "*/5 0 * * *", "Says \"hello\"\n\u2028 ünïcödé", "5");
    private static readonly JobDefinition[] Three = [Job, Build.Job("aaa"), Build.Job("zzz", priority: "low")];

    [Test]
    public void The_promise_holds_for_any_document() => Try(documents: 10_000).MustBeClean();

    [Test]
    [Category("Long")]
    public void The_promise_holds_for_a_hundred_thousand_documents() => Try(documents: 100_000).MustBeClean();

    /// <summary>Documents up to the first that breaks the promise.</summary>
    internal static Tally Try(long documents)
    {
        var tally = new Tally();
        try
        {
            Gen.Select(GeneratedManifest.Any, Gen.Shuffle(Three)).Sample((document, order) =>
            {
                AddingIsOneInsertion(document);
                AddingAndRemovingLeavesNoTrace(document, order);
                UpdatingAndUpdatingBackKeepsTheValue(document);
                tally.Count(document.Json, fault: null);
            }, iter: documents);
        }
        catch (CsCheckException failure)
        {
            tally.Count("the shortest document", failure.Message);
        }

        return tally;
    }

    private static void AddingIsOneInsertion(GeneratedManifest document)
    {
        byte[] before = Encoding.UTF8.GetBytes(document.Json);
        byte[] after = ModuleManifest.Parse(document.Json).AddJob(Job).Utf8.ToArray();
        byte[]? inserted = Insertion.Find(before, after);
        Require(inserted is not null, "more than one insertion", after);

        JsonNode expected = ManifestOracle.WithJob(RealManifests.Read(before), RealManifests.Read(after), Job);
        Require(JsonNode.DeepEquals(RealManifests.Read(after), expected), "the value differs by more than the entry", after);
        Require(Newtonsoft(after).SelectTokens("webstir.*.jobs[*].description").Any(text => (string?)text == Job.Description), "Newtonsoft does not see the entry", after);
        Require(StaysInStyle(document, Encoding.UTF8.GetString(inserted!)), "the new lines are in another style", after);
    }

    private static void AddingAndRemovingLeavesNoTrace(GeneratedManifest document, JobDefinition[] order)
    {
        ModuleManifest manifest = Three.Aggregate(ModuleManifest.Parse(document.Json), (edited, job) => edited.AddJob(job));
        Require(manifest.Jobs.Count == ModuleManifest.Parse(document.Json).Jobs.Count + Three.Length, "jobs are missing", manifest.Utf8.ToArray());
        manifest = order.Aggregate(manifest, (edited, job) => edited.RemoveJob(job.Name));
        Require(manifest.ToString() == document.Json, "three jobs left a trace", manifest.Utf8.ToArray());

        ModuleManifest one = ModuleManifest.Parse(document.Json).AddJob(Job).RemoveJob(Job.Name);
        Require(one.ToString() == document.Json, "one job left a trace", one.Utf8.ToArray());
    }

    private static void UpdatingAndUpdatingBackKeepsTheValue(GeneratedManifest document)
    {
        ModuleManifest original = ModuleManifest.Parse(document.Json);
        foreach (JobDefinition job in original.Jobs)
        {
            ModuleManifest changed = original.UpdateJob(Job with { Name = job.Name });
            Require(changed.FindJob(job.Name) == Job with { Name = job.Name }, "the update is not read back", changed.Utf8.ToArray());
            ModuleManifest back = changed.UpdateJob(job);
            Require(JsonNode.DeepEquals(RealManifests.Read(back.Utf8.ToArray()), RealManifests.Read(original.Utf8.ToArray())), "the value changed", back.Utf8.ToArray());
        }
    }

    /// <summary>New lines break and are indented as lines of the document are; where those show nothing, there is nothing to hold to.</summary>
    private static bool StaysInStyle(GeneratedManifest document, string inserted)
    {
        string body = document.Json.TrimEnd('\r', '\n');
        string[] breaks = [.. LineBreaks().Matches(body).Select(match => match.Value).Distinct()];
        bool sameBreaks = breaks.Length == 0 || LineBreaks().Matches(inserted).All(match => breaks.Contains(match.Value));

        char[] indents = [.. Indentation().Matches(body).SelectMany(match => match.Groups[1].Value).Distinct()];
        bool sameIndents = indents.Length == 0 || Indentation().Matches(inserted).SelectMany(match => match.Groups[1].Value).All(indents.Contains);
        bool onlyOneLine = breaks.Length > 0 || RealManifests.Read(Encoding.UTF8.GetBytes(document.Json)).AsObject().Count == 0 || !inserted.Contains('\n', StringComparison.Ordinal);
        return sameBreaks && sameIndents && onlyOneLine;
    }

    [GeneratedRegex(@"\r\n|\r|\n")]
    private static partial Regex LineBreaks();

    [GeneratedRegex(@"[\r\n]([ \t]+)(?=[""{}\[\]])")]
    private static partial Regex Indentation();

    private static JObject Newtonsoft(byte[] utf8)
    {
        using var reader = new JsonTextReader(new StreamReader(new MemoryStream(utf8), Encoding.UTF8)) { DateParseHandling = DateParseHandling.None };
        return JObject.Load(reader);
    }

    private static void Require(bool holds, string otherwise, byte[] after)
    {
        if (!holds)
            throw new InvalidOperationException($"{otherwise}: {JsonConvert.SerializeObject(Encoding.UTF8.GetString(after))}");
    }
}
