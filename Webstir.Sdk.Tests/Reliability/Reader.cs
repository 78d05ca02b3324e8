using System.Text.Json.Nodes;
using Webstir.Sdk.Tests.EndToEnd;

namespace Webstir.Sdk.Tests.Reliability;

/// <summary>A Node process that reads the manifest all the time, as npm does and as other tools do: without a lock.</summary>
/// <param name="Reads">How often it read.</param>
/// <param name="Torn">How often that was no JSON.</param>
/// <param name="Shrunk">How often there were fewer jobs than before.</param>
internal sealed record Reader(int Reads, int Torn, int Shrunk)
{
    private const string Script = """
        const { existsSync, readFileSync, writeFileSync } = require('node:fs');
        const [manifest, started, stop] = process.argv.slice(1);
        let reads = 0, torn = 0, shrunk = 0, most = 0;
        while (reads % 100 !== 0 || !existsSync(stop)) {
          if (++reads === 100) writeFileSync(started, '');
          try {
            const jobs = JSON.parse(readFileSync(manifest, 'utf8')).webstir?.module?.jobs?.length ?? 0;
            if (jobs < most) shrunk++;
            most = Math.max(most, jobs);
          } catch {
            torn++;
          }
        }
        console.log(JSON.stringify({ reads, torn, shrunk }));
        """;

    /// <summary>Reads while something works on the workspace.</summary>
    public static async Task<Reader> DuringAsync(Shop shop, Func<Task> work)
    {
        string started = Path.Join(shop.Outside, "started");
        string stop = Path.Join(shop.Outside, "stop");
        Task<ProcessRun> reader = ProcessRun.Of("node", ["-e", Script, shop.PathOf(Shop.Manifest), started, stop], shop.Outside);
        await Eventually.HoldsAsync(() => File.Exists(started), () => "The reader does not start.", () => reader.IsCompleted);
        try
        {
            await work();
        }
        finally
        {
            await File.WriteAllTextAsync(stop, "");
        }

        JsonNode said = JsonNode.Parse((await reader).MustSucceed().Output)!;
        return new Reader((int)said["reads"]!, (int)said["torn"]!, (int)said["shrunk"]!);
    }
}
