using Newtonsoft.Json.Linq;

namespace Webstir.Sdk.Tests.Schedules;

/// <summary>One measured schedule: what each engine said of it, and when it would run there.</summary>
internal sealed record Vector(string Schedule, JObject Valid, JObject Next)
{
    public static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static IReadOnlyList<Vector> All { get; } = [.. File.ReadLines(Path.Join(ProjectFolder.Tests, "Corpus", "schedule-vectors.jsonl")).Select(Parse)];

    /// <summary>Whether an engine accepted it; <see langword="null"/> when that is not established.</summary>
    public bool? Verdict(string engine) => Valid[engine]?.Value<bool?>();

    /// <summary>The next runs of an engine, at most three; <see langword="null"/> when they were not measured.</summary>
    public IReadOnlyList<string>? Runs(string engine) => Next[engine] switch
    {
        JArray times => [.. times.Select(time => time.Value<string>()!).Where(time => time != "never")],
        null => null,
        _ => [],
    };

    private static Vector Parse(string line)
    {
        using var reader = new Newtonsoft.Json.JsonTextReader(new StringReader(line)) { DateParseHandling = Newtonsoft.Json.DateParseHandling.None };
        JObject row = JObject.Load(reader);
        return new Vector(row.Value<string>("schedule")!, (JObject)row["valid"]!, (JObject)row["next"]!);
    }
}
