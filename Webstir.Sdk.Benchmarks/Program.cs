using BenchmarkDotNet.Running;
using Webstir.Sdk.Benchmarks.Processes;

if (args is ["processes"])
    ProcessBenchmark.Run();
else
    BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
