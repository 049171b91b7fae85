using System;
using System.Collections.Immutable;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BrevoAnalyzers.Tests.Docs;

/// <summary>How much of a C# file a code block is.</summary>
internal enum CodeShape
{
    /// <summary>A whole file; nothing is added.</summary>
    File,

    /// <summary>Members of a class, after any using directives.</summary>
    Members,

    /// <summary>Statements of an async method with <c>configuration</c> and <c>cancellationToken</c>, after any using directives.</summary>
    Statements,

    /// <summary>The Program.cs of a web application: a whole file with the implicit usings of the web SDK.</summary>
    AspNet,
}

/// <summary>What a page says of a code block.</summary>
internal enum CodeRole
{
    Example,
    Wrong,
    Right,
}

/// <summary>A C# block of a page.</summary>
/// <param name="File">The page, relative to the repository.</param>
/// <param name="Line">The line of the page that holds the first line of the code, from 1.</param>
/// <param name="Also">Further rule ids that wrong code rightly gets, such as the one for the key literal another rule is about.</param>
/// <param name="Options">Analyzer options (<c>brevo_…</c>) that the page assumes for this block.</param>
internal sealed record DocumentedCode(
    string File,
    int Line,
    CodeShape Shape,
    CodeRole Role,
    ImmutableArray<string> Also,
    ImmutableDictionary<string, string> Options,
    string Code)
{
    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using Microsoft.Extensions.Configuration;

        """;

    private const string WebImplicitUsings = ImplicitUsings + """
        global using System.Net.Http.Json;
        global using Microsoft.AspNetCore.Builder;
        global using Microsoft.AspNetCore.Hosting;
        global using Microsoft.AspNetCore.Http;
        global using Microsoft.AspNetCore.Routing;
        global using Microsoft.Extensions.DependencyInjection;
        global using Microsoft.Extensions.Hosting;
        global using Microsoft.Extensions.Logging;

        """;

    // Compilations that grow from one share the bound references.
    private static readonly Lazy<CSharpCompilation> s_library = new(static () => Empty(OutputKind.DynamicallyLinkedLibrary));
    private static readonly Lazy<CSharpCompilation> s_program = new(static () => Empty(OutputKind.ConsoleApplication));

    /// <summary>The code as a file that compiles by itself; <c>#line</c> leads every diagnostic back to the page.</summary>
    public string ToSource()
    {
        var code = KeyTokens.Expand(Code);
        if (Shape is CodeShape.File or CodeShape.AspNet)
        {
            return LineDirective(Line) + code;
        }

        var lines = code.Split('\n');
        var head = lines.TakeWhile(IsUsingDirectiveOrBlank).Count();
        var (open, close) = Shape == CodeShape.Members
            ? ("internal sealed class Documented\n{\n", "\n}\n")
            : ("internal static class Documented\n{\nprivate static async Task Run(IConfiguration configuration, CancellationToken cancellationToken)\n{\n", "\n}\n}\n");
        return new StringBuilder()
            .Append(LineDirective(Line)).AppendJoin('\n', lines.Take(head)).Append('\n')
            .Append(open)
            .Append(LineDirective(Line + head)).AppendJoin('\n', lines.Skip(head))
            .Append(close)
            .ToString();
    }

    /// <summary>A compilation of this block alone, referencing what an application would.</summary>
    public CSharpCompilation ToCompilation()
    {
        var parseOptions = new CSharpParseOptions(LanguageVersion.CSharp12);
        var tree = CSharpSyntaxTree.ParseText(ToSource(), parseOptions, path: "Documented.cs", encoding: Encoding.UTF8);
        var trees = Shape switch
        {
            CodeShape.File => new[] { tree },
            CodeShape.AspNet => new[] { tree, CSharpSyntaxTree.ParseText(WebImplicitUsings, parseOptions, path: "Usings.cs", encoding: Encoding.UTF8) },
            _ => new[] { tree, CSharpSyntaxTree.ParseText(ImplicitUsings, parseOptions, path: "Usings.cs", encoding: Encoding.UTF8) },
        };
        var isProgram = tree.GetCompilationUnitRoot().Members.Any(static member => member is GlobalStatementSyntax);
        return (isProgram ? s_program : s_library).Value.AddSyntaxTrees(trees);
    }

    public override string ToString() => $"{File}({Line})";

    private static CSharpCompilation Empty(OutputKind kind) => CSharpCompilation.Create(
        "Documented",
        references: LibraryReferences.All,
        options: new CSharpCompilationOptions(kind, nullableContextOptions: NullableContextOptions.Enable));

    private static bool IsUsingDirectiveOrBlank(string line) =>
        line.Trim().Length == 0
        || (line.StartsWith("using ", StringComparison.Ordinal) && !line.StartsWith("using var ", StringComparison.Ordinal) && !line.Contains('('));

    private string LineDirective(int line) => $"#line {line} \"{File}\"\n";
}
