using System.Collections.Generic;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace BrevoAnalyzers.CodeFixes.Infrastructure;

/// <summary>
/// Compiles an edit before it is offered. Looking names up says yes to top-level locals in classes, instance members in
/// initialisers and captures by static lambdas; only the compiler's own diagnostics say no.
/// </summary>
internal static class TrialBind
{
    /// <summary>
    /// The edited file, bound; null when the region has a compiler error or warning that it had not before. Findings that
    /// were there already do not matter.
    /// </summary>
    /// <param name="region">Of the original tree. All edits lie inside it.</param>
    public static SemanticModel? Run(SemanticModel before, SyntaxNode editedRoot, TextSpan region, CancellationToken cancellationToken)
    {
        // From text: the editor builds trees that the parser would not make, such as quotes in a verbatim interpolation.
        var tree = before.SyntaxTree;
        var text = SourceText.From(editedRoot.ToFullString(), tree.Encoding);
        var edited = CSharpSyntaxTree.ParseText(text, (CSharpParseOptions)tree.Options, tree.FilePath, cancellationToken);
        var after = before.Compilation.ReplaceSyntaxTree(tree, edited).GetSemanticModel(edited);

        var growth = text.Length - tree.Length;
        var regionAfter = new TextSpan(region.Start, region.Length + growth);

        var known = Count(before.GetDiagnostics(region, cancellationToken));
        foreach (var entry in Count(after.GetDiagnostics(regionAfter, cancellationToken)))
        {
            known.TryGetValue(entry.Key, out var earlier);
            if (entry.Value > earlier)
                return null;
        }

        return after;
    }

    private static Dictionary<string, int> Count(IEnumerable<Diagnostic> diagnostics)
    {
        var counts = new Dictionary<string, int>();
        foreach (var diagnostic in diagnostics)
        {
            if (diagnostic.Severity < DiagnosticSeverity.Warning || diagnostic.IsSuppressed)
                continue;
            counts.TryGetValue(diagnostic.Id, out var count);
            counts[diagnostic.Id] = count + 1;
        }

        return counts;
    }
}
