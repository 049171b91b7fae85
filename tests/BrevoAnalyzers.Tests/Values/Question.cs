using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using BrevoAnalyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Xunit;

namespace BrevoAnalyzers.Tests.Values;

/// <summary>
/// Asks the resolver what the arguments of marker calls can hold. <c>Ask(host, port)</c> asks for the combinations that can meet where
/// the call stands; <c>AskOf(client, "Host", "Port")</c> asks for members of an object. A combination is written <c>localhost 1025</c>.
/// </summary>
internal static class Question
{
    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        global using System.Net;
        global using System.Threading.Tasks;
        global using Microsoft.Extensions.Configuration;
        global using Microsoft.Extensions.Hosting;
        global using Microsoft.Extensions.Options;
        global using static Marker;

        internal static class Marker
        {
            public static void Ask<T1>(T1 a) { }
            public static void Ask<T1, T2>(T1 a, T2 b) { }
            public static void Ask<T1, T2, T3>(T1 a, T2 b, T3 c) { }
            public static void AskOf(object? o, params string[] members) { }
        }

        """;

    /// <summary>The combinations at the only question in the statements of a method.</summary>
    public static void In(string statements, params string[] expected) =>
        InMembers("void Method(IConfiguration config, IHostEnvironment env, bool flag, string? text, int number)\n{\n" + statements + "\n}\n", expected);

    /// <summary>The combinations at the only question in the members of a class.</summary>
    public static void InMembers(string members, params string[] expected) => InFiles(["class Tested\n{\n" + members + "\n}\n"], expected);

    public static void InFile(string file, params string[] expected) => InFiles([file], expected);

    public static void InFiles(string[] files, params string[] expected)
    {
        var compilation = Compile(files);
        Assert.Empty(compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error));
        var answers = Answers(compilation);
        Assert.Single(answers);
        Assert.Equal(expected.Order(StringComparer.Ordinal), answers[0]);
    }

    public static CSharpCompilation Compile(params string[] files) => AnalyzerRun.Compile(
        files.Any(file => file.Contains("// top-level", StringComparison.Ordinal)) ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
        files.Select((file, i) => ($"File{i}.cs", file)).Append(("Marker.cs", Usings)).ToArray());

    /// <summary>The combinations at each question, sorted, each once.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Answers(Compilation compilation)
    {
        var resolver = new Resolver(new SourceBodies(compilation, CancellationToken.None), CancellationToken.None);
        return Questions(compilation).Select(question => Answer(resolver, question)).ToList();
    }

    private static IEnumerable<InvocationExpressionSyntax> Questions(Compilation compilation) =>
        from tree in compilation.SyntaxTrees
        where tree.FilePath != "Marker.cs"
        from node in tree.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>()
        where node.Expression is IdentifierNameSyntax { Identifier.ValueText: "Ask" or "AskOf" }
        select node;

    private static IReadOnlyList<string> Answer(Resolver resolver, InvocationExpressionSyntax question)
    {
        if (resolver.Bodies.Operation(question) is not IInvocationOperation call)
            return [];

        var combinations = new List<(string Text, Guards Guards)> { ("", resolver.GuardsAt(call)) };
        foreach (var values in Asked(resolver, question, call))
        {
            combinations = combinations.SelectMany(_ => values, (before, value) => (before, value, Both: before.Guards.And(value.Guards)))
                .Where(pair => pair.Both is not null)
                .Select(pair => ((pair.before.Text + " " + Write(pair.value)).Trim(), pair.Both!))
                .ToList();
        }

        return combinations.Select(combination => combination.Text).Distinct().Order(StringComparer.Ordinal).ToList();
    }

    private static IEnumerable<ValueSet> Asked(Resolver resolver, InvocationExpressionSyntax question, IInvocationOperation call)
    {
        if (call.TargetMethod.Name == "Ask")
            return call.Arguments.Select(argument => resolver.Resolve(argument.Value));

        return question.ArgumentList.Arguments.Skip(1)
            .Select(argument => resolver.Resolve(call.Arguments[0].Value, ((LiteralExpressionSyntax)argument.Expression).Token.ValueText.Split('.')));
    }

    private static string Write(Possibility possibility)
    {
        var text = possibility.Kind switch
        {
            PossibilityKind.Constant => possibility.Value is null ? "null" : Convert.ToString(possibility.Value, CultureInfo.InvariantCulture)!,
            PossibilityKind.Named when possibility.Source == SourceKind.ConfigurationKey => "config:" + possibility.Name,
            PossibilityKind.Named => possibility.Source.ToString().ToLowerInvariant() + ":" + possibility.Name,
            PossibilityKind.Object => "new",
            _ => possibility.Kind.ToString().ToLowerInvariant(),
        };
        return possibility.IsAssumed ? text + "?" : text;
    }
}
