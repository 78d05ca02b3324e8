using System.Diagnostics;
using Webstir.Cli;

namespace Webstir.Sdk.Tests.GoldenCases;

/// <summary>What a run of the command printed, byte for byte, and returned.</summary>
internal sealed record CommandRun(int Exit, string Stdout, string Stderr)
{
    /// <summary>Runs the command in this process.</summary>
    public static CommandRun InProcess(string workingFolder, params string[] args)
    {
        using var console = new BufferedConsole();
        int exit = WebstirCommand.Run(console, workingFolder, new FixedClock(), args);
        return new CommandRun(exit, ByteText.Of(console.Out.ToString()!), ByteText.Of(console.Error.ToString()!));
    }

    /// <summary>Runs the command as users do, on the system's clock.</summary>
    public static CommandRun AsProcess(string workingFolder, params string[] args) =>
        Process(workingFolder, "dotnet", [Path.Join(TestContext.CurrentContext.TestDirectory, "webstir.dll"), .. args]);

    /// <summary>Runs any program.</summary>
    public static CommandRun Process(string workingFolder, string program, params string[] args)
    {
        var start = new ProcessStartInfo(program, args)
        {
            WorkingDirectory = workingFolder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = System.Diagnostics.Process.Start(start)!;
        process.StandardInput.Close();
        Task<string> stdout = ReadAsync(process.StandardOutput.BaseStream);
        Task<string> stderr = ReadAsync(process.StandardError.BaseStream);
        Assert.That(process.WaitForExit(TimeSpan.FromMinutes(1)), $"{program} does not end.");
        return new CommandRun(process.ExitCode, stdout.Result, stderr.Result);
    }

    private static async Task<string> ReadAsync(Stream stream)
    {
        using var buffer = new MemoryStream();
        await stream.CopyToAsync(buffer);
        return ByteText.Of(buffer.ToArray());
    }
}
