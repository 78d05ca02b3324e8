using System.Runtime.InteropServices;
using Webstir.Sdk.Tests.GoldenCases;
using Webstir.Sdk.Tests.Scaffolding;

namespace Webstir.Sdk.Tests.Reliability;

/// <summary>Every hostile text as the description of a job: Node reads the manifest back, and the TypeScript compiler the source.</summary>
internal static class HostileTextTrial
{
    private const string Source = "src/backend/jobs/nightly/index.ts";

    /// <summary>Prints UTF-16 as it is, with halves of surrogate pairs.</summary>
    private const string Script = """
        for (const path of process.argv.slice(1)) {
          const [{ description }] = JSON.parse(require('node:fs').readFileSync(path, 'utf8')).webstir.module.jobs;
          console.log(Buffer.from(description, 'utf16le').toString('base64'));
        }
        """;

    /// <summary>A blank text is none.</summary>
    private static readonly KeyValuePair<string, string?>[] Texts = [.. HostileText.All.Where(text => !string.IsNullOrWhiteSpace(text.Value))];

    public static async Task<Tally> RunAsync()
    {
        var tally = new Tally();
        using var folder = new TemporaryFolder();
        string plain = Scaffold(folder, "plain", []);
        string[] sources = [.. Texts.Select((text, number) => Scaffold(folder, $"{number}", ["--description=" + text.Value]))];
        string[] descriptions = await DescriptionsAsync([.. Texts.Select((_, number) => folder.PathOf($"{number}.json"))]);
        string errors = await TypeScriptSyntax.ErrorsAsync(folder.Root);
        for (int number = 0; number < Texts.Length; number++)
        {
            (string name, string? text) = Texts[number];
            tally.Count($"{name} in the manifest", descriptions[number] == Base64(text!) ? null : "comes back as another text");
            tally.Count($"{name} in the source", WithoutComment(sources[number]) == plain ? null : "stands outside of its comment");
            tally.Count($"{name} for the compiler", errors.Contains($"\n{number}.ts(", StringComparison.Ordinal) ? errors : null);
        }

        return tally;
    }

    /// <summary>Adds a job, keeps a copy of both files under a name, and gives the source.</summary>
    private static string Scaffold(TemporaryFolder folder, string copy, string[] options)
    {
        using var shop = new Shop();
        CommandRun run = shop.Webstir(["add-job", "nightly", .. options]);
        Assert.That(run.Exit, Is.Zero, run.Stderr);
        File.Copy(shop.PathOf(Shop.Manifest), folder.PathOf($"{copy}.json"));
        File.Copy(shop.PathOf(Source), folder.PathOf($"{copy}.ts"));
        return File.ReadAllText(shop.PathOf(Source));
    }

    private static string Base64(string text) => Convert.ToBase64String(MemoryMarshal.AsBytes(text.AsSpan()));

    /// <summary>JavaScript's own rule: a comment ends at the first end of comment.</summary>
    private static string WithoutComment(string source)
    {
        int start = source.IndexOf("/**\n", StringComparison.Ordinal);
        return start < 0 ? source : source.Remove(start, source.IndexOf("*/\n", start, StringComparison.Ordinal) + 3 - start);
    }

    private static async Task<string[]> DescriptionsAsync(string[] manifests) =>
        (await ProcessRun.Of("node", ["-e", Script, .. manifests], Path.GetTempPath())).MustSucceed().Lines;
}
