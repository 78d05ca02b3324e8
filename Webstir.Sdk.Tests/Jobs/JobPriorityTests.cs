using System.Globalization;
using Webstir.Sdk.Jobs;
using Webstir.Sdk.Problems;

namespace Webstir.Sdk.Tests.Jobs;

public class JobPriorityTests
{
    [TestCase("5", 5, "5")]
    [TestCase("0", 0, "0")]
    [TestCase("-3", -3, "-3")]
    [TestCase("+7", 7, "7")]
    [TestCase("-0", 0, "0")]
    [TestCase("007", 7, "7")]
    [TestCase(" \t12\n", 12, "12")]
    [TestCase("9007199254740991", 9_007_199_254_740_991, "9007199254740991")]
    [TestCase("-9007199254740991", -9_007_199_254_740_991, "-9007199254740991")]
    public void Integers_are_numbers(string text, long number, string written)
    {
        JobPriority priority = JobPriority.Parse(text);
        Assert.That((priority.Number, priority.Text), Is.EqualTo(((long?)number, written)));
        Assert.That(priority, Is.EqualTo(JobPriority.FromNumber(number)));
    }

    [TestCase("low", "low")]
    [TestCase("  high prio ", "high prio")]
    [TestCase("1.5", "1.5")]
    [TestCase("1e3", "1e3")]
    [TestCase("1,000", "1,000")]
    [TestCase("5%", "5%")]
    [TestCase("0x10", "0x10")]
    [TestCase("(5)", "(5)")]
    [TestCase("- 5", "- 5")]
    [TestCase("5 5", "5 5")]
    [TestCase("\u0665", "\u0665", Description = "Arabic-Indic five")]
    [TestCase("9007199254740992", "9007199254740992", Description = "JavaScript cannot count that far")]
    [TestCase("-9007199254740992", "-9007199254740992")]
    [TestCase("99999999999999999999", "99999999999999999999")]
    [TestCase("NaN", "NaN")]
    [TestCase("null", "null")]
    public void Anything_else_is_a_label(string text, string label)
    {
        JobPriority priority = JobPriority.Parse(text);
        Assert.That((priority.Number, priority.Text), Is.EqualTo(((long?)null, label)));
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase(" \t\r\n\u00a0\u2003")]
    public void White_space_is_no_priority(string? text)
    {
        Assert.That(JobPriority.TryParse(text, out JobPriority? priority), Is.False);
        Assert.That(priority, Is.Null);
        Assert.That(Assert.Throws<WebstirException>(() => JobPriority.Parse(text))!.Problem.Code, Is.EqualTo("WEB0304"));
    }

    [TestCase(JobPriority.MaxNumber + 1)]
    [TestCase(-JobPriority.MaxNumber - 1)]
    [TestCase(long.MinValue)]
    public void Numbers_that_JavaScript_cannot_count_to_are_refused(long number) =>
        Assert.That(() => JobPriority.FromNumber(number), Throws.InstanceOf<ArgumentOutOfRangeException>());

    [Test]
    public void The_culture_does_not_matter()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            culture.NumberFormat.NegativeSign = "minus";
            CultureInfo.CurrentCulture = culture;
            Assert.That(JobPriority.Parse("-5"), Is.EqualTo(JobPriority.FromNumber(-5)));
            Assert.That(JobPriority.FromNumber(-5).ToString(), Is.EqualTo("-5"));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
