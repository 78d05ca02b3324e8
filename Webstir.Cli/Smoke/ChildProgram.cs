using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Webstir.Cli.Output;

namespace Webstir.Cli.Smoke;

/// <summary>A program of someone else's, run to its end.</summary>
internal static class ChildProgram
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>Runs a program, prints what it prints when it has ended, and says meanwhile that it is at work.</summary>
    public static async Task<int> RunAsync(string program, IEnumerable<string> args, string folder, Printer printer, CancellationToken cancellation)
    {
        try
        {
            using Process process = Start(program, args, folder);
            using CancellationTokenRegistration ending = cancellation.Register(() => process.Kill(entireProcessTree: true));
            Task<string> output = process.StandardOutput.ReadToEndAsync(cancellation);
            Task<string> error = process.StandardError.ReadToEndAsync(cancellation);
            var watch = Stopwatch.StartNew();
            while (await Task.WhenAny(process.WaitForExitAsync(cancellation), Task.Delay(Patience, cancellation)) is var _ && !process.HasExited)
                printer.Note(string.Create(CultureInfo.InvariantCulture, $"... {program} is at work ({watch.Elapsed.TotalSeconds:0} s)"));

            cancellation.ThrowIfCancellationRequested();
            printer.Text(await output, await error);
            return process.ExitCode;
        }
        catch (Win32Exception cause)
        {
            printer.Note($"'{program}' cannot be started: {cause.Message}. Install Node 20.12 or newer with npm, and see that both are on the PATH.");
            return ExitCodes.Refused;
        }
    }

    /// <summary>What a program prints; empty when it cannot be started.</summary>
    public static async Task<string> OutputAsync(string program, IEnumerable<string> args, string folder)
    {
        try
        {
            using Process process = Start(program, args, folder);
            return await process.StandardOutput.ReadToEndAsync();
        }
        catch (Win32Exception)
        {
            return "";
        }
    }

    private static Process Start(string program, IEnumerable<string> args, string folder)
    {
        // npm is a script on Windows, and only the shell finds those without their extension.
        string file = RuntimeInformation.IsOSPlatform(OSPlatform.Windows) && program == "npm" ? "npm.cmd" : program;
        return Process.Start(new ProcessStartInfo(file, args) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
    }
}
