using System.Globalization;
using McMaster.Extensions.CommandLineUtils;
using Webstir.Cli.Output;
using Webstir.Sdk.Problems;
using Webstir.Sdk.Workspaces;

namespace Webstir.Cli.Commands;

/// <summary>The option that says how long to wait while another process changes the workspace.</summary>
internal static class WaitOption
{
    private const double LongestWait = 24 * 60 * 60;

    public static CommandOption Describe(CommandLineApplication command) =>
        command.Option("--wait <SECONDS>", "Longest wait while another process changes the workspace. Default: 30.", CommandOptionType.SingleValue);

    /// <summary>The wait that was given, or the usual one, which says what it waits for.</summary>
    /// <exception cref="WebstirException">WEB0001: it is no number of seconds.</exception>
    public static LockWait Read(CommandLineApplication command, CommandOption option, Printer printer)
    {
        var usual = new LockWait { Waiting = printer };
        if (!option.HasValue())
            return usual;
        bool isNumber = double.TryParse(option.Value(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double seconds);
        return isNumber && seconds is >= 0 and <= LongestWait
            ? usual with { Timeout = TimeSpan.FromSeconds(seconds) }
            : throw new WebstirException(UsageProblem.Of($"The wait '{Printable.Quote(option.Value())}' is no number of seconds. It is 0 to 86400.", UsageProblem.Help(command)));
    }
}
