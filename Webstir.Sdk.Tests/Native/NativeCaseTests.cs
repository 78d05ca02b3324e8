using System.Text;
using Webstir.Cli;
using Webstir.Sdk.Tests.GoldenCases;

namespace Webstir.Sdk.Tests.Native;

/// <summary>The golden cases once more, by the native executable: what was trimmed away or cannot be compiled shows here only.</summary>
/// <remarks>It runs on the system's clock, so it is held against an ordinary run on the same clock.</remarks>
[Parallelizable(ParallelScope.All), Platform("Linux")]
public sealed class NativeCaseTests
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static IEnumerable<string> Names => GoldenCase.Names().Where(name => new GoldenCase(name).Args.All(CanBeAnArgument));

    // A minute may begin between the two runs.
    [TestCaseSource(nameof(Names)), Retry(2)]
    public async Task Case_comes_out_as_from_the_ordinary_build(string name)
    {
        string webstir = await NativeExecutable.PathAsync();
        var golden = new GoldenCase(name);
        Outcome ordinary = Run(golden, Ordinary);
        Outcome native = Run(golden, (folder, args) => CommandRun.Process(folder, webstir, args));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(native.Printed, Is.EqualTo(ordinary.Printed));
            Assert.That(native.Files, Is.EqualTo(ordinary.Files));
        }
    }

    [Test]
    public async Task The_executable_has_at_most_8_MB() =>
        Assert.That(new FileInfo(await NativeExecutable.PathAsync()).Length, Is.LessThanOrEqualTo(8_000_000));

    private static Outcome Run(GoldenCase golden, Func<string, string[], CommandRun> command)
    {
        using var workspace = new TemporaryWorkspace();
        golden.Before.Write(workspace.Root);
        string[] args = [.. golden.Args.Select(arg => Placeholders.Fill(arg, workspace.Root))];
        CommandRun run = command(workspace.PathOf(golden.WorkingFolder), args);
        return new Outcome(
            run with { Stdout = Placeholders.PutIn(run.Stdout, workspace.Root), Stderr = Placeholders.PutIn(run.Stderr, workspace.Root) },
            FileTree.Read(workspace.Root));
    }

    private static CommandRun Ordinary(string folder, string[] args)
    {
        using var console = new BufferedConsole();
        int exit = WebstirCommand.Run(console, folder, TimeProvider.System, args);
        return new CommandRun(exit, ByteText.Of(console.Out.ToString()!), ByteText.Of(console.Error.ToString()!));
    }

    /// <summary>Half a surrogate pair reaches no process.</summary>
    private static bool CanBeAnArgument(string text)
    {
        try
        {
            return !Strict.GetBytes(text).Contains((byte)0);
        }
        catch (EncoderFallbackException)
        {
            return false;
        }
    }

    private sealed record Outcome(CommandRun Printed, FileTree Files);
}
