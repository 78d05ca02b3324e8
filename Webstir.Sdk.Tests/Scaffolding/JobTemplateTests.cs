using System.Text;
using System.Text.RegularExpressions;
using Webstir.Sdk.Jobs;
using Webstir.Sdk.Scaffolding;

namespace Webstir.Sdk.Tests.Scaffolding;

public class JobTemplateTests
{
    private const string Import = """
        import { createRequire } from 'node:module';


        """;

    private const string Function = """
        export async function run(): Promise<void> {
          console.info('[jobs] nightly: nothing to do yet');
        }

        """;

    private const string Guard = """

        // Run directly: node build/backend/jobs/nightly/index.js
        if (process.argv[1] && createRequire(import.meta.url).resolve(process.argv[1]) === import.meta.filename) {
          await run();
        }

        """;

    private const string Plain = Import + Function + Guard;

    [Test]
    public void The_stub_of_a_plain_job() => Assert.That(Rendered(Build.Job("nightly")), Is.EqualTo(Bytes(Plain)));

    [Test]
    public void A_description_is_its_comment() =>
        Assert.That(Rendered(Build.Job("nightly", description: "Nightly\nwindow")), Is.EqualTo(Bytes(Import + "/**\n * Nightly\n * window\n */\n" + Function + Guard)));

    [Test]
    public void A_blank_description_is_none() => Assert.That(Rendered(Build.Job("nightly", description: " \n\t")), Is.EqualTo(Bytes(Plain)));

    [Test]
    public void With_the_runtime_of_the_jobs_the_stub_leaves_direct_execution_to_it() =>
        Assert.That(JobTemplate.Embedded.Render(Build.Job("nightly"), hasRuntime: true), Is.EqualTo(Bytes(Function)));

    [TestCaseSource(typeof(HostileText), nameof(HostileText.All))]
    public void Every_stub_is_UTF_8_with_LF_and_one_final_newline(KeyValuePair<string, string?> hostile)
    {
        byte[] stub = Rendered(Build.Job("nightly", description: hostile.Value));
        string text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(stub);
        Assert.That(text.StartsWith(Import, StringComparison.Ordinal), Is.True, "No byte order mark");
        Assert.That(text.Contains('\r', StringComparison.Ordinal), Is.False);
        Assert.That(text.EndsWith(Function + Guard, StringComparison.Ordinal), Is.True);
    }

    [TestCaseSource(typeof(HostileText), nameof(HostileText.All))]
    public void The_description_comes_back_from_the_comment(KeyValuePair<string, string?> hostile)
    {
        if (string.IsNullOrWhiteSpace(hostile.Value))
            return;
        string text = Encoding.UTF8.GetString(Rendered(Build.Job("nightly", description: hostile.Value)));
        string comment = text[(Import.Length + 4)..text.IndexOf("\n */\n", StringComparison.Ordinal)];
        IEnumerable<string> lines = comment.Split('\n').Select(line => line.Length > 3 ? line[3..] : "");
        Assert.That(Printable(string.Join('\n', lines).Replace(@"*\/", "*/", StringComparison.Ordinal)), Is.EqualTo(Printable(hostile.Value)));
    }

    /// <summary>Without what is written as an escape, or is white space at the end of a line.</summary>
    private static string Printable(string text)
    {
        string visible = string.Concat(text.ReplaceLineEndings("\n").Replace('\v', '\n').EnumerateRunes().Where(rune => rune.Value is '\n' or '\t' || IsVisible(rune)));
        string unescaped = Regex.Replace(visible, @"\\u[0-9a-f]{4}", "");
        return string.Join('\n', unescaped.Split('\n').Select(line => line.TrimEnd()));
    }

    private static bool IsVisible(Rune rune) => rune.Value != 0xFFFD && !Rune.IsControl(rune)
        && (rune.Value > 0xFFFF || Rune.GetUnicodeCategory(rune) != System.Globalization.UnicodeCategory.Format);

    private static byte[] Rendered(JobDefinition job) => JobTemplate.Embedded.Render(job, hasRuntime: false);

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n"));
}
