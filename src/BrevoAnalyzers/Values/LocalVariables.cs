using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BrevoAnalyzers.Values;

/// <summary>Tells by the text whether a name on a value's way is a local variable, where nothing is bound any more.</summary>
internal static class LocalVariables
{
    /// <summary>Whether one of the references that a value came through is a local of this name.</summary>
    public static bool HasPassed(Possibility value, string name)
    {
        foreach (var reference in value.Via)
        {
            if (reference is IdentifierNameSyntax { Identifier.ValueText: var used } && used == name && IsDeclaredAround(reference, name))
                return true;
        }

        return false;
    }

    private static bool IsDeclaredAround(SyntaxNode reference, string name)
    {
        for (var scope = reference.Parent; scope is not null and not BaseTypeDeclarationSyntax; scope = scope.Parent)
        {
            if (scope is BlockSyntax block && Declares(block, name))
                return true;
        }

        return false;
    }

    private static bool Declares(BlockSyntax block, string name)
    {
        foreach (var statement in block.Statements)
        {
            if (statement is not LocalDeclarationStatementSyntax { Declaration.Variables: var variables })
                continue;

            foreach (var variable in variables)
            {
                if (variable.Identifier.ValueText == name)
                    return true;
            }
        }

        return false;
    }
}
