using System.Text.RegularExpressions;

namespace Webstir.Sdk.Tests.Reliability;

/// <summary>Names that try to lead elsewhere, to be something else, or to look like something else; and a few that are only odd.</summary>
internal static partial class HostileNames
{
    /// <summary>A job that exists already.</summary>
    public const string Taken = "nightly";

    private static readonly string[] Paths =
    [
        "a/b", "/a", "//a", "a//b", "a/", "./a", "a/.", "a/..", "../a", "../../a", "a/../../b", "../outside/a", "/etc/cron.d/a", "/dev/null",
        "a\\b", "\\a", "..\\a", "a\\..\\..\\b", "\\\\server\\share", "\\\\?\\C:\\a", "\\\\.\\NUL", "C:", "C:a", "C:\\a", "c:/a", "a:stream", "a::$DATA",
        "file:///etc/passwd", "~", "~root", "~/a", "%2e%2e%2fa", "..%2fa", "..%5ca", "%00", "%TEMP%", "$HOME", "\u2215a", "a\u2044b", "\uff0fa", "\u2025",
    ];

    private static readonly string[] Dots = ["", ".", "..", "...", "....", ".a", "..a", "a.", "a..", "a.b.", ".git", ".env", "a..b", "index.ts"];

    private static readonly string[] Blanks = [" ", "\t", " a", "a ", "a b", "\ta", "a\t", "\u00a0", "a\u00a0", "\u3000a", "a\u2003"];

    private static readonly string[] Shells =
    [
        "-", "--", "-a", "-rf", "--help", "--force", "--dry-run", "-n", "@a", "@/etc/passwd", "+a", "=a", "a=b", "'", "\"", "`", "a'b", "a\"b", "`id`", "$(id)",
        "${a}", "`${a}`", "a;b", "a&b", "a|b", "a>b", "a<b", "*", "a*", "?", "[a]", "{a,b}", "!a", "#a", "a#b", "a,b", "^a", "a\\", "(a)",
    ];

    private static readonly string[] Code =
    [
        "__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "valueOf", "node_modules", "scheduler", "Scheduler", "runtime", "RUNTIME", "null", "true",
        "0", "1e3", "{{ name }}", "{{ include 'a' }}", "*/", "/*", "//", "<script>", "</script>", "');process.exit()//", "\"}]}", "</a>", "<!--", "a*/b", "\\u002e\\u002e",
    ];

    private static readonly string[] Letters =
    [
        "caf\u00e9", "cafe\u0301", "\u0430bc", "\uff41", "a\ud83d\ude00", "\u212aelvin", "\u0131", "\u1e9e", "\ufb01", "a\u0301", "\u0661", "\u4efb\u52a1", "a\ud800", "\udc00a",
    ];

    private static readonly string[] Long =
    [
        new('a', 100), new('a', 101), new('a', 255), new('a', 256), new('a', 257), new('a', 4_096), new('a', 100_000), new('.', 256), new('\u00e9', 128),
        string.Join('/', Enumerable.Repeat("a", 2_100)), string.Join('/', Enumerable.Repeat("..", 100)),
    ];

    private static readonly string[] Twins = ["nightly", "Nightly", "NIGHTLY", "nightlY", "n\u0131ghtly"];

    private static readonly string[] Devices =
    [
        "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$", "CLOCK$", .. Enumerable.Range(0, 10).SelectMany(number => new[] { $"COM{number}", $"LPT{number}" }),
        "con", "aux.h", "com1.log", "Lpt9", "COM\u00b9", "COM\u00b2", "COM\u00b3", "LPT\u00b9", "LPT\u00b2", "LPT\u00b3",
    ];

    /// <summary>Control characters, and those that are invisible, or turn the writing direction, or end a line.</summary>
    private static readonly int[] Invisible =
        [.. Enumerable.Range(0, 32), 0x7F, 0x85, 0xAD, 0x61C, 0x180E, .. Enumerable.Range(0x200B, 5), .. Enumerable.Range(0x2028, 7), .. Enumerable.Range(0x2060, 10), 0xFEFF, 0xFFFC];

    public static IReadOnlyList<string> All { get; } =
    [
        .. new[]
        {
            Paths, Dots, Blanks, Shells, Code, Letters, Long, Twins,
            Devices.SelectMany(device => new[] { device, $"{device}.txt", $"{device}.tar.gz" }),
            Invisible.Select(character => $"a{(char)character}b"),
        }.SelectMany(names => names).Distinct(StringComparer.Ordinal),
    ];

    /// <summary>The design's rule, written down a second time; <c>CLOCK$</c> and the superscripts fall to its first line.</summary>
    public static bool IsGood(string name) => Shape().IsMatch(name)
        && !Reserved().IsMatch(name)
        && !name.Equals(Taken, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the system takes it as the name of one file.</summary>
    public static bool IsFileName(string name) =>
        name is not ("" or "." or "..") && name.IndexOfAny(['/', '\0']) < 0 && System.Text.Encoding.UTF8.GetByteCount(name) <= 255;

    [GeneratedRegex(@"\A[A-Za-z0-9]([A-Za-z0-9._-]{0,98}[A-Za-z0-9_-])?\z")]
    private static partial Regex Shape();

    [GeneratedRegex(@"\A((con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?|scheduler|runtime|node_modules)\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Reserved();
}
