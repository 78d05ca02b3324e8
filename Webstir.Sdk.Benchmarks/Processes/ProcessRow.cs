namespace Webstir.Sdk.Benchmarks.Processes;

/// <summary>One line of the table: a command, measured as a whole process.</summary>
/// <param name="Name">Its name in the table.</param>
/// <param name="Command">Program and arguments; <c>webstir</c> and <c>floor</c> are ours.</param>
/// <param name="Jobs">How many jobs the workspace has.</param>
/// <param name="Limit">Most that it may take, as a multiple of the floor; <see langword="null"/> for an anchor.</param>
/// <param name="MostMegabytes">Most memory that it may take.</param>
internal sealed record ProcessRow(string Name, string[] Command, int Jobs, double? Limit, double? MostMegabytes = null)
{
    public const string AddJob = "`webstir add-job`";
    public const string Node = "`node -e 0`";
    private const int Few = 5;

    /// <summary>The first is the floor.</summary>
    public static IReadOnlyList<ProcessRow> All { get; } =
    [
        new("floor: read a file, rewrite it atomically", ["floor", "package.json"], Few, null),
        new("`webstir --help`", ["webstir", "--help"], Few, 2),
        new(AddJob, ["webstir", "add-job", "new", "--schedule", "0 0 * * *", "--description", "Nightly", "--priority", "5"], Few, 2, 16),
        new("`webstir update-job`", ["webstir", "update-job", "job0001", "--schedule", "@daily"], Few, 2),
        new("`webstir remove-job`", ["webstir", "remove-job", "job0001"], Few, 2),
        new("`webstir check-schedule`", ["webstir", "check-schedule", "0 0 * * *"], Few, 2),
        new("`webstir backend-inspect`, 1,000 jobs, 708 schedules", ["webstir", "backend-inspect"], 1000, 3),
        new(Node, ["node", "-e", "0"], Few, null),
    ];
}
