using System.Text.Json;

namespace Webstir.Sdk.Manifests;

/// <summary>Reads the children of one JSON container that stands somewhere in a text, and nothing after it.</summary>
internal ref struct ContainerReader
{
    private readonly ReadOnlySpan<byte> _utf8;
    private readonly int _start;
    private Utf8JsonReader _reader;

    /// <exception cref="JsonException">No container opens there.</exception>
    public ContainerReader(ReadOnlySpan<byte> utf8, int start)
    {
        _utf8 = utf8;
        _start = start;
        // Whatever follows the container belongs to its parent: the reader must not judge it.
        _reader = new Utf8JsonReader(utf8[start..], new JsonReaderOptions { AllowMultipleValues = true, MaxDepth = ManifestText.MaxDepth });
        _reader.Read();
        if (_reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
            throw new JsonException("Neither an object nor an array.");
    }

    /// <summary>The child that was read last.</summary>
    public Child Current { get; private set; }

    /// <summary>The child as it stands in the text.</summary>
    public readonly ReadOnlySpan<byte> Json => _utf8[Current.From..Current.End];

    /// <summary>End of what was read: of the container, once there are no more children.</summary>
    public readonly int End => _start + (int)_reader.BytesConsumed;

    private readonly int TokenStart => _start + (int)_reader.TokenStartIndex;

    /// <summary>All children.</summary>
    /// <exception cref="JsonException">There is no valid container.</exception>
    public static Child[] ReadAll(ReadOnlySpan<byte> utf8, int start)
    {
        var children = new List<Child>();
        var reader = new ContainerReader(utf8, start);
        while (reader.Read())
            children.Add(reader.Current);
        return [.. children];
    }

    /// <summary>Reads the next child, if there is one.</summary>
    /// <exception cref="JsonException">The container is not valid.</exception>
    public bool Read()
    {
        if (!_reader.Read())
            throw new JsonException("The container is not closed.");
        if (_reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
            return false;

        int from = TokenStart;
        int nameEnd = from;
        if (_reader.TokenType == JsonTokenType.PropertyName)
        {
            nameEnd = _reader.NameEnd(_start);
            _reader.Read();
        }

        int start = TokenStart;
        _reader.SkipValue();
        Current = new Child(from, nameEnd, start, End);
        return true;
    }
}
