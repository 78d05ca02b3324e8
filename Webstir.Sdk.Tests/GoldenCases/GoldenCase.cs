using System.Globalization;

namespace Webstir.Sdk.Tests.GoldenCases;

/// <summary>One directory under <c>Cases</c>: a workspace, a command line, and everything that must come of it.</summary>
/// <remarks>
/// <list type="bullet">
/// <item><c>in/</c>: the workspace; git keeps no empty folders, so a <c>.gitkeep</c> stands in those.</item>
/// <item><c>out/</c>: the workspace afterwards. Stored only where it differs from <c>in/</c>; without it nothing may change.
/// A case that exits with anything but 0 never has one: a failure changes nothing.</item>
/// <item><c>args</c>: one argument per line, see <see cref="ArgumentLines"/>. <c>cwd</c>, if there: the folder to run in, below <c>in/</c>.</item>
/// <item><c>stdout</c>, <c>stderr</c>, <c>exit</c>: what the command prints and returns, see <see cref="Placeholders"/>.</item>
/// </list>
/// </remarks>
internal sealed record GoldenCase(string Name)
{
    private static string AllCases { get; } = Path.Join(ProjectFolder.Tests, "Cases");

    public string Folder => Path.Join(AllCases, Name);

    public string[] Args => ArgumentLines.Read(ReadText("args"));

    public string WorkingFolder => File.Exists(PathOf("cwd")) ? ReadText("cwd").TrimEnd('\n') : "";

    public FileTree Before => FileTree.Read(PathOf("in"));

    public FileTree After => HasAfter ? FileTree.Read(PathOf("out")) : Before;

    public bool HasAfter => Directory.Exists(PathOf("out"));

    public string Stdout => ReadText("stdout");

    public string Stderr => ReadText("stderr");

    public int Exit => int.Parse(ReadText("exit"), CultureInfo.InvariantCulture);

    /// <summary>Names of all cases.</summary>
    public static IEnumerable<string> Names() =>
        Directory.GetDirectories(AllCases).Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal);

    public string PathOf(string part) => Path.Join(Folder, part);

    /// <summary>A part of the case as text that is equal to another only if the bytes are.</summary>
    private string ReadText(string part) => ByteText.Of(File.ReadAllBytes(PathOf(part)));
}
