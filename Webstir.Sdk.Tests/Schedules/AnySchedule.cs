using CsCheck;

namespace Webstir.Sdk.Tests.Schedules;

/// <summary>Generators of schedules, good and bad.</summary>
internal static class AnySchedule
{
    private const string Letters = "0123456789*/,-?LW#HSMFRITUNE @+()\t\n.:;_éx\u00a0\u200b";

    private static readonly string[] Numbers = ["0", "1", "2", "5", "7", "8", "12", "13", "15", "23", "24", "30", "31", "32", "59", "60", "007", "99999999999"];
    private static readonly string[] Words = ["MON", "sun", "SAT", "FRI", "JAN", "feb", "DEC", "Monday", "LW", "L", "?", "H", "*", "W", "FOO"];

    private static readonly Gen<string> Value = Gen.OneOf(Gen.OneOf(Numbers), Gen.OneOf(Words));

    private static readonly Gen<string> Item = Gen.OneOf<string>(
        Gen.Const("*"),
        Value,
        Gen.Select(Gen.OneOf(Numbers), step => $"*/{step}"),
        Gen.Select(Value, Value, (low, high) => $"{low}-{high}"),
        Gen.Select(Value, Gen.OneOf(Numbers), (low, step) => $"{low}/{step}"),
        Gen.Select(Value, Value, Gen.OneOf(Numbers), (low, high, step) => $"{low}-{high}/{step}"),
        Gen.Select(Value, Gen.OneOf("L", "W", "#2", "#5", "#6"), (low, suffix) => low + suffix),
        Gen.Select(Value, Value, (one, two) => $"{one},{two}"));

    private static readonly Gen<string> Measured = Gen.OneOf<string>([.. Vector.All.Select(vector => vector.Schedule)]);

    /// <summary>Fields, most of them stars.</summary>
    public static Gen<string> Cron { get; } =
        Gen.Select(Gen.OneOf(Gen.Const("*"), Item).Array[4, 7], fields => string.Join(' ', fields));

    /// <summary>A measured schedule with one to three characters changed.</summary>
    public static Gen<string> Mutated { get; } = Gen.Select(
        Measured, Gen.Select(Gen.Int[0, 300], Gen.Char[Letters], Gen.Int[0, 2]).Array[1, 3], (text, edits) => edits.Aggregate(text, Mutate));

    /// <summary>Any characters at all.</summary>
    public static Gen<string> Noise { get; } = Gen.OneOf(Gen.String[Gen.Char[Letters], 0, 40], Gen.String[0, 300]);

    private static string Mutate(string text, (int Place, char Character, int Kind) edit)
    {
        int place = edit.Place % (text.Length + 1);
        return edit.Kind switch
        {
            0 => text.Insert(place, edit.Character.ToString()),
            1 when place < text.Length => text.Remove(place, 1),
            _ when place < text.Length => text.Remove(place, 1).Insert(place, edit.Character.ToString()),
            _ => text + edit.Character,
        };
    }
}
