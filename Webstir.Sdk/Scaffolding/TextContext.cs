using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;

namespace Webstir.Sdk.Scaffolding;

/// <summary>What a template runs in. It does without reflection what Scriban does with it, so that a natively compiled program does the same.</summary>
/// <param name="functions">Functions that the template may call.</param>
internal sealed class TextContext(ScriptObject functions) : TemplateContext(functions)
{
    /// <inheritdoc/>
    public override void Import(SourceSpan span, object objectToImport)
    {
        if (objectToImport is ScriptObject members)
            CurrentGlobal!.Import(members);
        else
            base.Import(span, objectToImport);
    }

    /// <inheritdoc/>
    public override string? ObjectToString(object? value, bool nested = false) =>
        base.ObjectToString(value is KeyValuePair<string, object?> pair ? new ScriptObject { ["key"] = pair.Key, ["value"] = pair.Value } : value, nested);
}
