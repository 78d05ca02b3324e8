using Webstir.Sdk.Problems;

namespace Webstir.Sdk.Tests.Exporting;

/// <summary>No two jobs become one at a target, and none gets a name that is too long there.</summary>
public sealed class NameTests
{
    private const string Either = "30 4 1,15 * FRI";

    [TestCase("kubernetes", "yaml", "a_b", "a.b")]
    [TestCase("cloud-scheduler", "terraform", "a.b", "a-b")]
    [TestCase("eventbridge", "terraform", "a.b", "a_b", Description = "Names may be these, identifiers not")]
    [TestCase("eventbridge", "cloudformation", "a-b", "aB")]
    [TestCase("github-actions", "workflow", "a.b", "a_b")]
    public void Jobs_that_would_have_one_name_are_refused(string target, string format, string one, string other)
    {
        using var workspace = new ExportWorkspace([Build.Job(one, "@daily"), Build.Job(other, "@daily")]);
        Problem problem = workspace.Plan(target, format).Problems.Single();
        Assert.That(problem.Code, Is.EqualTo("WEB0506"));
        Assert.That(problem.Message, Does.StartWith($"The jobs '{one}' and '{other}' would have one name in "));
    }

    [TestCase("eventbridge", "cloudformation")]
    [TestCase("eventbridge", "terraform")]
    public void The_second_schedule_of_a_job_takes_no_name_of_another(string target, string format)
    {
        using var workspace = new ExportWorkspace([Build.Job("mail", Either), Build.Job("mail-2", "@daily")]);
        Assert.That(workspace.Plan(target, format).Problems.Where(problem => problem.Severity == Severity.Error).Select(problem => problem.Code), Is.EqualTo(new[] { "WEB0506" }));
    }

    [TestCase("kubernetes", 53, "@daily")]
    [TestCase("eventbridge", 65, "@daily")]
    [TestCase("eventbridge", 63, Either, Description = "The second schedule's name has two characters more")]
    public void A_name_that_is_too_long_is_refused_at_its_entry(string target, int length, string schedule)
    {
        using var workspace = new ExportWorkspace([Build.Job(new string('a', length), schedule)]);
        Problem problem = workspace.Plan(target).Problems.Single(problem => problem.Severity == Severity.Error);
        Assert.That((problem.Code, problem.Path), Is.EqualTo(("WEB0506", workspace.PathOf("package.json"))));
        Assert.That(problem.Position?.Line, Is.EqualTo(1));
    }

    [TestCase("eventbridge", 512)]
    [TestCase("cloud-scheduler", 500)]
    [TestCase("kubernetes", 40_000)]
    [TestCase("temporal", 40_000)]
    public void A_description_that_is_too_long_is_refused(string target, int most)
    {
        using var workspace = new ExportWorkspace([Build.Job("fits", "@daily", new string('x', most)), Build.Job("long", "@daily", new string('x', most + 1))]);
        Assert.That(workspace.Plan(target).Problems.Single().Message, Does.Contain("'long'").And.Contain($"{most + 1}"));
    }
}
