using Webstir.Sdk.Tests.GoldenCases;

namespace Webstir.Sdk.Tests.Reliability;

/// <summary>A job that is added once more: <c>--force</c> takes it as it is.</summary>
internal static class RepeatedAdd
{
    private static readonly string[] Arguments = ["add-job", "nightly", "--schedule", "0 0 * * *", "--description", "Nightly maintenance window", "--force"];

    public static Tally Run(IReadOnlyDictionary<string, byte[]> manifests)
    {
        var tally = new Tally();
        Parallel.ForEach(manifests, manifest => tally.Count($"{manifest.Key}, to which a job is added twice", FaultOf(manifest.Value)));
        return tally;
    }

    private static string? FaultOf(byte[] manifest)
    {
        using var shop = new Shop();
        File.WriteAllBytes(shop.PathOf(Shop.Manifest), manifest);
        CommandRun first = shop.Webstir(Arguments);
        FileTree once = shop.State;
        if (first.Exit != 0 || once[Shop.Manifest] == ByteText.Of(manifest))
            return $"not added: {first.Stderr}";
        CommandRun second = shop.Webstir(Arguments);
        return second.Exit != 0 ? $"refused: {second.Stderr}" : shop.State.IsSameAs(once) ? null : "the second time changes something";
    }
}
