using k8s;
using k8s.Models;

namespace Webstir.Sdk.Tests.Exporting;

/// <summary>Reads CronJobs with the official client, which refuses what the API does not know.</summary>
internal static class KubernetesReader
{
    public static Task<IReadOnlyList<DeployedJob>> ReadAsync(IReadOnlyList<string> paths) =>
        Task.FromResult<IReadOnlyList<DeployedJob>>([.. paths.SelectMany(Load).Select(Read)]);

    /// <summary>The CronJobs of a file.</summary>
    public static IEnumerable<V1CronJob> Load(string path) => KubernetesYaml.LoadAllFromString(File.ReadAllText(path), strict: true).Cast<V1CronJob>();

    private static DeployedJob Read(V1CronJob job) => new(job.Spec.JobTemplate.Spec.Template.Spec.Containers[0].Command[^1], job.Spec.Schedule)
    {
        Description = job.Metadata.Annotations?["description"],
        Zone = job.Spec.TimeZone,
    };
}
