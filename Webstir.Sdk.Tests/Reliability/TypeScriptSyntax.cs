using Webstir.Sdk.Tests.EndToEnd;

namespace Webstir.Sdk.Tests.Reliability;

/// <summary>The TypeScript compiler's word on files, without that of what they import.</summary>
internal static class TypeScriptSyntax
{
    private static readonly string[] OnlySyntax = ["--noEmit", "--noCheck", "--noResolve", "--module", "nodenext", "--target", "esnext", "--pretty", "false"];

    /// <summary>What it says about all <c>.ts</c> files of a folder: each line begins with a file's name and <c>(</c>.</summary>
    public static async Task<string> ErrorsAsync(string folder)
    {
        string compiler = Path.Join(await NodePrograms.PackagesAsync(), "typescript", "bin", "tsc");
        ProcessRun run = await ProcessRun.Of("node", [compiler, .. OnlySyntax, .. Directory.GetFiles(folder, "*.ts")], folder);
        Assert.That(run.ExitCode == 0 || run.Output.Contains(".ts(", StringComparison.Ordinal), $"The compiler does not run: {run.Output}{run.Error}");
        return "\n" + run.Output;
    }
}
