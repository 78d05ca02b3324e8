using Webstir.Sdk.Tests.GoldenCases;
using Webstir.Sdk.Tests.Scaffolding;

namespace Webstir.Sdk.Tests.Reliability;

/// <summary>Figure F13.</summary>
public sealed class HostileTextTests
{
    [Test]
    public async Task Every_description_comes_back_and_leaves_a_source_that_parses() => (await HostileTextTrial.RunAsync()).MustBeClean();

    [TestCaseSource(typeof(HostileText), nameof(HostileText.All))]
    public void As_a_schedule_it_is_refused_and_nothing_changes(KeyValuePair<string, string?> hostile)
    {
        using var shop = new Shop();
        FileTree before = shop.State;
        CommandRun run = shop.Webstir("add-job", "nightly", "--schedule=" + hostile.Value);
        Assert.That(run.Exit, Is.Not.Zero);
        Assert.That(run.Stderr, Does.Contain("error WEB").And.Length.LessThan(4_000));
        Assert.That(shop.State, Is.EqualTo(before));
    }

    /// <summary>.NET would put U+FFFD in their place, without a word.</summary>
    [TestCase("add-job", "--description=a$(printf '\\377')b")]
    [TestCase("add-job", "--description", "a$(printf '\\303')")]
    [TestCase("add-job", "--priority", "$(printf '\\200')")]
    [TestCase("add-job", "--workspace", "$(printf '\\377')")]
    public async Task Bytes_that_are_no_UTF_8_are_refused(params string[] words)
    {
        using var shop = new Shop();
        FileTree before = shop.State;
        string line = string.Join(' ', Executable.CommandLine("add-job", "nightly").Concat(words[1..].Select(word => $"\"{word}\"")));
        ProcessRun run = await ProcessRun.Of("sh", ["-c", line], shop.Root);
        Assert.That(run.ExitCode, Is.EqualTo(2), run.Error);
        Assert.That(run.Error, Does.Match("^webstir: error WEB0001: [^\n]*UTF-8[^\n]*\n$"));
        Assert.That(shop.State, Is.EqualTo(before));
    }

    /// <summary>Half of what Linux takes as one argument. https://man7.org/linux/man-pages/man2/execve.2.html</summary>
    [Test]
    public async Task A_description_as_long_as_a_command_line_takes_comes_through_one()
    {
        using var shop = new Shop();
        string text = string.Concat(Enumerable.Repeat("*/ '\"`${}\\ \u2028 é\n", 3_000));
        (await shop.WebstirAsync("add-job", "nightly", "--description", text)).MustSucceed();
        Assert.That(ModuleManifest.Load(shop.PathOf(Shop.Manifest)).Jobs.Single().Description, Is.EqualTo(text));
    }
}
