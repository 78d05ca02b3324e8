namespace Webstir.Sdk.Tests.Manifests;

/// <summary>What one text has that another has not, found by comparing bytes alone.</summary>
internal static class Insertion
{
    /// <summary>The one block that was inserted; <see langword="null"/> when that is not all that happened.</summary>
    public static byte[]? Find(ReadOnlySpan<byte> before, ReadOnlySpan<byte> after)
    {
        int length = after.Length - before.Length;
        int start = before.CommonPrefixLength(after);
        return length > 0 && before[start..].SequenceEqual(after[(start + length)..]) ? after.Slice(start, length).ToArray() : null;
    }
}
