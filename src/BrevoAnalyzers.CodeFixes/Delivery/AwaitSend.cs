using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading.Tasks;
using BrevoAnalyzers.CodeFixes.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FindSymbols;

namespace BrevoAnalyzers.CodeFixes;

/// <summary>BREVO5003: the send is awaited, and a method that sends returns its task.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AwaitSend))]
public sealed class AwaitSend : BrevoCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("BREVO5003");

    protected override async Task<IEnumerable<FixChoice>> ChoicesAsync(FixTarget target)
    {
        var (title, edit) = target.Node is PredefinedTypeSyntax type
            ? ("Return a Task", await ReturnTaskAsync(target, type).ConfigureAwait(false))
            : ("Await the send", Await(target));
        return edit is not null && target.Compiles(edit) ? new[] { new FixChoice(title, nameof(AwaitSend), edit) } : Array.Empty<FixChoice>();
    }

    /// <summary>In an async body only: others would return another type, and their callers drop that.</summary>
    private static Action<DocumentEdits>? Await(FixTarget target)
    {
        if (target.Find<InvocationExpressionSyntax>() is not { } call)
            return null;

        ExpressionSyntax whole = call;
        while (whole.Parent is MemberAccessExpressionSyntax or InvocationExpressionSyntax)
            whole = (ExpressionSyntax)whole.Parent;

        return whole.Parent is ExpressionStatementSyntax && IsInAsyncBody(whole)
            ? edits => edits.Replace(whole, SyntaxFactory.AwaitExpression(SyntaxFactory.Token(SyntaxKind.AwaitKeyword).WithTrailingTrivia(SyntaxFactory.Space), whole.WithoutTrivia()))
            : null;
    }

    private static bool IsInAsyncBody(SyntaxNode node)
    {
        for (var current = node; current is not null; current = current.Parent)
        {
            switch (current)
            {
                case AnonymousFunctionExpressionSyntax function:
                    return function.AsyncKeyword.IsKind(SyntaxKind.AsyncKeyword);
                case LocalFunctionStatementSyntax local:
                    return local.Modifiers.Any(SyntaxKind.AsyncKeyword);
                case MethodDeclarationSyntax method:
                    return method.Modifiers.Any(SyntaxKind.AsyncKeyword);
                case GlobalStatementSyntax:
                    return true;
            }
        }

        return false;
    }

    /// <summary>Whoever calls the method in another file would not wait for what it now returns.</summary>
    private static async Task<Action<DocumentEdits>?> ReturnTaskAsync(FixTarget target, PredefinedTypeSyntax type)
    {
        if (type.Parent is null || target.Model.GetDeclaredSymbol(type.Parent, target.CancellationToken) is not IMethodSymbol method)
            return null;

        foreach (var reference in await SymbolFinder.FindReferencesAsync(method, target.Document.Project.Solution, target.CancellationToken).ConfigureAwait(false))
        {
            foreach (var location in reference.Locations)
            {
                if (location.Document.Id != target.Document.Id || IsDropped(target.Root.FindNode(location.Location.SourceSpan, getInnermostNodeForTie: true)))
                    return null;
            }
        }

        return edits => edits.Replace(type, Imports.AddType("System.Threading.Tasks.Task"));
    }

    private static bool IsDropped(SyntaxNode use)
    {
        var whole = use.Parent is MemberAccessExpressionSyntax access && access.Name == use ? access : use;
        return whole.Parent is InvocationExpressionSyntax { Parent: ExpressionStatementSyntax };
    }
}
