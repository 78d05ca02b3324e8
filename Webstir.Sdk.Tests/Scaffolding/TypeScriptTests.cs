using Webstir.Sdk.Scaffolding;

namespace Webstir.Sdk.Tests.Scaffolding;

public class TypeScriptTests
{
    [TestCase("plain", " * plain")]
    [TestCase("", " *")]
    [TestCase("a\nb\r\nc\rd", " * a\n * b\n * c\n * d")]
    [TestCase("a\u2028b\u2029c\u0085d\fe\vf", " * a\n * b\n * c\n * d\n * e\n * f")]
    [TestCase("a\n\nb  ", " * a\n *\n * b")]
    [TestCase("*/", @" * *\/")]
    [TestCase("**/*/", @" * **\/*\/")]
    [TestCase("*\n/", " * *\n * /")]
    [TestCase("\0\u202e\ufeff\u200b", @" * \u0000\u202e\ufeff\u200b")]
    [TestCase("'\"`${}\\", " * '\"`${}\\")]
    [TestCase("\ttab é \ud83d\ude00", " * \ttab é \ud83d\ude00")]
    public void A_comment_keeps_what_is_printable(string text, string comment) => Assert.That(TypeScript.Comment(text), Is.EqualTo(comment));

    [TestCase("plain", "'plain'")]
    [TestCase("it's", @"'it\'s'")]
    [TestCase("\"`${}", "'\"`${}'")]
    [TestCase("\\", @"'\\'")]
    [TestCase("\r\n\u2028\0", @"'\u000d\u000a\u2028\u0000'")]
    [TestCase("é\ud83d\ude00", "'é\ud83d\ude00'")]
    public void A_literal_is_in_single_quotes(string text, string literal) => Assert.That(TypeScript.Literal(text), Is.EqualTo(literal));

    /// <summary>Attributes cannot hold such texts.</summary>
    [Test]
    public void Halves_of_surrogate_pairs_are_escaped()
    {
        Assert.That(TypeScript.Comment("a\ud800\udbff\udc00\udc00"), Is.EqualTo(" * a\\ud800\udbff\udc00\\udc00"));
        Assert.That(TypeScript.Literal("a\udc00\ud800"), Is.EqualTo(@"'a\udc00\ud800'"));
    }

    [TestCaseSource(typeof(HostileText), nameof(HostileText.All))]
    public void No_text_ends_its_comment(KeyValuePair<string, string?> hostile)
    {
        string comment = TypeScript.Comment(hostile.Value ?? "");
        Assert.That(comment.Split('\n').Where(line => line != " *"), Has.All.StartsWith(" * "));
        Assert.That(comment, Does.Not.Contain("*/"));
        Assert.That(comment.Any(unit => unit is not ('\n' or '\t') && (char.IsControl(unit) || unit is '\u2028' or '\u2029' or '\u202e' or '\ufeff')), Is.False);
    }
}
