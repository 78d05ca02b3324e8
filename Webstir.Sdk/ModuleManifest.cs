using System.Text;
using Newtonsoft.Json.Linq;
using Webstir.Sdk.Jobs;
using Webstir.Sdk.Manifests;
using Webstir.Sdk.Problems;
using Webstir.Sdk.Workspaces;

namespace Webstir.Sdk;

/// <summary>The module manifest inside a <c>package.json</c>: an immutable view of its jobs, and a lossless editor for them.</summary>
/// <remarks>
/// <para>
/// The jobs stand in <c>webstir.module.jobs</c>; newer workspaces hold <c>webstir.moduleManifest.jobs</c>. The key that exists
/// is used; of two, the one that lists jobs; of none, <c>webstir.module</c> is created by the first job.
/// </para>
/// <para>
/// An edit changes one place: a new entry takes its indentation, line breaks and spacing from its nearest sibling, a list of two
/// or more jobs that is sorted by name stays sorted, and every other byte stays. Each edit is proved before it is returned.
/// </para>
/// <para>
/// The text must be JSON as RFC 8259 defines it, in UTF-8, with an object at its root and at most <see cref="MaxDepth"/> levels.
/// Refused as well is what would make an edit ambiguous: a key that stands twice, or a value of the wrong type, on the way to the
/// jobs, and two jobs of one name.
/// </para>
/// </remarks>
public sealed class ModuleManifest
{
    /// <summary>Deepest nesting that is read, in objects and lists.</summary>
    public const int MaxDepth = ManifestText.MaxDepth;

    private readonly ManifestScan _scan;
    private readonly EmptyForm? _emptyForm;
    private IReadOnlyList<JobDefinition>? _jobs;

    private ModuleManifest(ManifestScan scan, EmptyForm? emptyForm)
    {
        _scan = scan;
        _emptyForm = Map.Entries.Count == 0 ? EmptyForm.Of(Text, Map) : emptyForm;
    }

    private ManifestText Text => _scan.Text;

    private ManifestMap Map => _scan.Map;

    /// <summary>Jobs in the order of the list.</summary>
    public IReadOnlyList<JobDefinition> Jobs => _jobs ??= [.. Map.Entries.Select(Read)];

    /// <summary>Name of the module: its own, else the package's; <see langword="null"/> when neither is a string.</summary>
    public string? Name => MemberReader.Text(Text, Map.ModuleTitle.Name) ?? MemberReader.Text(Text, Map.PackageTitle.Name);

    /// <summary>Version of the module: its own, else the package's; <see langword="null"/> when neither is a string.</summary>
    public string? Version => MemberReader.Text(Text, Map.ModuleTitle.Version) ?? MemberReader.Text(Text, Map.PackageTitle.Version);

    /// <summary>Schedulers that the workspace deploys to (<c>webstir.schedulers</c>); <see langword="null"/> when it sets none.</summary>
    /// <exception cref="WebstirException">WEB0107: the value is no list of strings. WEB0112: an identifier is unknown.</exception>
    public IReadOnlyList<string>? Schedulers => SchedulerList.Read(Text, Map, [.. ScheduleValidator.Schedulers]);

    /// <summary>What the workspace sets for exports (<c>webstir.export</c>), in the order of the text.</summary>
    /// <exception cref="WebstirException">WEB0107: a value is of the wrong type.</exception>
    internal IReadOnlyList<WrittenSetting> ExportSettings => ExportSettingsReader.Read(Text, Map);

    /// <summary>The file's content, byte for byte.</summary>
    public ReadOnlyMemory<byte> Utf8 => Text.Memory;

    /// <summary>Reads a file.</summary>
    /// <param name="path">Path of the <c>package.json</c>.</param>
    /// <exception cref="WebstirException">WEB0202: there is no such file. WEB0203: it cannot be read. WEB0101 to WEB0110: see <see cref="Parse(ReadOnlySpan{byte}, string)"/>.</exception>
    public static ModuleManifest Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return Of(ManifestText.Of(FileReader.ReadAllBytes(path), path));
    }

    /// <summary>Reads a text.</summary>
    /// <param name="json">The text; a leading U+FEFF is kept as the byte order mark.</param>
    /// <param name="path">Path to name in problems.</param>
    /// <exception cref="WebstirException">As for <see cref="Parse(ReadOnlySpan{byte}, string)"/>.</exception>
    public static ModuleManifest Parse(string json, string path = "package.json")
    {
        ArgumentNullException.ThrowIfNull(json);
        return Of(ManifestText.Of(json, path));
    }

    /// <summary>Reads the bytes of a file.</summary>
    /// <param name="utf8">The bytes, with or without a byte order mark.</param>
    /// <param name="path">Path to name in problems.</param>
    /// <exception cref="WebstirException">
    /// WEB0101 no valid JSON. WEB0102 not UTF-8. WEB0103 empty. WEB0104 the root is no object. WEB0105 too deep. WEB0106 a key stands
    /// twice. WEB0107 a value of the wrong type. WEB0108 both module keys list jobs. WEB0109 a job is listed twice. WEB0110 an entry
    /// without a usable name.
    /// </exception>
    public static ModuleManifest Parse(ReadOnlySpan<byte> utf8, string path = "package.json") => Of(ManifestText.Of(utf8, path));

    /// <summary>The job of a name, ignoring case; <see langword="null"/> when there is none.</summary>
    public JobDefinition? FindJob(JobName name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return IndexOf(name) is >= 0 and var index ? Jobs[index] : null;
    }

    /// <summary>A copy of a job's whole entry, with the members that this library does not know; <see langword="null"/> when there is none.</summary>
    public JObject? FindEntry(JobName name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return IndexOf(name) is >= 0 and var index ? ObjectReader.Read(Text.Slice(Map.Entries[index].Start, Map.Entries[index].End)) : null;
    }

    /// <summary>A copy of the whole module object, with the members that this library does not know; <see langword="null"/> when there is none.</summary>
    public JObject? FindModule() => Map.Module is { } module ? ObjectReader.Read(Text.Slice(module.Start, module.End)) : null;

    /// <summary>The manifest with one more job.</summary>
    /// <exception cref="WebstirException">WEB0302: a job of that name is listed, ignoring case.</exception>
    public ModuleManifest AddJob(JobDefinition job)
    {
        ArgumentNullException.ThrowIfNull(job);
        if (IndexOf(job.Name) >= 0)
            throw new WebstirException(AlreadyListed(job.Name, "Choose another name."));

        JobInsertion insertion = JobInsertion.Plan(Text, Map, job);
        return Edited(Proof(insertion.Edit).Added(job, insertion.Container));
    }

    /// <summary>The manifest with more jobs, as if they were added one after the other.</summary>
    /// <remarks>The time it takes grows with their number, not with its square.</remarks>
    /// <exception cref="WebstirException">WEB0302: a job of one of the names is listed, or given twice, ignoring case.</exception>
    public ModuleManifest AddJobs(IReadOnlyList<JobDefinition> jobs)
    {
        ArgumentNullException.ThrowIfNull(jobs);
        // Two entries show the order that all others follow.
        ModuleManifest manifest = this;
        int added = 0;
        while (added < jobs.Count && (manifest.Map.Entries.Count < 2 || jobs.Count - added == 1))
            manifest = manifest.AddJob(jobs[added++]);
        return added == jobs.Count ? manifest : manifest.AddMany([.. jobs.Skip(added)]);
    }

    /// <summary>The manifest with a job's schedule, description and priority as given; absent ones are removed. The name stays as listed.</summary>
    /// <exception cref="WebstirException">WEB0303: no job of that name is listed.</exception>
    public ModuleManifest UpdateJob(JobDefinition job)
    {
        ArgumentNullException.ThrowIfNull(job);
        int index = IndexOfListed(job.Name);
        JobDefinition wanted = job with { Name = Jobs[index].Name };
        Entry entry = Map.Entries[index];
        ReadOnlySpan<byte> content = EntryUpdate.Apply(Text.Part(entry.Start, entry.End), Jobs[index], wanted).Utf8;
        if (content.SequenceEqual(Text.Utf8[entry.Start..entry.End]))
            return this;
        return Edited(Proof(ContainerEdit.Replace(entry.Start, entry.End, content)).Updated(wanted));
    }

    /// <summary>The manifest without a job.</summary>
    /// <remarks>
    /// Brings back what was there before the job was added. A manifest that was read, not edited, does not tell whether an only
    /// job's list was created with it: it was, as far as the list stands last in an object, and goes with it.
    /// </remarks>
    /// <exception cref="WebstirException">WEB0303: no job of that name is listed.</exception>
    public ModuleManifest RemoveJob(JobName name)
    {
        ArgumentNullException.ThrowIfNull(name);
        int index = IndexOfListed(name);
        name = Jobs[index].Name;
        Child list = Map.Jobs!.Value;
        if (Map.Entries.Count > 1)
            return Edited(Proof(ContainerEdit.RemoveBeside(Map.Entries[index == 0 ? 1 : index - 1].Child, Map.Entries[index].Child)).Removed(name, list));

        EmptyForm form = _emptyForm ?? EmptyForm.Guess(Text, Map);
        Child container = Map.Path[form.Depth - 1];
        Child[] children = ContainerReader.ReadAll(Text.Utf8, container.Start);
        int child = form.Depth == Map.Path.Length ? index : Array.IndexOf(children, Map.Path[form.Depth]);
        return Edited(Proof(ContainerEdit.Remove(container, children, child, form.Inside)).Removed(name, container));
    }

    /// <summary>The file's content as text, a byte order mark included.</summary>
    public override string ToString() => Encoding.UTF8.GetString(Text.Utf8);

    /// <summary>The entry of a package in <c>dependencies</c>; <see langword="null"/> when it has none.</summary>
    /// <exception cref="WebstirException">WEB0106: the key stands twice. WEB0107: a value of the wrong type.</exception>
    internal Dependency? FindDependency(string package) => DependencyList.Read(Text, Map.Root).Find(package);

    /// <summary>The manifest with a package in <c>dependencies</c> that has no entry there.</summary>
    /// <exception cref="WebstirException">As for <see cref="FindDependency"/>.</exception>
    internal ModuleManifest AddDependency(string package, string version)
    {
        DependencyInsertion insertion = DependencyList.Read(Text, Map.Root).Insert(package, version);
        return Edited(Proof(insertion.Edit).AddedDependency(package, version, insertion.Container));
    }

    /// <summary>The problem that a job of this name has an entry.</summary>
    internal Problem AlreadyListed(JobName name, string hint)
    {
        Entry twin = Map.Entries[IndexOf(name)];
        return Text.Problem("WEB0302", $"The job '{twin.Name}' is listed already. Job names are unique, ignoring case.", hint, twin.Start).Problem;
    }

    /// <summary>The problem that a job is to be added twice.</summary>
    internal static Problem GivenTwice(JobName name) => new()
    {
        Code = "WEB0302",
        Message = $"The job '{name}' is given twice. Job names are unique, ignoring case.",
        Hint = "Give each job its own name.",
    };

    /// <summary>The problem that no job of this name has an entry.</summary>
    internal Problem NotListed(JobName name) => Text.Problem(
        "WEB0303",
        $"No job '{name}' is listed in '{string.Join('.', Map.Keys)}'.",
        FindJob(name) is { } twin ? $"Did you mean '{twin.Name}'?" : "Run 'webstir backend-inspect' to see the jobs there are.").Problem;

    /// <summary>Whether a job of a name is listed, ignoring case.</summary>
    internal bool Lists(string name) => Map.Entries.IndexOf(name) >= 0;

    /// <summary>Where the entry of a listed job stands.</summary>
    internal TextPosition PositionOf(JobName name) => PositionOf(IndexOfListed(name));

    /// <summary>Where a job's entry stands.</summary>
    internal TextPosition PositionOf(int index) => Text.PositionOf(Map.Entries[index].Start);

    /// <summary>Where a character of a job's schedule stands.</summary>
    /// <param name="index">Which entry; it has a schedule.</param>
    /// <param name="column">Column in the schedule, from 1, in UTF-16 code units.</param>
    internal TextPosition PositionInSchedule(int index, int column)
    {
        Range schedule = Map.Entries[index].Values.Schedule;
        int first = schedule.Start.Value + 1;
        return Text.PositionOf(first + JsonText.OffsetOf(Text.Utf8[schedule][1..^1], column - 1));
    }

    private static ModuleManifest Of(ManifestText text) => new(ManifestScan.Of(text), emptyForm: null);

    private EditProof Proof(TextEdit edit) => new(_scan, _scan.With(edit), edit);

    private ModuleManifest Edited(ManifestScan proved) => new(proved, _emptyForm);

    private ModuleManifest AddMany(IReadOnlyList<JobDefinition> jobs)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (JobDefinition job in jobs)
        {
            if (IndexOf(job.Name) >= 0)
                throw new WebstirException(AlreadyListed(job.Name, "Choose another name."));
            if (!names.Add(job.Name.Value))
                throw new WebstirException(GivenTwice(job.Name));
        }

        TextEdit[] edits = JobInsertion.PlanMany(Text, Map, jobs);
        return Edited(new AdditionProof(_scan, _scan.With(edits), edits).Added(jobs));
    }

    private JobDefinition Read(Entry entry) => JobEntry.Read(Text, entry);

    private int IndexOf(JobName name) => Map.Entries.IndexOf(name.Value);

    private int IndexOfListed(JobName name) => IndexOf(name) is >= 0 and var index ? index : throw new WebstirException(NotListed(name));
}
