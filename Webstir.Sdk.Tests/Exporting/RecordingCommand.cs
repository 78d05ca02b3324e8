using System.Globalization;
using System.Text;

namespace Webstir.Sdk.Tests.Exporting;

/// <summary>A shell script, run with a command on its PATH that does nothing but record its arguments exactly.</summary>
internal static class RecordingCommand
{
    /// <summary>Records the number of arguments and each of them, with a NUL behind. What it returns depends on the verb.</summary>
    private const string Stub = """
        #!/bin/sh
        printf '%s\0' "$#" "$@" >>"$RECORD"
        for word in "$2" "$3"; do
          case " $FAILING " in *" $word "*) exit 1 ;; esac
        done
        exit 0

        """;

    /// <summary>Calls that a script makes, in order.</summary>
    /// <param name="command">The command.</param>
    /// <param name="script">Path of the script.</param>
    /// <param name="failing">Verbs that the command refuses.</param>
    public static async Task<IReadOnlyList<string[]>> CallsAsync(string command, string script, params IEnumerable<string> failing)
    {
        (await ProcessRun.Of("bash", ["-n", script], "/")).MustSucceed();
        using var folder = new TemporaryFolder();
        string stub = folder.Write($"bin/{command}", Encoding.UTF8.GetBytes(Stub));
        (await ProcessRun.Of("chmod", ["+x", stub], "/")).MustSucceed();
        string record = folder.Write("record", []);
        string empty = Directory.CreateDirectory(folder.PathOf("empty")).FullName;
        // Not under bash: the scripts promise no more than sh.
        ProcessRun run = await ProcessRun.Of("/bin/sh", [script], empty, ("PATH", folder.PathOf("bin")), ("RECORD", record), ("FAILING", string.Join(' ', failing)));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Directory.EnumerateFileSystemEntries(empty), Is.Empty, "The script does nothing but call the command.");
            Assert.That(run.Error, Is.Empty);
            Assert.That(run.Output, Is.Empty);
        }

        return [.. Calls(new Queue<string>((await File.ReadAllTextAsync(record)).Split('\0').SkipLast(1)))];
    }

    /// <summary>The value of an option, as <c>--name value</c> or <c>--name=value</c>; <see langword="null"/> when it is not given.</summary>
    public static string? Option(string[] call, string name) => Options(call, name).SingleOrDefault();

    /// <summary>All values of an option.</summary>
    public static IEnumerable<string> Options(string[] call, string name)
    {
        for (int i = 0; i < call.Length; i++)
        {
            if (call[i] == name)
                yield return call[++i];
            else if (call[i].StartsWith(name + "=", StringComparison.Ordinal))
                yield return call[i][(name.Length + 1)..];
        }
    }

    private static IEnumerable<string[]> Calls(Queue<string> words)
    {
        while (words.TryDequeue(out string? count))
        {
            string[] call = new string[int.Parse(count, CultureInfo.InvariantCulture)];
            for (int i = 0; i < call.Length; i++)
                call[i] = words.Dequeue();
            yield return call;
        }
    }
}
