using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Editing;

namespace BrevoAnalyzers.CodeFixes.Infrastructure;

/// <summary>
/// The edits of one document, recorded against its original nodes and carried out in one pass. The edits of one choice
/// are taken together or not at all; a choice that collides with an earlier one is left out.
/// </summary>
public sealed class DocumentEdits
{
    private readonly List<Edit> _edits = new();
    private readonly Action<Exception>? _failed;

    /// <param name="failed">Hears of exceptions, which never reach the host.</param>
    internal DocumentEdits(Action<Exception>? failed = null) => _failed = failed;

    public bool IsEmpty => _edits.Count == 0;

    /// <summary>Puts another node into the place of this one, with this one's surrounding comments and blanks.</summary>
    public void Replace(SyntaxNode node, SyntaxNode replacement)
        => _edits.Add(new Edit(node, Exclusive: true, editor => editor.ReplaceNode(node, (current, _) => replacement.WithTriviaFrom(current))));

    /// <summary>
    /// Changes a node but keeps its children, so that several edits of one node, and edits inside it, add up. The
    /// function gets the node as the edits before left it and must derive its result from that.
    /// </summary>
    public void Update<T>(T node, Func<T, SyntaxNode> change)
        where T : SyntaxNode
        => _edits.Add(new Edit(node, Exclusive: false, editor => editor.ReplaceNode(node, (current, _) => current is T same ? change(same) : current)));

    /// <summary>Takes a node away; the comments before and behind it stay.</summary>
    public void Remove(SyntaxNode node)
        => _edits.Add(new Edit(node, Exclusive: true, editor =>
        {
            var behind = Layout.Behind(node);
            var keeps = Layout.HasComment(node.GetLeadingTrivia()) || Layout.HasComment(behind);
            if (keeps)
                editor.ReplaceNode(node, (current, _) => current.WithLeadingTrivia(Layout.CommentLines(current, behind)).WithTrailingTrivia());
            editor.RemoveNode(node, SyntaxRemoveOptions.KeepUnbalancedDirectives | (keeps ? SyntaxRemoveOptions.KeepLeadingTrivia : SyntaxRemoveOptions.KeepNoTrivia));
        }));

    /// <summary>Adds a node in front of one that stands in a list.</summary>
    public void InsertBefore(SyntaxNode node, SyntaxNode added)
        => _edits.Add(new Edit(node, Exclusive: false, editor => editor.InsertBefore(node, added)));

    /// <summary>Adds a node behind one that stands in a list: a statement, a member, an argument.</summary>
    public void InsertAfter(SyntaxNode node, SyntaxNode added)
        => _edits.Add(new Edit(node, Exclusive: false, editor => editor.InsertAfter(node, added)));

    /// <summary>Records what one choice does. False, and nothing recorded, when it collides with what is there or fails.</summary>
    internal bool TryRecord(Action<DocumentEdits> choice)
    {
        var addition = new DocumentEdits();
        try
        {
            choice(addition);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            _failed?.Invoke(exception);
            return false;
        }

        foreach (var edit in addition._edits)
        {
            foreach (var earlier in _edits)
            {
                if (edit.CollidesWith(earlier))
                    return false;
            }
        }

        _edits.AddRange(addition._edits);
        return true;
    }

    /// <summary>The tree after the edits, before any clean-up: names in it are still fully qualified.</summary>
    internal SyntaxNode ApplyTo(SyntaxNode root, Solution solution)
    {
        if (IsEmpty)
            return root;

        var editor = new SyntaxEditor(root, solution.Services);
        foreach (var edit in _edits)
            edit.Perform(editor);
        return editor.GetChangedRoot();
    }

    /// <summary>The document after the edits, usings added and names shortened; the same document when they fail.</summary>
    internal async Task<Document> ApplyAsync(Document document, CancellationToken cancellationToken)
    {
        try
        {
            var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
            return root is null || IsEmpty
                ? document
                : await CleanUp.RunAsync(document, ApplyTo(root, document.Project.Solution), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            _failed?.Invoke(exception);
            return document;
        }
    }

    /// <param name="Exclusive">The node does not survive: nothing else may be done to it or inside it.</param>
    private sealed record Edit(SyntaxNode Node, bool Exclusive, Action<SyntaxEditor> Perform)
    {
        public bool CollidesWith(Edit other)
            => (Exclusive && Node.Span.Contains(other.Node.Span) && !IsAround(other.Node, Node))
            || (other.Exclusive && other.Node.Span.Contains(Node.Span) && !IsAround(Node, other.Node));

        // Nodes of one span (an argument and its only expression) lie in each other all the same.
        private static bool IsAround(SyntaxNode outer, SyntaxNode inner)
            => outer != inner && outer.Contains(inner);
    }
}
