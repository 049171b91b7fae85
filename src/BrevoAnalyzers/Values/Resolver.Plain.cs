using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BrevoAnalyzers.Values;

/// <content>
/// The initialisers that most members have, read as they are written. Binding one costs as much as all else that is asked of it, and the
/// compiler binds initialisers for its own purposes once more.
/// </content>
internal sealed partial class Resolver
{
    /// <summary>What an initialiser gives that is a literal, the empty text or an environment variable with or without a default; null where it is anything else.</summary>
    private List<Possibility>? Plain(ISymbol member)
    {
        if (TypeOf(member)?.SpecialType is not { } type || _bodies.InitializerSyntax(member) is not { } initializer)
            return null;
        if (PlainConstant(initializer, type) is { } constant)
            return Single(constant);
        if (type != SpecialType.System_String)
            return null;
        if (initializer is not BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } coalesce)
            return PlainVariable(initializer) is { } alone ? Single(alone) : null;
        if (PlainVariable(coalesce.Left) is not { } variable)
            return null;

        var isNull = Conditions.OfEnvironmentVariable(variable.Name);
        var result = new List<Possibility>(2) { variable.When(Guards.Of(Guard.IsNot(isNull, Conditions.Text(null))))! };
        if (coalesce.Right is ThrowExpressionSyntax)
            return result;
        if (PlainConstant(coalesce.Right, type) is not { } fallback)
            return null;

        result.Add(fallback.When(Guards.Of(Guard.Is(isNull, Conditions.Text(null))))!);
        return result;
    }

    private static Possibility? PlainConstant(ExpressionSyntax expression, SpecialType type) => expression switch
    {
        LiteralExpressionSyntax literal when IsOfType(literal.Token.Value, type) => Possibility.Constant(literal.Token.Value, literal),
        MemberAccessExpressionSyntax { Expression: PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.StringKeyword }, Name.Identifier.ValueText: "Empty" } when type == SpecialType.System_String =>
            Possibility.Constant("", expression),
        _ => null,
    };

    private static bool IsOfType(object? value, SpecialType type) => value switch
    {
        string => type == SpecialType.System_String,
        int => type == SpecialType.System_Int32,
        bool => type == SpecialType.System_Boolean,
        _ => false,
    };

    /// <summary>By its name: an initialiser has no object at hand that could have a member of this name.</summary>
    private static Possibility? PlainVariable(ExpressionSyntax expression) =>
        expression is InvocationExpressionSyntax
        {
            Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "Environment" }, Name: IdentifierNameSyntax { Identifier.ValueText: "GetEnvironmentVariable" } },
            ArgumentList.Arguments: { Count: 1 } arguments,
        }
        && arguments[0] is { NameColon: null, Expression: LiteralExpressionSyntax { Token.Value: string name } }
            ? EnvironmentVariable(name, expression)
            : null;
}
