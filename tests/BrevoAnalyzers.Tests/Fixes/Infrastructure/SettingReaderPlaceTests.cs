using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace BrevoAnalyzers.Tests.Fixes.Infrastructure;

/// <summary>What surrounds the text: precedence, constants, types, and places that take only a constant.</summary>
public class SettingReaderPlaceTests
{
    private const string Env = """Environment.GetEnvironmentVariable("BREVO_SMTP_KEY") ?? throw new InvalidOperationException("BREVO_SMTP_KEY is not set")""";

    private const string Usings = "using System;\nusing System.Collections.Generic;\nusing System.Linq;\nusing System.Linq.Expressions;\n";

    private static async Task Becomes(string source, string expected, bool script = false)
    {
        var run = new FixRun(Usings + source, output: script ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary);
        Assert.Equal(Usings + expected.Replace("ENV", Env), await run.FixFirstAsync(new ToyFix()));
    }

    private static async Task IsLeftAlone(string source, string? other = null)
        => Assert.Empty(await new FixRun(Usings + source, other).ActionsAsync(new ToyFix()));

    [Theory]
    [InlineData("""string M() => "FLAG";""", "string M() => ENV;")]
    [InlineData("""string M() { return "FLAG"; }""", "string M() { return ENV; }")]
    [InlineData("""IEnumerable<string> M() { yield return "FLAG"; }""", "IEnumerable<string> M() { yield return ENV; }")]
    [InlineData("""void M() { Console.Write("FLAG"); }""", "void M() { Console.Write(ENV); }")]
    [InlineData("""void M() { string s; s = "FLAG"; s += "x"; }""", """void M() { string s; s = ENV; s += "x"; }""")]
    [InlineData("""void M(string s) { s ??= "FLAG"; s.ToString(); }""", "void M(string s) { s ??= ENV; s.ToString(); }")]
    [InlineData("""string M(string? a) => a ?? "FLAG";""", "string M(string? a) => a ?? ENV;")]
    [InlineData("""string M(string? a, string? b) => a ?? b ?? "FLAG";""", "string M(string? a, string? b) => a ?? b ?? ENV;")]
    [InlineData("""string M(bool b) => b ? "FLAG" : "x";""", """string M(bool b) => b ? ENV : "x";""")]
    [InlineData("""string M(bool b) => b ? "x" : "FLAG";""", """string M(bool b) => b ? "x" : ENV;""")]
    [InlineData("""string M(int i) => i switch { 1 => "FLAG", _ => "x" };""", """string M(int i) => i switch { 1 => ENV, _ => "x" };""")]
    [InlineData("""char[] M() => "FLAG".ToCharArray();""", "char[] M() => (ENV).ToCharArray();")]
    [InlineData("""string M() => "FLAG"!;""", "string M() => (ENV)!;")]
    [InlineData("""string M() => (string)"FLAG";""", "string M() => (string)(ENV);")]
    [InlineData("""string M() => ("FLAG");""", "string M() => ENV;")]
    [InlineData("""string[] M() => new[] { "FLAG", "x" };""", """string[] M() => new[] { ENV, "x" };""")]
    [InlineData("""string[] M() => ["FLAG", "x"];""", """string[] M() => [ENV, "x"];""")]
    [InlineData("""object M() => new Dictionary<string, string> { ["a"] = "FLAG" };""", """object M() => new Dictionary<string, string> { ["a"] = ENV };""")]
    [InlineData("""object M() => new Dictionary<string, string> { { "a", "FLAG" } };""", """object M() => new Dictionary<string, string> { { "a", ENV } };""")]
    [InlineData("""(string, int) M() => ("FLAG", 1);""", "(string, int) M() => (ENV, 1);")]
    [InlineData("""object M() => new { Key = "FLAG" };""", "object M() => new { Key = ENV };")]
    [InlineData("""bool M(string s) => s == "FLAG";""", "bool M(string s) => s == (ENV);")]
    [InlineData("""string M(string s) => $"{s}:{"FLAG"}";""", """string M(string s) => $"{s}:{(ENV)}";""")]
    [InlineData("""System.Net.NetworkCredential M() => new("login", "FLAG");""", """System.Net.NetworkCredential M() => new("login", ENV);""")]
    [InlineData("""public string Key { get; set; } = "FLAG";""", "public string Key { get; set; } = ENV;")]
    public Task Precedence(string member, string expected) => Becomes($"class A {{ {member} }}", $"class A {{ {expected} }}");

    [Theory]
    [InlineData(""" "FLAG-" + "tail" """)]
    [InlineData(""" "head-" + "FLAG" """)]
    [InlineData(""" "a" + "b" + ("FLAG" + "c") """)]
    [InlineData(""" "FLAG" + Tail """)]
    [InlineData(""" $"{"FLAG"}-{Tail}" """)]
    public Task A_constant_put_together_is_replaced_whole(string value)
        => Becomes(
            $"class A {{ const string Tail = \"t\"; string M() => {value.Trim()}; }}",
            "class A { const string Tail = \"t\"; string M() => ENV; }");

    [Theory]
    [InlineData(""" "FLAG-" + tail """)]
    [InlineData(""" tail + "FLAG-" """)]
    [InlineData(""" "x" + "FLAG-" + tail """)]
    [InlineData(""" ("FLAG-") + tail """)]
    public Task A_part_of_a_text_made_at_run_time_is_left_alone(string value)
        => IsLeftAlone($"class A {{ string M(string tail) => {value.Trim()}; }}");

    [Fact]
    public Task A_const_field() => Becomes("""class A { private const string Key = "FLAG"; string M() => Key; }""", "class A { private static readonly string Key = ENV; string M() => Key; }");

    [Fact]
    public Task A_const_field_without_other_modifiers() => Becomes("class A\n{\n    // The key.\n    const string Key = \"FLAG\"; // here\n}\n", "class A\n{\n    // The key.\n    static readonly string Key = ENV; // here\n}\n");

    [Fact]
    public Task Two_constants_in_one_field()
        => Becomes("""class A { const string Login = "x", Key = "FLAG"; string M() => Login; }""", """class A { static readonly string Login = "x", Key = ENV; string M() => Login; }""");

    [Fact]
    public Task A_const_field_that_another_type_reads()
        => Becomes("""class A { internal const string Key = "FLAG"; } class B { string M(string s) => s + A.Key + nameof(A.Key); }""", "class A { internal static readonly string Key = ENV; } class B { string M(string s) => s + A.Key + nameof(A.Key); }");

    [Theory]
    [InlineData("[Obsolete(A.Key)] class B { }")]
    [InlineData("class B { const string Other = A.Key; }")]
    [InlineData("class B { const string Other = \"x\" + A.Key; }")]
    [InlineData("class B { void M() { const string other = A.Key; other.ToString(); } }")]
    [InlineData("class B { void M(string s = A.Key) { } }")]
    [InlineData("class B { int M(string s) { switch (s) { case A.Key: return 1; default: return 2; } } }")]
    [InlineData("class B { int M(string s) => s switch { A.Key => 1, _ => 2 }; }")]
    [InlineData("class B { bool M(string s) => s is A.Key; }")]
    [InlineData("class B { bool M(string s) => s is not (A.Key or \"x\"); }")]
    public async Task A_const_field_that_must_stay_one(string use)
    {
        const string declaration = """class A { internal const string Key = "FLAG"; }""";
        await IsLeftAlone(declaration + use);
        await IsLeftAlone(declaration, other: "using System;\n" + use);
    }

    [Fact]
    public Task Two_constants_one_of_which_must_stay() => IsLeftAlone("""class A { const string Login = "x", Key = "FLAG"; void M(string s = Login) { } }""");

    [Fact]
    public Task A_static_field_that_is_filled_before() => IsLeftAlone("""class A { static string Header = "k: " + Key; const string Key = "FLAG"; }""");

    [Fact]
    public Task A_static_field_that_is_filled_behind()
        => Becomes("""class A { const string Key = "FLAG"; static string Header = "k: " + Key; }""", """class A { static readonly string Key = ENV; static string Header = "k: " + Key; }""");

    [Fact]
    public Task A_const_local() => Becomes("""class A { string M() { const string key = "FLAG"; return key; } }""", "class A { string M() { string key = ENV; return key; } }");

    [Fact]
    public Task A_const_local_with_comments()
        => Becomes(
            "class A\n{\n    string M()\n    {\n        // The key.\n        const string key = \"FLAG\"; // here\n        return key;\n    }\n}\n",
            "class A\n{\n    string M()\n    {\n        // The key.\n        string key = ENV; // here\n        return key;\n    }\n}\n");

    [Fact]
    public Task A_top_level_const() => Becomes("const string key = \"FLAG\";\nConsole.Write(key);\n", "string key = ENV;\nConsole.Write(key);\n", script: true);

    [Fact]
    public Task A_const_local_of_a_case_label() => IsLeftAlone("""class A { int M(string s) { const string key = "FLAG"; switch (s) { case key: return 1; default: return 2; } } }""");

    [Fact]
    public Task A_const_local_of_a_static_lambda() => IsLeftAlone("""class A { Func<string> M() { const string key = "FLAG"; return static () => key; } }""");

    [Theory]
    [InlineData("""[Obsolete("FLAG")] class A { }""")]
    [InlineData("""class A { void M(string s = "FLAG") { } }""")]
    [InlineData("""class A(string s = "FLAG") { public string S = s; }""")]
    [InlineData("""class A { object M() => (string s = "FLAG") => s; }""")]
    [InlineData("""class A { bool M(string s) => s is "FLAG"; }""")]
    [InlineData("""class A { int M(string s) { switch (s) { case "FLAG": return 1; default: return 2; } } }""")]
    [InlineData("""class A { int M(string s) => s switch { "FLAG" => 1, _ => 2 }; }""")]
    [InlineData("""class A { Expression<Func<string>> M() => () => "FLAG"; }""")]
    [InlineData("""class A { ReadOnlySpan<byte> M() => "FLAG"u8; }""")]
    public Task A_place_for_a_constant(string source) => IsLeftAlone(source);

    [Fact]
    public async Task A_language_without_throw_expressions()
        => Assert.Empty(await new FixRun("class A { string M() { return \"FLAG\"; } }", version: LanguageVersion.CSharp6, nullable: NullableContextOptions.Disable).ActionsAsync(new ToyFix()));

    [Fact]
    public Task Errors_elsewhere_do_not_matter()
        => Becomes("""class A { string M() => "FLAG"; int N() => Missing(; }""", "class A { string M() => ENV; int N() => Missing(; }");

    [Fact]
    public Task An_error_in_the_same_member_does_not_matter()
        => Becomes("""class A { void M() { Missing("FLAG"); } }""", "class A { void M() { Missing(ENV); } }");
}
