using Scriban.Runtime;
using Webstir.Sdk.Problems;
using Webstir.Sdk.Scaffolding;
using Webstir.Sdk.Workspaces;

namespace Webstir.Sdk.Exporting;

/// <summary>Renders the files of an export, from the workspace's own templates or from ours.</summary>
internal sealed class ExportTemplate
{
    private const string Folder = "templates/export/";

    private readonly TextTemplate _template;

    private ExportTemplate(TextTemplate template) => _template = template;

    /// <summary>Beginning of the first or second line of every exported file: what has it may be replaced.</summary>
    public static string Mark => "Written by 'webstir export";

    /// <exception cref="WebstirException">WEB0213: the workspace's template is wrong. WEB0203: it cannot be read. WEB0209: it lies outside.</exception>
    public static ExportTemplate Load(Workspace workspace, ExportTarget target, ExportFile file)
    {
        string name = $"{Folder}{target.Id}/{file.Template}.scriban";
        string own = $".webstir/{name}";
        if (!Existence.IsFile(workspace.PathOf(own)))
            return new ExportTemplate(TextTemplate.Parse(Embedded(name), name, isTrusted: true));
        string path = RealPath.Inside(workspace.Root, own);
        return new ExportTemplate(TextTemplate.Parse(FileReader.ReadAllBytes(path), path, isTrusted: false));
    }

    /// <summary>The file as UTF-8 with LF.</summary>
    /// <exception cref="WebstirException">WEB0213: the template fails, runs too long or writes too much.</exception>
    public byte[] Render(ScriptObject values) => _template.Render(Functions(), values);

    private static ScriptObject Functions() => new()
    {
        ["line"] = new TextFunction(SafeText.Line),
        ["yaml"] = new TextFunction(SafeText.Yaml),
        ["hcl"] = new TextFunction(SafeText.Hcl),
        ["shell"] = new TextFunction(SafeText.Shell),
        ["crontab"] = new TextFunction(SafeText.Crontab),
        ["unit"] = new TextFunction(SafeText.Unit),
        ["csharp"] = new TextFunction(SafeText.CSharp),
        ["reference"] = new TextFunction(SafeText.Reference),
        ["expression"] = new TextFunction(SafeText.Expression),
    };

    private static byte[] Embedded(string name)
    {
        using Stream stream = typeof(ExportTemplate).Assembly.GetManifestResourceStream(name)!;
        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
