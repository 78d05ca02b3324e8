using Webstir.Sdk.Tests.GoldenCases;

namespace Webstir.Sdk.Tests.Cli;

/// <summary>What a dry run prints is a patch: applied, it gives what the run would have written, whatever the file looks like.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class DryRunPatchTests
{
    private const string Manifest = "package.json";

    [TestCaseSource(nameof(CasesThatUpdateTheManifest))]
    public void Patch_accepts_the_diff_and_gives_the_same_bytes(string name) => Check(name, "patch", "-p1", "--binary", "--quiet");

    [TestCaseSource(nameof(CasesThatUpdateTheManifest))]
    public void Git_accepts_the_diff_and_gives_the_same_bytes(string name) => Check(name, "git", "apply", "--whitespace=nowarn", "-p1");

    private static IEnumerable<string> CasesThatUpdateTheManifest() =>
        from name in GoldenCase.Names()
        let golden = new GoldenCase(name)
        where golden.HasAfter && golden.Args[0] == "add-job" && !golden.Args.Contains("--json")
        where golden.Before.ContainsKey(Manifest) && golden.Before[Manifest] != golden.After[Manifest]
        select name;

    private static void Check(string name, string program, params string[] args)
    {
        var golden = new GoldenCase(name);
        using var workspace = new TemporaryWorkspace();
        golden.Before.Write(workspace.Root);
        CommandRun dryRun = CommandRun.InProcess(workspace.PathOf(golden.WorkingFolder), [golden.Args[0], "--dry-run", .. golden.Args[1..]]);

        string diff = dryRun.Stdout[dryRun.Stdout.IndexOf("--- a/", StringComparison.Ordinal)..];
        string file = workspace.PathOf("job.diff");
        File.WriteAllBytes(file, ByteText.ToBytes(diff));
        CommandRun patched = CommandRun.Process(workspace.Root, program, [.. args, .. program == "git" ? [file] : new[] { "--input", file }]);

        Assert.That(patched.Exit, Is.Zero, patched.Stdout + patched.Stderr);
        Assert.That(FileTree.Read(workspace.Root)[Manifest], Is.EqualTo(golden.After[Manifest]));
    }
}
