using System;
using System.Globalization;
using System.Linq;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace BrevoAnalyzers.Benchmarks;

internal static class Program
{
    private const string Quick = "--quick";
    private const string Large = "--large";
    private const string Runs = "--runs";

    private static int Main(string[] args)
    {
        int[] fileCounts = args.Contains(Large) ? [10, 100, 1000] : [10, 100];
        if (args.Contains(Quick))
        {
            if (!TryReadRuns(args, out var runs))
            {
                Console.Error.WriteLine($"{Runs} wants a number from 1 on.");
                return 1;
            }

            new QuickRun(fileCounts, runs).Print();
            return 0;
        }

        AnalysisBenchmarks.FileCounts = fileCounts;

        // In this process: the project that BenchmarkDotNet would generate does not restore under central package versions.
        var config = DefaultConfig.Instance.AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance));
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(WithDefaultFilter(args), config);
        return 0;
    }

    /// <summary>Without a filter BenchmarkDotNet would ask which benchmarks to run and wait for an answer.</summary>
    private static string[] WithDefaultFilter(string[] args)
    {
        var own = args.Where(argument => argument != Large);
        return (args.Contains("--filter") || args.Contains("-f") ? own : own.Concat(["--filter", "*"])).ToArray();
    }

    private static bool TryReadRuns(string[] args, out int runs)
    {
        var position = Array.IndexOf(args, Runs);
        if (position < 0)
        {
            runs = 7;
            return true;
        }

        runs = 0;
        return position + 1 < args.Length
            && int.TryParse(args[position + 1], NumberStyles.None, CultureInfo.InvariantCulture, out runs)
            && runs > 0;
    }
}
