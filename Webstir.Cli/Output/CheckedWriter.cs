namespace Webstir.Cli.Output;

/// <summary>A standard stream, whose failures are told from those of files.</summary>
internal sealed class CheckedWriter(TextWriter stream)
{
    /// <exception cref="OutputException">The stream is full or closed.</exception>
    public void Write(string text) => Write(writer => writer.Write(text));

    /// <summary>Writes a longer text part by part.</summary>
    /// <exception cref="OutputException">The stream is full or closed.</exception>
    public void Write(Action<TextWriter> write)
    {
        try
        {
            write(stream);
            stream.Flush();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new OutputException(error);
        }
    }
}
