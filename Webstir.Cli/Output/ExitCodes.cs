namespace Webstir.Cli.Output;

/// <summary>What the command tells the shell.</summary>
internal static class ExitCodes
{
    /// <summary>Done, or there was nothing to do.</summary>
    public const int Done = 0;

    /// <summary>Understood, but refused or failed.</summary>
    public const int Refused = 1;

    /// <summary>The command line cannot be understood.</summary>
    public const int Usage = 2;
}
