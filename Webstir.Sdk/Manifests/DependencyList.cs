using Webstir.Sdk.Problems;

namespace Webstir.Sdk.Manifests;

/// <summary>The packages that a <c>package.json</c> depends on: <c>dependencies</c>, an object of names and versions.</summary>
/// <remarks>Rule: "dependencies" in npm's documentation of package.json.</remarks>
/// <param name="Text">The text.</param>
/// <param name="Root">Its root object.</param>
/// <param name="List">The list; <see langword="null"/> when there is none.</param>
/// <param name="Members">Its members.</param>
internal sealed record DependencyList(ManifestText Text, Child Root, Child? List, Child[] Members)
{
    private const string Key = "dependencies";
    private const string DevelopmentKey = "devDependencies";

    /// <exception cref="WebstirException">WEB0106: the key stands twice. WEB0107: its value is no object.</exception>
    public static DependencyList Read(ManifestText text, Child root)
    {
        Child[] lists = Array.FindAll(ContainerReader.ReadAll(text.Utf8, root.Start), member => MemberReader.Name(text, member) == Key);
        if (lists.Length == 0)
            return new DependencyList(text, root, List: null, []);
        if (lists.Length > 1)
            throw text.Problem("WEB0106", $"'{Key}' stands twice in the same object. Readers disagree on which of them counts.", "Remove one of the two.", lists[1].From);
        return text.Utf8[lists[0].Start] == '{'
            ? new DependencyList(text, root, lists[0], ContainerReader.ReadAll(text.Utf8, lists[0].Start))
            : throw WrongType(text, Key, "an object of package names and versions", lists[0].Start);
    }

    /// <summary>All entries.</summary>
    /// <exception cref="WebstirException">As for <see cref="Find"/>.</exception>
    public IEnumerable<Dependency> All => Members.Select(member => Find(MemberReader.Name(Text, member))!);

    /// <summary>The entry of a package; <see langword="null"/> when it has none.</summary>
    /// <exception cref="WebstirException">WEB0107: its version is no string.</exception>
    public Dependency? Find(string package)
    {
        if (MemberReader.Find(Text, Members, package) is not { } member)
            return null;
        return MemberReader.Text(Text, member.Start) is { } version
            ? new Dependency(package, version, Text.PositionOf(member.Start))
            : throw WrongType(Text, $"{Key}.{package}", "a string", member.Start);
    }

    /// <summary>The one insertion that lists a package: where the order of the names wants it, as npm keeps it.</summary>
    /// <returns>The insertion, and the container that gets a child.</returns>
    public DependencyInsertion Insert(string package, string version) =>
        List is { } list ? IntoList(list, package, version) : AsNewList(package, version);

    private DependencyInsertion IntoList(Child list, string package, string version)
    {
        int index = SortedOrder.PlaceAmong(package, Array.ConvertAll(Members, member => MemberReader.Name(Text, member)));
        Neighbours place = Neighbours.Read(Text.Utf8, list.Start, index);
        Layout layout = LayoutReader.Read(Text.Utf8, [Root, list], place);
        JsonBuilder member = new(stackalloc byte[JsonBuilder.Start]);
        Write(ref member, package, version, layout.Colon);
        return new DependencyInsertion(ContainerEdit.Insert(Text.Utf8, list, place, member.Utf8, layout), list);
    }

    /// <summary>Where npm writes it: before the packages of the development.</summary>
    private DependencyInsertion AsNewList(string package, string version)
    {
        Child[] members = ContainerReader.ReadAll(Text.Utf8, Root.Start);
        int index = MemberReader.Find(Text, members, DevelopmentKey) is { } development ? Array.IndexOf(members, development) : Neighbours.Last;
        Neighbours place = Neighbours.Read(Text.Utf8, Root.Start, index);
        Layout layout = LayoutReader.Read(Text.Utf8, [Root], place);
        Layout inner = layout.Nested(isArray: false);
        JsonBuilder list = new(stackalloc byte[JsonBuilder.Start]);
        list.AppendName(Key, layout.Colon);
        list.Append("{"u8);
        list.Append(inner.Open);
        Write(ref list, package, version, inner.Colon);
        list.Append(inner.Close);
        list.Append("}"u8);
        return new DependencyInsertion(ContainerEdit.Insert(Text.Utf8, Root, place, list.Utf8, layout), Root);
    }

    private static void Write(ref JsonBuilder json, string package, string version, scoped ReadOnlySpan<byte> colon)
    {
        json.AppendName(package, colon);
        json.AppendString(version);
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
internal readonly record struct DependencyInsertion(TextEdit Edit, Child Container);
