using Scriban;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Webstir.Sdk.Scaffolding;

/// <summary>A template's function from text to text.</summary>
/// <remarks>Scriban's own wrapper of a delegate looks its parameters up by reflection: more work than all the rest of <c>add-job</c>.</remarks>
internal sealed class TextFunction(Func<string, string> function) : IScriptCustomFunction
{
    public int RequiredParameterCount => 1;

    public int ParameterCount => 1;

    public ScriptVarParamKind VarParamKind => ScriptVarParamKind.None;

    public Type ReturnType => typeof(string);

    public ScriptParameterInfo GetParameterInfo(int index) => new(typeof(string), "text");

    public object? Invoke(TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement) =>
        function((string)arguments[0]!);

    public ValueTask<object?> InvokeAsync(TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement) =>
        ValueTask.FromResult(Invoke(context, callerContext, arguments, blockStatement));
}
