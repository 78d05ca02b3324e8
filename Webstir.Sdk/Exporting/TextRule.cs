using System.Text.RegularExpressions;

namespace Webstir.Sdk.Exporting;

/// <summary>What the value of a setting must be.</summary>
/// <param name="Text">The rule, as a sentence.</param>
/// <param name="Accepts">Whether a value keeps it.</param>
internal sealed partial record TextRule(string Text, Predicate<string> Accepts)
{
    public static TextRule TimeZone { get; } = new("It is a name of the IANA database, for example Europe/Berlin or Etc/UTC.", IsTimeZone);

    public static TextRule Url { get; } = new(
        "It is an address that starts with https:// or http://.",
        value => Uri.TryCreate(value, UriKind.Absolute, out Uri? url) && url.Scheme is "http" or "https");

    public static TextRule AbsolutePath { get; } = new("It is an absolute path on the machine that runs the jobs.", value => value.StartsWith('/'));

    /// <summary>https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html</summary>
    public static TextRule Arn { get; } = new("It is an ARN, which starts with 'arn:'.", value => value.StartsWith("arn:", StringComparison.Ordinal));

    public static TextRule CSharpName { get; } = new("It is a name of C#, in parts with dots between them.", value => CSharpNames().IsMatch(value));

    /// <summary>https://kubernetes.io/docs/concepts/overview/working-with-objects/names/#dns-label-names</summary>
    public static TextRule DnsLabel { get; } = new("It is a name of at most 63 characters of a-z 0-9 -, a letter or digit first and last.", value => value.Length <= 63 && DnsLabels().IsMatch(value));

    /// <summary>A blank would end the name in a crontab.</summary>
    public static TextRule User { get; } = new("It is the name of a user, without blanks.", value => !value.Any(char.IsWhiteSpace));

    /// <summary>.NET also knows Windows' names and POSIX strings, which nobody else does.</summary>
    private static bool IsTimeZone(string value) => TimeZoneInfo.TryFindSystemTimeZoneById(value, out _)
        && (value == "UTC" || (value.Contains('/', StringComparison.Ordinal) && !Path.IsPathRooted(value)));

    [GeneratedRegex(@"^[\p{L}_][\p{L}\p{Nd}_]*(\.[\p{L}_][\p{L}\p{Nd}_]*)*\z")]
    private static partial Regex CSharpNames();

    [GeneratedRegex(@"^[a-z0-9]([a-z0-9-]*[a-z0-9])?\z")]
    private static partial Regex DnsLabels();
}
