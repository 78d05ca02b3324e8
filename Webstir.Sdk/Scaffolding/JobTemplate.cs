using System.Text;
using Scriban;
using Scriban.Runtime;
using Webstir.Sdk.Jobs;

namespace Webstir.Sdk.Scaffolding;

/// <summary>The stub of a job, rendered from its template.</summary>
internal static class JobTemplate
{
    /// <summary>Name of the embedded template; without its last extension, the path of the file below the templates.</summary>
    public const string Resource = "templates/job/index.ts.scriban";

    /// <summary>Scriban's default of 1 MiB cuts a longer text off in the middle, without a word.</summary>
    private const int NoLimit = 0;

    /// <summary>The stub as UTF-8 with LF.</summary>
    /// <param name="job">The job.</param>
    /// <param name="hasRuntime">Whether the workspace has the jobs' runtime, which then serves direct execution too.</param>
    public static byte[] Render(JobDefinition job, bool hasRuntime)
    {
        var values = new ScriptObject
        {
            ["name"] = job.Name.Value,
            ["description"] = string.IsNullOrWhiteSpace(job.Description) ? null : job.Description,
            ["has_runtime"] = hasRuntime,
        };
        var context = new TemplateContext(Functions())
        {
            StrictVariables = true,
            EnableRelaxedMemberAccess = false,
            EnableRelaxedFunctionAccess = false,
            EnableRelaxedTargetAccess = false,
            NewLine = "\n",
            LimitToString = NoLimit,
        };
        context.PushGlobal(values);
        return Encoding.UTF8.GetBytes(Template.Parse(Source(), Resource).Render(context));
    }

    /// <summary>Our own functions instead of Scriban's: a stub needs no others, and setting those up takes longer than all the rest.</summary>
    private static ScriptObject Functions() => new()
    {
        ["comment"] = new TextFunction(TypeScript.Comment),
        ["literal"] = new TextFunction(TypeScript.Literal),
    };

    private static string Source()
    {
        using Stream stream = typeof(JobTemplate).Assembly.GetManifestResourceStream(Resource)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
