using System.Text;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;
using Webstir.Sdk.Jobs;
using Webstir.Sdk.Problems;

namespace Webstir.Sdk.Scaffolding;

/// <summary>A template for the stub of a job.</summary>
/// <remarks>
/// A template sees <c>name</c>, <c>description</c> (null when there is none) and <c>has_runtime</c>, and the functions <c>comment</c>
/// and <c>literal</c>, which make any text safe in TypeScript. It sees no file, and no function of Scriban's own. One that comes with
/// a workspace is not trusted: it is stopped when it runs too long or writes too much.
/// </remarks>
internal sealed class JobTemplate
{
    /// <summary>Where a workspace keeps its own template.</summary>
    public const string OverridePath = ".webstir/templates/job/index.ts.scriban";

    /// <summary>Where the repository keeps the template that comes with this library.</summary>
    private const string OwnPath = "templates/job/index.ts.scriban";

    /// <summary>Scriban's default of 1 MiB cuts a longer text off in the middle, without a word.</summary>
    private const int MaxLength = 64 << 20;

    private static readonly TimeSpan MaxTime = TimeSpan.FromSeconds(5);

    private readonly Template _template;
    private readonly string _path;
    private readonly bool _isTrusted;

    private JobTemplate(Template template, string path, bool isTrusted)
    {
        _template = template;
        _path = path;
        _isTrusted = isTrusted;
    }

    /// <summary>The template that comes with this library.</summary>
    public static JobTemplate Embedded => Parse(JobTemplateText.Utf8, OwnPath, isTrusted: true);

    /// <summary>Reads a template that comes with a workspace.</summary>
    /// <param name="utf8">Its text.</param>
    /// <param name="path">Path to name in problems.</param>
    /// <exception cref="WebstirException">WEB0213: it is no template.</exception>
    public static JobTemplate Parse(ReadOnlySpan<byte> utf8, string path) => Parse(utf8, path, isTrusted: false);

    private static JobTemplate Parse(ReadOnlySpan<byte> utf8, string path, bool isTrusted)
    {
        Template template = Template.Parse(Encoding.UTF8.GetString(utf8), path, new ParserOptions { ExpressionDepthLimit = 100 });
        LogMessage? mistake = template.Messages.FirstOrDefault(message => message.Type == ParserMessageType.Error);
        return mistake is null ? new JobTemplate(template, path, isTrusted) : throw Wrong(path, mistake.Span, mistake.Message);
    }

    /// <summary>The stub as UTF-8 with LF.</summary>
    /// <param name="job">The job.</param>
    /// <param name="hasRuntime">Whether the workspace has the jobs' runtime, which then serves direct execution too.</param>
    /// <exception cref="WebstirException">WEB0213: the template fails, runs too long or writes too much.</exception>
    public byte[] Render(JobDefinition job, bool hasRuntime)
    {
        // A timer takes a thread.
        using var timeout = new CancellationTokenSource();
        if (!_isTrusted)
            timeout.CancelAfter(MaxTime);
        var context = new TemplateContext(Functions())
        {
            StrictVariables = true,
            EnableRelaxedMemberAccess = false,
            EnableRelaxedFunctionAccess = false,
            EnableRelaxedTargetAccess = false,
            NewLine = "\n",
            LimitToString = MaxLength,
            CancellationToken = timeout.Token,
        };
        context.PushGlobal(new ScriptObject
        {
            ["name"] = job.Name.Value,
            ["description"] = string.IsNullOrWhiteSpace(job.Description) ? null : job.Description,
            ["has_runtime"] = hasRuntime,
        });
        try
        {
            return Encoding.UTF8.GetBytes(_template.Render(context));
        }
        catch (ScriptRuntimeException error)
        {
            throw Wrong(_path, error.Span, timeout.IsCancellationRequested ? "It takes too long" : error.OriginalMessage);
        }
    }

    /// <summary>Our own functions instead of Scriban's: a stub needs no others, and setting those up takes longer than all the rest.</summary>
    private static ScriptObject Functions() => new()
    {
        ["comment"] = new TextFunction(TypeScript.Comment),
        ["literal"] = new TextFunction(TypeScript.Literal),
    };

    private static WebstirException Wrong(string path, SourceSpan span, string message) => new(new Problem
    {
        Code = "WEB0213",
        Message = $"The template cannot be used: {Printable.Sentence(message)}",
        Hint = "Mend it, or delete it to use the one that comes with webstir.",
        Path = path,
        Position = new Problems.TextPosition(span.Start.Line + 1, span.Start.Column + 1),
    });
}
