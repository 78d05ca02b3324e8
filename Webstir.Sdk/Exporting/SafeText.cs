using System.Globalization;
using System.Text;
using Webstir.Sdk.Problems;

namespace Webstir.Sdk.Exporting;

/// <summary>Text made safe to stand in the languages that schedulers read: the only way for a user's text into an export.</summary>
internal static class SafeText
{
    /// <summary>The rest of a comment line.</summary>
    public static string Line(string text) => Printable.Line(text);

    /// <summary>A double-quoted scalar. https://yaml.org/spec/1.2.2/#731-double-quoted-style</summary>
    public static string Yaml(string text) => Quoted(text);

    /// <summary>A quoted template without interpolation. https://developer.hashicorp.com/terraform/language/expressions/strings</summary>
    public static string Hcl(string text) =>
        Quoted(text).Replace("${", "$${", StringComparison.Ordinal).Replace("%{", "%%{", StringComparison.Ordinal);

    /// <summary>A string literal of C#.</summary>
    public static string CSharp(string text) => Quoted(text);

    /// <summary>One word of a POSIX shell. No program can be given a NUL, so that becomes U+FFFD.</summary>
    public static string Shell(string text) => $"'{Whole(text).Replace('\0', '\uFFFD').Replace("'", @"'\''", StringComparison.Ordinal)}'";

    /// <summary>The command of a crontab line, where a bare percent sign ends it. https://man7.org/linux/man-pages/man5/crontab.5.html</summary>
    public static string Crontab(string text) => Printable.Line(text).Replace("%", @"\%", StringComparison.Ordinal);

    /// <summary>The value of a unit's setting: a percent sign is a specifier there, a backslash at the end goes on in the next line.</summary>
    /// <remarks>https://www.freedesktop.org/software/systemd/man/latest/systemd.syntax.html</remarks>
    public static string Unit(string text)
    {
        string line = Printable.Line(text).Replace("%", "%%", StringComparison.Ordinal);
        return line.EndsWith('\\') ? line + "." : line;
    }

    /// <summary>Text of a workflow that is no expression: <c>${{</c> would start one. https://docs.github.com/actions/reference/workflows-and-actions/expressions</summary>
    public static string Expression(string text) => text.Replace("${{", "$ {{", StringComparison.Ordinal);

    /// <summary>Text of a CloudFormation template that looks nothing up. https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html</summary>
    public static string Reference(string text) => text.Replace("{{resolve:", "{ {resolve:", StringComparison.Ordinal);

    private static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (char unit in Whole(text))
        {
            if (unit is '"' or '\\')
                quoted.Append('\\').Append(unit);
            else if (IsHidden(unit))
                quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)unit:x4}");
            else
                quoted.Append(unit);
        }

        return quoted.Append('"').ToString();
    }

    /// <summary>The text without halves of surrogate pairs, which no encoding can hold.</summary>
    private static string Whole(string text) => string.Concat(text.EnumerateRunes());

    /// <summary>Controls, separators of lines, and formats such as the bidirectional overrides.</summary>
    private static bool IsHidden(char unit) => char.GetUnicodeCategory(unit) is UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.OtherNotAssigned || unit is '\uFFFE' or '\uFFFF';
}
