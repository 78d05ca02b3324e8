using System.Text.RegularExpressions;

namespace Webstir.Sdk.Tests.GoldenCases;

/// <summary>A command line as a file: one argument per line, an empty line being an empty argument.</summary>
/// <remarks>A backslash escapes, as in a regular expression: <c>\n</c>, <c>\u2028</c>, <c>\\</c>. <c>{workspace}</c> stands for its path.</remarks>
internal static class ArgumentLines
{
    public static string[] Read(string byteText)
    {
        string text = System.Text.Encoding.UTF8.GetString(ByteText.ToBytes(byteText));
        return [.. text.Split('\n').SkipLast(1).Select(Regex.Unescape)];
    }
}
