using System.Globalization;

namespace Webstir.Cli.Help;

/// <summary>Pages on subjects and on error codes: the Markdown files beside this one, embedded. A new file is a new page.</summary>
internal static class HelpPages
{
    private const string Folder = "help/";
    private const string CodeStart = "WEB";

    /// <summary>The page that ends with a list of all codes.</summary>
    private const string Errors = "errors";

    /// <summary>Subjects that there is a page on.</summary>
    public static IEnumerable<string> Topics => Names.Where(name => !IsCode(name));

    /// <summary>Error codes that there is a page on.</summary>
    public static IEnumerable<string> Codes => Names.Where(IsCode);

    private static IReadOnlyList<string> Names => Resource.Names(Folder);

    /// <summary>The page of a subject or a code, whose case does not matter; <see langword="null"/> when there is none.</summary>
    public static string? Find(string name)
    {
        string key = IsCode(name) ? name.ToUpperInvariant() : name.ToLowerInvariant();
        string? page = Resource.Find(Folder + key);
        return key == Errors ? page + "\n" + string.Concat(Codes.Select(code => Title(code) + "\n")) : page;
    }

    /// <summary>Whether a word is meant as an error code: <c>WEB</c> and a digit.</summary>
    public static bool IsCode(string word) =>
        word.Length > CodeStart.Length && word.StartsWith(CodeStart, StringComparison.OrdinalIgnoreCase) && char.IsAsciiDigit(word[CodeStart.Length]);

    /// <summary>The code whose number is nearest to that of a word.</summary>
    public static string NearestCode(string word)
    {
        long number = Number(word);
        return Codes.MinBy(code => Math.Abs(Number(code) - number))!;
    }

    private static long Number(string word) =>
        long.TryParse(word.AsSpan(CodeStart.Length), NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number : 0;

    private static string Title(string name) => Resource.Read(Folder + name).Split('\n')[0].TrimStart('#', ' ');
}
