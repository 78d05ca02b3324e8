using McMaster.Extensions.CommandLineUtils;
using Webstir.Cli;
using Webstir.Cli.Output;

try
{
    return WebstirCommand.Run(PhysicalConsole.Singleton, Environment.CurrentDirectory, TimeProvider.System, args);
}
catch (FileNotFoundException)
{
    // The system's answer to the question for a current folder that was removed.
    await Console.Error.WriteAsync("webstir: error WEB0201: The current folder does not exist any more. Go to another one.\n");
    return ExitCodes.Refused;
}
catch (IOException error)
{
    // A full disk behind standard output, or a pipe that nobody reads.
    await Console.Error.WriteAsync($"webstir: error WEB0003: The result cannot be printed: {error.Message}. What was written to files is in place.\n");
    return ExitCodes.Refused;
}
