using System.Text.Json;
using Webstir.Sdk.Tests.GoldenCases;
using Webstir.Sdk.Tests.Manifests;

namespace Webstir.Sdk.Tests.Reliability;

/// <summary>Jobs that are added where the manifest is damaged: those that are refused, and those that the damage left valid.</summary>
internal sealed class MutatedWorkspace
{
    private readonly Tally _refused = new();
    private readonly Tally _edited = new();

    public static (Tally Refused, Tally Edited) Try(int mutants)
    {
        var workspace = new MutatedWorkspace();
        Parallel.For(0, mutants, seed => workspace.Try($"mutant {seed}", MutatedManifestTests.Mutant(seed)));
        return (workspace._refused, workspace._edited);
    }

    private void Try(string name, byte[] mutant)
    {
        using var shop = new Shop();
        File.WriteAllBytes(shop.PathOf(Shop.Manifest), mutant);
        FileTree before = shop.State;
        CommandRun run = shop.Webstir("add-job", "mutant");
        if (run.Exit == 0)
            _edited.Count(name, FaultOfEdit(mutant, File.ReadAllBytes(shop.PathOf(Shop.Manifest)), shop.Folders));
        else
            _refused.Count(name, FaultOfRefusal(run, before, shop.State));
    }

    /// <summary>Folders are a part of the state: that of the job, too, must not be there.</summary>
    private static string? FaultOfRefusal(CommandRun run, FileTree before, FileTree after) =>
        !after.IsSameAs(before) ? $"refused, but left [{string.Join(' ', after.Keys)}]: {run.Stderr}"
        : run.Exit == 1 && run.Stderr.Contains(": error WEB", StringComparison.Ordinal) ? null : $"refused with {run.Exit} and no clear line: {run.Stderr}";

    private static string? FaultOfEdit(byte[] before, byte[] after, string[] folders)
    {
        if (!DamageOracle.IsUtf8(before) || DamageOracle.RootOf(before) != JsonValueKind.Object || DamageOracle.RootOf(after) != JsonValueKind.Object)
            return "edited, though it was damaged";
        return Insertion.Find(before, after) is null ? "edited by more than one insertion" : folders.SequenceEqual(["mutant"]) ? null : "edited, but without a source";
    }
}
