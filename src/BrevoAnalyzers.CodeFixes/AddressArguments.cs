using System;
using BrevoAnalyzers.CodeFixes.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BrevoAnalyzers.CodeFixes;

/// <summary>The arguments of <c>new MailboxAddress(name, address)</c> and its kin, which differ in order and names.</summary>
internal static class AddressArguments
{
    /// <summary>The argument for the first parameter that has one of these names; null when it is left out.</summary>
    public static ArgumentSyntax? Find(FixTarget target, BaseObjectCreationExpressionSyntax creation, ArgumentListSyntax arguments, params string[] names) =>
        Parameter(target, creation, names) is { } parameter ? ArgumentEdits.Find(arguments, parameter.Name, parameter.Ordinal) : null;

    public static IParameterSymbol? Parameter(FixTarget target, BaseObjectCreationExpressionSyntax creation, params string[] names)
    {
        if (target.Model.GetSymbolInfo(creation, target.CancellationToken).Symbol is not IMethodSymbol constructor)
            return null;

        foreach (var parameter in constructor.Parameters)
        {
            if (Array.IndexOf(names, parameter.Name) >= 0)
                return parameter;
        }

        return null;
    }
}
