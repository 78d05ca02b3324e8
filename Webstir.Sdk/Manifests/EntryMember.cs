using System.Text.Json;

namespace Webstir.Sdk.Manifests;

/// <summary>The members of a job entry that have a meaning here; all others are the user's.</summary>
[Flags]
internal enum EntryMembers
{
    None = 0,
    Name = 1,
    Schedule = 2,
    Description = 4,
    Priority = 8,
}

/// <summary>Keys and types of the members of a job entry.</summary>
internal static class EntryMember
{
    /// <summary>The keys in the order in which an entry is written.</summary>
    public static readonly string[] Keys = ["name", "schedule", "description", "priority"];

    /// <summary>The member whose name was just read; only an unusual one is made a string of.</summary>
    public static EntryMembers Of(in Utf8JsonReader reader)
    {
        if (reader.ValueIsEscaped)
            return Of(reader.Text());
        ReadOnlySpan<byte> key = reader.ValueSpan;
        return key.SequenceEqual("name"u8) ? EntryMembers.Name
            : key.SequenceEqual("schedule"u8) ? EntryMembers.Schedule
            : key.SequenceEqual("description"u8) ? EntryMembers.Description
            : key.SequenceEqual("priority"u8) ? EntryMembers.Priority
            : EntryMembers.None;
    }

    public static EntryMembers Of(string key) => key switch
    {
        "name" => EntryMembers.Name,
        "schedule" => EntryMembers.Schedule,
        "description" => EntryMembers.Description,
        "priority" => EntryMembers.Priority,
        _ => EntryMembers.None,
    };

    public static string Key(EntryMembers member) => Keys[System.Numerics.BitOperations.Log2((uint)member)];

    /// <summary>Whether a value of this type may stand there.</summary>
    public static bool Takes(EntryMembers member, JsonTokenType type) => member switch
    {
        EntryMembers.None => true,
        EntryMembers.Priority => type is JsonTokenType.String or JsonTokenType.Number,
        _ => type == JsonTokenType.String,
    };

    public static string TypeOf(EntryMembers member) => member == EntryMembers.Priority ? "a number or a string" : "a string";
}
