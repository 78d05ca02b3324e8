using Webstir.Sdk.Tests.EndToEnd;
using Webstir.Sdk.Tests.GoldenCases;

namespace Webstir.Sdk.Tests.Reliability;

/// <summary>An editor, which knows of no lock, saves the manifest while a job is being added. Each write to the disk is made to take longer.</summary>
[Platform("Linux")]
[Parallelizable(ParallelScope.All)]
public sealed class OtherEditorTests
{
    private const string Edited = "{\n  \"name\": \"edited\"\n}\n";

    private static readonly TimeSpan Delay = TimeSpan.FromSeconds(1);

    [Test]
    public async Task A_change_between_read_and_rename_is_kept_and_so_is_the_job()
    {
        using var shop = new Shop();
        Task<ProcessRun> run = Strace.DelayAsync(shop.Root, "fsync", Delay, "add-job", "nightly");
        await DraftAsync(shop, run);
        await File.WriteAllTextAsync(shop.PathOf(Shop.Manifest), Edited);

        (await run).MustSucceed();
        Assert.That(shop.State[Shop.Manifest], Does.Contain("\"edited\"").And.Contain("\"nightly\""));
        Assert.That(shop.State.Keys, Has.One.EndsWith("/nightly/index.ts"));
    }

    [Test]
    public async Task Against_an_editor_that_never_rests_the_run_gives_up()
    {
        using var shop = new Shop();
        Task<ProcessRun> run = Strace.DelayAsync(shop.Root, "fsync", 2 * Delay, "add-job", "nightly");
        string last = "";
        for (int number = 0; !run.IsCompleted; number++)
        {
            last = $"{{ \"name\": \"edit{number}\" }}";
            await SaveAsync(shop, last);
            await Task.Delay(20);
        }

        Assert.That((await run).ExitCode, Is.EqualTo(1));
        Assert.That((await run).Error, Does.Contain("error WEB0205: "));
        FileTree state = shop.State;
        Assert.That(state[Shop.Manifest], Is.EqualTo(last));
        Assert.That(state.Keys, Is.EqualTo(["package.json", "src/", "src/backend/"]));
    }

    /// <summary>Waits until the new manifest lies beside the old one.</summary>
    private static Task DraftAsync(Shop shop, Task<ProcessRun> run) =>
        Eventually.HoldsAsync(() => Directory.GetFiles(shop.Root).Length > 1, () => $"There was no draft: {(run.IsCompletedSuccessfully ? run.Result.Error : run.Exception)}", () => run.IsCompleted);

    /// <summary>Saves as editors do: the manifest is whole at any time.</summary>
    private static async Task SaveAsync(Shop shop, string text)
    {
        string draft = Path.Join(shop.Outside, "draft");
        await File.WriteAllTextAsync(draft, text);
        File.Move(draft, shop.PathOf(Shop.Manifest), overwrite: true);
    }
}
