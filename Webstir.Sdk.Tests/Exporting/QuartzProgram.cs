using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Quartz;

namespace Webstir.Sdk.Tests.Exporting;

/// <summary>The exported class, compiled against the real Quartz and called.</summary>
internal static class QuartzProgram
{
    /// <summary>Setting <c>jobType</c> of the exports that are compiled here.</summary>
    public const string JobType = "Acme.Jobs.WebstirJob";

    /// <summary>Setting <c>namespace</c> of the exports that are compiled here.</summary>
    public const string Namespace = "Acme.Scheduling";

    private const string Job = """
        namespace Acme.Jobs;

        public interface WebstirJob : Quartz.IJob;
        """;

    /// <summary>What it would schedule.</summary>
    public static IReadOnlyDictionary<IJobDetail, IReadOnlyCollection<ITrigger>> Run(string source)
    {
        Assembly program = AssemblyLoadContext.Default.LoadFromStream(Compile(source, typeof(IJob).Assembly.Location));
        MethodInfo method = program.GetType($"{Namespace}.WebstirJobs", throwOnError: true)!.GetMethod("Create")!;
        return (IReadOnlyDictionary<IJobDetail, IReadOnlyCollection<ITrigger>>)method.Invoke(null, [])!;
    }

    /// <summary>Compiles it; fails the test where the compiler warns.</summary>
    /// <param name="source">Text of the class.</param>
    /// <param name="quartz">Path of the Quartz to compile against.</param>
    public static MemoryStream Compile(string source, string quartz)
    {
        string[] platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        var compilation = CSharpCompilation.Create(
            $"exported-{Guid.NewGuid():N}",
            new[] { source, Job }.Select(text => CSharpSyntaxTree.ParseText(text, new CSharpParseOptions(LanguageVersion.CSharp12))),
            platform.Where(path => Path.GetFileName(path) != "Quartz.dll").Append(quartz).Select(path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        var image = new MemoryStream();
        IEnumerable<Diagnostic> mistakes = compilation.Emit(image).Diagnostics.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning);
        Assert.That(mistakes, Is.Empty, source);
        image.Position = 0;
        return image;
    }
}
