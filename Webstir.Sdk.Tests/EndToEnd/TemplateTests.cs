namespace Webstir.Sdk.Tests.EndToEnd;

/// <summary>The templates' own tests, which run in Node.</summary>
public sealed class TemplateTests
{
    [Test]
    public async Task The_templates_type_check_as_they_stand_and_their_own_tests_pass()
    {
        string templates = Path.Join(ProjectFolder.Repository, "templates");
        (await NodePrograms.NpmAsync(templates, "ci")).MustSucceed();
        (await NodePrograms.NpmAsync(templates, "run typecheck")).MustSucceed();
        (await NodePrograms.NpmAsync(templates, "test", ("WEBSTIR_SQLITE_NODE", await NodePrograms.NewerNodeAsync()))).MustSucceed();
    }
}
