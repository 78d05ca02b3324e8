using System.Text;
using System.Text.Json;
using Webstir.Sdk.Problems;

namespace Webstir.Sdk.Tests.Manifests;

/// <summary>Damaged files are refused, for the reason that is true, or were not damaged after all.</summary>
public class MutatedManifestTests
{
    private const int Mutants = 2_000;

    /// <summary>Bytes that matter to JSON, so that a flip often hits the grammar.</summary>
    private static readonly byte[] Telling = [.. "{}[]\",:\\/'0123.eE+-ntf \t\r\n"u8, 0x00, 0x1F, 0x7F, 0x80, 0xC3, 0xE2, 0xED, 0xF4, 0xFF];

    /// <summary>With a manifest in it, mutations reach our path too.</summary>
    private static readonly byte[][] Originals = [.. RealManifests.Names.SelectMany(name => new[]
    {
        RealManifests.Contents[name],
        ModuleManifest.Parse(RealManifests.Contents[name]).AddJob(Build.Job("a", "* * * * *", "\ud83d\ude00")).AddJob(Build.Job("b", priority: "5")).Utf8.ToArray(),
    })];

    [Test]
    public void A_damaged_file_is_refused_or_still_edited_without_loss()
    {
        var refused = new HashSet<string>();
        for (int seed = 0; seed < Mutants; seed++)
        {
            byte[] mutant = Mutant(seed);
            string? fault = FaultOf(mutant, refused);
            Assert.That(fault, Is.Null, $"Mutant {seed}: {Convert.ToBase64String(mutant)}");
        }

        Assert.That(refused, Does.Contain("WEB0101").And.Contain("WEB0102"), "The mutations did no damage.");
    }

    private static string? FaultOf(byte[] mutant, HashSet<string> refused)
    {
        try
        {
            ModuleManifest manifest = ModuleManifest.Parse(mutant);
            if (!DamageOracle.IsUtf8(mutant) || DamageOracle.RootOf(mutant) != JsonValueKind.Object)
                return "It was read, but is no JSON object.";
            return EditedAndBack(manifest).AsSpan().SequenceEqual(mutant) ? null : "It was edited with loss.";
        }
        catch (WebstirException error)
        {
            refused.Add(error.Problem.Code);
            return IsTrue(error.Problem.Code, mutant) ? null : $"It was refused for a reason that is not true: {error.Message}";
        }
    }

    private static byte[] EditedAndBack(ModuleManifest manifest)
    {
        ModuleManifest edited = manifest.AddJob(Build.Job("mutant"));
        return edited.RemoveJob(edited.Jobs.Single(job => job.Name.Value == "mutant").Name).Utf8.ToArray();
    }

    private static bool IsTrue(string code, byte[] mutant) => code switch
    {
        "WEB0101" => DamageOracle.RootOf(mutant) is null,
        "WEB0102" => !DamageOracle.IsUtf8(mutant) || mutant.Contains((byte)0),
        "WEB0103" => string.IsNullOrWhiteSpace(Encoding.UTF8.GetString(mutant)),
        "WEB0104" => DamageOracle.RootOf(mutant) is not (null or JsonValueKind.Object),
        "WEB0106" or "WEB0107" or "WEB0108" or "WEB0109" or "WEB0110" => DamageOracle.RootOf(mutant) is null or JsonValueKind.Object,
        _ => false,
    };

    /// <summary>The damaged file with a number.</summary>
    internal static byte[] Mutant(int seed) => Mutate(new Random(seed));

    /// <summary>One to three flips, insertions, cuts or repetitions.</summary>
    private static byte[] Mutate(Random random)
    {
        List<byte> bytes = [.. Originals[random.Next(Originals.Length)]];
        for (int i = random.Next(1, 4); i > 0 && bytes.Count > 0; i--)
        {
            int at = random.Next(bytes.Count);
            switch (random.Next(6))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes[at] = Telling[random.Next(Telling.Length)];
                    break;
                case 2:
                    bytes.Insert(at, Telling[random.Next(Telling.Length)]);
                    break;
                case 3:
                    bytes.RemoveAt(at);
                    break;
                case 4:
                    bytes.RemoveRange(at, random.Next(bytes.Count - at));
                    break;
                default:
                    bytes.InsertRange(at, bytes.GetRange(at, random.Next(Math.Min(40, bytes.Count - at))));
                    break;
            }
        }

        return [.. bytes];
    }
}
