using System;
using System.Threading;
using BrevoAnalyzers.Model;
using BrevoAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BrevoAnalyzers.Doors;

/// <summary>
/// Reports the SDK of Sendinblue's time once a project: where the first of its files, in the order of the compilation, first names it. One
/// report says it all, a project changes its package as a whole.
/// </summary>
internal static class LegacySdk
{
    private const string Root = "sib_api_v3_sdk";

    public static void Register(CompilationStartAnalysisContext start, TextGate gate)
    {
        if (!IsReferenced(start.Compilation))
            return;

        foreach (var tree in start.Compilation.SyntaxTrees)
        {
            if (FirstName(tree, start.CancellationToken) is null)
                continue;

            start.RegisterSyntaxTreeAction(context =>
            {
                if (context.Tree != tree || context.IsGeneratedCode || FirstName(tree, context.CancellationToken) is not { } name)
                    return;

                var options = BrevoOptions.Read(context.Options.AnalyzerConfigOptionsProvider.GetOptions(tree), gate.IsTestProject);
                LegacySendinblueHost.CheckSdk(name, new Report(context.ReportDiagnostic, options, static _ => true));
            });
            return;
        }
    }

    private static bool IsReferenced(Compilation compilation)
    {
        foreach (var assembly in compilation.ReferencedAssemblyNames)
        {
            if (assembly.Name == Root)
                return true;
        }

        return false;
    }

    private static SyntaxNode? FirstName(SyntaxTree tree, CancellationToken cancellation)
    {
        if (tree.GetText(cancellation).ToString().IndexOf(Root, StringComparison.Ordinal) < 0)
            return null;

        foreach (var node in tree.GetRoot(cancellation).DescendantNodes())
        {
            if (node is IdentifierNameSyntax { Identifier.ValueText: Root })
                return node;
        }

        return null;
    }
}
