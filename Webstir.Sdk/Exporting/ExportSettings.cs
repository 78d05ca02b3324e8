using Webstir.Sdk.Manifests;
using Webstir.Sdk.Problems;

namespace Webstir.Sdk.Exporting;

/// <summary>The settings of one export: those that were given, then those of the workspace for the target, then those for all targets.</summary>
internal sealed class ExportSettings
{
    private readonly ExportTarget _target;
    private readonly string _manifestPath;
    private readonly Dictionary<string, string> _values = [];
    private readonly List<Problem> _problems = [];

    private ExportSettings(ExportTarget target, string manifestPath)
    {
        _target = target;
        _manifestPath = manifestPath;
    }

    /// <summary>What stands against them.</summary>
    public IReadOnlyList<Problem> Problems => _problems;

    /// <summary>A value; <see langword="null"/> when it is not set.</summary>
    public string? this[string key] => _values.GetValueOrDefault(key) ?? _target.Settings.FirstOrDefault(setting => setting.Key == key)?.Default;

    public static ExportSettings Resolve(ExportTarget target, IReadOnlyDictionary<string, string> given, IReadOnlyList<WrittenSetting> written, string manifestPath)
    {
        var settings = new ExportSettings(target, manifestPath);
        foreach (WrittenSetting setting in written)
            settings.CheckKey(setting);
        settings.Take(written.Where(setting => setting.Target is null).Select(setting => (setting.Key, setting.Value)));
        settings.Take(written.Where(setting => setting.Target == target.Id).Select(setting => (setting.Key, setting.Value)));
        foreach (string key in given.Keys.Where(key => !settings.Knows(key)))
            settings.Add("WEB0503", $"An export to {target.Name} has no setting '{Printable.Quote(key)}'.", Suggest(key, settings.Keys));
        settings.Take(given.Select(setting => (setting.Key, setting.Value)));
        settings.CheckValues();
        return settings;
    }

    private IEnumerable<string> Keys => _target.Settings.Select(setting => setting.Key);

    private bool Knows(string key) => Keys.Contains(key);

    private void Take(IEnumerable<(string Key, string Value)> settings)
    {
        foreach ((string key, string value) in settings.Where(setting => Knows(setting.Key)))
            _values[key] = value;
    }

    /// <summary>A mistyped key would be missed in silence, be it for this target or another.</summary>
    private void CheckKey(WrittenSetting setting)
    {
        if (setting.Target is { } id && !ExportTargets.Ids.Contains(id))
        {
            Add("WEB0503", $"'webstir.export' names '{Printable.Quote(id)}', which is no target.", Suggest(id, ExportTargets.Ids), setting.Position);
            return;
        }

        string[] keys = [.. ExportTargets.All.Where(target => target.Id == (setting.Target ?? target.Id)).SelectMany(target => target.Settings).Select(known => known.Key).Distinct()];
        if (!keys.Contains(setting.Key))
            Add("WEB0503", $"'webstir.export' has no setting '{Printable.Quote(setting.Key)}'{(setting.Target is null ? "" : $" for {setting.Target}")}.", Suggest(setting.Key, keys), setting.Position);
    }

    private void CheckValues()
    {
        foreach (ExportSetting setting in _target.Settings)
        {
            if (this[setting.Key] is not { } value)
            {
                if (setting.IsRequired)
                    Add("WEB0502", $"An export to {_target.Name} needs '{setting.Key}': {setting.Meaning}.", $"Give --set {setting.Key}=..., or set \"webstir\": {{ \"export\": {{ \"{_target.Id}\": {{ \"{setting.Key}\": \"...\" }} }} }} in package.json.");
            }
            else if (Mistake(setting, value) is { } rule)
            {
                Add("WEB0509", $"The setting '{setting.Key}' is '{Printable.Quote(value)}'. {rule}", "Correct it.");
            }
        }
    }

    private static string? Mistake(ExportSetting setting, string value)
    {
        if (value.Trim().Length == 0 || value.Any(char.IsControl))
            return "It is one line of text.";
        return setting.Rule is { } rule && !rule.Accepts(value) ? rule.Text : null;
    }

    private static string Suggest(string word, IEnumerable<string> known) =>
        Spelling.Nearest(word, known) is { } nearest ? $"Did you mean '{nearest}'?" : $"Known are {string.Join(", ", known)}.";

    private void Add(string code, string message, string hint, TextPosition? position = null) => _problems.Add(new Problem
    {
        Code = code,
        Message = message,
        Hint = hint,
        Path = position is null ? null : _manifestPath,
        Position = position,
    });
}
