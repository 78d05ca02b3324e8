using System.Text.Json;

namespace Webstir.Sdk.Manifests;

/// <summary>Lists the children of one JSON container that stands somewhere in a text.</summary>
internal static class ContainerReader
{
    /// <summary>Reads the container that opens at an offset, and nothing after it.</summary>
    /// <exception cref="JsonException">There is no valid container.</exception>
    public static Container Read(ReadOnlySpan<byte> utf8, int start)
    {
        // Whatever follows the container belongs to its parent: the reader must not judge it.
        var reader = new Utf8JsonReader(utf8[start..], new JsonReaderOptions { AllowMultipleValues = true, MaxDepth = ManifestText.MaxDepth });
        reader.Read();
        if (reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
            throw new JsonException("Neither an object nor an array.");

        var children = new List<Child>();
        while (ReadChild(ref reader, start) is { } child)
            children.Add(child);
        return new Container(start, start + (int)reader.BytesConsumed, [.. children]);
    }

    private static Child? ReadChild(ref Utf8JsonReader reader, int offset)
    {
        if (!reader.Read())
            throw new JsonException("The container is not closed.");
        if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
            return null;

        int from = offset + (int)reader.TokenStartIndex;
        int nameEnd = from;
        if (reader.TokenType == JsonTokenType.PropertyName)
        {
            nameEnd = reader.NameEnd(offset);
            reader.Read();
        }

        int start = offset + (int)reader.TokenStartIndex;
        reader.Skip();
        return new Child(from, nameEnd, start, offset + (int)reader.BytesConsumed);
    }
}
