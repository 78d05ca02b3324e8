using System.Net;
using System.Net.Sockets;

namespace Webstir.Sdk.Tests.EndToEnd;

/// <summary>A workspace's server, seen from outside.</summary>
internal sealed class RunningServer : IDisposable
{
    private readonly HttpClient _client = new() { Timeout = TimeSpan.FromSeconds(5) };

    /// <summary>A port of the loopback interface that nobody listens on.</summary>
    public int Port { get; } = FreePort();

    /// <summary>The environment that makes a server listen on our port.</summary>
    public (string Name, string? Value) Variable => ("PORT", Port.ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>What a path answers; empty while nobody does.</summary>
    public async Task<string> GetAsync(string path = "/api/health")
    {
        try
        {
            return await _client.GetStringAsync(new Uri($"http://127.0.0.1:{Port}{path}"));
        }
        catch (HttpRequestException)
        {
            return "";
        }
    }

    /// <summary>Waits until the health check has a text in it.</summary>
    public Task AnswersAsync(string text, RunningProgram owner) =>
        Eventually.HoldsAsync(async () => (await GetAsync()).Contains(text, StringComparison.Ordinal), () => $"The server does not answer '{text}':\n{owner.Said}");

    public void Dispose() => _client.Dispose();

    /// <summary>A port of the loopback interface that nobody listens on.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
