using System.Collections.Generic;
using System.Linq;
using BrevoAnalyzers.PackageTests.Infrastructure;
using Xunit;

namespace BrevoAnalyzers.PackageTests;

/// <summary>What the README promises, with the real package, compiler and command line.</summary>
[Collection(PackageTestGroup.Name)]
public sealed class Repair(RepairFixture run) : IClassFixture<RepairFixture>
{
    [Fact]
    public void Build_shows_each_mistake_at_its_line()
    {
        Assert.True(run.FirstBuild.ExitCode == 0, run.FirstBuild.Output);
        Assert.Equal(
            RepairFixture.Expected.Select(expected => new Finding(expected.Id, RepairFixture.SourceFile, expected.Line, "warning")),
            run.FirstBuild.Findings());
    }

    [Fact]
    public void A_rule_can_be_made_an_error()
    {
        Assert.NotEqual(0, run.BuildWithError.ExitCode);
        var error = Assert.Single(run.BuildWithError.Findings(), finding => finding.Severity == "error");
        Assert.Equal("BREVO2004", error.Id);
    }

    [Fact]
    public void Format_repairs_everything_in_one_run()
    {
        Assert.True(run.Format.ExitCode == 0, run.Format.Output);
        Assert.Contains("587", run.SourceAfterFormat);
        Assert.DoesNotContain(RepairFixture.Password, run.SourceAfterFormat);
        Assert.DoesNotMatch("MailboxAddress.*smtp-brevo", run.SourceAfterFormat);
    }

    [Fact]
    public void What_format_wrote_compiles_without_a_finding()
    {
        Assert.True(run.BuildAfterFormat.ExitCode == 0, run.BuildAfterFormat.Output);
        Assert.Empty(run.BuildAfterFormat.Findings());
        Assert.Contains("0 Warning(s)", run.BuildAfterFormat.Output);
    }

    [Fact]
    public void Sarif_has_each_finding()
    {
        foreach (var (id, _) in RepairFixture.Expected)
            Assert.Contains($"\"ruleId\": \"{id}\"", run.Sarif);
    }

    /// <summary>CS8032 and its kin: the compiler could not load an analyzer. AD0001: one has thrown.</summary>
    [Fact]
    public void Compiler_loads_and_runs_the_analyzers_without_complaint()
    {
        foreach (var text in Everything())
        {
            foreach (var complaint in (string[])["AD0001", "CS8032", "CS8033", "CS8034", "CS8040", "CS9057"])
                Assert.DoesNotContain(complaint, text);
        }
    }

    [Fact]
    public void No_output_holds_even_a_piece_of_the_secret()
    {
        const int PieceLength = 5;
        foreach (var text in Everything())
        {
            for (var start = 0; start + PieceLength <= RepairFixture.Password.Length; start++)
                Assert.DoesNotContain(RepairFixture.Password.Substring(start, PieceLength), text);
        }
    }

    private IEnumerable<string> Everything() => run.Commands.Select(command => command.Output).Append(run.Sarif);
}
