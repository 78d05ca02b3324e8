using System.Text;
using Webstir.Sdk.Jobs;
using Webstir.Sdk.Manifests;
using Webstir.Sdk.Problems;

namespace Webstir.Sdk.Tests.Manifests;

/// <summary>Edits that no code of ours makes: each must be caught before it could be written.</summary>
public sealed class EditProofTests
{
    private const string Empty = """{"name":"x","webstir":{"module":{"jobs":[]}}}""";
    private const string One = """{"name":"x","webstir":{"module":{"jobs":[{"name":"a","owner":"me"},{"name":"b"}]}}}""";

    private static readonly JobDefinition Wanted = Build.Job("a", schedule: "@daily");

    [Test]
    public void The_entry_that_was_asked_for_is_proved() =>
        Assert.That(() => Proof(Empty, "[]", """[{"name":"a","schedule":"@daily"}]""").Added(Wanted, List(Empty)), Throws.Nothing);

    [TestCase("""[{"name":"zzz","schedule":"@daily"}]""", Description = "another name")]
    [TestCase("""[{"name":"a","schedule":"@hourly"}]""", Description = "another schedule")]
    [TestCase("""[{"name":"a","schedule":"@daily","owner":"me"}]""", Description = "a member nobody asked for")]
    [TestCase("""[{"name":"a","schedule":"@daily"},{"name":"c"}]""", Description = "a second entry")]
    public void An_addition_that_says_something_else_is_refused(string list) =>
        Refused(() => Proof(Empty, "[]", list).Added(Wanted, List(Empty)));

    [Test]
    public void An_addition_that_brings_more_than_the_way_to_the_list_is_refused()
    {
        const string before = """{"webstir":{}}""";
        EditProof proof = Proof(before, "{}", """{"module":{"kind":"backend","jobs":[{"name":"a","schedule":"@daily"}]}}""");
        Refused(() => proof.Added(Wanted, Scan(before).Map.Path[^1]));
    }

    [TestCase("""{"name":"a","schedule":"@daily"}""", Description = "lost the user's member")]
    [TestCase("""{"name":"a","schedule":"@daily","owner":"you"}""", Description = "changed the user's member")]
    [TestCase("""{"name":"a","owner":"me"}""", Description = "did not change the schedule")]
    public void An_update_that_does_something_else_is_refused(string entry) =>
        Refused(() => Proof(One, """{"name":"a","owner":"me"}""", entry).Updated(Wanted));

    [Test]
    public void An_update_that_reaches_the_neighbour_is_refused() => Refused(() =>
        Proof(One, """{"name":"a","owner":"me"},{"name":"b"}""", """{"name":"a","schedule":"@daily","owner":"me"},{"name":"c"}""").Updated(Wanted));

    [Test]
    public void A_removal_that_takes_the_wrong_entry_is_refused() =>
        Refused(() => Proof(One, """,{"name":"b"}""", "").Removed(JobName.Parse("a"), List(One)));

    [Test]
    public void A_removal_that_takes_two_entries_is_refused() =>
        Refused(() => Proof(One, """{"name":"a","owner":"me"},{"name":"b"}""", "").Removed(JobName.Parse("a"), List(One)));

    [Test]
    public void A_byte_outside_the_edit_is_refused()
    {
        string after = One.Replace("\"x\"", "\"y\"", StringComparison.Ordinal).Replace(""",{"name":"b"}""", "", StringComparison.Ordinal);
        var edit = new TextEdit(One.IndexOf(""",{"name":"b"}""", StringComparison.Ordinal), """,{"name":"b"}""".Length, []);
        Refused(() => new EditProof(Scan(One), Scan(after), edit).Removed(JobName.Parse("b"), List(One)));
    }

    [TestCase("""{"name":"b"}""", """{"name":"b"}]""", Description = "one bracket more")]
    [TestCase("""{"name":"b"}""", """{"name":"b"}]}},"more":{"x":{"y":[""", Description = "an object that ends early, and brackets that match again")]
    [TestCase("""{"name":"b"}""", """{"name":"b""", Description = "a string that swallows what follows")]
    [TestCase("""{"name":"b"}""", """{"name":"A"}""", Description = "a twin")]
    public void An_edit_that_breaks_the_text_is_refused(string old, string replacement) =>
        Assert.That(() => Proof(One, old, replacement).Removed(JobName.Parse("b"), List(One)), Throws.InstanceOf<WebstirException>());

    [Test]
    public void A_scan_after_an_edit_is_that_of_the_whole_text()
    {
        const string text = """{"name":"x","webstir":{"module":{"name":"m","jobs":[{"name":"a"},{"name":"b"}],"version":"1"},"schedulers":[],"export":{}},"after":{"y":[1,2]},"version":"2"}""";
        var edit = new TextEdit(text.IndexOf("\"b\"", StringComparison.Ordinal), 3, "\"longer\""u8.ToArray());
        ManifestScan edited = Scan(text).With(edit);
        ManifestScan whole = ManifestScan.Of(edited.Text);
        Assert.That(edited.Map.Entries, Is.EqualTo(whole.Map.Entries));
        Assert.That(edited.Map with { Entries = whole.Map.Entries, Path = whole.Map.Path }, Is.EqualTo(whole.Map));
        Assert.That(edited.Map.Path, Is.EqualTo(whole.Map.Path));
    }

    [TestCase("")]
    [TestCase("x")]
    [TestCase("""{"name":"c"},""", Description = "an entry nobody asked for")]
    [TestCase("""{"name":"a","owner":"me"},""", Description = "a member nobody asked for")]
    [TestCase("""{"name":"a","schedule":"@hourly"},""", Description = "another schedule")]
    public void An_addition_of_many_that_says_something_else_is_refused(string inserted)
    {
        const string text = """{"webstir":{"module":{"jobs":[{"name":"y"},{"name":"z"}]}}}""";
        TextEdit[] edits = [new(text.IndexOf("""{"name":"y"}""", StringComparison.Ordinal), 0, Encoding.UTF8.GetBytes(inserted))];
        Assert.That(() => new AdditionProof(Scan(text), Scan(text).With(edits), edits).Added([Build.Job("a")]), Throws.InstanceOf<WebstirException>());
    }

    [Test]
    public void An_addition_of_many_that_takes_something_away_is_refused()
    {
        const string text = """{"webstir":{"module":{"jobs":[{"name":"y"},{"name":"z"}]}}}""";
        TextEdit[] edits = [new(text.IndexOf("""{"name":"y"}""", StringComparison.Ordinal), """{"name":"y"}""".Length, """{"name":"a"}"""u8.ToArray())];
        Refused(() => new AdditionProof(Scan(text), Scan(text).With(edits), edits).Added([Build.Job("a")]));
    }

    private static EditProof Proof(string before, string old, string replacement)
    {
        var edit = new TextEdit(before.IndexOf(old, StringComparison.Ordinal), old.Length, Encoding.UTF8.GetBytes(replacement));
        ManifestScan scan = Scan(before);
        return new EditProof(scan, scan.With(edit), edit);
    }

    private static ManifestScan Scan(string json) => ManifestScan.Of(ManifestText.Of(Encoding.UTF8.GetBytes(json), "package.json"));

    private static Child List(string json) => Scan(json).Map.Jobs!.Value;

    private static void Refused(Action proof) =>
        Assert.That(Assert.Throws<WebstirException>(() => proof())!.Problem.Code, Is.EqualTo("WEB0111"));
}
