namespace Webstir.Sdk.Tests.Reliability;

/// <summary>What a measurement came to.</summary>
/// <param name="Measured">The figure.</param>
/// <param name="IsHeld">Whether it is the target.</param>
/// <param name="Details">What a developer wants to see when it is not.</param>
internal sealed record Finding(string Measured, bool IsHeld, string Details = "")
{
    /// <summary>No fault in any of some trials, of which there must be some in each tally.</summary>
    public static Finding Of(string trials, params Tally[] tallies) => new(
        $"{tallies.Sum(tally => tally.Faults)} of {tallies.Sum(tally => tally.Runs)} {trials}",
        tallies.Length > 0 && Array.TrueForAll(tallies, tally => tally.IsClean),
        string.Join('\n', [.. tallies.SelectMany(tally => tally.First), $"{tallies.Count(tally => tally.Runs == 0)} of {tallies.Length} tallies have no trial"]));
}
