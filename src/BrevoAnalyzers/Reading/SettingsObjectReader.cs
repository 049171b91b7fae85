using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using BrevoAnalyzers.Model;
using BrevoAnalyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BrevoAnalyzers.Reading;

/// <summary>
/// Reads settings objects where they are made: <c>new SmtpSettings { Host = …, Port = … }</c>, records, <c>with</c>, tuples, rows of
/// tables, anonymous objects, and the settings classes of libraries. What nobody sets is the class's default.
/// </summary>
internal sealed class SettingsObjectReader
{
    private readonly MailCode _code;
    private HashSet<string>? _setUp;

    private SettingsObjectReader(MailCode code) => _code = code;

    public static IEnumerable<SmtpSession> Read(MailCode code)
    {
        var reader = new SettingsObjectReader(code);
        foreach (var nodes in new[] { code.Expressions, code.Composites })
        {
            foreach (var node in nodes)
            {
                if (reader.Draft(node) is not { } draft)
                    continue;

                foreach (var session in draft.Sessions(code))
                    yield return session;
            }
        }
    }

    private SessionDraft? Draft(SyntaxNode node)
    {
        switch (node)
        {
            case BaseObjectCreationExpressionSyntax { ArgumentList.Arguments.Count: 0, Initializer: null } when node.Parent is not (EqualsValueClauseSyntax or AssignmentExpressionSyntax):
                return null;
            case BaseObjectCreationExpressionSyntax made when MayBeSettings(made):
                return _code.Operation(node) is IObjectCreationOperation { Type: INamedTypeSymbol type } creation ? OfCreation(creation, type) : null;
            case WithExpressionSyntax { Initializer: var changes } when SetsSetting("", changes):
                return _code.Operation(node) is IWithOperation { Type: { } copied } copy ? OfCopy(copy, copied) : null;
            case AnonymousObjectCreationExpressionSyntax parts when HasSetting(parts):
                return _code.Operation(node) is IAnonymousObjectCreationOperation { Type: { } shape } anonymous ? OfParts(anonymous, shape) : null;
            case TupleExpressionSyntax when !IsTarget(node):
                return _code.Operation(node) is ITupleOperation tuple && TypeOf(tuple) is { } elements ? OfParts(tuple, elements) : null;
            default:
                return null;
        }
    }

    /// <summary>
    /// A look at the names before anything is bound. A type from another assembly shows its members only where they are set, here or by the
    /// assignments that follow.
    /// </summary>
    private bool MayBeSettings(BaseObjectCreationExpressionSyntax creation)
    {
        var type = MailCode.NameOf(creation);
        var isKnown = SettingsNames.Of(_code).HasSettings(type);
        return isKnown == true
            || SetsSetting(type, creation.Initializer)
            || IsSetUp(creation)
            || (isKnown is null && creation.ArgumentList is { Arguments.Count: > 0 } && (type.Length == 0 || RoleTable<object>.SaysMail(type)));
    }

    private static bool SetsSetting(string owner, InitializerExpressionSyntax? initializer)
    {
        foreach (var member in initializer?.Expressions ?? default)
        {
            if (member is AssignmentExpressionSyntax { Left: IdentifierNameSyntax name } && SettingsNames.IsSetting(owner, name.Identifier.ValueText))
                return true;
        }

        return false;
    }

    private static bool HasSetting(AnonymousObjectCreationExpressionSyntax parts)
    {
        foreach (var part in parts.Initializers)
        {
            if (SettingsNames.IsSetting("", part.NameEquals?.Name.Identifier.ValueText ?? MailCode.NameOf(part.Expression)))
                return true;
        }

        return false;
    }

    /// <summary>Whether the code goes on to assign a setting to what keeps the new object.</summary>
    private bool IsSetUp(BaseObjectCreationExpressionSyntax creation)
    {
        if (_setUp is null)
        {
            _setUp = new HashSet<string>();
            foreach (var node in _code.Expressions)
            {
                if (node is AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name, Expression: var owner } } && SettingsNames.IsSetting("", name))
                    _setUp.Add(MailCode.NameOf(owner));
            }
        }

        return _setUp.Count > 0 && HolderOf(creation) is { } holder && _setUp.Contains(holder);
    }

    /// <summary>The name of the variable or member that keeps the new object.</summary>
    private static string? HolderOf(SyntaxNode creation)
    {
        for (var node = creation.Parent; node is not null; node = node.Parent)
        {
            switch (node)
            {
                case VariableDeclaratorSyntax variable:
                    return variable.Identifier.ValueText;
                case PropertyDeclarationSyntax property:
                    return property.Identifier.ValueText;
                case AssignmentExpressionSyntax assignment:
                    return MailCode.NameOf(assignment.Left);
                case not (ExpressionSyntax or EqualsValueClauseSyntax):
                    return null;
            }
        }

        return null;
    }

    private SessionDraft? OfCreation(IObjectCreationOperation creation, INamedTypeSymbol type)
    {
        var life = SetUpScope.Of(creation);
        AskMember ask = members => _code.Resolver.Resolve(creation, members);
        if (life is { Holder: { } holder, Last: { } last })
            ask = members => _code.Resolver.ResolveAfter(holder, last, members);

        var settings = new SettingsObject(creation.Syntax, ask) 
        {
            Here = _code.Resolver.GuardsAt(creation),
            LeavesUnfinished = life.Leaves,
            NamedBy = NamesFor(type),
        };
        AddSet(settings, creation.Initializer);
        if (LibrarySettings.IsKnown(type))
            return LibrarySettings.Read(settings, type);
        if (IsNoSettings(type))
            return null;

        var roles = SettingsShape.RolesOf(type);
        return roles.IsSession && (settings.SetHere.Count > 0 || creation.Arguments.Length > 0 || life.Holder is not null)
            ? SettingsShape.Read(settings, roles)
            : null;
    }

    private SessionDraft? OfCopy(IWithOperation copy, ITypeSymbol type)
    {
        var roles = SettingsShape.RolesOf(type);
        if (!roles.IsSession)
            return null;

        var settings = new SettingsObject(copy.Syntax, members => _code.Resolver.Resolve(copy, members)) { Here = _code.Resolver.GuardsAt(copy), NamedBy = NamesFor(type) };
        AddSet(settings, copy.Initializer);
        return SettingsShape.Read(settings, roles);
    }

    private SessionDraft? OfParts(IOperation parts, ITypeSymbol type)
    {
        var roles = SettingsShape.RolesOf(type);
        if (!roles.IsSession)
            return null;

        var settings = new SettingsObject(parts.Syntax, members => _code.Resolver.Resolve(parts, Position(members, type))) { Here = _code.Resolver.GuardsAt(parts), NamedBy = NamesFor(type) };
        return SettingsShape.Read(settings, roles);
    }

    /// <summary>A row of a table has no names of its own: its elements are asked for by position.</summary>
    private static string[] Position(string[] members, ITypeSymbol type)
    {
        if (type is not INamedTypeSymbol { IsTupleType: true } tuple)
            return members;

        for (var i = 0; i < tuple.TupleElements.Length; i++)
        {
            if (tuple.TupleElements[i].Name == members[0])
                members[0] = "Item" + (i + 1).ToString(CultureInfo.InvariantCulture);
        }

        return members;
    }

    /// <summary>
    /// The type around the settings counts where the settings speak of mail themselves: a message queue's connection in a class named
    /// after Brevo has a host, a port and a password too.
    /// </summary>
    private ImmutableArray<INamedTypeSymbol> NamesFor(ITypeSymbol type)
    {
        var names = ImmutableArray.CreateBuilder<INamedTypeSymbol>(2);
        if (type is INamedTypeSymbol { IsTupleType: false, IsAnonymousType: false } named)
        {
            names.Add(named);
            if (RoleTable<ISymbol>.SaysMail(type.Name))
                names.Add(_code.Type);
        }

        return names.ToImmutable();
    }

    /// <summary>Types with a host, a port or a password that are no settings of a mail session, or are read by a reader of their own.</summary>
    public static bool IsNoSettings(INamedTypeSymbol type) =>
        MailTypes.RootNamespace(type) is "System" or "Microsoft" or "MailKit" or "MimeKit" || MailTypes.IsMailKitClient(type) || MailTypes.IsSystemNetMail(type, "SmtpClient");

    private static void AddSet(SettingsObject settings, IObjectOrCollectionInitializerOperation? initializer)
    {
        if (initializer is null)
            return;

        foreach (var member in initializer.Initializers)
        {
            if (member is ISimpleAssignmentOperation { Target: IMemberReferenceOperation target } assignment)
                settings.SetHere[target.Member.Name] = assignment.Value.Syntax;
        }
    }

    /// <summary>A tuple's names are those of the type it is converted to, as in a table of rows.</summary>
    private INamedTypeSymbol? TypeOf(ITupleOperation tuple)
    {
        var model = _code.Resolver.Bodies.Model(tuple.Syntax.SyntaxTree);
        return model?.GetTypeInfo(tuple.Syntax, _code.Cancellation).ConvertedType as INamedTypeSymbol is { IsTupleType: true } named ? named : tuple.Type as INamedTypeSymbol;
    }

    private static bool IsTarget(SyntaxNode tuple) =>
        tuple.Parent is AssignmentExpressionSyntax assignment && assignment.Left == tuple || tuple.Parent.IsKind(SyntaxKind.ForEachVariableStatement);
}
