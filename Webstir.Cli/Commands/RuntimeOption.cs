using McMaster.Extensions.CommandLineUtils;
using Webstir.Sdk.Problems;

namespace Webstir.Cli.Commands;

/// <summary>The option that names the part of a workspace to build: backends only, here.</summary>
internal static class RuntimeOption
{
    private const string Backend = "backend";

    public static CommandOption Describe(CommandLineApplication command) =>
        command.Option("-r|--runtime <RUNTIME>", $"Part of the workspace: {Backend}, which is the default.", CommandOptionType.SingleValue);

    /// <summary>Why a runtime cannot be built; <see langword="null"/> when it can.</summary>
    public static Problem? Refusal(CommandOption runtime)
    {
        string value = runtime.Value() ?? Backend;
        return value == Backend ? null : new Problem
        {
            Code = "WEB0002",
            Message = $"The runtime '{Printable.Quote(value)}' is not offered. Workspaces are backends here.",
            Hint = $"Give '--runtime {Backend}'.",
        };
    }
}
