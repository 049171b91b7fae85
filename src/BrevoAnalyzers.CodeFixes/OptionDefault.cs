using System;
using System.Threading.Tasks;
using BrevoAnalyzers.CodeFixes.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FindSymbols;

namespace BrevoAnalyzers.CodeFixes;

/// <summary>
/// A wrong value that is the default of a class which the configuration fills: <c>services.Configure&lt;MailOptions&gt;(…)</c>. The
/// configuration gives the value already; a default that reads a setting itself would throw although the configuration has it.
/// </summary>
internal static class OptionDefault
{
    /// <summary>Leaves the default empty; null where the value is none, or nothing is seen to fill the class.</summary>
    public static async Task<Action<DocumentEdits>?> EditAsync(FixTarget target)
    {
        if (WholeConstant.Around(target.Node, target.Model, target.CancellationToken) is not { Parent: EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax property } } value
            || target.Model.GetDeclaredSymbol(property, target.CancellationToken) is not { SetMethod: not null, IsStatic: false } option
            || !await IsBoundAsync(option.ContainingType, target).ConfigureAwait(false))
        {
            return null;
        }

        var empty = SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal("")).WithTriviaFrom(value);
        return edits => edits.Replace(value, empty);
    }

    /// <summary>Whether the options or configuration library is told to fill objects of this class, in any project.</summary>
    private static async Task<bool> IsBoundAsync(INamedTypeSymbol options, FixTarget target)
    {
        foreach (var reference in await SymbolFinder.FindReferencesAsync(options, target.Document.Project.Solution, target.CancellationToken).ConfigureAwait(false))
        {
            foreach (var location in reference.Locations)
            {
                if (await location.Document.GetSyntaxRootAsync(target.CancellationToken).ConfigureAwait(false) is { } root
                    && root.FindNode(location.Location.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<TypeArgumentListSyntax>()?.Parent is GenericNameSyntax name
                    && Binds(name.Identifier.ValueText))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool Binds(string name) => name is
        "IOptions" or "IOptionsSnapshot" or "IOptionsMonitor" or "Configure" or "AddOptions" or "AddOptionsWithValidateOnStart" or "ConfigureOptions" or "OptionsBuilder" or "Get";
}
