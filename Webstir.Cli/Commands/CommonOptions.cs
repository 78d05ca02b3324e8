using McMaster.Extensions.CommandLineUtils;
using Webstir.Sdk.Problems;
using Webstir.Sdk.Workspaces;

namespace Webstir.Cli.Commands;

/// <summary>Options that more than one command has.</summary>
internal static class CommonOptions
{
    public const string Json = "--json";
    public const string Version = "--version";
    public const string WorkspaceName = "workspace";

    /// <summary>Names the help option. It is looked for before parsing, so that it works beside mistakes, and without a pager.</summary>
    public static void Describe(CommandLineApplication command) =>
        command.Option("-h|--help", "Show this help.", CommandOptionType.NoValue);

    /// <summary>Whether help is asked for anywhere before a <c>--</c>.</summary>
    public static bool AsksForHelp(string[] args)
    {
        int asked = Array.FindIndex(args, arg => arg is "-h" or "--help" or "-?");
        int end = Array.IndexOf(args, "--");
        return asked >= 0 && (end < 0 || asked < end);
    }

    /// <summary>The option that names a workspace.</summary>
    public static CommandOption Workspace(CommandLineApplication command) =>
        command.Option($"-w|--{WorkspaceName} <FOLDER>", "Workspace to work in. Default: the innermost one around the current folder.", CommandOptionType.SingleValue);

    /// <summary>The option that asks for one JSON document.</summary>
    public static CommandOption JsonOutput(CommandLineApplication command) =>
        command.Option(Json, "Print one JSON document instead of lines.", CommandOptionType.NoValue);

    /// <summary>The option that writes nothing.</summary>
    public static CommandOption DryRun(CommandLineApplication command) =>
        command.Option("-n|--dry-run", "Show what would be written, and write nothing.", CommandOptionType.NoValue);

    /// <summary>The workspace that was named, or the one around the current folder.</summary>
    public static Workspace Open(CommandLineApplication command, CommandOption workspace)
    {
        if (!workspace.HasValue())
            return Sdk.Workspaces.Workspace.Find(CurrentFolder.Of(command));
        return workspace.Value().Length > 0
            ? Sdk.Workspaces.Workspace.Open(CurrentFolder.Resolve(command, workspace.Value()))
            : throw new WebstirException(UsageProblem.Of("The option '--workspace' is empty.", "Give the path of a workspace."));
    }
}
