using System.Text;

namespace Webstir.Sdk.Tests.GoldenCases;

/// <summary>Bytes as Latin-1 text, a character a byte: equal texts are equal bytes, and NUnit shows where two of them part.</summary>
internal static class ByteText
{
    public static string Of(byte[] bytes) => Encoding.Latin1.GetString(bytes);

    /// <summary>The bytes that a text has as UTF-8.</summary>
    public static string Of(string text) => Of(Encoding.UTF8.GetBytes(text));

    public static byte[] ToBytes(string byteText) => Encoding.Latin1.GetBytes(byteText);
}
