namespace Webstir.Sdk.Scaffolding;

/// <summary>Name for a new package.</summary>
internal static class PackageName
{
    private const string Fallback = "webstir-workspace";

    private const int MaxLength = 214;

    /// <summary>The folder's name as npm allows it: lower case, no blanks, no leading dot or underscore, at most 214 characters.</summary>
    /// <remarks>Rule: "name" in npm's documentation of package.json.</remarks>
    public static string From(string folder)
    {
        IEnumerable<char> allowed = folder.Select(unit => char.IsAsciiLetterOrDigit(unit) || unit is '.' or '_' or '-' ? char.ToLowerInvariant(unit) : '-');
        string name = string.Concat(allowed).Trim('.', '_', '-');
        return name.Length is 0 or > MaxLength ? Fallback : name;
    }
}
