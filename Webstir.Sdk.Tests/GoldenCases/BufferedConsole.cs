using McMaster.Extensions.CommandLineUtils;

namespace Webstir.Sdk.Tests.GoldenCases;

/// <summary>A console that keeps what is printed.</summary>
internal sealed class BufferedConsole : IConsole, IDisposable
{
    private readonly StringWriter _out = new();
    private readonly StringWriter _error = new();

    public event ConsoleCancelEventHandler? CancelKeyPress
    {
        add { }
        remove { }
    }

    public TextWriter Out => _out;

    public TextWriter Error => _error;

    public TextReader In => TextReader.Null;

    public bool IsInputRedirected => true;

    public bool IsOutputRedirected => true;

    public bool IsErrorRedirected => true;

    public ConsoleColor ForegroundColor { get; set; }

    public ConsoleColor BackgroundColor { get; set; }

    public void ResetColor()
    {
    }

    public void Dispose()
    {
        _out.Dispose();
        _error.Dispose();
    }
}
