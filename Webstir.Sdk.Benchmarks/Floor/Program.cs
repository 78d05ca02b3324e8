using System.Globalization;
using Webstir.Sdk.Benchmarks.Processes;

// Beside the floor itself, a small parent: writes the peak memory of a process to a file.
if (args is ["--peak", var result, .. var command])
{
    File.WriteAllText(result, ChildProcess.Run(".", command).PeakMemory.ToString(CultureInfo.InvariantCulture));
    return;
}

// The least that a native .NET process can do which rewrites a file: read it, write it beside, flush, rename.
string path = args[0];
byte[] content = File.ReadAllBytes(path);
using (var stream = new FileStream(path + ".tmp", FileMode.CreateNew, FileAccess.Write))
{
    stream.Write(content);
    stream.Flush(flushToDisk: true);
}

File.Move(path + ".tmp", path, overwrite: true);
