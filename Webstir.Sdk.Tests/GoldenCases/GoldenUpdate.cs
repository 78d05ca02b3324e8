using System.Globalization;

namespace Webstir.Sdk.Tests.GoldenCases;

/// <summary>Takes what the command does as what is expected: <c>GOLDEN_UPDATE=1 dotnet test</c>. Read the diff before you commit it.</summary>
internal static class GoldenUpdate
{
    public static bool IsWanted => Environment.GetEnvironmentVariable("GOLDEN_UPDATE") == "1";

    private static bool IsBuildServer => Environment.GetEnvironmentVariable("CI") == "true";

    public static void Accept(GoldenCase golden, CommandRun run, string workspace)
    {
        Assert.That(IsBuildServer, Is.False, "A build server compares expectations, it does not rewrite them.");
        FileTree after = FileTree.Read(workspace);
        bool isChanged = !after.IsSameAs(golden.Before);
        Assert.That(run.Exit != 0 && isChanged, Is.False, "A failing command changed the workspace. That is never accepted.");

        if (golden.HasAfter)
            Directory.Delete(golden.PathOf("out"), recursive: true);
        if (isChanged)
            after.Write(golden.PathOf("out"));
        Accept(golden.PathOf("stdout"), run.Stdout, workspace);
        Accept(golden.PathOf("stderr"), run.Stderr, workspace);
        Accept(golden.PathOf("exit"), run.Exit.ToString(CultureInfo.InvariantCulture) + "\n", workspace);
    }

    private static void Accept(string path, string actual, string workspace)
    {
        bool isRight = File.Exists(path) && Placeholders.Fill(ByteText.Of(File.ReadAllBytes(path)), workspace) == actual;
        if (!isRight)
            File.WriteAllBytes(path, ByteText.ToBytes(Placeholders.PutIn(actual, workspace)));
    }
}
