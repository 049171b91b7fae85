using System;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BrevoAnalyzers.Reading;

/// <summary>Looks for the registration of a type as a singleton, whose constructor then runs once.</summary>
internal static class SingletonRegistrations
{
    public static bool Has(MailCode code, INamedTypeSymbol type)
    {
        foreach (var tree in code.Compilation.SyntaxTrees)
        {
            var text = tree.GetText(code.Cancellation).ToString();
            if (text.IndexOf("AddSingleton", StringComparison.Ordinal) < 0 && text.IndexOf("AddHostedService", StringComparison.Ordinal) < 0)
                continue;

            foreach (var node in tree.GetRoot(code.Cancellation).DescendantNodes())
            {
                if (node is GenericNameSyntax { Identifier.ValueText: "AddSingleton" or "AddHostedService" or "TryAddSingleton" } name && Mentions(name, type.Name))
                    return true;
            }
        }

        return false;
    }

    private static bool Mentions(GenericNameSyntax registration, string type)
    {
        foreach (var argument in registration.TypeArgumentList.Arguments)
        {
            if (MailCode.NameOf(argument) == type)
                return true;
        }

        return false;
    }
}
