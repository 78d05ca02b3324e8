using System.Globalization;
using System.Text.Json;
using Webstir.Sdk.Jobs;
using Webstir.Sdk.Problems;

namespace Webstir.Sdk.Manifests;

/// <summary>Finds the module manifest in one pass over the text, and refuses whatever would make an edit ambiguous.</summary>
internal ref struct ManifestScanner
{
    private const string DocumentedPath = $"{ManifestMap.WebstirKey}.{ManifestMap.DocumentedModuleKey}";
    private const string NewerPath = $"{ManifestMap.WebstirKey}.{ManifestMap.NewerModuleKey}";

    private readonly ManifestText _text;
    private readonly int _offset;
    private readonly ModuleScan _documented = new();
    private readonly ModuleScan _newer = new();
    private Utf8JsonReader _reader;
    private Container? _webstir;

    private ManifestScanner(ManifestText text, int offset, JsonReaderOptions options)
    {
        _text = text;
        _offset = offset;
        _reader = new Utf8JsonReader(text.Utf8[_offset..], options);
    }

    private readonly int Position => _offset + (int)_reader.TokenStartIndex;

    private readonly int Consumed => _offset + (int)_reader.BytesConsumed;

    /// <summary>Maps a text.</summary>
    /// <exception cref="WebstirException">WEB0101, WEB0104 to WEB0110: see <see cref="ModuleManifest"/>.</exception>
    public static ManifestMap Scan(ManifestText text)
    {
        var scanner = new ManifestScanner(text, text.BomLength, new JsonReaderOptions { MaxDepth = ManifestText.MaxDepth });
        try
        {
            return scanner.ScanRoot();
        }
        catch (JsonException error)
        {
            throw JsonMistake.Explain(text, error, scanner._reader);
        }
    }

    /// <summary>Maps a text that differs from a mapped one inside the <c>webstir</c> object only: nothing else is read again.</summary>
    /// <param name="text">The edited text.</param>
    /// <param name="before">The original's map.</param>
    /// <param name="growth">By how many bytes the edited text is longer.</param>
    /// <exception cref="WebstirException">As for <see cref="Scan"/>.</exception>
    /// <exception cref="JsonException">The object is no JSON any more, or ends elsewhere.</exception>
    public static ManifestMap ScanWebstir(ManifestText text, ManifestMap before, int growth)
    {
        Container webstir = before.Webstir!;
        // What follows is the root's: the reader must not judge it. And the object stands one level down.
        var scanner = new ManifestScanner(text, webstir.Start, new JsonReaderOptions { AllowMultipleValues = true, MaxDepth = ManifestText.MaxDepth - 1 });
        scanner._reader.Read();
        scanner._webstir = scanner.ScanObject(ManifestMap.WebstirKey);
        return scanner._webstir.End == webstir.End + growth
            ? scanner.Map(before.Root.WithGrown(webstir.Start, growth))
            : throw new JsonException("The object ends elsewhere.");
    }

    private ManifestMap ScanRoot()
    {
        _reader.Read();
        if (_reader.TokenType != JsonTokenType.StartObject)
        {
            int start = Position;
            Finish();
            throw _text.Problem("WEB0104", "The file holds no JSON object. The root of a package.json is an object.", "Restore the file, or create it with 'npm init'.", start);
        }

        Container root = ScanObject("");
        Finish();
        return Map(root);
    }

    /// <summary>Reads to the end, so that text after the root is seen.</summary>
    private void Finish()
    {
        while (_reader.Read())
        {
        }
    }

    /// <summary>Reads an object on our path, whose keys must be unique as far as we follow them.</summary>
    private Container ScanObject(string path)
    {
        Expect(JsonTokenType.StartObject, path, "an object");
        int start = Position;
        var children = new List<Child>();
        var followed = new List<string>();
        while (_reader.Read() && _reader.TokenType == JsonTokenType.PropertyName)
        {
            int from = Position;
            int nameEnd = _reader.NameEnd(_offset);
            string? key = KeyOnOurPath(path);
            if (key is not null && followed.Contains(key))
                throw Duplicate(Join(path, key), from);

            _reader.Read();
            int valueStart = Position;
            if (key is null)
            {
                _reader.Skip();
            }
            else
            {
                followed.Add(key);
                Follow(Join(path, key));
            }

            children.Add(new Child(from, nameEnd, valueStart, Consumed));
        }

        return new Container(start, Consumed, children);
    }

    /// <summary>The key that was just read, if we follow it.</summary>
    private readonly string? KeyOnOurPath(string parent) => parent switch
    {
        "" => KeyIf(ManifestMap.WebstirKey),
        ManifestMap.WebstirKey => KeyIf(ManifestMap.DocumentedModuleKey) ?? KeyIf(ManifestMap.NewerModuleKey),
        _ => KeyIf(ManifestMap.JobsKey),
    };

    /// <remarks>The reader would throw at half a surrogate pair that is escaped.</remarks>
    private readonly string? KeyIf(string key) => (_reader.ValueIsEscaped ? _reader.Text() == key : _reader.ValueTextEquals(key)) ? key : null;

    private static string Join(string parent, string key) => parent.Length == 0 ? key : $"{parent}.{key}";

    private void Follow(string path)
    {
        switch (path)
        {
            case DocumentedPath:
                _documented.Module = ScanObject(path);
                break;
            case NewerPath:
                _newer.Module = ScanObject(path);
                break;
            case ManifestMap.WebstirKey:
                _webstir = ScanObject(path);
                break;
            default:
                ModuleScan module = path.StartsWith(NewerPath, StringComparison.Ordinal) ? _newer : _documented;
                module.Jobs = ScanJobs(path, module.Entries, module.Places);
                break;
        }
    }

    private Container ScanJobs(string path, List<Entry> entries, Dictionary<string, int> places)
    {
        Expect(JsonTokenType.StartArray, path, "a list");
        int start = Position;
        var children = new List<Child>();
        while (_reader.Read() && _reader.TokenType != JsonTokenType.EndArray)
        {
            int entryStart = Position;
            if (_reader.TokenType != JsonTokenType.StartObject)
                throw WrongType(EntryPath(path, entries.Count), "an object");
            Entry entry = ScanEntry(path, entries.Count, entryStart);
            if (!places.TryAdd(entry.Name.Value, entries.Count))
                throw _text.Problem("WEB0109", $"The job '{entry.Name}' is listed twice in '{path}'. Job names are unique, ignoring case.", "Remove or rename one of the two entries.", entryStart);
            children.Add(new Child(entryStart, entryStart, entryStart, Consumed));
            entries.Add(entry);
        }

        return new Container(start, Consumed, children);
    }

    /// <summary>What messages call an entry.</summary>
    private static string EntryPath(string list, int index) => string.Create(CultureInfo.InvariantCulture, $"{list}[{index}]");

    private Entry ScanEntry(string list, int index, int start)
    {
        JobName? name = null;
        EntryValues values = default;
        var members = EntryMembers.None;
        while (_reader.Read() && _reader.TokenType == JsonTokenType.PropertyName)
        {
            int from = Position;
            EntryMembers member = EntryMember.Of(_reader);
            _reader.Read();
            if ((members & member) != 0)
                throw Duplicate($"{EntryPath(list, index)}.{EntryMember.Key(member)}", from);
            members |= member;
            if (!EntryMember.Takes(member, _reader.TokenType))
                throw WrongType($"{EntryPath(list, index)}.{EntryMember.Key(member)}", EntryMember.TypeOf(member));
            if (member == EntryMembers.Name)
                name = Named(list, index);
            int valueStart = Position;
            _reader.Skip();
            values = values.With(member, valueStart..Consumed);
        }

        return name is not null
            ? new Entry(name, start, Consumed) { Values = values }
            : throw _text.Problem("WEB0110", $"'{EntryPath(list, index)}' has no name. A job entry holds at least {{ \"name\": \"...\" }}.", "Name the entry, or remove it.", start);
    }

    private readonly JobName Named(string list, int index)
    {
        string text = _reader.Text();
        return JobName.TryParse(text, out JobName? name)
            ? name
            : throw _text.Problem("WEB0110", $"'{EntryPath(list, index)}.name' cannot be used. {JobName.Check(text)!.Message}", "Rename the entry, or remove it.", Position);
    }

    private readonly ManifestMap Map(Container root)
    {
        if (_documented.Jobs is not null && _newer.Jobs is not null)
        {
            throw _text.Problem("WEB0108", $"Both '{DocumentedPath}' and '{NewerPath}' list jobs. Only one of them can be the module manifest.",
                "Move all entries to one of the two, and remove the other list.", Math.Max(_documented.Jobs.Start, _newer.Jobs.Start));
        }

        bool useNewer = _newer.Module is not null && (_documented.Module is null || _newer.Jobs is not null);
        ModuleScan chosen = useNewer ? _newer : _documented;
        Container?[] path = [root, _webstir, chosen.Module, chosen.Jobs];
        string key = useNewer ? ManifestMap.NewerModuleKey : ManifestMap.DocumentedModuleKey;
        return new ManifestMap([.. path.OfType<Container>()], key, chosen.Entries, chosen.Places);
    }

    private readonly void Expect(JsonTokenType type, string path, string what)
    {
        if (_reader.TokenType != type)
            throw WrongType(path, what);
    }

    private readonly WebstirException WrongType(string path, string expected) => _text.Problem("WEB0107",
        $"'{path}' is {Kind(_reader.TokenType)}, but must be {expected}.", "Correct or remove the value: it is not replaced, because it may be yours.", Position);

    private readonly WebstirException Duplicate(string path, int offset) => _text.Problem("WEB0106",
        $"'{path}' stands twice in the same object. Readers disagree on which of them counts.", "Remove one of the two.", offset);

    private static string Kind(JsonTokenType type) => type switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "a list",
        JsonTokenType.String => "a string",
        JsonTokenType.Number => "a number",
        JsonTokenType.Null => "null",
        _ => "a boolean",
    };

    /// <summary>What stands under one of the two module keys.</summary>
    private sealed class ModuleScan
    {
        public Container? Module { get; set; }

        public Container? Jobs { get; set; }

        public List<Entry> Entries { get; } = [];

        public Dictionary<string, int> Places { get; } = new(StringComparer.OrdinalIgnoreCase);
    }
}
