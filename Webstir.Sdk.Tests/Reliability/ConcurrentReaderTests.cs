namespace Webstir.Sdk.Tests.Reliability;

/// <summary>Figure F8; here the adds are made in this process, and in the long form by one process each.</summary>
public sealed class ConcurrentReaderTests
{
    private const int Adds = 200;

    [Test]
    public async Task A_reader_sees_the_old_manifest_or_the_new_one()
    {
        using var shop = new Shop();
        Reader reader = await Reader.DuringAsync(shop, () => Task.Run(() => Add(shop)));

        Assert.That(reader.Reads, Is.GreaterThan(Adds), "The reader was no match.");
        Assert.That(reader.Torn, Is.Zero);
        Assert.That(reader.Shrunk, Is.Zero);
    }

    private static void Add(Shop shop)
    {
        for (int number = 0; number < Adds; number++)
            Assert.That(shop.Webstir("add-job", $"job{number}").Exit, Is.Zero);
    }
}
