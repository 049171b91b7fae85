using System.Collections.Generic;
using System.Collections.Immutable;
using BrevoAnalyzers.Model;
using BrevoAnalyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BrevoAnalyzers.Reading;

/// <summary>
/// Reads enumerations whose members say by an attribute what they are called in JSON: <c>[EnumMember(Value = "hard_bounce")]</c>. A webhook's
/// event that is read into one with another word is never recognised.
/// </summary>
internal static class EventEnums
{
    /// <summary>A look at the text before anything is bound.</summary>
    public static bool MayName(EnumDeclarationSyntax declaration)
    {
        if (!EventReader.HasSign(declaration.Identifier.ValueText, IsEventWord))
            return false;

        foreach (var member in declaration.Members)
        {
            if (member.AttributeLists.Count > 0)
                return true;
        }

        return false;
    }

    public static IEnumerable<EventWords> Read(MailCode code)
    {
        if (EventReader.HasSign(code.Type.Name, EventReader.IsReportWord) || !IsBrevo(code.Type))
            yield break;

        var words = ImmutableArray.CreateBuilder<EventWord>();
        var isPayload = false;
        foreach (var node in code.AllNodes())
        {
            if (node is not AttributeSyntax attribute || WordOf(attribute) is not { } word)
                continue;

            words.Add(new EventWord(Possibility.Constant(word.Token.ValueText, word), word));
            isPayload |= BrevoFacts.IsPayloadOnly(word.Token.ValueText);
        }

        // Without a word that is a payload's alone, it may be the vocabulary in which webhooks are set up.
        if (isPayload)
            yield return new EventWords(EventVocabulary.Payload, words.ToImmutable());
    }

    private static bool IsEventWord(string word) => word is "event" or "events";

    private static bool IsBrevo(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.ContainingType)
        {
            if (Providers.IsBrevo(current.Name) is { } known)
                return known;
        }

        return EventReader.IsBrevo(type.ContainingNamespace);
    }

    private static LiteralExpressionSyntax? WordOf(AttributeSyntax attribute)
    {
        if (MailCode.NameOf(attribute.Name) is not ("EnumMember" or "EnumMemberAttribute" or "JsonStringEnumMemberName" or "JsonStringEnumMemberNameAttribute"))
            return null;

        foreach (var argument in attribute.ArgumentList?.Arguments ?? default)
        {
            if (argument.Expression is LiteralExpressionSyntax { Token.Value: string } literal && argument.NameEquals?.Name.Identifier.ValueText is null or "Value")
                return literal;
        }

        return null;
    }
}
