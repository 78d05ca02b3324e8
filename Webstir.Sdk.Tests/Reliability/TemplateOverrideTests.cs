using Webstir.Sdk.Tests.GoldenCases;

namespace Webstir.Sdk.Tests.Reliability;

/// <summary>Templates of a workspace, which may have come with somebody else's repository.</summary>
[Platform("Linux")]
[Parallelizable(ParallelScope.All)]
public sealed class TemplateOverrideTests
{
    private const string Template = ".webstir/templates/job/index.ts.scriban";

    private static readonly Dictionary<string, string> Hostile = new()
    {
        ["no template"] = "{{ if }}",
        ["an unknown value"] = "{{ nowhere }}",
        ["an unknown function"] = "{{ file.read '/etc/passwd' }}",
        ["an inclusion"] = "{{ include '/etc/passwd' }}",
        ["an inclusion of itself"] = "{{ include 'index.ts.scriban' }}",
        ["a loop for ever"] = "{{ while true }}x{{ end }}",
        ["a long loop"] = "{{ for i in 1..2000000000 }}x{{ end }}",
        ["loops in loops"] = "{{ for a in 1..900 }}{{ for b in 1..900 }}{{ for c in 1..900 }}{{ for d in 1..900 }}x{{ end }}{{ end }}{{ end }}{{ end }}",
        ["a recursion for ever"] = "{{ func f }}{{ f }}{{ end }}{{ f }}",
        ["a recursion with an argument"] = "{{ func f(x); ret f(x + 1); end; f 1 }}",
        ["a recursion that doubles"] = "{{ func f(x); if x > 60; ret 1; end; ret f(x + 1) + f(x + 1); end; f 1 }}",
        ["a deep expression"] = $"{{{{ {new string('(', 200_000)}1{new string(')', 200_000)} }}}}",
        ["deep blocks"] = string.Concat(Enumerable.Repeat("{{ if true }}", 100_000)),
        ["a long list"] = "{{ x = []; x[2000000000] = 1 }}",
        ["a large number"] = "{{ 1 << 2000000000 }}",
        ["a text many times"] = "{{ 'x' * 2000000000 }}",
        ["a text that doubles"] = "{{ x = 'x'; for i in 1..64; x = x + x; end; x }}",
    };

    private static IEnumerable<TestCaseData> Attacks => Hostile.Select(attack => new TestCaseData(attack.Value).SetName($"{{m}}_such_as {attack.Key}"));

    [TestCaseSource(nameof(Attacks))]
    public async Task No_template_does_more_than_print(string template)
    {
        using var shop = new Shop();
        shop.Write(Template, template);
        await MustBeRefusedAsync(shop, "WEB0213");
    }

    [Test]
    public async Task No_template_is_read_from_outside_the_workspace()
    {
        using var shop = new Shop();
        Directory.CreateDirectory(Path.GetDirectoryName(shop.PathOf(Template))!);
        File.CreateSymbolicLink(shop.PathOf(Template), Path.Join(shop.Outside, "canary"));
        await MustBeRefusedAsync(shop, "WEB0209");
    }

    [Test]
    public async Task A_template_of_the_workspace_takes_the_place_of_ours()
    {
        using var shop = new Shop();
        shop.Write(Template, "// {{ name }}\n");
        (await shop.WebstirAsync("add-job", "nightly")).MustSucceed();
        Assert.That(shop.State["src/backend/jobs/nightly/index.ts"], Is.EqualTo("// nightly\n"));
        Assert.That(shop.State, Does.ContainKey(Template));
    }

    private static async Task MustBeRefusedAsync(Shop shop, string code)
    {
        FileTree before = shop.Everything;
        // What would go on for ever, or take all memory, is ended from outside; timeout(1) says so with 124.
        ProcessRun run = await ProcessRun.Of("timeout", ["--signal=KILL", "20", "prlimit", "--data=4000000000", .. Executable.CommandLine("add-job", "nightly")], shop.Root);
        Assert.That(run.ExitCode, Is.EqualTo(1), run.Error);
        Assert.That(run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => !line.StartsWith("Workspace: ", StringComparison.Ordinal)), Has.One.Items);
        Assert.That(run.Error, Does.Contain($"error {code}: "));
        Assert.That(shop.Everything, Is.EqualTo(before));
    }
}
