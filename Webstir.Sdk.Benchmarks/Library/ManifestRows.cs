using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Webstir.Sdk.Benchmarks.Library;

/// <summary>Reading a manifest and adding a job to it: time to that of one bare pass over the same text, memory to the text's size.</summary>
internal static class ManifestRows
{
    private const int Samples = 40;

    public static IEnumerable<LibraryRow> Measure() => [Measure(2_000), Measure(100_000), Measure(10_000_000)];

    private static LibraryRow Measure(int size)
    {
        byte[] text = Text(size);
        int calls = Math.Max(1, 2_000_000 / size);
        Cost[] costs = Cost.Measure(Samples, new Work(() => ModuleManifest.Parse(text).AddJob(SampleJob.Nightly), calls), new Work(() => BarePass(text), calls));
        return new LibraryRow(
            string.Create(CultureInfo.InvariantCulture, $"`Parse` and `AddJob`, {size / 1000:#,0} KB, to one bare `Utf8JsonReader` pass, and to the text"),
            new Figure(costs[0].Time / costs[1].Time, 2),
            new Figure(costs[0].Bytes / text.Length, 2));
    }

    private static byte[] BarePass(byte[] text)
    {
        var reader = new Utf8JsonReader(text);
        while (reader.Read())
            continue;
        return text;
    }

    private static byte[] Text(int size)
    {
        var text = new StringBuilder("{\n  \"name\": \"sample\",\n  \"webstir\": {\n    \"module\": {\n      \"jobs\": [\n        { \"name\": \"first\" }\n      ]\n    }\n  },\n  \"dependencies\": {\n");
        for (int i = 0; text.Length < size; i++)
            text.Append(CultureInfo.InvariantCulture, $"    \"package-{i}\": \"^1.{i % 100}.0\",\n");
        return Encoding.UTF8.GetBytes(text.Append("    \"last\": \"1.0.0\"\n  }\n}\n").ToString());
    }
}
