using Webstir.Sdk.Problems;

namespace Webstir.Sdk.Manifests;

/// <summary>Reads what a workspace sets for exports: <c>webstir.export</c>, an object of texts for all targets and of objects for one each.</summary>
internal static class ExportSettingsReader
{
    private const string Key = "export";

    private const string Hint = "Write it as \"key\": \"text\", or as \"target\": { \"key\": \"text\" }.";

    /// <summary>All settings, in the order of the text.</summary>
    /// <exception cref="WebstirException">WEB0107: a value is neither a text nor, for a target, an object of texts.</exception>
    public static IReadOnlyList<WrittenSetting> Read(ManifestText text, ManifestMap map)
    {
        if (map.Export == 0)
            return [];
        return [.. Members(text, map.Export).SelectMany(child => text.Utf8[child.Start] == '{'
            ? Members(text, child.Start).Select(inner => Setting(text, inner, MemberReader.Name(text, child)))
            : [Setting(text, child, target: null)])];
    }

    private static Child[] Members(ManifestText text, int start) => text.Utf8[start] == '{'
        ? ContainerReader.ReadAll(text.Utf8, start)
        : throw text.Problem("WEB0107", $"'webstir.{Key}' is no object.", Hint, start);

    private static WrittenSetting Setting(ManifestText text, Child child, string? target)
    {
        string key = MemberReader.Name(text, child);
        string path = string.Join('.', new[] { $"webstir.{Key}", target, key }.Where(part => part is not null));
        return new WrittenSetting
        {
            Target = target,
            Key = key,
            Value = MemberReader.Text(text, child.Start) ?? throw text.Problem("WEB0107", $"'{Printable.Quote(path)}' is no text.", Hint, child.Start),
            Position = text.PositionOf(child.From),
        };
    }
}

/// <summary>A setting for exports as it stands in a <c>package.json</c>.</summary>
internal sealed record WrittenSetting
{
    /// <summary>Target that it is for; <see langword="null"/> for all that know its key.</summary>
    public required string? Target { get; init; }

    public required string Key { get; init; }

    public required string Value { get; init; }

    /// <summary>Where it stands.</summary>
    public required TextPosition Position { get; init; }
}
