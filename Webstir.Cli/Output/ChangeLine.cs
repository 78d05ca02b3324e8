using System.Globalization;
using Webstir.Sdk.Scaffolding;

namespace Webstir.Cli.Output;

/// <summary>A change in one line.</summary>
internal static class ChangeLine
{
    public static string Of(FileChange change) => change.Kind switch
    {
        ChangeKind.Create => string.Create(CultureInfo.InvariantCulture, $"CREATE {change.Path} ({change.After!.Value.Length} bytes)"),
        ChangeKind.Update => string.Create(CultureInfo.InvariantCulture, $"UPDATE {change.Path} ({change.AddedLines:+0;-0;+0} line{(Math.Abs(change.AddedLines) == 1 ? "" : "s")})"),
        ChangeKind.Delete => $"DELETE {change.Path}",
        ChangeKind.Unchanged => $"UNCHANGED {change.Path}",
        _ => $"CONFLICT {change.Path}",
    };
}
