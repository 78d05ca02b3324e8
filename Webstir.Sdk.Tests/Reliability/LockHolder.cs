using System.Diagnostics;

namespace Webstir.Sdk.Tests.Reliability;

/// <summary>Another process that has a workspace's lock, until it is killed. https://man7.org/linux/man-pages/man1/flock.1.html</summary>
internal sealed class LockHolder : IDisposable
{
    private readonly Process _process;

    public LockHolder(string root)
    {
        // What takes long the first time, so that the lock is still held when a run comes along.
        _ = Executable.CommandLine();
        var start = new ProcessStartInfo("flock", ["--no-fork", root, "sh", "-c", "echo held; exec sleep 60"]) { RedirectStandardOutput = true };
        _process = Process.Start(start)!;
        Assert.That(_process.StandardOutput.ReadLine(), Is.EqualTo("held"));
    }

    public void Kill()
    {
        _process.Kill();
        Assert.That(_process.WaitForExit(TimeSpan.FromSeconds(10)));
    }

    public void Dispose()
    {
        _process.Kill();
        _process.Dispose();
    }
}
