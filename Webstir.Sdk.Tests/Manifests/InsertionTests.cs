using System.Text;

namespace Webstir.Sdk.Tests.Manifests;

/// <summary>The measure itself is measured first.</summary>
public class InsertionTests
{
    [TestCase("ac", "abc", "b")]
    [TestCase("ab", "abab", "ab")]
    [TestCase("aa", "aaa", "a")]
    [TestCase("", "x", "x")]
    [TestCase("ab", "ab", null, Description = "Nothing happened")]
    [TestCase("abc", "ac", null, Description = "A removal")]
    [TestCase("abc", "aXbYc", null, Description = "Two insertions")]
    [TestCase("abc", "aXYZ", null, Description = "A replacement")]
    public void Finds_the_one_block_that_was_inserted(string before, string after, string? block)
    {
        byte[]? found = Insertion.Find(Encoding.UTF8.GetBytes(before), Encoding.UTF8.GetBytes(after));
        Assert.That(found is null ? null : Encoding.UTF8.GetString(found), Is.EqualTo(block));
    }
}
