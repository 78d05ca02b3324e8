using System.Runtime.InteropServices;
using Webstir.Sdk.Problems;
using Webstir.Sdk.Workspaces;

namespace Webstir.Sdk.Backend;

/// <summary>Programs that the workspace has installed with npm.</summary>
internal static class NodePackages
{
    /// <summary>esbuild's native program; its Node shim where a package manager hides that one.</summary>
    /// <exception cref="WebstirException">WEB0601: it is not installed.</exception>
    public static NodeProgram Esbuild(Workspace workspace)
    {
        string platform = $"@esbuild/{Platform}-{Architecture}/{(OperatingSystem.IsWindows() ? "esbuild.exe" : "bin/esbuild")}";
        return Find(workspace, platform) is { } native ? new NodeProgram(native, []) : Script(workspace, "esbuild", "esbuild/bin/esbuild");
    }

    /// <summary>The type checker: TypeScript 7's native program, else the script that every version has.</summary>
    /// <remarks>The script starts the native program as a child of its own, which would outlive it when it is ended.</remarks>
    /// <exception cref="WebstirException">WEB0601: it is not installed.</exception>
    public static NodeProgram TypeScript(Workspace workspace)
    {
        string native = $"@typescript/typescript-{Platform}-{Architecture}/lib/{(OperatingSystem.IsWindows() ? "tsc.exe" : "tsc")}";
        return Find(workspace, "typescript/bin/tsc") is not null && Find(workspace, native) is { } program
            ? new NodeProgram(program, [])
            : Script(workspace, "typescript", "typescript/bin/tsc");
    }

    /// <summary>Demands what a build needs.</summary>
    /// <exception cref="WebstirException">WEB0601: something is not installed.</exception>
    public static void Require(Workspace workspace)
    {
        _ = Esbuild(workspace);
        _ = TypeScript(workspace);
    }

    // https://nodejs.org/api/process.html#processplatform
    private static string Platform =>
        OperatingSystem.IsWindows() ? "win32" : OperatingSystem.IsMacOS() ? "darwin" : OperatingSystem.IsFreeBSD() ? "freebsd" : "linux";

    // https://nodejs.org/api/process.html#processarch
    private static string Architecture => RuntimeInformation.OSArchitecture switch
    {
        System.Runtime.InteropServices.Architecture.X86 => "ia32",
        var other => other.ToString().ToUpperInvariant() switch { "ARM64" => "arm64", "ARM" => "arm", _ => "x64" },
    };

    private static NodeProgram Script(Workspace workspace, string package, string path) => Find(workspace, path) is { } script
        ? new NodeProgram("node", [script])
        : throw new WebstirException(new Problem
        {
            Code = "WEB0601",
            Message = $"The package '{package}' is not installed in '{Printable.Quote(workspace.Root)}'. A build needs it.",
            Hint = "Run 'npm install' there.",
        });

    /// <summary>Looks where Node looks: in the workspace, then in the folders above it.</summary>
    private static string? Find(Workspace workspace, string path)
    {
        for (string? folder = workspace.Root; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            string candidate = Path.Join(folder, "node_modules", path);
            if (File.Exists(candidate))
                return candidate;
        }

        return null;
    }
}
