using CsCheck;

namespace Webstir.Sdk.Tests.Manifests;

/// <summary>How a generated document is laid out.</summary>
/// <param name="Indent">Indentation of one level.</param>
/// <param name="LineBreaks">Line breaks, used in turn.</param>
/// <param name="Colon">Between a name and its value.</param>
/// <param name="BeforeComma">White space before a comma.</param>
/// <param name="Blank">White space after a comma, and inside braces, on one line.</param>
/// <param name="InlineFrom">Depth from which containers stand on one line.</param>
/// <param name="Empty">What an empty container holds: nothing, a blank, or a line break.</param>
/// <param name="Bom">Whether a byte order mark comes first.</param>
/// <param name="FinalNewlines">Line breaks after the root.</param>
internal sealed record DocumentStyle(
    string Indent, IReadOnlyList<string> LineBreaks, string Colon, string BeforeComma, string Blank, int InlineFrom, string Empty, bool Bom, int FinalNewlines)
{
    private static readonly string[] Kinds = ["\n", "\r\n", "\r"];

    private static readonly Gen<IReadOnlyList<string>> LineBreakSequences = Gen.Frequency(
        (6, Gen.OneOf(Kinds).Select(kind => (IReadOnlyList<string>)[kind])),
        (2, Gen.OneOf("\n", "\r\n").Array[2, 7].Select(kinds => (IReadOnlyList<string>)kinds)));

    public static Gen<DocumentStyle> Any { get; } = Gen.Select(
        Gen.Select(Gen.OneOf("  ", "    ", "        ", "\t", ""), LineBreakSequences, Gen.OneOf(": ", ":", " : ", " :", ":  ")),
        Gen.Select(Gen.OneOf("", "", "", " "), Gen.OneOf("", " "), Gen.OneOf(99, 99, 99, 0, 1, 2, 3, 4)),
        Gen.Select(Gen.OneOf("", "", " ", "\n", "\n\n"), Gen.Bool, Gen.Int[0, 2]),
        (lines, commas, ends) => new DocumentStyle(lines.Item1, lines.Item2, lines.Item3, commas.Item1, commas.Item2, commas.Item3, ends.Item1, ends.Item2, ends.Item3));
}
