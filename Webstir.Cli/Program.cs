using McMaster.Extensions.CommandLineUtils;
using Webstir.Cli;

return WebstirCommand.Run(PhysicalConsole.Singleton, Environment.CurrentDirectory, TimeProvider.System, args);
