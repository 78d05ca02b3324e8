using System.Runtime.InteropServices;

namespace Webstir.Cli.Output;

/// <summary>Standard output or standard error as the system has it. Not for Windows.</summary>
internal sealed partial class StandardStream(int descriptor) : Stream
{
    public const int Output = 1;
    public const int Error = 2;

    // The numbers are those of Linux and macOS, but for EAGAIN.
    private const int Interrupted = 4;
    private const int BrokenPipe = 32;
    private const short ReadyToWrite = 4;
    private const int ReadOnly = 0;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    private static int WouldBlock => OperatingSystem.IsMacOS() ? 35 : 11;

    /// <summary>Opens the standard streams that whoever started us has closed, before a file or a pipe of ours gets their numbers.</summary>
    /// <remarks>For reading alone, so that what is printed there fails, as it does where nothing is open.</remarks>
    public static void OpenMissing()
    {
        int lowest;
        do
            lowest = Open("/dev/null"u8, ReadOnly);
        while (lowest is >= 0 and <= Error);
        if (lowest > Error)
            _ = Close(lowest);
    }

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <summary>Writes all of it. A pipe that nobody reads any more takes it without a word, as from Console's own stream.</summary>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (!buffer.IsEmpty)
        {
            nint written = WriteSome(descriptor, buffer, (nuint)buffer.Length);
            if (written >= 0)
                buffer = buffer[(int)written..];
            else if (Marshal.GetLastPInvokeError() is var error && error == BrokenPipe)
                return;
            else if (error == WouldBlock)
                WaitUntilReady();
            else if (error != Interrupted)
                throw new IOException(Marshal.GetPInvokeErrorMessage(error), error);
        }
    }

    /// <summary>Somebody who shares the stream has set it not to block.</summary>
    private void WaitUntilReady()
    {
        var question = new Question { Descriptor = descriptor, Events = ReadyToWrite };
        _ = Poll(ref question, 1, -1);
    }

    [LibraryImport("libc", EntryPoint = "write", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial nint WriteSome(int descriptor, ReadOnlySpan<byte> buffer, nuint count);

    [LibraryImport("libc", EntryPoint = "poll", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int Poll(ref Question question, nuint count, int timeout);

    /// <param name="path">A literal, as a NUL follows it.</param>
    /// <param name="flags">How to open it.</param>
    [LibraryImport("libc", EntryPoint = "open")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int Open(ReadOnlySpan<byte> path, int flags);

    [LibraryImport("libc", EntryPoint = "close")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int Close(int descriptor);

    /// <summary>The system's <c>struct pollfd</c>.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct Question
    {
        public int Descriptor;
        public short Events;
        public short Answer;
    }
}
