using McMaster.Extensions.CommandLineUtils;
using Webstir.Cli;
using Webstir.Cli.Commands;
using Webstir.Cli.Output;

if (!OperatingSystem.IsWindows())
    StandardStream.OpenMissing();

// Console's own streams set the terminal up for reading keys and moving a cursor, with a thread for its signals. Windows needs
// them for its encodings.
const int page = 4096;
const int line = 512;
using var output = new StreamWriter(new StandardStream(StandardStream.Output), bufferSize: page);
using var errors = new StreamWriter(new StandardStream(StandardStream.Error), bufferSize: line);
if (!OperatingSystem.IsWindows())
{
    Console.SetOut(output);
    Console.SetError(errors);
}

FileSizeLimit.ReportAsFailure();
try
{
    return WebstirCommand.Run(PhysicalConsole.Singleton, CurrentFolder.OfProcess(), TimeProvider.System, args);
}
catch (OutputException error)
{
    return Complain($"error WEB0003: The result cannot be printed: {error.Message}. What was written to files is in place.");
}
catch (Exception error) when (error is IOException or UnauthorizedAccessException or OutOfMemoryException)
{
    return Complain($"error WEB0004: {error.Message} Mend that, then run the command again.");
}

// Standard error may be what failed.
static int Complain(string line)
{
    try
    {
        Console.Error.Write($"webstir: {line}\n");
        Console.Error.Flush();
    }
    catch (Exception error) when (error is IOException or UnauthorizedAccessException)
    {
    }

    return ExitCodes.Refused;
}
