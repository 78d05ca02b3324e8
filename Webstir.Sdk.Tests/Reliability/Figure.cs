namespace Webstir.Sdk.Tests.Reliability;

/// <summary>One line of the table.</summary>
/// <param name="Number">F and a number.</param>
/// <param name="What">What is counted.</param>
/// <param name="Target">What it must come to.</param>
/// <param name="Measured">What it came to.</param>
/// <param name="Verdict">Whether that is the target.</param>
internal sealed record Figure(int Number, string What, string Target, string Measured, string Verdict)
{
    public override string ToString() => $"| F{Number} | {What} | {Target} | {Measured} | {Verdict} |";
}
