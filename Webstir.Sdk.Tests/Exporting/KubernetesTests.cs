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
}
