using System;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace BrevoAnalyzers.Tests.Trust;

/// <summary>
/// All analyzers and fixes over broken variants of everything in the <see cref="Corpus"/>. <c>BREVO_MUTATIONS</c> and <c>BREVO_SEED</c> make a
/// longer run or another one; a failure names its seed.
/// </summary>
public sealed class MutationTests
{
    private static readonly int s_count = Number("BREVO_MUTATIONS", 150);
    private static readonly int s_seed = Number("BREVO_SEED", 20240);

    /// <summary>Far above what any variant takes on a busy machine: beyond it something does not end.</summary>
    private static readonly TimeSpan s_longest = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task No_exception_no_hang_and_no_finding_outside_the_source()
    {
        var run = new MutationRun();
        var hangsOfCompiler = 0;
        await Parallel.ForEachAsync(Enumerable.Range(s_seed, s_count), new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, async (seed, _) =>
        {
            try
            {
                await Task.Run(() => run.RunAsync(seed)).WaitAsync(s_longest);
            }
            catch (TimeoutException) when (run.HangsCompilerAsync(seed, s_longest / 4).GetAwaiter().GetResult())
            {
                Interlocked.Increment(ref hangsOfCompiler);
            }
            catch (Exception exception)
            {
                throw new InvalidOperationException($"seed {seed}: {exception.Message}", exception);
            }
        });

        Console.WriteLine($"{s_count} variants from seed {s_seed}: {run.Findings} findings, {run.Fixes} fixes carried out, {hangsOfCompiler} times the compiler itself did not end");

        // A mutator that leaves nothing to report would prove nothing.
        Assert.True(run.Findings > s_count / 10, $"only {run.Findings} findings");
        Assert.True(run.Fixes > s_count / 20, $"only {run.Fixes} fixes");
    }

    private static int Number(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
