using System.Text;

namespace Webstir.Sdk.Tests.Reliability;

/// <summary>Manifests that other tools change more of than they should, or misread.</summary>
internal static class AdversarialShapes
{
    public static IReadOnlyDictionary<string, byte[]> Lossless { get; } = new Dictionary<string, byte[]>
    {
        ["minified"] = Utf8("""{"name":"a","version":"1.0.0"}"""),
        ["blanks around colons"] = Utf8("{\n  \"name\" : \"a\" ,\n  \"version\" : \"1.0.0\"\n}\n"),
        ["CRLF"] = Utf8("{\r\n  \"name\": \"a\"\r\n}\r\n"),
        ["CR alone"] = Utf8("{\r  \"name\": \"a\"\r}\r"),
        ["mixed line breaks"] = Utf8("{\r\n  \"name\": \"a\",\n  \"version\": \"1\"\r\n}\n"),
        ["tabs"] = Utf8("{\n\t\"name\": \"a\"\n}\n"),
        ["byte order mark"] = Utf8("\uFEFF{\n  \"name\": \"a\"\n}\n"),
        ["no final newline"] = Utf8("{\n  \"name\": \"a\"\n}"),
        ["three final newlines"] = Utf8("{\n  \"name\": \"a\"\n}\n\n\n"),
        ["comma first"] = Utf8("{ \"name\": \"a\"\n, \"version\": \"1\"\n}\n"),
        ["lists on one line"] = Utf8("{\n  \"files\": [ \"a\", \"b\" ],\n  \"keywords\": []\n}\n"),
        ["blank lines"] = Utf8("{\n\n  \"name\": \"a\",\n\n\n  \"version\": \"1\"\n\n}\n"),
        ["spelling of numbers"] = Utf8("{\n  \"x\": [1e3, 1E+2, 0.1000, -0, 1e400, 123456789012345678901234567890]\n}\n"),
        ["spelling of escapes"] = Utf8("{\n  \"x\": \"\\u2014\\/\\u00e9é\\ud83d\\ude00\\ud800\"\n}\n"),
        ["dates"] = Utf8("{\n  \"x\": [\"2024-01-02T03:04:05+09:00\", \"/Date(0)/\"]\n}\n"),
        ["keys that are numbers"] = Utf8("{\n  \"b\": 1,\n  \"2\": 2,\n  \"1\": 1\n}\n"),
        ["__proto__"] = Utf8("{\n  \"__proto__\": { \"x\": 1 },\n  \"constructor\": 2\n}\n"),
        ["a duplicate elsewhere"] = Utf8("{\n  \"name\": \"a\",\n  \"name\": \"b\"\n}\n"),
        ["an empty object"] = Utf8("{}"),
    };

    public static IReadOnlyDictionary<string, byte[]> Refused { get; } = new Dictionary<string, byte[]>
    {
        ["a duplicate on our path"] = Utf8("""{"webstir":{"module":{"jobs":[{"name":"dead"}]}},"webstir":{"module":{"jobs":[]}}}"""),
        ["invalid UTF-8"] = [.. Utf8("{\"name\":\""), 0xC3, 0x28, .. Utf8("\"}")],
    };

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
