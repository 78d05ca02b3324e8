using System.Reflection;
using Webstir.Cli;

namespace Webstir.Sdk.Tests.GoldenCases;

/// <summary>What differs from run to run: <c>{workspace}</c> is its absolute path, <c>{version}</c> the product's version.</summary>
internal static class Placeholders
{
    private const string Workspace = "{workspace}";
    private const string Version = "{version}";

    private static string ProductVersion { get; } =
        typeof(WebstirCommand).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    public static string Fill(string text, string workspace) => text
        .Replace(Workspace, workspace, StringComparison.Ordinal)
        .Replace(Version, ProductVersion, StringComparison.Ordinal);

    /// <summary>The reverse, for accepting output. A version is written by hand: others, of packages, may look the same.</summary>
    public static string PutIn(string text, string workspace) => text.Replace(workspace, Workspace, StringComparison.Ordinal);
}
