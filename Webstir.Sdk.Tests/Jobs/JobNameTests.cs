using System.Globalization;
using System.Text;
using Webstir.Sdk.Jobs;
using Webstir.Sdk.Problems;

namespace Webstir.Sdk.Tests.Jobs;

public class JobNameTests
{
    [TestCase("a")]
    [TestCase("7")]
    [TestCase("nightly")]
    [TestCase("Nightly-Cleanup_2.final")]
    [TestCase("a-")]
    [TestCase("a_")]
    [TestCase("a..b")]
    [TestCase("constructor")]
    [TestCase("com")]
    [TestCase("com10")]
    [TestCase("console")]
    [TestCase("my.nul", Description = "Windows looks at the part before the first dot")]
    [TestCase("schedulers")]
    [TestCase("index.ts")]
    public void Good_names(string text)
    {
        Assert.That(JobName.Parse(text).Value, Is.EqualTo(text));
        Assert.That(JobName.TryParse(text, out JobName? name) && name.ToString() == text, Is.True);
        Assert.That(JobName.Check(text), Is.Null);
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase(" ")]
    [TestCase(" a")]
    [TestCase("a ")]
    [TestCase("a b")]
    [TestCase(".")]
    [TestCase("..")]
    [TestCase(".a")]
    [TestCase("a.")]
    [TestCase("-a", Description = "Looks like an option")]
    [TestCase("--")]
    [TestCase("_a")]
    [TestCase("__proto__")]
    [TestCase("a/b")]
    [TestCase("/a")]
    [TestCase("../a")]
    [TestCase("a\\b")]
    [TestCase("..\\a")]
    [TestCase("C:a")]
    [TestCase("C:\\a")]
    [TestCase("\\\\server\\share")]
    [TestCase("a:stream")]
    [TestCase("a*")]
    [TestCase("a?")]
    [TestCase("a<b>")]
    [TestCase("a|b")]
    [TestCase("a\"b")]
    [TestCase("a'b")]
    [TestCase("a`b")]
    [TestCase("${a}")]
    [TestCase("$(a)")]
    [TestCase("%a%")]
    [TestCase("~")]
    [TestCase("a;b")]
    [TestCase("a&b")]
    [TestCase("a\0b")]
    [TestCase("a\nb")]
    [TestCase("a\r")]
    [TestCase("a\t")]
    [TestCase("a\u001bb")]
    [TestCase("a\u007f")]
    [TestCase("a\u0085")]
    [TestCase("a\u00a0b", Description = "No-break space")]
    [TestCase("a\u200bb", Description = "Zero-width space")]
    [TestCase("a\u202eb", Description = "Right-to-left override")]
    [TestCase("a\u2066b")]
    [TestCase("a\ufeff")]
    [TestCase("caf\u00e9", Description = "NFC")]
    [TestCase("cafe\u0301", Description = "NFD")]
    [TestCase("\u0430bc", Description = "Cyrillic a")]
    [TestCase("\uff41", Description = "Full-width a")]
    [TestCase("a\ud83d\ude00")]
    [TestCase("con")]
    [TestCase("CON")]
    [TestCase("prn")]
    [TestCase("Aux")]
    [TestCase("nul")]
    [TestCase("nul.txt")]
    [TestCase("nul.tar.gz")]
    [TestCase("com0")]
    [TestCase("com1")]
    [TestCase("COM9.log")]
    [TestCase("lpt0")]
    [TestCase("LPT1.a.b")]
    [TestCase("com\u00b9", Description = "Superscript digits count on Windows")]
    [TestCase("com\u00b2")]
    [TestCase("lpt\u00b3")]
    [TestCase("conin$")]
    [TestCase("CONOUT$")]
    [TestCase("scheduler")]
    [TestCase("Runtime")]
    [TestCase("NODE_MODULES")]
    public void Bad_names(string? text)
    {
        WebstirException error = Assert.Throws<WebstirException>(() => JobName.Parse(text))!;
        Assert.That(error.Problem.Code, Is.EqualTo("WEB0301"));
        Assert.That(error.Problem.Hint, Is.Not.Empty);
        Assert.That(error.Message, Has.None.Matches<char>(IsInvisible));
        Assert.That(() => new UTF8Encoding(false, throwOnInvalidBytes: true).GetByteCount(error.Message), Throws.Nothing);
        Assert.That(JobName.TryParse(text, out JobName? name), Is.False);
        Assert.That(name, Is.Null);
        Assert.That(JobName.Check(text), Is.EqualTo(error.Problem));
    }

    [Test]
    public void A_name_has_at_most_a_hundred_characters()
    {
        Assert.That(JobName.TryParse(new string('a', JobName.MaxLength), out _), Is.True);
        Assert.That(JobName.TryParse(new string('a', JobName.MaxLength + 1), out _), Is.False);
        Assert.That(JobName.MaxLength, Is.EqualTo(100));
    }

    /// <summary>Attributes cannot hold such a text.</summary>
    [Test]
    public void Half_a_surrogate_pair_is_no_name() => Bad_names("a\ud800");

    [Test]
    public void A_very_long_name_is_not_repeated_in_full() =>
        Assert.That(JobName.Check(new string('a', 1_000_000))!.Message, Has.Length.LessThan(300));

    [Test]
    public void Names_that_differ_in_case_are_twins_but_not_equal()
    {
        JobName lower = JobName.Parse("nightly");
        JobName upper = JobName.Parse("Nightly");
        Assert.That(lower, Is.Not.EqualTo(upper));
        Assert.That(lower.IsTwinOf(upper.Value), Is.True);
        Assert.That(lower.IsTwinOf("nightly2"), Is.False);
        Assert.That(lower.IsTwinOf(null), Is.False);
        Assert.That(JobName.Parse("FILE").IsTwinOf("f\u0131le"), Is.False, "The dotless i is another letter.");
    }

    private static bool IsInvisible(char unit) => char.IsControl(unit)
        || char.GetUnicodeCategory(unit) is UnicodeCategory.Format or UnicodeCategory.LineSeparator;
}
