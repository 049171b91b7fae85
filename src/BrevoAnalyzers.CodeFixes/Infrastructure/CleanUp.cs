using System;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;
using Microsoft.CodeAnalysis.Text;

namespace BrevoAnalyzers.CodeFixes.Infrastructure;

/// <summary>Turns an edited tree into the text a user wants to see: usings added, names short, line ends as they were.</summary>
internal static class CleanUp
{
    /// <summary>
    /// The cleaned document. A using can make other names of the file ambiguous, and Roslyn's simplifier throws on some
    /// nodes (arguments of a primary constructor's base type): so each step is compiled, and the plainer one is taken
    /// where it fails.
    /// </summary>
    public static async Task<Document> RunAsync(Document document, SyntaxNode editedRoot, CancellationToken cancellationToken)
    {
        var originalText = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        var edited = document.WithSyntaxRoot(editedRoot);

        var cleaned = await TryAsync(SimplifyAsync, edited, Imports.AreShort, cancellationToken).ConfigureAwait(false)
            ?? await TryAsync(ImportAndSimplifyAsync, edited, _ => true, cancellationToken).ConfigureAwait(false)
            ?? await TryAsync(ImportAndUseLastNamesAsync, edited, _ => true, cancellationToken).ConfigureAwait(false)
            ?? await TryAsync(SimplifyAsync, edited, _ => true, cancellationToken).ConfigureAwait(false)
            ?? await FormatAsync(edited, cancellationToken).ConfigureAwait(false);

        // As plain text: a host runs a clean-up of its own over annotated nodes, and that one writes the machine's line ends.
        var text = await cleaned.GetTextAsync(cancellationToken).ConfigureAwait(false);
        return document.WithText(SourceText.From(
            LineEnds.Restore(text.ToString(), originalText.ToString()), originalText.Encoding, originalText.ChecksumAlgorithm));
    }

    private static Task<Document> SimplifyAsync(Document edited, CancellationToken cancellationToken)
        => Simplifier.ReduceAsync(edited, Simplifier.Annotation, cancellationToken: cancellationToken);

    private static async Task<Document> ImportAndSimplifyAsync(Document edited, CancellationToken cancellationToken)
        => await SimplifyAsync(await ImportAsync(edited, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);

    private static async Task<Document> ImportAndUseLastNamesAsync(Document edited, CancellationToken cancellationToken)
    {
        var imported = await ImportAsync(edited, cancellationToken).ConfigureAwait(false);
        var root = await imported.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        return root is null ? imported : imported.WithSyntaxRoot(Imports.Shorten(root));
    }

    private static Task<Document> ImportAsync(Document edited, CancellationToken cancellationToken)
        => ImportAdder.AddImportsAsync(edited, Simplifier.AddImportsAnnotation, cancellationToken: cancellationToken);

    private static Task<Document> FormatAsync(Document edited, CancellationToken cancellationToken)
        => Formatter.FormatAsync(edited, Formatter.Annotation, cancellationToken: cancellationToken);

    /// <summary>The document after a step; null when the step throws, breaks something or makes a name mean another type.</summary>
    private static async Task<Document?> TryAsync(
        Func<Document, CancellationToken, Task<Document>> step, Document edited, Func<SyntaxNode, bool> isGoodEnough, CancellationToken cancellationToken)
    {
        try
        {
            var result = await FormatAsync(await step(edited, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
            var before = await edited.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
            var root = await result.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
            if (before is null || root is null || !isGoodEnough(root))
                return null;

            var after = TrialBind.Run(before, root, before.SyntaxTree.GetRoot(cancellationToken).FullSpan, cancellationToken);
            return after is not null && Imports.MeanTheirTypes(root, after, cancellationToken) ? result : null;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return null;
        }
    }
}
