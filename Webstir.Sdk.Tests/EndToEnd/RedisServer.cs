using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Webstir.Sdk.Tests.EndToEnd;

/// <summary>A Redis of the test's own, on a free port of the loopback interface; Debian's package redis-server brings the program.</summary>
internal sealed class RedisServer : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly int _port = RunningServer.FreePort();
    private readonly Process _process;

    private RedisServer()
    {
        string port = _port.ToString(CultureInfo.InvariantCulture);
        string[] options = ["--bind", "127.0.0.1", "--port", port, "--dir", _folder.Root, "--save", "", "--appendonly", "no"];
        _process = Process.Start(new ProcessStartInfo("redis-server", options) { RedirectStandardOutput = true })!;
        _process.OutputDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
    }

    public (string Name, string? Value) Variable => ("REDIS_URL", string.Create(CultureInfo.InvariantCulture, $"redis://127.0.0.1:{_port}"));

    public static async Task<RedisServer> StartAsync()
    {
        var server = new RedisServer();
        await Eventually.HoldsAsync(server.AcceptsAsync, () => "redis-server does not answer.", () => server._process.HasExited);
        return server;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
        _folder.Dispose();
    }

    private async Task<bool> AcceptsAsync()
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, _port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
