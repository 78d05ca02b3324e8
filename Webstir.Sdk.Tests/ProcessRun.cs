using System.Diagnostics;

namespace Webstir.Sdk.Tests;

/// <summary>A process that ran to its end, and what it printed.</summary>
internal sealed record ProcessRun(int ExitCode, string Output, string Error)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>Runs a program without input.</summary>
    /// <param name="program">The program.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="folder">Its current folder.</param>
    /// <param name="environment">Variables that differ from ours; one without a value is taken away.</param>
    public static async Task<ProcessRun> Of(string program, IEnumerable<string> arguments, string folder, params (string Name, string? Value)[] environment)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach ((string name, string? value) in environment)
            start.Environment[name] = value;

        using Process process = Process.Start(start)!;
        process.StandardInput.Close();
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        using var limit = new CancellationTokenSource(Patience);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"'{program} {string.Join(' ', arguments)}' did not end within {Patience.TotalMinutes} minutes.");
        }

        return new ProcessRun(process.ExitCode, await output, await error);
    }

    /// <summary>Lines of standard output.</summary>
    public string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Fails the test with all that was printed, unless the process ended with 0.</summary>
    public ProcessRun MustSucceed()
    {
        Assert.That(ExitCode, Is.Zero, $"{Output}\n{Error}");
        return this;
    }
}
