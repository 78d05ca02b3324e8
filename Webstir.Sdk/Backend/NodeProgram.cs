using System.ComponentModel;
using CliWrap;
using CliWrap.Buffered;
using Webstir.Sdk.Problems;
using Webstir.Sdk.Workspaces;

namespace Webstir.Sdk.Backend;

/// <summary>A program, and the arguments that come before all others.</summary>
internal sealed record NodeProgram(string Path, IReadOnlyList<string> Prefix)
{
    /// <summary>Runs the program in the workspace, and gives what it printed, whatever its exit code.</summary>
    /// <exception cref="WebstirException">WEB0602: it cannot be started.</exception>
    public async Task<BufferedCommandResult> RunAsync(Workspace workspace, IEnumerable<string> arguments, CancellationToken cancellation)
    {
        try
        {
            return await Cli.Wrap(Path).WithArguments(Prefix.Concat(arguments)).WithWorkingDirectory(workspace.Root)
                .WithValidation(CommandResultValidation.None).ExecuteBufferedAsync(cancellation).ConfigureAwait(false);
        }
        catch (Win32Exception error)
        {
            throw new WebstirException(CannotStart(Path, error), error);
        }
    }

    /// <summary>The problem that a program cannot be started.</summary>
    public static Problem CannotStart(string program, Win32Exception error) => new()
    {
        Code = "WEB0602",
        Message = $"'{program}' cannot be started: {error.Message}.",
        Hint = program == "node" ? "Install Node 20.12 or newer, and see that it is on the PATH." : "Run 'npm install' anew.",
    };
}
