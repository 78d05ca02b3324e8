namespace Webstir.Sdk.Benchmarks.Library;

/// <summary>One line of the library's table.</summary>
internal sealed record LibraryRow(string Name, Figure Time, Figure? Memory = null)
{
    public bool IsMissed => Time.IsMissed || Memory is { IsMissed: true };

    public override string ToString() => FormattableString.Invariant($"| {Name} | {Time} | {Time.Limit} | {Memory} | {Memory?.Limit} |");
}
