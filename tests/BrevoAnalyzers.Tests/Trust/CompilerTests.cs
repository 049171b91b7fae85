using System;
using System.Linq;
using System.Reflection;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace BrevoAnalyzers.Tests.Trust;

/// <summary>The tests run twice: with the oldest Roslyn that the package supports, and with the newest.</summary>
public sealed class CompilerTests
{
    [Fact]
    public void The_tests_run_with_the_Roslyn_that_their_project_names()
    {
        var named = typeof(CompilerTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "Roslyn").Value!;
        Assert.Equal(Version.Parse(named).ToString(3), typeof(CSharpCompilation).Assembly.GetName().Version!.ToString(3));
    }
}
