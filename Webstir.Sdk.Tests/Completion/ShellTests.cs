using System.Text.RegularExpressions;
using Webstir.Cli.Completion;
using Webstir.Sdk.Tests.Documents;

namespace Webstir.Sdk.Tests.Completion;

/// <summary>The scripts in the shells that they are for.</summary>
[Platform("Linux")]
public sealed partial class ShellTests
{
    /// <summary>Where a shell of a test says the line, and what it found there.</summary>
    private const string Separator = " => ";

    /// <summary>Lines, and the words that must be found, whichever shell asks. The current folder is not the workspace.</summary>
    private static readonly string[] Expected =
    [
        "webstir add => add-job add-worker",
        "webstir add-job x --sch => --schedule --scheduler",
        "webstir add-job x --scheduler ku => kubernetes",
        "webstir build --runtime= => --runtime=backend",
        "webstir build --runtime=b => --runtime=backend",
        "webstir help WEB011 => WEB0110 WEB0111 WEB0112",
        "webstir remove-job -w \"my shop\"  => nightly v1.2_x-y",
        "webstir remove-job --workspace 'my shop' n => nightly",
        "webstir remove-job  => ",
        "webstir remove-job -w 'my shop/broken'  => ",
    ];

    private ScratchShell _shell = null!;

    [SetUp]
    public void Make_a_shop()
    {
        _shell = new ScratchShell();
        const string Jobs = """{ "webstir": { "module": { "jobs": [{ "name": "nightly", "description": "it's $HOME `x` \"y\": z" }, { "name": "v1.2_x-y" }] } } }""";
        _shell.Write("shops/my shop/package.json", Jobs);
        _shell.Write("shops/my shop/src/backend/index.ts", "");
        _shell.Write("shops/my shop/broken/package.json", "{");
        _shell.Write("shops/my shop/broken/src/backend/index.ts", "");
        File.Delete(_shell.PathOf("package.json"));
        foreach (string shell in ShellScript.Shells)
            _shell.Write($"script.{shell}", ShellScript.Of(shell));
    }

    [TearDown]
    public void Remove() => _shell.Dispose();

    [TestCase("bash", "bash -n")]
    [TestCase("zsh", "zsh -n")]
    [TestCase("fish", "fish --no-execute")]
    public async Task Script_is_valid(string shell, string check)
    {
        string[] words = check.Split(' ');
        ProcessRun run = (await ProcessRun.Of(words[0], [.. words[1..], _shell.PathOf($"script.{shell}")], _shell.Root)).MustSucceed();
        Assert.That(run.Error, Is.Empty);
    }

    [Test]
    public Task Bash_finds_the_words() => Check(
        Expected.Select(line => line.Replace("--runtime=backend", "backend", StringComparison.Ordinal)), // The word that bash replaces begins after the "=".
        "bash", "--norc", "-c", """
        source ../script.bash
        compopt() { COMPREPLY+=(":$2"); }
        while IFS= read -r COMP_LINE; do
            COMP_POINT=${#COMP_LINE}
            _webstir webstir
            echo "$COMP_LINE => ${COMPREPLY[*]}"
        done < ../lines
        """);

    [Test]
    public Task Fish_finds_the_words() => Check(Expected, "fish", "--no-config", "-c", """
        source ../script.fish
        while read -l line
            set -l found (complete -C "$line" | string split -f 1 \t)
            echo "$line => $found"
        end < ../lines
        """);

    [Test]
    public async Task PowerShell_finds_the_words() => await Check(
        Expected.Select(line => line.EndsWith(Separator, StringComparison.Ordinal) ? line + "'./my shop'" : line), // Without a word of ours it falls back on files.
        await PowerShell.PathAsync(), "-NoProfile", "-NonInteractive", "-Command", """
        Invoke-Expression (Get-Content ../script.powershell -Raw)
        foreach ($line in Get-Content ../lines) {
            $found = [System.Management.Automation.CommandCompletion]::CompleteInput($line, $line.Length, $null).CompletionMatches
            "$line => $($found.CompletionText -join ' ')"
        }
        """);

    [TestCase("bash", "bash --norc -i", "source ../script.bash")]
    [TestCase("zsh", "zsh -f -i", "autoload -U compinit && compinit -D -u && source ../script.zsh")]
    public async Task Keys_typed_in_a_terminal_complete_a_whole_line(string shell, string start, string setUp)
    {
        // Each | stands for the tab key. At last the line is printed instead of run, each word in brackets.
        const string Keys = "webstir remo| -w my| --dry| ni|";
        string script = $"""
            zmodload zsh/zpty
            zpty terminal "{start}"
            zpty -w terminal 'PS1=; {setUp}; echo REA""DY'
            zpty -r terminal seen '*READY*'
            zpty -w -n terminal $'{Keys.Replace("|", "\\t", StringComparison.Ordinal)}\C-aprintf "<%s>" \C-e; echo DO""NE\n'
            zpty -r terminal seen '*DONE*'
            print -r -- $seen
            zpty -d terminal
            """;
        ProcessRun run = (await ProcessRun.Of("timeout", ["60", "zsh", "-f", "-c", script], _shell.PathOf("shops"), ("PATH", _shell.SearchPath), ("TERM", "dumb"))).MustSucceed();
        Assert.That(Words().Match(run.Output).Value, Does.Match("^<webstir><remove-job><-w><my shop/?><--dry-run><nightly>$"), $"{shell}:\n{run.Output}");
    }

    private async Task Check(IEnumerable<string> expected, string program, params string[] arguments)
    {
        _shell.Write("lines", string.Concat(Expected.Select(line => line[..line.IndexOf(Separator, StringComparison.Ordinal)] + "\n")));
        ProcessRun run = (await ProcessRun.Of(program, arguments, _shell.PathOf("shops"), ("PATH", _shell.SearchPath), ("NO_COLOR", "1"))).MustSucceed();
        Assert.That(run.Output.TrimEnd('\n').Split('\n'), Is.EqualTo(expected));
        Assert.That(run.Error, Is.Empty);
    }

    [GeneratedRegex("(<[^<>\r\n]*>)+(?=DONE)")]
    private static partial Regex Words();
}
