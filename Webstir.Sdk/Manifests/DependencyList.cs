using Webstir.Sdk.Problems;

namespace Webstir.Sdk.Manifests;

/// <summary>The packages that a <c>package.json</c> depends on: <c>dependencies</c>, an object of names and versions.</summary>
/// <remarks>Rule: "dependencies" in npm's documentation of package.json.</remarks>
/// <param name="Text">The text.</param>
/// <param name="Root">Its root object.</param>
/// <param name="Members">The list; <see langword="null"/> when there is none.</param>
internal sealed record DependencyList(ManifestText Text, Container Root, Container? Members)
{
    private const string Key = "dependencies";
    private const string DevelopmentKey = "devDependencies";

    /// <exception cref="WebstirException">WEB0106: the key stands twice. WEB0107: its value is no object.</exception>
    public static DependencyList Read(ManifestText text, Container root)
    {
        Child[] lists = [.. root.Children.Where(member => MemberReader.Name(text, member) == Key)];
        if (lists.Length == 0)
            return new DependencyList(text, root, Members: null);
        if (lists.Length > 1)
            throw text.Problem("WEB0106", $"'{Key}' stands twice in the same object. Readers disagree on which of them counts.", "Remove one of the two.", lists[1].From);
        return text.Utf8[lists[0].Start] == '{'
            ? new DependencyList(text, root, ContainerReader.Read(text.Utf8, lists[0].Start))
            : throw WrongType(text, Key, "an object of package names and versions", lists[0].Start);
    }

    /// <summary>All entries.</summary>
    /// <exception cref="WebstirException">As for <see cref="Find"/>.</exception>
    public IEnumerable<Dependency> All => Members?.Children.Select(member => Find(MemberReader.Name(Text, member))!) ?? [];

    /// <summary>The entry of a package; <see langword="null"/> when it has none.</summary>
    /// <exception cref="WebstirException">WEB0107: its version is no string.</exception>
    public Dependency? Find(string package)
    {
        if (Members is not { } members || MemberReader.Find(Text, members, package) is not { } member)
            return null;
        return MemberReader.FindText(Text, members, package) is { } version
            ? new Dependency(package, version, Text.PositionOf(member.Start))
            : throw WrongType(Text, $"{Key}.{package}", "a string", member.Start);
    }

    /// <summary>The one insertion that lists a package: where the order of the names wants it, as npm keeps it.</summary>
    /// <returns>The insertion, and the container that gets a child.</returns>
    public DependencyInsertion Insert(string package, string version) =>
        Members is { } members ? IntoList(members, package, version) : AsNewList(package, version);

    private DependencyInsertion IntoList(Container members, string package, string version)
    {
        string[] names = [.. members.Children.Select(member => MemberReader.Name(Text, member))];
        int index = SortedOrder.PlaceAmong(package, names);
        Layout layout = LayoutReader.Read(Text, [Root, members], index);
        string member = NewJson.Member(package, JsonText.Quote(version), layout);
        return new DependencyInsertion(ContainerEdit.Insert(Text, members, index, member, layout), members);
    }

    /// <summary>Where npm writes it: before the packages of the development.</summary>
    private DependencyInsertion AsNewList(string package, string version)
    {
        int index = MemberReader.Find(Text, Root, DevelopmentKey) is { } development ? Root.IndexOf(development.Start) : Root.Children.Length;
        Layout layout = LayoutReader.Read(Text, [Root], index);
        Layout inner = layout.Nested(isArray: false);
        string list = NewJson.Object([NewJson.Member(package, JsonText.Quote(version), inner)], inner);
        return new DependencyInsertion(ContainerEdit.Insert(Text, Root, index, NewJson.Member(Key, list, layout), layout), Root);
    }

    private static WebstirException WrongType(ManifestText text, string path, string expected, int offset) => text.Problem(
        "WEB0107", $"'{path}' is not {expected}.", "Correct or remove the value: it is not replaced, because it may be yours.", offset);
}

/// <summary>A package that is listed.</summary>
/// <param name="Package">Its name.</param>
/// <param name="Version">The version, or range of versions, as it stands there.</param>
/// <param name="Position">Where the version stands.</param>
internal sealed record Dependency(string Package, string Version, TextPosition Position);

/// <summary>An insertion that lists a package.</summary>
/// <param name="Edit">The insertion.</param>
/// <param name="Container">The container that gets a child.</param>
internal readonly record struct DependencyInsertion(TextEdit Edit, Container Container);
