using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace BrevoAnalyzers.CodeFixes.Infrastructure;

/// <summary>
/// Base of all fixes in C# code. A fix says which choices a finding has, best first (<c>dotnet format</c> takes the
/// first), and this class offers them one by one and for a whole document, project or solution.
/// </summary>
/// <remarks>
/// Nothing is thrown at the host: an exception while fixes are registered silently takes away every fix of the rule.
/// </remarks>
public abstract class BrevoCodeFix : CodeFixProvider
{
    // Roslyn's BatchFixer merges finished documents and loses edits as soon as two of them add a using. Here one pass
    // over the original document records the edits of all findings.
    private readonly FixAllProvider _fixAll;

    protected BrevoCodeFix()
        => _fixAll = FixAllProvider.Create((context, document, diagnostics) => FixAllAsync(document, diagnostics, context.CodeActionEquivalenceKey, context.CancellationToken));

    /// <summary>Hears of the exceptions that the host does not: tests fail on them.</summary>
    internal Action<Exception>? Failed { get; set; }

    public sealed override FixAllProvider GetFixAllProvider() => _fixAll;

    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            foreach (var choice in await SafeChoicesAsync(context.Document, diagnostic, context.CancellationToken).ConfigureAwait(false))
            {
                var document = context.Document;
                context.RegisterCodeFix(
                    CodeAction.Create(choice.Title, cancellationToken => ApplyAsync(document, choice, cancellationToken), choice.EquivalenceKey),
                    diagnostic);
            }
        }
    }

    /// <summary>
    /// The choices for one finding, best first; none when it cannot be repaired. Everything a choice needs is checked
    /// here, so that what is offered can be carried out. Override this one or <see cref="ChoicesAsync"/>.
    /// </summary>
    protected virtual IEnumerable<FixChoice> Choices(FixTarget target) => Array.Empty<FixChoice>();

    /// <inheritdoc cref="Choices"/>
    protected virtual Task<IEnumerable<FixChoice>> ChoicesAsync(FixTarget target) => Task.FromResult(Choices(target));

    private Task<Document> ApplyAsync(Document document, FixChoice choice, CancellationToken cancellationToken)
    {
        var edits = new DocumentEdits(Failed);
        edits.TryRecord(choice.Edit);
        return edits.ApplyAsync(document, cancellationToken);
    }

    /// <param name="equivalenceKey">
    /// The kind of choice to carry out; null for the best choice of each finding. <c>dotnet format</c> asks for the key with the first
    /// finding of the analyzer, of whatever rule, and so has none where this fix does not cure that one.
    /// </param>
    private async Task<Document?> FixAllAsync(Document document, ImmutableArray<Diagnostic> diagnostics, string? equivalenceKey, CancellationToken cancellationToken)
    {
        var edits = new DocumentEdits(Failed);
        foreach (var diagnostic in diagnostics)
        {
            foreach (var choice in await SafeChoicesAsync(document, diagnostic, cancellationToken).ConfigureAwait(false))
            {
                if (equivalenceKey is not null && choice.EquivalenceKey != equivalenceKey)
                    continue;

                edits.TryRecord(choice.Edit);
                break;
            }
        }

        return await edits.ApplyAsync(document, cancellationToken).ConfigureAwait(false);
    }

    private async Task<ImmutableArray<FixChoice>> SafeChoicesAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (!FixableDiagnosticIds.Contains(diagnostic.Id))
            return ImmutableArray<FixChoice>.Empty;

        try
        {
            var target = await FixTarget.CreateAsync(document, diagnostic, cancellationToken).ConfigureAwait(false);
            return target is null
                ? ImmutableArray<FixChoice>.Empty
                : (await ChoicesAsync(target).ConfigureAwait(false)).ToImmutableArray();
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Failed?.Invoke(exception);
            return ImmutableArray<FixChoice>.Empty;
        }
    }
}
