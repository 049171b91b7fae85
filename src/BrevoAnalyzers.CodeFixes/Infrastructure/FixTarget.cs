using System;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;

namespace BrevoAnalyzers.CodeFixes.Infrastructure;

/// <summary>A finding with all that a fix looks at: its document, bound, and the node it stands on.</summary>
public sealed class FixTarget
{
    private FixTarget(Document document, Diagnostic diagnostic, SyntaxNode root, SemanticModel model, CancellationToken cancellationToken)
    {
        Document = document;
        Diagnostic = diagnostic;
        Root = root;
        Model = model;
        CancellationToken = cancellationToken;
        Node = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
    }

    public Document Document { get; }

    public Diagnostic Diagnostic { get; }

    public SyntaxNode Root { get; }

    public SemanticModel Model { get; }

    public CancellationToken CancellationToken { get; }

    /// <summary>The innermost node of the finding's location: of <c>f("x")</c> reported on the text, the literal, not the argument.</summary>
    public SyntaxNode Node { get; }

    /// <summary><see cref="Node"/> or the nearest node around it of the kind asked for.</summary>
    public T? Find<T>()
        where T : SyntaxNode
        => Node.FirstAncestorOrSelf<T>();

    /// <summary>The node at the finding's first further location; null when it has none, or that stands in another file.</summary>
    public SyntaxNode? Further
        => Diagnostic.AdditionalLocations is { Count: > 0 } further
            && further[0].SourceTree is { } tree
            && (tree == Root.SyntaxTree || (tree.FilePath.Length > 0 && tree.FilePath == Root.SyntaxTree.FilePath))
                ? Root.FindNode(further[0].SourceSpan, getInnermostNodeForTie: true)
                : null;

    /// <summary>A property that the analyzer put into the finding, null when it did not.</summary>
    public string? Property(string name)
        => Diagnostic.Properties.TryGetValue(name, out var value) ? value : null;

    /// <summary>Whether the file has no compiler error or warning after an edit that it had not before.</summary>
    internal bool Compiles(Action<DocumentEdits> edit)
    {
        var edits = new DocumentEdits();
        edit(edits);
        return TrialBind.Run(Model, edits.ApplyTo(Root, Document.Project.Solution), Root.FullSpan, CancellationToken) is not null;
    }

    /// <summary>Null when the finding does not stand in this document, or the document cannot be bound.</summary>
    internal static async Task<FixTarget?> CreateAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (!diagnostic.Location.IsInSource)
            return null;

        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        return root is not null && model is not null && root.FullSpan.Contains(diagnostic.Location.SourceSpan)
            ? new FixTarget(document, diagnostic, root, model, cancellationToken)
            : null;
    }
}
