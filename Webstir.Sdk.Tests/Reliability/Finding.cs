namespace Webstir.Sdk.Tests.Reliability;

/// <summary>What a measurement came to.</summary>
/// <param name="Measured">The figure.</param>
/// <param name="IsHeld">Whether it is the target.</param>
/// <param name="Details">What a developer wants to see when it is not.</param>
internal sealed record Finding(string Measured, bool IsHeld, string Details = "")
{
    /// <summary>No fault in any of some trials.</summary>
    public static Finding Of(string trials, params Tally[] tallies) => new(
        $"{tallies.Sum(tally => tally.Faults)} of {tallies.Sum(tally => tally.Runs)} {trials}",
        tallies.All(tally => tally.Faults == 0),
        string.Join('\n', tallies.SelectMany(tally => tally.First)));
}
