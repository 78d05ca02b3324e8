using Webstir.Sdk.Problems;

namespace Webstir.Sdk.Manifests;

/// <summary>The schedulers that a workspace deploys to: <c>webstir.schedulers</c>, a list of identifiers.</summary>
internal static class SchedulerList
{
    private const string Hint = "Make it a list of identifiers, for example [\"kubernetes\"], or remove it.";

    /// <summary>The identifiers; <see langword="null"/> when the workspace sets none.</summary>
    /// <exception cref="WebstirException">WEB0107: it is no list of strings. WEB0112: an identifier is unknown.</exception>
    public static IReadOnlyList<string>? Read(ManifestText text, ManifestMap map, IReadOnlyCollection<string> known)
    {
        if (map.Schedulers == 0)
            return null;
        if (text.Utf8[map.Schedulers] != '[')
            throw text.Problem("WEB0107", "'webstir.schedulers' is no list.", Hint, map.Schedulers);

        return Array.ConvertAll(ContainerReader.ReadAll(text.Utf8, map.Schedulers), child => Identifier(text, child, known));
    }

    private static string Identifier(ManifestText text, Child child, IReadOnlyCollection<string> known)
    {
        string id = MemberReader.Text(text, child.Start)
            ?? throw text.Problem("WEB0107", "'webstir.schedulers' holds something else than strings.", Hint, child.Start);
        return known.Contains(id)
            ? id
            : throw text.Problem("WEB0112", $"'webstir.schedulers' names '{Printable.Quote(id)}', which is no known scheduler.", $"Known are {string.Join(", ", known)}.", child.Start);
    }
}
