using System.Diagnostics.CodeAnalysis;
using System.Text;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;
using Webstir.Sdk.Problems;

namespace Webstir.Sdk.Scaffolding;

/// <summary>A template for a text, in Scriban.</summary>
/// <remarks>
/// A template sees what it is given: no file, no clock, and no function of Scriban's own. One that comes with a workspace is not
/// trusted: it is stopped when it runs too long or writes too much.
/// </remarks>
internal sealed class TextTemplate
{
    /// <summary>Most that a template may write. Scriban cuts a longer text off in the middle, without a word; its default is 1 MiB. Loops have no limit but this and the time: there may be any number of jobs.</summary>
    private const int MaxLength = 64 << 20;

    private static readonly TimeSpan MaxTime = TimeSpan.FromSeconds(5);

    private readonly Template _template;
    private readonly string _path;
    private readonly bool _isTrusted;

    private TextTemplate(Template template, string path, bool isTrusted)
    {
        _template = template;
        _path = path;
        _isTrusted = isTrusted;
    }

    /// <summary>Reads a template.</summary>
    /// <param name="utf8">Its text.</param>
    /// <param name="path">Path to name in problems.</param>
    /// <param name="isTrusted">Whether it is ours, so that nobody needs to watch it.</param>
    /// <exception cref="WebstirException">WEB0213: it is no template.</exception>
    public static TextTemplate Parse(ReadOnlySpan<byte> utf8, string path, bool isTrusted)
    {
        Template template = Template.Parse(Encoding.UTF8.GetString(utf8), path, new ParserOptions { ExpressionDepthLimit = 100 });
        LogMessage? mistake = template.Messages.FirstOrDefault(message => message.Type == ParserMessageType.Error);
        return mistake is null ? new TextTemplate(template, path, isTrusted) : throw Wrong(path, mistake.Span, mistake.Message);
    }

    /// <summary>The text as UTF-8 with LF.</summary>
    /// <param name="functions">Functions that make text safe in the language that is written.</param>
    /// <param name="values">What the template may show.</param>
    /// <exception cref="WebstirException">WEB0213: the template fails, runs too long or writes too much.</exception>
    /// <remarks>A loop over an object gives pairs, whose members Scriban finds by reflection.</remarks>
    [DynamicDependency(DynamicallyAccessedMemberTypes.PublicProperties, typeof(KeyValuePair<string, object>))]
    public byte[] Render(ScriptObject functions, ScriptObject values)
    {
        // A timer takes a thread.
        using var timeout = new CancellationTokenSource();
        if (!_isTrusted)
            timeout.CancelAfter(MaxTime);
        // Our own functions instead of Scriban's: setting those up takes longer than all the rest.
        var context = new TextContext(functions)
        {
            StrictVariables = true,
            EnableRelaxedMemberAccess = false,
            EnableRelaxedFunctionAccess = false,
            EnableRelaxedTargetAccess = false,
            NewLine = "\n",
            LimitToString = MaxLength,
            LoopLimit = 0,
            CancellationToken = timeout.Token,
        };
        context.PushGlobal(values);
        try
        {
            string text = _template.Render(context);
            return text.Length < MaxLength ? Encoding.UTF8.GetBytes(text) : throw Wrong(_path, new SourceSpan(_path, default, default), "It writes too much");
        }
        catch (ScriptRuntimeException error)
        {
            throw Wrong(_path, error.Span, timeout.IsCancellationRequested ? "It takes too long" : error.OriginalMessage);
        }
    }

    private static WebstirException Wrong(string path, SourceSpan span, string message) => new(new Problem
    {
        Code = "WEB0213",
        Message = $"The template cannot be used: {Printable.Sentence(message)}",
        Hint = "Mend it, or delete it to use the one that comes with webstir.",
        Path = path,
        Position = new Problems.TextPosition(span.Start.Line + 1, span.Start.Column + 1),
    });
}
