using Webstir.Sdk.Problems;
using Webstir.Sdk.Scaffolding;
using Webstir.Sdk.Workspaces;

namespace Webstir.Sdk;

/// <summary>Creates backend workspaces.</summary>
public static class WorkspaceInitializer
{
    /// <summary>The one mode that is offered: a backend without a frontend.</summary>
    public const string ApiMode = "api";

    private const int NamedObstacles = 3;

    /// <summary>Works out what a new workspace would hold. Nothing is written.</summary>
    /// <param name="root">Absolute path of a folder that does not exist, is empty, or holds what a run that was killed has written so far.</param>
    /// <param name="mode">Kind of workspace.</param>
    /// <returns>The plan. Its problems are errors when the folder holds something (WEB0207) or the mode is not offered (WEB0208).</returns>
    /// <exception cref="WebstirException">WEB0203: the folder cannot be read.</exception>
    public static ChangePlan Plan(string root, string mode = ApiMode)
    {
        ArgumentException.ThrowIfNullOrEmpty(root);
        string folder = Path.TrimEndingDirectorySeparator(root);
        FileChange[] files = [.. WorkspaceTemplate.Files(PackageName.From(Path.GetFileName(folder)))];
        var begun = new BegunWorkspace(folder, files);
        Problem?[] problems = [OfMode(mode), OfFolder(folder, begun)];
        return new ChangePlan
        {
            Root = folder,
            Changes = [.. files.Select(begun.Planned)],
            Problems = [.. problems.OfType<Problem>()],
        };
    }

    /// <summary>Writes a planned workspace: all of it, or nothing. Of a plan with errors, nothing is written.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="wait">How to wait while another process changes the folder; <see langword="null"/> for the usual wait.</param>
    /// <returns>The plan that was carried out, or that cannot be. On a network file system, its problems say that other machines may not see the lock (WEB0215, a warning).</returns>
    /// <exception cref="WebstirException">WEB0204: a file cannot be written. Nothing is left behind. WEB0210: another process is creating it. WEB0211: the folder cannot be locked.</exception>
    public static ChangePlan Apply(ChangePlan plan, LockWait? wait = null)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return plan.CanApply ? plan.And(ChangeWriter.Create(plan, wait ?? new LockWait())) : plan;
    }

    private static Problem? OfMode(string mode) => mode == ApiMode ? null : new Problem
    {
        Code = "WEB0208",
        Message = $"The mode '{Printable.Quote(mode)}' is not offered. Workspaces are backends here: the mode is '{ApiMode}'.",
        Hint = $"Run 'webstir init {ApiMode} <directory>'.",
    };

    private static Problem? OfFolder(string folder, BegunWorkspace begun)
    {
        string[] obstacles = begun.Obstacles();
        if (obstacles.Length == 0)
            return null;

        string others = obstacles.Length > NamedObstacles ? $" and {obstacles.Length - NamedObstacles} more" : "";
        return new Problem
        {
            Code = "WEB0207",
            Message = $"The folder is not empty: {string.Join(", ", obstacles.Take(NamedObstacles).Select(name => $"'{Printable.Quote(name)}'"))}{others} in the way. A workspace is created in a new or empty folder.",
            Hint = "Choose another folder, or empty this one.",
            Path = folder,
        };
    }
}
