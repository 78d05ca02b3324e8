using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Webstir.Sdk.Jobs;
using Webstir.Sdk.Problems;

namespace Webstir.Sdk.Manifests;

/// <summary>Finds the module manifest in one pass over the text, and refuses whatever would make an edit ambiguous.</summary>
internal ref struct ManifestScanner
{
    /// <summary>How many children are kept.</summary>
    private const int Places = (int)Place.Root;

    private const string DocumentedPath = $"{ManifestMap.WebstirKey}.{ManifestMap.DocumentedModuleKey}";
    private const string NewerPath = $"{ManifestMap.WebstirKey}.{ManifestMap.NewerModuleKey}";

    private readonly ManifestText _text;
    private readonly int _offset;

    /// <summary>What was found, by its place.</summary>
    private readonly Span<Child> _found;
    private Utf8JsonReader _reader;

    /// <summary>Of the one list that there may be.</summary>
    private EntryList? _entries;

    /// <summary>The entries before an edit: most names are theirs, which need neither be checked nor be held twice.</summary>
    private EntryList? _known;

    /// <summary>Which of the known entries comes next.</summary>
    private int _next;

    private ManifestScanner(ManifestText text, int offset, JsonReaderOptions options, Span<Child> found)
    {
        _text = text;
        _offset = offset;
        _found = found;
        _reader = new Utf8JsonReader(text.Utf8[_offset..], options);
    }

    private readonly int Position => _offset + (int)_reader.TokenStartIndex;

    private readonly int Consumed => _offset + (int)_reader.BytesConsumed;

    /// <summary>Maps a text.</summary>
    /// <exception cref="WebstirException">WEB0101, WEB0104 to WEB0110: see <see cref="ModuleManifest"/>.</exception>
    public static ManifestMap Scan(ManifestText text)
    {
        var scanner = new ManifestScanner(text, text.BomLength, new JsonReaderOptions { MaxDepth = ManifestText.MaxDepth }, stackalloc Child[Places]);
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
        Child webstir = before.Webstir!.Value;
        // What follows is the root's: the reader must not judge it. And the object stands one level down.
        var options = new JsonReaderOptions { AllowMultipleValues = true, MaxDepth = ManifestText.MaxDepth - 1 };
        var scanner = new ManifestScanner(text, webstir.Start, options, stackalloc Child[Places]);
        scanner._known = before.Entries;
        scanner._reader.Read();
        scanner.ScanObject(Place.Webstir);
        Child edited = scanner._found[(int)Place.Webstir] = webstir.WithGrown(growth);
        return edited.End == scanner.Consumed
            ? scanner.Map(before.Root.WithGrown(growth), before.PackageTitle.WithGrown(webstir.Start, growth))
            : throw new JsonException("The object ends elsewhere.");
    }

    private ManifestMap ScanRoot()
    {
        _reader.Read();
        int start = Position;
        if (_reader.TokenType != JsonTokenType.StartObject)
        {
            Finish();
            throw _text.Problem("WEB0104", "The file holds no JSON object. The root of a package.json is an object.", "Restore the file, or create it with 'npm init'.", start);
        }

        ScanObject(Place.Root);
        var root = new Child(start, Consumed);
        Finish();
        return Map(root, TitleOf(Place.Name, Place.Version));
    }

    /// <summary>Reads to the end, so that text after the root is seen.</summary>
    private void Finish()
    {
        while (_reader.Read())
        {
        }
    }

    /// <summary>Reads an object on our path, whose keys must be unique as far as we follow them.</summary>
    private void ScanObject(Place place)
    {
        Expect(JsonTokenType.StartObject, place, "an object");
        while (_reader.Read() && _reader.TokenType == JsonTokenType.PropertyName)
        {
            int from = Position;
            int nameEnd = _reader.NameEnd(_offset);
            Place member = MemberOf(place);
            if (IsFollowed(member) && _found[(int)member] != default)
                throw Duplicate(PathOf(member), from);

            _reader.Read();
            int start = Position;
            Follow(member);
            _found[(int)member] = new Child(from, nameEnd, start, Consumed);
        }
    }

    /// <summary>Place of the member whose name was just read.</summary>
    private readonly Place MemberOf(Place parent) => parent switch
    {
        Place.Root => IsKey("webstir"u8) ? Place.Webstir : IsKey("name"u8) ? Place.Name : IsKey("version"u8) ? Place.Version : Place.Other,
        Place.Webstir => IsKey("module"u8) ? Place.Documented
            : IsKey("moduleManifest"u8) ? Place.Newer
            : IsKey("schedulers"u8) ? Place.Schedulers
            : IsKey("export"u8) ? Place.Export
            : Place.Other,
        Place.Documented => IsKey("jobs"u8) ? Place.DocumentedJobs
            : IsKey("name"u8) ? Place.DocumentedName
            : IsKey("version"u8) ? Place.DocumentedVersion
            : Place.Other,
        _ => IsKey("jobs"u8) ? Place.NewerJobs : IsKey("name"u8) ? Place.NewerName : IsKey("version"u8) ? Place.NewerVersion : Place.Other,
    };

    /// <remarks>The reader would throw at half a surrogate pair that is escaped.</remarks>
    private readonly bool IsKey(ReadOnlySpan<byte> key) => _reader.ValueIsEscaped ? Ascii.Equals(key, _reader.Text()) : _reader.ValueSpan.SequenceEqual(key);

    private static bool IsFollowed(Place place) =>
        place is Place.Webstir or Place.Documented or Place.DocumentedJobs or Place.Newer or Place.NewerJobs;

    /// <summary>What messages call a place.</summary>
    private static string PathOf(Place place) => place switch
    {
        Place.Webstir => ManifestMap.WebstirKey,
        Place.Documented => DocumentedPath,
        Place.DocumentedJobs => $"{DocumentedPath}.{ManifestMap.JobsKey}",
        Place.Newer => NewerPath,
        _ => $"{NewerPath}.{ManifestMap.JobsKey}",
    };

    private void Follow(Place place)
    {
        if (place is Place.DocumentedJobs or Place.NewerJobs)
            ScanJobs(place);
        else if (IsFollowed(place))
            ScanObject(place);
        else
            _reader.SkipValue();
    }

    private void ScanJobs(Place place)
    {
        Expect(JsonTokenType.StartArray, place, "a list");
        _entries = new EntryList(capacity: 1 + (_known?.Count ?? 0), _text.Utf8.Length);
        while (_reader.Read() && _reader.TokenType != JsonTokenType.EndArray)
        {
            int start = Position;
            if (_reader.TokenType != JsonTokenType.StartObject)
                throw WrongType(EntryPath(place), "an object");
            Entry entry = ScanEntry(place, start);
            if (!_entries.TryAdd(entry))
                throw _text.Problem("WEB0109", $"The job '{entry.Name}' is listed twice in '{PathOf(place)}'. Job names are unique, ignoring case.", "Remove or rename one of the two entries.", start);
        }
    }

    /// <summary>What messages call an entry.</summary>
    private readonly string EntryPath(Place list) => string.Create(CultureInfo.InvariantCulture, $"{PathOf(list)}[{_entries!.Count}]");

    private Entry ScanEntry(Place list, int start)
    {
        JobName? name = null;
        EntryValues values = default;
        bool hasOthers = false;
        var members = EntryMembers.None;
        while (_reader.Read() && _reader.TokenType == JsonTokenType.PropertyName)
        {
            int from = Position;
            EntryMembers member = EntryMember.Of(_reader);
            _reader.Read();
            if ((members & member) != 0)
                throw Duplicate($"{EntryPath(list)}.{EntryMember.Key(member)}", from);
            members |= member;
            hasOthers |= member == EntryMembers.None;
            if (!EntryMember.Takes(member, _reader.TokenType))
                throw WrongType($"{EntryPath(list)}.{EntryMember.Key(member)}", EntryMember.TypeOf(member));
            if (member == EntryMembers.Name)
                name = Named(list);
            int valueStart = Position;
            _reader.SkipValue();
            values = values.With(member, valueStart..Consumed);
        }

        return name is not null
            ? new Entry(name, start, Consumed) { Values = values, HasOthers = hasOthers }
            : throw _text.Problem("WEB0110", $"'{EntryPath(list)}' has no name. A job entry holds at least {{ \"name\": \"...\" }}.", "Name the entry, or remove it.", start);
    }

    private JobName Named(Place list)
    {
        if (_known is not null && _next < _known.Count && Ascii.Equals(_reader.ValueSpan, _known[_next].Name.Value))
            return _known[_next++].Name;

        string text = _reader.Text();
        return JobName.TryParse(text, out JobName? name)
            ? name
            : throw _text.Problem("WEB0110", $"'{EntryPath(list)}.name' cannot be used. {JobName.Check(text)!.Message}", "Rename the entry, or remove it.", Position);
    }

    private readonly ManifestMap Map(Child root, Title package)
    {
        bool hasNewerJobs = Has(Place.NewerJobs);
        if (hasNewerJobs && Has(Place.DocumentedJobs))
        {
            throw _text.Problem("WEB0108", $"Both '{DocumentedPath}' and '{NewerPath}' list jobs. Only one of them can be the module manifest.",
                "Move all entries to one of the two, and remove the other list.", Math.Max(Found(Place.DocumentedJobs).Start, Found(Place.NewerJobs).Start));
        }

        bool useNewer = Has(Place.Newer) && (hasNewerJobs || !Has(Place.Documented));
        return useNewer
            ? Map(root, package, Place.Newer, Place.NewerJobs, ManifestMap.NewerModuleKey, TitleOf(Place.NewerName, Place.NewerVersion))
            : Map(root, package, Place.Documented, Place.DocumentedJobs, ManifestMap.DocumentedModuleKey, TitleOf(Place.DocumentedName, Place.DocumentedVersion));
    }

    private readonly ManifestMap Map(Child root, Title package, Place module, Place jobs, string moduleKey, Title title) =>
        new(Path(root, module, jobs), moduleKey, _entries ?? new EntryList(capacity: 0, textLength: 0))
        {
            PackageTitle = package,
            ModuleTitle = title,
            Schedulers = Found(Place.Schedulers).Start,
            Export = Found(Place.Export).Start,
        };

    private readonly ImmutableArray<Child> Path(Child root, Place module, Place jobs) =>
        !Has(Place.Webstir) ? [root]
        : !Has(module) ? [root, Found(Place.Webstir)]
        : !Has(jobs) ? [root, Found(Place.Webstir), Found(module)]
        : [root, Found(Place.Webstir), Found(module), Found(jobs)];

    private readonly Title TitleOf(Place name, Place version) => new(Found(name).Start, Found(version).Start);

    private readonly Child Found(Place place) => _found[(int)place];

    private readonly bool Has(Place place) => Found(place) != default;

    private readonly void Expect(JsonTokenType type, Place place, string what)
    {
        if (_reader.TokenType != type)
            throw WrongType(PathOf(place), what);
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

    /// <summary>A member that is read; and the root, for which no child is kept.</summary>
    private enum Place
    {
        Other,
        Name,
        Version,
        Webstir,
        Schedulers,
        Export,
        Documented,
        DocumentedName,
        DocumentedVersion,
        DocumentedJobs,
        Newer,
        NewerName,
        NewerVersion,
        NewerJobs,
        Root,
    }
}
