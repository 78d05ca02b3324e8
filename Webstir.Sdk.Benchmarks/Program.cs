using System.Diagnostics;
using BenchmarkDotNet.Running;
using Webstir.Sdk.Benchmarks;
using Webstir.Sdk.Benchmarks.Processes;

switch (args)
{
    case ["ratios"]:
        ProcessBenchmark.Run();
        InProcess.Run();
        using (Process scheduler = Process.Start("npm", ["--prefix", "templates", "run", "--silent", "figures:scheduler"]))
            scheduler.WaitForExit();
        break;
    case ["processes"]:
        ProcessBenchmark.Run();
        break;
    case ["library"]:
        InProcess.Run();
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
        break;
}
