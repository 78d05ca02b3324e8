using Scriban.Runtime;
using Webstir.Sdk.Jobs;
using Webstir.Sdk.Problems;

namespace Webstir.Sdk.Scaffolding;

/// <summary>A template for the stub of a job.</summary>
/// <remarks>
/// It sees <c>name</c>, <c>description</c> (null when there is none) and <c>has_runtime</c>, and the functions <c>comment</c> and
/// <c>literal</c>, which make any text safe in TypeScript.
/// </remarks>
internal sealed class JobTemplate
{
    /// <summary>Where a workspace keeps its own template.</summary>
    public const string OverridePath = ".webstir/templates/job/index.ts.scriban";

    /// <summary>Where the repository keeps the template that comes with this library.</summary>
    private const string OwnPath = "templates/job/index.ts.scriban";

    private readonly TextTemplate _template;

    private JobTemplate(TextTemplate template) => _template = template;

    /// <summary>The template that comes with this library.</summary>
    public static JobTemplate Embedded => new(TextTemplate.Parse(JobTemplateText.Utf8, OwnPath, isTrusted: true));

    /// <summary>Reads a template that comes with a workspace.</summary>
    /// <param name="utf8">Its text.</param>
    /// <param name="path">Path to name in problems.</param>
    /// <exception cref="WebstirException">WEB0213: it is no template.</exception>
    public static JobTemplate Parse(ReadOnlySpan<byte> utf8, string path) => new(TextTemplate.Parse(utf8, path, isTrusted: false));

    /// <summary>The stub as UTF-8 with LF.</summary>
    /// <param name="job">The job.</param>
    /// <param name="hasRuntime">Whether the workspace has the jobs' runtime, which then serves direct execution too.</param>
    /// <exception cref="WebstirException">WEB0213: the template fails, runs too long or writes too much.</exception>
    public byte[] Render(JobDefinition job, bool hasRuntime) => _template.Render(Functions(), new ScriptObject
    {
        ["name"] = job.Name.Value,
        ["description"] = string.IsNullOrWhiteSpace(job.Description) ? null : job.Description,
        ["has_runtime"] = hasRuntime,
    });

    private static ScriptObject Functions() => new()
    {
        ["comment"] = new TextFunction(TypeScript.Comment),
        ["literal"] = new TextFunction(TypeScript.Literal),
    };
}
