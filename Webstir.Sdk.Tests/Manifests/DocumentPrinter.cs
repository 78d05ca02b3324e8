using System.Text;
using System.Text.Json.Nodes;

namespace Webstir.Sdk.Tests.Manifests;

/// <summary>Prints a value in a style.</summary>
internal sealed class DocumentPrinter
{
    private readonly DocumentStyle _style;
    private readonly StringBuilder _text = new();
    private int _lines;

    private DocumentPrinter(DocumentStyle style) => _style = style;

    public static string Print(JsonNode root, DocumentStyle style)
    {
        var printer = new DocumentPrinter(style);
        printer._text.Append(style.Bom ? "\uFEFF" : "");
        printer.Print(root, depth: 0);
        for (int i = 0; i < style.FinalNewlines; i++)
            printer._text.Append(printer.LineBreak());
        return printer._text.ToString();
    }

    private void Print(JsonNode? node, int depth)
    {
        switch (node)
        {
            case JsonObject members:
                Print([.. members.Select(member => (Action)(() => Print(member, depth + 1)))], "{}", depth, _style.Blank);
                break;
            case JsonArray values:
                Print([.. values.Select(value => (Action)(() => Print(value, depth + 1)))], "[]", depth, padding: "");
                break;
            default:
                _text.Append(node?.ToJsonString() ?? "null");
                break;
        }
    }

    private void Print(KeyValuePair<string, JsonNode?> member, int depth)
    {
        _text.Append('"').Append(member.Key).Append('"').Append(_style.Colon);
        Print(member.Value, depth);
    }

    private void Print(Action[] children, string brackets, int depth, string padding)
    {
        bool isInline = depth >= _style.InlineFrom;
        _text.Append(brackets[0]);
        for (int i = 0; i < children.Length; i++)
        {
            _text.Append(i == 0 ? "" : _style.BeforeComma + ",");
            if (isInline)
                _text.Append(i == 0 ? padding : _style.Blank);
            else
                NewLine(depth + 1);
            children[i]();
        }

        if (children.Length == 0)
            PrintEmpty(depth, isInline);
        else if (isInline)
            _text.Append(padding);
        else
            NewLine(depth);
        _text.Append(brackets[1]);
    }

    private void PrintEmpty(int depth, bool isInline)
    {
        if (isInline || !_style.Empty.Contains('\n', StringComparison.Ordinal))
        {
            _text.Append(_style.Empty.Replace("\n", "", StringComparison.Ordinal));
            return;
        }

        foreach (char _ in _style.Empty[1..])
            _text.Append(LineBreak());
        NewLine(depth);
    }

    private void NewLine(int depth)
    {
        _text.Append(LineBreak());
        for (int i = 0; i < depth; i++)
            _text.Append(_style.Indent);
    }

    private string LineBreak() => _style.LineBreaks[_lines++ % _style.LineBreaks.Count];
}
