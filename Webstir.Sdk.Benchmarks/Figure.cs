using System.Globalization;

namespace Webstir.Sdk.Benchmarks;

/// <summary>A measured value, judged as it is printed.</summary>
/// <param name="Value">What was measured.</param>
/// <param name="Limit">Most that it may be; <see langword="null"/> if nothing says so.</param>
internal sealed record Figure(double Value, double? Limit = null)
{
    public bool IsMissed => Math.Round(Value, 2) > Limit;

    /// <summary>In bold when it is missed.</summary>
    public override string ToString() => Mark(string.Create(CultureInfo.InvariantCulture, $"{Value:0.00}"));

    /// <summary>As megabytes, the limit beside them.</summary>
    public string ToMegabytes() =>
        Mark(string.Create(CultureInfo.InvariantCulture, $"{Value:0.0} MB")) + (Limit is null ? "" : string.Create(CultureInfo.InvariantCulture, $", at most {Limit}"));

    private string Mark(string text) => IsMissed ? $"**{text}**" : text;
}
