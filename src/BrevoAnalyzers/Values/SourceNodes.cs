using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BrevoAnalyzers.Values;

/// <summary>What is worth reading in a file, by the type whose own code it is: found in one walk, however many types and readers ask.</summary>
internal sealed class SourceNodes
{
    private static readonly OfType s_nothing = new();

    private readonly Dictionary<SyntaxNode, OfType> _types = new();

    public SourceNodes(SyntaxNode root)
    {
        var around = new Stack<(OfType Type, int End)>();
        var own = new OfType();
        var end = root.FullSpan.End;
        _types.Add(root, own);
        foreach (var node in root.DescendantNodes(MayHoldStatements))
        {
            while (around.Count > 0 && node.FullSpan.Start >= end)
                (own, end) = around.Pop();

            switch (node)
            {
                case InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax or AssignmentExpressionSyntax:
                    if (!IsHalfTyped(node))
                        own.Expressions.Add(node);
                    break;
                case TupleExpressionSyntax or AnonymousObjectCreationExpressionSyntax or WithExpressionSyntax or AnonymousFunctionExpressionSyntax:
                    if (!IsHalfTyped(node))
                        own.Composites.Add(node);
                    break;
                case LocalFunctionStatementSyntax function:
                    own.Frames.Add(node);
                    LocalFunctions.Add(function);
                    break;
                case MethodDeclarationSyntax or CatchClauseSyntax:
                    own.Frames.Add(node);
                    break;
                case BaseTypeDeclarationSyntax:
                    around.Push((own, end));
                    _types.Add(node, own = new OfType());
                    end = node.FullSpan.End;
                    break;
            }
        }
    }

    /// <summary>The local functions of all types, in the order of the text.</summary>
    public List<LocalFunctionStatementSyntax> LocalFunctions { get; } = new();

    /// <summary>What stands in a type's declaration itself, not in the types that it holds; of the root, in top-level statements.</summary>
    public OfType Of(SyntaxNode declaration) => _types.TryGetValue(declaration, out var type) ? type : s_nothing;

    /// <summary>Names, parameters, attributes and literals are most of a file's nodes, and hold no statements.</summary>
    private static bool MayHoldStatements(SyntaxNode node) => (SyntaxKind)node.RawKind switch
    {
        SyntaxKind.IdentifierName or SyntaxKind.GenericName or SyntaxKind.QualifiedName or SyntaxKind.AliasQualifiedName or SyntaxKind.PredefinedType or SyntaxKind.NullableType => false,
        SyntaxKind.ParameterList or SyntaxKind.AttributeList or SyntaxKind.UsingDirective or SyntaxKind.TypeParameterList or SyntaxKind.TypeParameterConstraintClause => false,
        SyntaxKind.StringLiteralExpression or SyntaxKind.NumericLiteralExpression or SyntaxKind.NullLiteralExpression or SyntaxKind.ThisExpression or SyntaxKind.EnumMemberDeclaration => false,
        _ => true,
    };

    /// <summary>Whether the expression is still being typed: what it lacks may come with the next key.</summary>
    private static bool IsHalfTyped(SyntaxNode node)
    {
        if (!node.ContainsDiagnostics)
            return false;

        foreach (var diagnostic in node.GetDiagnostics())
        {
            if (diagnostic.Severity == DiagnosticSeverity.Error)
                return true;
        }

        return false;
    }

    /// <summary>What is worth reading in one declaration of a type.</summary>
    internal sealed class OfType
    {
        /// <summary>Calls, creations and assignments.</summary>
        public List<SyntaxNode> Expressions { get; } = new();

        /// <summary>Tuples, anonymous objects, copies by <c>with</c> and lambdas.</summary>
        public List<SyntaxNode> Composites { get; } = new();

        /// <summary>Methods, local functions and catch clauses.</summary>
        public List<SyntaxNode> Frames { get; } = new();

        public void Add(OfType part)
        {
            Expressions.AddRange(part.Expressions);
            Composites.AddRange(part.Composites);
            Frames.AddRange(part.Frames);
        }
    }
}
