using System;
using BrevoAnalyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BrevoAnalyzers.Reading;

/// <summary>Where the names of a payload's members are written.</summary>
internal static class PayloadPlaces
{
    /// <summary>The name in <c>new { from = … }</c>; for <c>new { html }</c> the expression that gives it.</summary>
    public static Place NameInAnonymous(ISimpleAssignmentOperation assignment)
    {
        var declarator = assignment.Syntax as AnonymousObjectMemberDeclaratorSyntax ?? assignment.Value.Syntax.Parent as AnonymousObjectMemberDeclaratorSyntax;
        return declarator?.NameEquals?.Name ?? assignment.Value.Syntax;
    }

    /// <summary>
    /// Where an object is given a member: in its initialiser, by a constructor's argument, or by an assignment later on; where none is
    /// seen, <paramref name="use"/>.
    /// </summary>
    public static Place NameInCreation(IObjectCreationOperation creation, IPropertySymbol property, ValueSet given, SyntaxNode use)
    {
        if (creation.Initializer is { } initializer)
        {
            foreach (var member in initializer.Initializers)
            {
                var target = member switch
                {
                    ISimpleAssignmentOperation assignment => assignment.Target,
                    IMemberInitializerOperation nested => nested.InitializedMember,
                    _ => null,
                };
                if (target is IMemberReferenceOperation reference && reference.Member.Name == property.Name)
                    return reference.Syntax;
            }
        }

        foreach (var value in given)
        {
            if (AssignmentOf(value, property.Name) is { } name)
                return name;
        }

        foreach (var argument in creation.Arguments)
        {
            if (argument.ArgumentKind != ArgumentKind.DefaultValue && string.Equals(argument.Parameter?.Name.TrimStart('_'), property.Name, StringComparison.OrdinalIgnoreCase))
                return argument.Syntax;
        }

        return OnlyAssignment(creation, property.Name) ?? use;
    }

    /// <summary>The one assignment that gives a local's object the member.</summary>
    private static SyntaxNode? OnlyAssignment(IObjectCreationOperation creation, string member)
    {
        SyntaxNode? found = null;
        if (ObjectLife.HolderOf(creation) is not { } holder)
            return null;

        foreach (var reference in ObjectLife.References(holder, creation))
        {
            if (reference.Parent is not IPropertyReferenceOperation { Parent: ISimpleAssignmentOperation assignment, Syntax: MemberAccessExpressionSyntax access } target
                || target.Property.Name != member
                || !ReferenceEquals(assignment.Target, target))
            {
                continue;
            }

            if (found is not null)
                return null;

            found = access.Name;
        }

        return found;
    }

    public static Place? Declaration(IPropertySymbol property)
    {
        foreach (var reference in property.DeclaringSyntaxReferences)
        {
            switch (reference.GetSyntax())
            {
                case PropertyDeclarationSyntax declaration:
                    return Place.PartOf(declaration, declaration.Identifier.Span);
                case ParameterSyntax parameter:
                    return Place.PartOf(parameter, parameter.Identifier.Span);
            }
        }

        return null;
    }

    /// <summary>The name on the left of <c>mail.Subject = …</c> that gives a value.</summary>
    private static SyntaxNode? AssignmentOf(Possibility value, string member)
    {
        var node = value.Via.IsEmpty ? value.Place.Node : value.Via[value.Via.Length - 1];
        for (; node is ExpressionSyntax or ArgumentSyntax or ArgumentListSyntax or InitializerExpressionSyntax; node = node.Parent)
        {
            if (node.Parent is AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax { Name: var name } } assignment && assignment.Right == node && name.Identifier.ValueText == member)
                return name;
        }

        return null;
    }
}
