using System.Reflection;

namespace Webstir.Sdk.Tests;

/// <summary>Where the sources and the build of this repository lie, as the build knows it: a CI build writes other paths into its symbols.</summary>
internal static class ProjectFolder
{
    /// <summary>Absolute path of the test project.</summary>
    public static string Tests { get; } = Metadata("ProjectRoot");

    /// <summary>Absolute path of the repository.</summary>
    public static string Repository { get; } = Path.GetDirectoryName(Tests)!;

    /// <summary>Configuration that the tests were built in.</summary>
    public static string Configuration { get; } = Metadata("Configuration");

    /// <summary>Absolute path of the last Quartz before version 4.</summary>
    public static string Quartz3 { get; } = Metadata("Quartz3");

    private static string Metadata(string key) => typeof(ProjectFolder).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
