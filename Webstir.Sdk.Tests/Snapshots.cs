using Snapshooter;
using Snapshooter.NUnit;

namespace Webstir.Sdk.Tests;

/// <summary>
/// Approved texts, in the shape of Verify so that a move to it is this one file. A text that is missing or differs fails;
/// <c>SNAPSHOT_UPDATE=1</c> approves what is there now, except on CI.
/// </summary>
internal static class Snapshots
{
    public static readonly string Folder = Path.Join(ProjectFolder.Tests, "__snapshots__");

    private static bool IsUpdate =>
        Environment.GetEnvironmentVariable("SNAPSHOT_UPDATE") == "1" && Environment.GetEnvironmentVariable("CI") != "true";

    /// <summary>Holds a text against the approved one of the running test.</summary>
    public static Task Verify(string target, string extension = "txt")
    {
        TestContext.MethodInfoAdapter test = TestContext.CurrentContext.Test.MethodInfo!;
        VerifyAs($"{test.DeclaringType!.Name}.{test.Name}.verified.{extension}", target);
        return Task.CompletedTask;
    }

    /// <summary>Holds a text against an approved one.</summary>
    public static void VerifyAs(string name, string target)
    {
        string path = Path.Join(Folder, name);
        string text = Lines(target);
        if (IsUpdate)
        {
            Directory.CreateDirectory(Folder);
            File.WriteAllText(path, text);
        }

        // Without this, Snapshooter approves whatever it sees first.
        Environment.SetEnvironmentVariable("SNAPSHOOTER_STRICT_MODE", "true");
        Snapshot.Match(text, new SnapshotFullName(name, ProjectFolder.Tests));

        // Snapshooter compares texts that are JSON by their tokens: white space would go unseen.
        Assert.That(text, Is.EqualTo(Lines(File.ReadAllText(path))), name);
    }

    /// <summary>LF, and one at the end: what Git and Snapshooter make of a text anyway.</summary>
    private static string Lines(string text) => text.ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
}
