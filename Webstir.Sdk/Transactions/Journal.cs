using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;
using System.Text;
using Webstir.Sdk.Jobs;
using Webstir.Sdk.Problems;

namespace Webstir.Sdk.Transactions;

/// <summary>What a transaction was about to do, for whoever finds it half done.</summary>
/// <remarks>
/// A text of one line a step; the content of a source or file follows its line. It names jobs, and files of the backend by plain
/// paths, so that a forged journal reaches nothing else. One without its last line was not finished: then nothing was staged yet.
/// </remarks>
internal sealed record Journal
{
    private const string Kind = "webstir-journal ";
    private const string FirstLine = Kind + "1";
    private const string LastLine = "end";
    private const string ManifestStep = "manifest";
    private const string JobsFolderStep = "jobs-folder";
    private const string FolderStep = "folder";
    private const string SourceStep = "source";
    private const string NewFolderStep = "new-folder";
    private const string FileStep = "file";
    private const string RemovalStep = "removal";

    /// <summary>Checksum of the manifest before the change; <see langword="null"/> when it does not change.</summary>
    public uint? Manifest { get; init; }

    /// <summary>Checksum of the manifest after the change; <see langword="null"/> when it does not change.</summary>
    public uint? NewManifest { get; init; }

    /// <summary>Whether the folder of all jobs is new.</summary>
    public bool HasNewJobsFolder { get; init; }

    /// <summary>Sources that come with a folder of their own.</summary>
    public NewSource[] Folders { get; init; } = [];

    /// <summary>Sources that go into a folder that exists.</summary>
    public NewSource[] Sources { get; init; } = [];

    /// <summary>Paths, below the workspace root, of folders that come with files.</summary>
    public string[] NewFolders { get; init; } = [];

    public NewFile[] Files { get; init; } = [];

    public JobName[] Removals { get; init; } = [];

    /// <summary>A checksum (CRC-32C): it tells two contents apart that come about by accident, not two that are made to be alike.</summary>
    public static uint Checksum(ReadOnlySpan<byte> content)
    {
        uint crc = ~0u;
        for (; content.Length >= sizeof(ulong); content = content[sizeof(ulong)..])
            crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(content));
        foreach (byte one in content)
            crc = BitOperations.Crc32C(crc, one);
        return ~crc;
    }

    public byte[] ToBytes()
    {
        using var text = new MemoryStream();
        WriteLine(text, FirstLine);
        if (Manifest is { } before && NewManifest is { } after)
            WriteLine(text, string.Create(CultureInfo.InvariantCulture, $"{ManifestStep} {before:x8} {after:x8}"));
        if (HasNewJobsFolder)
            WriteLine(text, JobsFolderStep);
        foreach (NewSource folder in Folders)
            Write(text, FolderStep, folder.Name.Value, folder.Content);
        foreach (NewSource source in Sources)
            Write(text, SourceStep, source.Name.Value, source.Content);
        foreach (string folder in NewFolders)
            WriteLine(text, $"{NewFolderStep} {folder}");
        foreach (NewFile file in Files)
            Write(text, FileStep, file.Path, file.Content);
        foreach (JobName name in Removals)
            WriteLine(text, $"{RemovalStep} {name}");
        WriteLine(text, LastLine);
        return text.ToArray();
    }

    /// <summary>Reads a journal; <see langword="null"/> when it was not finished, or is none.</summary>
    /// <exception cref="WebstirException">WEB0216: a later version of this library wrote it.</exception>
    public static Journal? Read(ReadOnlySpan<byte> text, string file)
    {
        string? head = NextLine(ref text);
        if (head != FirstLine)
            return head?.StartsWith(Kind, StringComparison.Ordinal) == true ? throw new WebstirException(Later(head, file)) : null;

        uint? manifest = null;
        uint? newManifest = null;
        bool hasNewJobsFolder = false;
        var folders = new List<NewSource>();
        var sources = new List<NewSource>();
        var newFolders = new List<string>();
        var files = new List<NewFile>();
        var removals = new List<JobName>();
        while (NextLine(ref text) is { } line)
        {
            string[] words = line.Split(' ');
            JobName? name = words.Length > 1 && JobName.TryParse(words[1], out JobName? parsed) ? parsed : null;
            switch (words)
            {
                case [LastLine]:
                    return new Journal
                    {
                        Manifest = manifest,
                        NewManifest = newManifest,
                        HasNewJobsFolder = hasNewJobsFolder,
                        Folders = [.. folders],
                        Sources = [.. sources],
                        NewFolders = [.. newFolders],
                        Files = [.. files],
                        Removals = [.. removals],
                    };
                case [JobsFolderStep]:
                    hasNewJobsFolder = true;
                    break;
                case [ManifestStep, var before, var after] when Checksum(before) is { } first && Checksum(after) is { } second:
                    manifest = first;
                    newManifest = second;
                    break;
                case [FolderStep, _, var length] when name is not null && NextContent(ref text, length) is { } content:
                    folders.Add(new NewSource(name, content));
                    break;
                case [SourceStep, _, var length] when name is not null && NextContent(ref text, length) is { } content:
                    sources.Add(new NewSource(name, content));
                    break;
                case [NewFolderStep, var path] when NewFile.IsPath(path):
                    newFolders.Add(path);
                    break;
                case [FileStep, var path, var length] when NewFile.IsPath(path) && NextContent(ref text, length) is { } content:
                    files.Add(new NewFile(path, content));
                    break;
                case [RemovalStep, _] when name is not null:
                    removals.Add(name);
                    break;
                default:
                    return null;
            }
        }

        return null;
    }

    private static Problem Later(string firstLine, string path) => new()
    {
        Code = "WEB0216",
        Message = $"What an interrupted run left cannot be read: '{Printable.Quote(firstLine)}'. This version reads '{FirstLine}'.",
        Hint = "Run the command with the later version of webstir that began it.",
        Path = path,
    };

    private static uint? Checksum(string hex) =>
        uint.TryParse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out uint checksum) ? checksum : null;

    private static void Write(Stream text, string step, string subject, ReadOnlyMemory<byte> content)
    {
        WriteLine(text, string.Create(CultureInfo.InvariantCulture, $"{step} {subject} {content.Length}"));
        text.Write(content.Span);
        WriteLine(text, "");
    }

    private static void WriteLine(Stream text, string line) => text.Write(Encoding.UTF8.GetBytes(line + "\n"));

    private static string? NextLine(ref ReadOnlySpan<byte> text)
    {
        int end = text.IndexOf((byte)'\n');
        if (end < 0)
            return null;
        string line = Encoding.UTF8.GetString(text[..end]);
        text = text[(end + 1)..];
        return line;
    }

    private static byte[]? NextContent(ref ReadOnlySpan<byte> text, string length)
    {
        if (!int.TryParse(length, NumberStyles.None, CultureInfo.InvariantCulture, out int count) || count >= text.Length || text[count] != '\n')
            return null;
        byte[] content = text[..count].ToArray();
        text = text[(count + 1)..];
        return content;
    }
}
