using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BrevoAnalyzers.Values;

/// <content>Two names of one object: <c>var options = _options.Value; options.Port = 587;</c> writes a member of <c>_options.Value</c>.</content>
internal sealed partial class Resolver
{
    private const int MostAliases = 8;

    /// <summary>The path of a reference, told by the first name of its object where a local is only another one.</summary>
    private bool TryPath(IOperation? reference, out AccessPath path)
    {
        if (!AccessPath.TryGet(reference, out path))
            return false;

        for (var i = 0; i < MostAliases && AliasedBy(path.Root, reference!) is { } first; i++)
            path = first.Append(path.Members);
        return true;
    }

    private AccessPath? AliasedBy(ISymbol symbol, IOperation at)
    {
        if (symbol is not ILocalSymbol { Type: { IsReferenceType: true, SpecialType: not SpecialType.System_String } } local
            || !_revisions.IsNeverRewritten(new AccessPath(local, NoMembers), at)
            || _bodies.Initializer(local) is not { } initializer
            || !AccessPath.TryGet(initializer, out var first)
            || !_revisions.IsNeverRewritten(first, initializer))
        {
            return null;
        }

        return first;
    }

    /// <summary>The locals that are another name of the variable, or of a part of it.</summary>
    private void AddAliases(ISymbol variable, string known, List<string> names)
    {
        var scope = variable.Kind is SymbolKind.Field or SymbolKind.Property ? variable.ContainingType
            : variable.ContainingSymbol is IMethodSymbol method ? method
            : variable;
        foreach (var reference in scope.DeclaringSyntaxReferences)
        {
            foreach (var use in _bodies.Initializers(reference.GetSyntax(_cancellation), known))
            {
                SyntaxNode node = use;
                while (node.Parent is MemberAccessExpressionSyntax or PostfixUnaryExpressionSyntax or ParenthesizedExpressionSyntax)
                    node = node.Parent;
                if (node.Parent is EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax alias })
                    AddOnce(alias.Identifier.ValueText, names);
            }
        }
    }
}
