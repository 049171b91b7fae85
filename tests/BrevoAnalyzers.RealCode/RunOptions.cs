using System.Collections.Generic;

namespace BrevoAnalyzers.RealCode;

/// <summary>What a run does beyond reporting.</summary>
internal sealed record RunOptions
{
    public const string Usage = """
        usage: BrevoAnalyzers.RealCode [options] FOLDER|FILE ...

        Runs all analyzers over C# and settings files. Every *.csproj makes its folder a project, project references are kept,
        and each project compiles as well as it can with .NET, ASP.NET Core, MailKit and the declared surfaces.

          --each       every file is a project of its own
          --strict     rules that are off by default are on
          --open-gate  every project names the relay once, so that all rules read it
          --fixes      carries out every fix offered: no new error, finding gone, no new finding, comments kept, fix all the same as one by one
          --text       prints the lines that findings stand on, secrets included
          --time       prints the time of every project
        """;

    public bool Each { get; init; }

    public bool Strict { get; init; }

    public bool OpenGate { get; init; }

    public bool Fixes { get; init; }

    public bool Text { get; init; }

    public bool Time { get; init; }

    /// <summary>The options named, or null if one is unknown.</summary>
    public static RunOptions? Parse(IEnumerable<string> switches)
    {
        var options = new RunOptions();
        foreach (var name in switches)
        {
            var next = name switch
            {
                "--each" => options with { Each = true },
                "--strict" => options with { Strict = true },
                "--open-gate" => options with { OpenGate = true },
                "--fixes" => options with { Fixes = true },
                "--text" => options with { Text = true },
                "--time" => options with { Time = true },
                _ => null,
            };
            if (next is null)
                return null;

            options = next;
        }

        return options;
    }
}
