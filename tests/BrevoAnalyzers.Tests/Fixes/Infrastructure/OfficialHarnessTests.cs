using System.Threading.Tasks;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;
using Xunit;

namespace BrevoAnalyzers.Tests.Fixes.Infrastructure;

/// <summary>The same through the fix verifier, which applies one by one, then all, and compares syntax trees as well as texts.</summary>
public class OfficialHarnessTests
{
    [Fact]
    public Task One_by_one_and_all_at_once_come_to_the_same()
    {
        const string env = """Environment.GetEnvironmentVariable("BREVO_SMTP_KEY") ?? throw new InvalidOperationException("BREVO_SMTP_KEY is not set")""";
        var test = new CSharpCodeFixTest<ToyRule, ToyFix, DefaultVerifier>
        {
            ReferenceAssemblies = new ReferenceAssemblies("net10.0"),
            TestCode = "class A\n{\n    const string One = {|TOY0001:\"FLAG\"|};\n    string M(string a, string b) => M({|TOY0001:\"FLAG\"|}, {|TOY0001:\"FLAG\"|} + \"x\");\n}\n",
            FixedCode = $"using System;\n\nclass A\n{{\n    static readonly string One = {env};\n    string M(string a, string b) => M({env}, {env});\n}}\n",
        };
        test.TestState.AdditionalReferences.AddRange(FixRun.References);
        return test.RunAsync();
    }
}
