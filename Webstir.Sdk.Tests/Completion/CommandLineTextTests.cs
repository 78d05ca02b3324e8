using Webstir.Cli.Completion;

namespace Webstir.Sdk.Tests.Completion;

/// <summary>A line up to the cursor, as the shell will take it apart.</summary>
public sealed class CommandLineTextTests
{
    [TestCase("", "", "")]
    [TestCase("webstir", "", "webstir")]
    [TestCase("webstir ", "webstir", "")]
    [TestCase("webstir  add-job\tni", "webstir|add-job", "ni")]
    [TestCase("webstir -w \"my shop\" ni", "webstir|-w|my shop", "ni")]
    [TestCase("webstir -w 'my shop' ", "webstir|-w|my shop", "")]
    [TestCase("webstir -w my\\ shop ni", "webstir|-w|my shop", "ni")]
    [TestCase("webstir -w \"my sh", "webstir|-w", "my sh", Description = "Still open")]
    [TestCase("webstir -w 'it'\\''s' n", "webstir|-w|it's", "n")]
    [TestCase("webstir -w \"a'b\" n", "webstir|-w|a'b", "n")]
    [TestCase("webstir -w \"a\\\"b\" n", "webstir|-w|a\"b", "n")]
    [TestCase("webstir -w 'a\\b' n", "webstir|-w|a\\b", "n", Description = "Nothing is special in single quotes")]
    [TestCase("webstir '' ", "webstir|", "")]
    [TestCase("webstir \\", "webstir", "\\")]
    public void Words_are_those_of_a_POSIX_shell(string line, string words, string current) => Check(line, '\\', words, current);

    [TestCase("webstir -w C:\\my` shop n", "webstir|-w|C:\\my shop", "n")]
    [TestCase("webstir -w \"C:\\my shop\" n", "webstir|-w|C:\\my shop", "n")]
    public void Words_are_those_of_PowerShell(string line, string words, string current) => Check(line, '`', words, current);

    private static void Check(string line, char escape, string words, string current)
    {
        CommandLineText text = CommandLineText.Parse(line, escape);
        Assert.That(string.Join('|', text.Words), Is.EqualTo(words));
        Assert.That(text.Current, Is.EqualTo(current));
    }
}
