using System.Collections.Generic;
using System.Collections.Immutable;
using BrevoAnalyzers.Model;
using BrevoAnalyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BrevoAnalyzers.Reading;

/// <summary>
/// Reads lambdas that set up an options object: <c>services.Configure&lt;SmtpSettings&gt;(o => { o.Host = …; })</c>,
/// <c>AddOptions&lt;T&gt;().Configure(…)</c>, <c>PostConfigure</c>, and whatever else takes such a lambda.
/// </summary>
internal static class SettingsLambdaReader
{
    public static IEnumerable<SmtpSession> Read(MailCode code)
    {
        foreach (var node in code.Composites)
        {
            if (node is not AnonymousFunctionExpressionSyntax { Parent: ArgumentSyntax } || !SetsMember(code, node) || code.Operation(node) is not IAnonymousFunctionOperation lambda)
                continue;
            if (Draft(code, lambda) is not { } draft)
                continue;

            foreach (var session in draft.Sessions(code))
                yield return session;
        }
    }

    private static bool SetsMember(MailCode code, SyntaxNode lambda)
    {
        foreach (var node in code.Expressions)
        {
            if (node is AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax } && lambda.Span.Contains(node.Span))
                return true;
        }

        return false;
    }

    private static SessionDraft? Draft(MailCode code, IAnonymousFunctionOperation lambda)
    {
        foreach (var parameter in lambda.Symbol.Parameters)
        {
            if (parameter.Type is not INamedTypeSymbol { TypeKind: TypeKind.Class } type || SettingsObjectReader.IsNoSettings(type))
                continue;

            var settings = new SettingsObject(lambda.Syntax, members => code.Resolver.ResolveAfter(parameter, lambda.Body, members))
            {
                Here = code.Resolver.GuardsAt(lambda),
                LeavesUnfinished = true,
                NamedBy = RoleTable<ISymbol>.SaysMail(type.Name) ? ImmutableArray.Create(type, code.Type) : ImmutableArray.Create(type),
            };
            AddSet(settings, lambda, parameter);
            if (settings.SetHere.Count == 0)
                continue;
            if (LibrarySettings.IsKnown(type))
                return LibrarySettings.Read(settings, type);

            var roles = SettingsShape.RolesOf(type);
            if (roles.IsSession)
                return SettingsShape.Read(settings, roles);
        }

        return null;
    }

    private static void AddSet(SettingsObject settings, IAnonymousFunctionOperation lambda, IParameterSymbol parameter)
    {
        foreach (var operation in Operations.Below(lambda.Body, intoFunctions: false))
        {
            if (operation is ISimpleAssignmentOperation { Target: IMemberReferenceOperation { Instance: { } instance } target } assignment
                && Operations.Unwrap(instance) is IParameterReferenceOperation reference
                && SymbolEqualityComparer.Default.Equals(reference.Parameter, parameter))
            {
                settings.SetHere[target.Member.Name] = assignment.Value.Syntax;
            }
        }
    }
}
