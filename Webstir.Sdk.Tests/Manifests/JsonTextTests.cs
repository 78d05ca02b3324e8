using System.Text;
using CsCheck;
using Newtonsoft.Json.Linq;
using Webstir.Sdk.Manifests;

namespace Webstir.Sdk.Tests.Manifests;

public class JsonTextTests
{
    [TestCase("", "\"\"")]
    [TestCase("a/b", "\"a/b\"")]
    [TestCase("\"\\", "\"\\\"\\\\\"")]
    [TestCase("\b\f\n\r\t", "\"\\b\\f\\n\\r\\t\"")]
    [TestCase("\0\u001f\u007f", "\"\\u0000\\u001f\u007f\"")]
    [TestCase("é\u2028<>&'+\ud83d\ude00", "\"é\u2028<>&'+\ud83d\ude00\"", Description = "As JSON.stringify: no more escapes than needed")]
    public void Spelling_is_that_of_JSON_stringify(string text, string json) => Assert.That(JsonText.Quote(text), Is.EqualTo(json));

    [TestCase("\\u0041\\u00e9\\uD83D\\uDE00", "Aé\ud83d\ude00")]
    [TestCase("\\/\\\"\\\\", "/\"\\")]
    [TestCase("\\b\\f\\n\\r\\t", "\b\f\n\r\t")]
    [TestCase("\\\\u0041", "\\u0041", Description = "An escaped backslash")]
    [TestCase("é\ud83d\ude00", "é\ud83d\ude00")]
    public void Every_escape_is_read(string escaped, string text) => Assert.That(JsonText.Decode(Encoding.UTF8.GetBytes(escaped)), Is.EqualTo(text));

    [TestCase("0 25 * * *", 2, 2)]
    [TestCase("\\u0030 25", 2, 7)]
    [TestCase("\\t25", 1, 2)]
    [TestCase("\\\\25", 1, 2, Description = "An escaped backslash")]
    [TestCase("é5", 1, 2)]
    [TestCase("\ud83d\ude005", 2, 4, Description = "A surrogate pair is four bytes")]
    [TestCase("\\uD83D\\uDE005", 2, 12, Description = "Two escapes, a half each")]
    [TestCase("25", 2, 2, Description = "Just past the end")]
    public void A_unit_of_the_text_is_found_in_its_spelling(string escaped, int unit, int offset) =>
        Assert.That(JsonText.OffsetOf(Encoding.UTF8.GetBytes(escaped), unit), Is.EqualTo(offset));

    /// <summary>Attributes cannot hold such texts.</summary>
    [Test]
    public void Halves_of_surrogate_pairs_are_escaped()
    {
        Assert.That(JsonText.Quote("\ud83d"), Is.EqualTo("\"\\ud83d\""));
        Assert.That(JsonText.Quote("\ude00\ud83d"), Is.EqualTo("\"\\ude00\\ud83d\""), "The wrong way round");
        Assert.That(JsonText.Quote("\ud83d\ud83d\ude00"), Is.EqualTo("\"\\ud83d\ud83d\ude00\""), "One too many");
        Assert.That(JsonText.Decode("\\ud800x"u8), Is.EqualTo("\ud800x"));
    }

    /// <summary>Any sequence of UTF-16 units, the characters that JSON cares about far more often than by chance.</summary>
    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.Char, Gen.Char['\0', '\u007f'], Gen.Char['\ud800', '\udfff'], Gen.OneOf('"', '\\', 'u', '/', '\n', '\u2028'))
        .Array[0, 40].Select(units => new string(units));

    [Test]
    public void Any_text_returns_from_JSON_as_it_was() => Texts.Sample(text =>
    {
        // Newtonsoft reads halves of surrogate pairs as U+FFFD, as an encoder does.
        string json = JsonText.Quote(text);
        return JsonText.Decode(Encoding.UTF8.GetBytes(json[1..^1])) == text && (string?)JToken.Parse(json) == Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
    }, iter: 5_000);
}
