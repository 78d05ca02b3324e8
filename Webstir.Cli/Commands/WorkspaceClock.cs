using Webstir.Sdk.Workspaces;

namespace Webstir.Cli.Commands;

/// <summary>A clock in the time zone that a workspace's own scheduler runs in: <c>TZ</c> of its environment files, unless the environment has one.</summary>
internal sealed class WorkspaceClock(TimeProvider clock, TimeZoneInfo zone) : TimeProvider
{
    private const string Variable = "TZ";

    /// <summary>The first file that sets a variable counts, as for the backend.</summary>
    private static readonly string[] Files = [".env.local", ".env"];

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => zone;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();

    /// <summary>The workspace's clock, or the given one when its files name no zone that this machine knows.</summary>
    public static TimeProvider Of(Workspace workspace, TimeProvider clock)
    {
        if (Environment.GetEnvironmentVariable(Variable) is not null)
            return clock;

        string? id = Files.Select(workspace.PathOf).Where(File.Exists).SelectMany(File.ReadLines).Select(ZoneIn).FirstOrDefault(name => name is not null);
        return id is not null && TimeZoneInfo.TryFindSystemTimeZoneById(id, out TimeZoneInfo? zone) ? new WorkspaceClock(clock, zone) : clock;
    }

    private static string? ZoneIn(string line) =>
        line.Split('=', 2) is [var name, var value] && name.Trim() is Variable or $"export {Variable}" ? value.Trim().Trim('"', '\'') : null;
}
