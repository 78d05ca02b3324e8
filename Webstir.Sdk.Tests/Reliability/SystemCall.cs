namespace Webstir.Sdk.Tests.Reliability;

/// <summary>A system call of a run, on something in the workspace.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Ordinal">The how manieth of that name it is in its thread.</param>
/// <param name="Text">The call as strace prints it.</param>
internal sealed record SystemCall(string Name, int Ordinal, string Text)
{
    public override string ToString() => $"{Name} {Ordinal} {Text}";
}
