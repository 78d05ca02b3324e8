using System.Diagnostics;
using System.Globalization;
using Webstir.Cli.Output;

namespace Webstir.Cli.Smoke;

/// <summary>One play of the whole story. Each step prints the command that it stands for; the first that fails ends it.</summary>
internal sealed class SmokeRun(string root, Printer printer, Func<string, string[], int> run, CancellationToken cancellation)
{
    private const string Scheduler = "build/backend/jobs/scheduler.js";
    private const string Cleanup = "src/backend/jobs/cleanup/index.ts";

    /// <summary>First release whose <c>node:sqlite</c> needs no flag: https://nodejs.org/docs/latest-v22.x/api/sqlite.html</summary>
    private static readonly Version FirstWithDatabase = new(22, 13);

    /// <summary>Plays, and gives the exit code of the last step.</summary>
    public async Task<int> PlayAsync()
    {
        var total = Stopwatch.StartNew();
        foreach (Func<Task<int>> step in Steps())
        {
            if (await step() is not ExitCodes.Done and var exitCode)
                return exitCode;
        }

        printer.Result(string.Create(CultureInfo.InvariantCulture, $"All of it worked, in {total.Elapsed.TotalSeconds:0.0} s."));
        return ExitCodes.Done;
    }

    private IEnumerable<Func<Task<int>>> Steps() =>
    [
        () => Webstir(Path.GetDirectoryName(root)!, "init", "api", Path.GetFileName(root)),
        () => Program("npm", "install", "--no-audit", "--no-fund"),
        () => Webstir(root, "add-job", "cleanup"),
        () => Webstir(root, "add-job", "nightly", "--schedule", "0 0 * * *", "--description", "Nightly maintenance window", "--priority", "5"),
        UseDatabase,
        () => Webstir(root, "build", "--runtime", "backend"),
        () => Program("node", Scheduler, "--list"),
        () => Program("node", Scheduler, "--job", "nightly"),
        () => Program("node", "build/backend/jobs/cleanup/index.js"),
        () => Webstir(root, "backend-inspect"),
    ];

    private Task<int> Webstir(string folder, params string[] args) => Timed(["webstir", .. args], () => Task.FromResult(run(folder, args)));

    private Task<int> Program(string program, params string[] args) => Timed([program, .. args], () => ChildProgram.RunAsync(program, args, root, printer, cancellation));

    private async Task<int> Timed(IEnumerable<string> words, Func<Task<int>> work)
    {
        printer.Result($"$ {string.Join(' ', words.Select(ShellWord.Quote))}");
        var watch = Stopwatch.StartNew();
        int exitCode = await work();
        printer.Result(string.Create(CultureInfo.InvariantCulture, $"({(exitCode == ExitCodes.Done ? "done" : $"failed with exit code {exitCode}")} in {watch.Elapsed.TotalMilliseconds:0} ms)\n"));
        return exitCode == ExitCodes.Done ? ExitCodes.Done : ExitCodes.Refused;
    }

    /// <summary>Gives a job something to do with the database, where Node has one.</summary>
    private async Task<int> UseDatabase()
    {
        string version = await ChildProgram.OutputAsync("node", ["--version"], root);
        if (!Version.TryParse(version.Trim().TrimStart('v').Split('-')[0], out Version? node) || node < FirstWithDatabase)
        {
            printer.Result($"# The database is skipped: it needs Node {FirstWithDatabase} or newer, and this is {version.Trim()}.\n");
            return ExitCodes.Done;
        }

        printer.Result($"# Edit {Cleanup}: let the job use the database.\n");
        await File.WriteAllTextAsync(Path.Join(root, Cleanup), DatabaseJob);
        return ExitCodes.Done;
    }

    private const string DatabaseJob = """
        import { createDatabaseClient } from '../../db/connection';

        export async function run() {
          const db = await createDatabaseClient();
          await db.execute('create table if not exists sessions (id integer primary key, expires_at text)');
          await db.execute('insert into sessions (expires_at) values (datetime("now", "-1 day")), (datetime("now", "+1 day"))');

          const stale = await db.query('select id from sessions where expires_at < datetime("now")');
          await db.execute('delete from sessions where id in (?)', [stale.map((row) => row.id)]);
          console.info('[jobs] cleaned sessions', { count: stale.length });
          await db.close();
        }

        """;
}
