using McMaster.Extensions.CommandLineUtils;
using Webstir.Cli;
using Webstir.Cli.Output;

string folder;
try
{
    folder = Environment.CurrentDirectory;
}
catch (FileNotFoundException)
{
    await Console.Error.WriteAsync("webstir: error WEB0201: The current folder does not exist any more. Go to another one.\n");
    return ExitCodes.Refused;
}

return WebstirCommand.Run(PhysicalConsole.Singleton, folder, TimeProvider.System, args);
