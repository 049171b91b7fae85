using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;
using Microsoft.CodeAnalysis.Text;

namespace BrevoAnalyzers.CodeFixes.Infrastructure;

/// <summary>Turns an edited tree into the text a user wants to see: usings added, names short, line ends as they were.</summary>
internal static class CleanUp
{
    public static async Task<Document> RunAsync(Document document, SyntaxNode editedRoot, CancellationToken cancellationToken)
    {
        var originalText = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        var edited = document.WithSyntaxRoot(editedRoot);

        var imported = await ImportAdder.AddImportsAsync(edited, Simplifier.AddImportsAnnotation, cancellationToken: cancellationToken).ConfigureAwait(false);
        imported = await ShortenAsync(imported, cancellationToken).ConfigureAwait(false);
        var text = await imported.GetTextAsync(cancellationToken).ConfigureAwait(false);

        // As plain text: a host runs a clean-up of its own over annotated nodes, and that one writes the machine's line ends.
        return document.WithText(SourceText.From(LineEnds.Restore(text.ToString(), originalText.ToString()), originalText.Encoding, originalText.ChecksumAlgorithm));
    }

    private static async Task<Document> ShortenAsync(Document document, CancellationToken cancellationToken)
    {
        document = await Simplifier.ReduceAsync(document, Simplifier.Annotation, cancellationToken: cancellationToken).ConfigureAwait(false);
        return await Formatter.FormatAsync(document, Formatter.Annotation, cancellationToken: cancellationToken).ConfigureAwait(false);
    }
}
