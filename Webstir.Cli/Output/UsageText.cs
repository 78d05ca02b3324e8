using McMaster.Extensions.CommandLineUtils;
using McMaster.Extensions.CommandLineUtils.HelpText;

namespace Webstir.Cli.Output;

/// <summary>Help texts whose usage line names the arguments.</summary>
internal sealed class UsageText : DefaultHelpTextGenerator
{
    /// <inheritdoc/>
    protected override void GenerateUsage(
        CommandLineApplication application,
        TextWriter output,
        IReadOnlyList<CommandArgument> visibleArguments,
        IReadOnlyList<CommandOption> visibleOptions,
        IReadOnlyList<CommandLineApplication> visibleCommands)
    {
        string name = application.Parent is null ? application.Name : $"{application.Parent.Name} {application.Name}";
        IEnumerable<string> words = visibleCommands.Count > 0 ? ["COMMAND"] : visibleArguments.Select(argument => argument.Name);
        output.WriteLine($"Usage: {string.Join(' ', words.Prepend(name))} [options]");
    }
}
