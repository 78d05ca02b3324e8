using System.Text.Json;
using Webstir.Sdk.Tests.GoldenCases;
using Webstir.Sdk.Tests.Manifests;

namespace Webstir.Sdk.Tests.Reliability;

/// <summary>Jobs that are added where the manifest is damaged.</summary>
internal static class MutatedWorkspace
{
    public static Tally Try(int mutants)
    {
        var tally = new Tally();
        Parallel.For(0, mutants, seed => tally.Count($"mutant {seed}", FaultOf(MutatedManifestTests.Mutant(seed))));
        return tally;
    }

    private static string? FaultOf(byte[] mutant)
    {
        using var shop = new Shop();
        File.WriteAllBytes(shop.PathOf(Shop.Manifest), mutant);
        FileTree before = shop.State;
        CommandRun run = shop.Webstir("add-job", "mutant");
        byte[] after = File.ReadAllBytes(shop.PathOf(Shop.Manifest));
        return run.Exit == 0 ? FaultOfEdit(mutant, after)
            : !shop.State.IsSameAs(before) ? $"refused, but changed: {run.Stderr}"
            : run.Stderr.Contains(": error WEB", StringComparison.Ordinal) ? null : $"refused without a clear line: {run.Stderr}";
    }

    private static string? FaultOfEdit(byte[] before, byte[] after)
    {
        try
        {
            using var json = JsonDocument.Parse(after.AsMemory(after.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0));
            return Insertion.Find(before, after) is null ? "edited by more than one insertion" : null;
        }
        catch (JsonException error)
        {
            return $"edited, though it was damaged: {error.Message}";
        }
    }
}
