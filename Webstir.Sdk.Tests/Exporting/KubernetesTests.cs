using k8s.Models;

namespace Webstir.Sdk.Tests.Exporting;

/// <summary>CronJobs as Kubernetes gets them.</summary>
public sealed class KubernetesTests
{
    [Test]
    public void A_cron_job_says_all_that_it_must()
    {
        using var workspace = new ExportWorkspace([Build.Job("Send_Mail.v2", "@daily", "Mails")]);
        V1CronJob job = KubernetesReader.Load(workspace.Export("kubernetes").Single()).Single();
        V1PodSpec pod = job.Spec.JobTemplate.Spec.Template.Spec;
        using (Assert.EnterMultipleScope())
        {
            Assert.That((job.ApiVersion, job.Kind), Is.EqualTo(("batch/v1", "CronJob")));
            Assert.That((job.Metadata.Name, job.Metadata.NamespaceProperty), Is.EqualTo(("send-mail-v2", "jobs")));
            Assert.That(job.Metadata.Annotations["description"], Is.EqualTo("Mails"));
            Assert.That((job.Spec.Schedule, job.Spec.TimeZone, job.Spec.ConcurrencyPolicy), Is.EqualTo(("0 0 * * *", ExportWorkspace.TimeZone, "Forbid")));
            Assert.That((pod.RestartPolicy, pod.Containers.Single().Image), Is.EqualTo(("OnFailure", "registry.example/shop:1.2.3")));
            Assert.That(pod.Containers[0].Command, Is.EqualTo(new[] { "node", "build/backend/jobs/scheduler.js", "--job", "Send_Mail.v2" }));
        }
    }

    /// <summary>Kubernetes documents five fields and macros; <c>@every</c> works, and is said by nobody.</summary>
    [TestCase("rate(5 minutes)", "*/5 * * * *", "keeps to the clock there")]
    [TestCase("rate(6 hours)", "0 */6 * * *", "keeps to the clock there")]
    [TestCase("rate(1 day)", "0 0 * * *", "keeps to the clock there")]
    [TestCase("rate(7 minutes)", "@every 7m", "in no documentation")]
    [TestCase("rate(2 days)", "@every 48h", "in no documentation")]
    public void An_interval_is_a_documented_pattern_where_there_is_one_and_never_without_a_warning(string schedule, string text, string warning)
    {
        using var workspace = new ExportWorkspace([Build.Job("poll", schedule)]);
        Assert.That(workspace.Plan("kubernetes").Problems.Single(), Has.Property("Code").EqualTo("WEB0505").And.Property("Message").Contains(warning));
        Assert.That(KubernetesReader.Load(workspace.Export("kubernetes").Single()).Single().Spec.Schedule, Is.EqualTo(text));
    }
}
