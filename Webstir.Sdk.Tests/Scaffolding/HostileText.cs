namespace Webstir.Sdk.Tests.Scaffolding;

/// <summary>Descriptions that try to leave their comment, or to mean something in it.</summary>
internal static class HostileText
{
    public static IReadOnlyDictionary<string, string?> All { get; } = new Dictionary<string, string?>
    {
        ["none"] = null,
        ["blank"] = " \t\n",
        ["plain"] = "Nightly maintenance window",
        ["single quotes"] = "it's 'quoted'",
        ["double quotes"] = "\"quoted\"",
        ["backticks"] = "`${process.exit(1)}`",
        ["substitution"] = "${name} {{ name }} {{~ for x in y ~}} {% x %} <%= x %> #{x}",
        ["comment end"] = "*/ process.exit(1); /*",
        ["many comment ends"] = "*/*/ **/ ***/ * / */",
        ["comment end across lines"] = "*\n/ *\r/ *\u2028/",
        ["comment end around an invisible character"] = "*\u200b/ *\u0000/ *\u00ad/",
        ["only a slash"] = "/",
        ["slash first"] = "/\n/ x",
        ["comment start"] = "/* // /** {@link x} @param y",
        ["backslashes"] = "\\ \\u002a\\u002f \\n \\",
        ["line feeds"] = "a\nb\n\nc",
        ["carriage returns"] = "a\rb\r\nc\r",
        ["other line ends"] = "a\vb\fc\u0085d\u2028e\u2029f",
        ["first half of a pair"] = "a\ud800",
        ["second half of a pair"] = "\udc00a\udc00\ud800",
        ["emoji"] = "\ud83d\ude00 \ud83d\udc68\u200d\ud83d\udc69",
        ["bidirectional overrides"] = "\u202e}; process.exit(1) \u2066 // \u2069 \u202c",
        ["byte order mark"] = "\ufeffa\ufeff",
        ["controls"] = "\0\u0001\u0007\b\u001b[31m\u007f\u009f",
        ["tags, beyond the first plane"] = "a\udb40\udc41\udb40\udc42",
        ["no check"] = "@ts-nocheck",
        ["expect an error"] = "x\n@ts-expect-error",
        ["ignore"] = "@ts-ignore\n// @ts-ignore",
        ["jsx"] = "@jsx h\n@jsxImportSource nowhere\n@jsxRuntime automatic",
        ["reference"] = "/// <reference types=\"nowhere\" />\n/// <reference path=\"/etc/passwd\" />\n/// <amd-module />",
        ["source map"] = "//# sourceMappingURL=data:application/json,{}\n//@ sourceMappingURL=x\n# sourceURL=x",
        ["shebang"] = "#!/usr/bin/env node",
        ["markup"] = "<!-- --> </script> <![CDATA[",
        ["documentation tags"] = "@type {import('nowhere')}\n@import { x } from 'nowhere'\n@typedef {x} y\n@deprecated",
        ["one long line"] = new string('x', 1 << 20),
        ["many lines"] = string.Concat(Enumerable.Repeat("*/\n", 1 << 18)),
        ["a megabyte of NUL"] = new string('\0', 1 << 20),
    };
}
