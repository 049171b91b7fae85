using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Xunit;

namespace BrevoAnalyzers.Tests.Fixes.Infrastructure;

/// <summary>Which configuration the setting is read from, and where none can be named.</summary>
public class SettingReaderScopeTests
{
    private const string Root = """configuration["Brevo:SmtpKey"] ?? throw new InvalidOperationException("Brevo:SmtpKey is not set")""";
    private const string Env = """Environment.GetEnvironmentVariable("BREVO_SMTP_KEY") ?? throw new InvalidOperationException("BREVO_SMTP_KEY is not set")""";

    private const string Usings = "using System;\nusing System.Collections.Generic;\nusing System.Linq;\nusing System.Linq.Expressions;\nusing Microsoft.Extensions.Configuration;\n";

    /// <summary>Members of a class; @ stands for the text in quotes, then for what it becomes.</summary>
    private static async Task Becomes(string source, string expected, bool script = false)
    {
        var before = Usings + source.Replace("@", "\"FLAG\"");
        var output = script ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary;
        var after = await new FixRun(before, output: output).FixFirstAsync(new ToyFix());
        Assert.Equal(Usings + source.Replace("@", expected), after);
    }

    [Fact]
    public Task A_parameter() => Becomes("class A { string M(IConfiguration configuration) => @; }", Root);

    [Fact]
    public Task A_local() => Becomes("class A { string M(Func<IConfiguration> make) { var configuration = make(); return @; } }", Root);

    [Fact]
    public Task A_local_of_later_is_not_there_yet()
        => Becomes("class A { string M(Func<IConfiguration> make) { var s = @; var configuration = make(); return s + configuration; } }", Env);

    [Fact]
    public Task A_local_of_another_block() => Becomes("class A { string M(Func<IConfiguration> make) { { var configuration = make(); configuration.ToString(); } return @; } }", Env);

    [Fact]
    public Task A_local_being_assigned() => Becomes("class A { IConfiguration Make(string s) => null!; void M() { var configuration = Make(@); } }", Env);

    [Fact]
    public Task A_local_not_assigned_on_all_ways() => Becomes("class A { string M(bool b, Func<IConfiguration> make) { IConfiguration configuration; if (b) { configuration = make(); configuration.ToString(); } return @; } }", Env);

    [Fact]
    public Task A_lambdas_parameter() => Becomes("class A { Func<IConfiguration, string> M() => configuration => @; }", Root);

    [Fact]
    public Task A_captured_parameter() => Becomes("class A { Func<string> M(IConfiguration configuration) => () => @; }", Root);

    [Fact]
    public Task A_static_lambda_captures_nothing() => Becomes("class A { Func<string> M(IConfiguration configuration) => static () => @; }", Env);

    [Fact]
    public Task A_static_local_function_captures_nothing()
        => Becomes("class A { string M(IConfiguration configuration) { return Key(); static string Key() => @; } }", Env);

    [Fact]
    public Task A_static_local_functions_own_parameter()
        => Becomes("class A { string M(IConfiguration c) { return Key(c); static string Key(IConfiguration configuration) => @; } }", Root);

    [Fact]
    public Task A_field() => Becomes("class A(IConfiguration c) { readonly IConfiguration configuration = c; string M() => @; }", Root);

    [Fact]
    public Task A_field_that_may_be_null() => Becomes("class A { IConfiguration? configuration = null; string M() => @; }", Env);

    [Fact]
    public Task An_inherited_property() => Becomes("class B { protected IConfiguration configuration { get; } = null!; } class A : B { string M() => @; }", Root);

    [Fact]
    public Task A_private_field_of_the_base() => Becomes("class B { private IConfiguration configuration = null!; } class A : B { string M() => @; }", Env);

    [Fact]
    public Task A_static_method_sees_no_instance_field() => Becomes("class A { IConfiguration configuration = null!; static string M() => @; }", Env);

    [Fact]
    public Task A_static_field() => Becomes("class A { static IConfiguration configuration = null!; static string M() => @; }", Root);

    [Fact]
    public Task The_outer_types_instance_field() => Becomes("class O { IConfiguration configuration = null!; class A { string M() => @; } }", Env);

    [Fact]
    public Task A_field_initialiser_sees_no_instance_field() => Becomes("class A { IConfiguration configuration = null!; string key = @; }", Env);

    [Fact]
    public Task A_static_initialiser_before_the_static_field() => Becomes("class A { static string key = @; static IConfiguration configuration = null!; }", Env);

    [Fact]
    public Task A_static_initialiser_behind_the_static_field() => Becomes("class A { static IConfiguration configuration = null!; static string key = @; }", Root);

    [Fact]
    public Task A_primary_constructors_parameter_in_a_method() => Becomes("class A(IConfiguration configuration) { string M() => @; }", Root);

    [Fact]
    public Task A_primary_constructors_parameter_in_a_field() => Becomes("class A(IConfiguration configuration) { string key = @; }", Root);

    [Fact]
    public Task A_primary_constructors_parameter_in_a_property() => Becomes("class A(IConfiguration configuration) { public string Key { get; } = @; }", Root);

    [Fact]
    public Task A_primary_constructors_parameter_in_a_static_member() => Becomes("class A(IConfiguration configuration) { static string M() => @; object O() => configuration; }", Env);

    [Fact]
    public Task A_primary_constructors_parameter_in_a_base_argument() => Becomes("class B(string key) { public string K = key; } class A(IConfiguration configuration) : B(@);", Root);

    [Fact]
    public Task A_primary_constructors_parameter_that_a_field_was_set_from()
        => Becomes("class A(IConfiguration c) { private readonly IConfiguration configuration = c; string M() => @; }", Root);

    [Fact]
    public Task A_constructors_parameter_rather_than_the_field()
        => Becomes("class A { IConfiguration _field; string key; A(IConfiguration configuration) { key = @; _field = configuration; } }", Root);

    [Fact]
    public Task A_constructor_before_it_sets_the_field()
        => Becomes("class A { IConfiguration configuration; string key; A(Func<IConfiguration> make) { key = @; configuration = make(); } }", Env);

    [Fact]
    public Task A_constructor_after_it_set_the_field()
        => Becomes("class A { IConfiguration configuration; string key; A(Func<IConfiguration> make) { configuration = make(); key = @; } }", Root);

    [Fact]
    public Task A_constructor_initialiser_sees_parameters() => Becomes("class A { A(string s) { } A(IConfiguration configuration) : this(@) { } }", Root);

    [Fact]
    public Task A_constructor_initialiser_sees_no_field() => Becomes("class A { IConfiguration configuration = null!; A(string s) { } A() : this(@) { } }", Env);

    [Fact]
    public Task Top_level_statements()
        => Becomes("IConfiguration configuration = args.Length == 0 ? null! : null!;\nConsole.WriteLine(@);\n", Root, script: true);

    [Fact]
    public Task A_class_does_not_see_top_level_locals()
        => Becomes("IConfiguration configuration = null!;\nConsole.WriteLine(configuration);\nclass A { string M() => @; }\n", Env, script: true);

    [Fact]
    public Task A_top_level_local_function() => Becomes("IConfiguration configuration = null!;\nConsole.WriteLine(Key());\nstring Key() => @;\n", Root, script: true);

    [Fact]
    public Task A_top_level_local_of_later()
        => Becomes("Console.WriteLine(@);\nIConfiguration configuration = null!;\nConsole.WriteLine(configuration);\n", Env, script: true);

    [Fact]
    public Task An_application_builder()
        => Becomes(
            "class Builder { public IConfigurationRoot Configuration { get; } = null!; } class A { string M(Builder builder) => @; }",
            """builder.Configuration["Brevo:SmtpKey"] ?? throw new InvalidOperationException("Brevo:SmtpKey is not set")""");

}
