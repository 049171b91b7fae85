using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using BrevoAnalyzers.Model;
using BrevoAnalyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BrevoAnalyzers.Reading;

/// <summary>Tells callbacks that accept every certificate from those that look.</summary>
internal static class CertificateCallbacks
{
    private const string ProcessWide = "ServerCertificateValidationCallback";

    /// <summary>Where a file sets the process-wide callback: looked for once, however often the project is compiled anew.</summary>
    private static readonly ConditionalWeakTable<SyntaxTree, List<AssignmentExpressionSyntax>> s_processWide = new();

    /// <summary>A constant true for each possible callback that accepts everything; what is made for development, or for a setting that nothing states, is left out.</summary>
    public static ValueSet AcceptingAll(MailCode code, ValueSet callbacks, IOperation use)
    {
        var result = ImmutableArray.CreateBuilder<Possibility>();
        foreach (var callback in callbacks)
        {
            if ((IsDangerous(callback) || (callback.Object is { } function && AcceptsAll(code, function))) && IsInUse(code, callback.Guards, use))
                result.Add(Possibility.Constant(true, callback.Place).When(callback.Guards)!);
        }

        return new ValueSet(result.ToImmutable());
    }

    /// <summary><c>HttpClientHandler.DangerousAcceptAnyServerCertificateValidator</c></summary>
    private static bool IsDangerous(Possibility callback) => callback is { Kind: PossibilityKind.Named, Name: "DangerousAcceptAnyServerCertificateValidator" };

    /// <summary>The callbacks of the handler that an HttpClient is made with.</summary>
    public static SessionValue? OfHttpClient(MailCode code, IOperation client)
    {
        foreach (var made in code.Resolver.Resolve(client))
        {
            if (made.Object is not IObjectCreationOperation { Arguments: { Length: > 0 } arguments })
                continue;

            if (OfHandler(code, arguments[0].Value) is { } accepting)
                return accepting;
        }

        return null;
    }

    /// <summary>Those of the handlers that the registration around a client's set-up makes: <c>.ConfigurePrimaryHttpMessageHandler(() => new HttpClientHandler { … })</c>.</summary>
    public static SessionValue? OfRegistration(MailCode code, SyntaxNode setUp)
    {
        foreach (var made in ClientRegistrations.ChainAround(setUp)?.DescendantNodes() ?? Array.Empty<SyntaxNode>())
        {
            if (made is BaseObjectCreationExpressionSyntax { Initializer: not null } && MailCode.NameOf(made) is "HttpClientHandler" or "SocketsHttpHandler" or ""
                && code.Operation(made) is { } handler && OfHandler(code, handler) is { } accepting)
            {
                return accepting;
            }
        }

        return null;
    }

    private static SessionValue? OfHandler(MailCode code, IOperation handler)
    {
        foreach (var path in new[] { new[] { "ServerCertificateCustomValidationCallback" }, new[] { "SslOptions", "RemoteCertificateValidationCallback" } })
        {
            if (AcceptingAll(code, code.Resolver.Resolve(handler, path), handler) is { Count: > 0 } accepting)
                return new SessionValue(accepting, handler.Syntax);
        }

        return null;
    }

    /// <summary>The process-wide callback of ServicePointManager, which System.Net.Mail obeys, wherever the project sets it.</summary>
    public static ValueSet OfServicePointManager(MailCode code)
    {
        var result = ImmutableArray<Possibility>.Empty;
        foreach (var tree in code.Compilation.SyntaxTrees)
        {
            code.Cancellation.ThrowIfCancellationRequested();
            foreach (var node in s_processWide.GetValue(tree, FindProcessWide))
                result = result.AddRange(OfServicePointManager(code, node));
        }

        return new ValueSet(result);
    }

    private static ValueSet OfServicePointManager(MailCode code, AssignmentExpressionSyntax node)
    {
        var operation = code.Operation(node);
        var (target, value) = operation switch
        {
            ISimpleAssignmentOperation assignment => (assignment.Target, assignment.Value),
            IEventAssignmentOperation added => (added.EventReference, added.HandlerValue),
            ICompoundAssignmentOperation added => (added.Target, added.Value),
            _ => (null, null),
        };
        return target is IMemberReferenceOperation { Member.ContainingType.Name: "ServicePointManager" } && value is not null ? OfAssignment(code, operation!, value) : ValueSet.Empty;
    }

    /// <summary>The callbacks that accept everything among those that an assignment gives.</summary>
    public static ValueSet OfAssignment(MailCode code, IOperation assignment, IOperation value) =>
        IsInUse(code, code.Resolver.GuardsAt(assignment), assignment) ? AcceptingAll(code, code.Resolver.Resolve(value), assignment) : ValueSet.Empty;

    private static List<AssignmentExpressionSyntax> FindProcessWide(SyntaxTree tree)
    {
        var found = new List<AssignmentExpressionSyntax>();
        if (tree.GetText().ToString().IndexOf(ProcessWide, StringComparison.Ordinal) < 0)
            return found;

        foreach (var node in tree.GetRoot().DescendantNodes())
        {
            if (node is AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax { Name.Identifier.ValueText: ProcessWide } } assignment)
                found.Add(assignment);
        }

        return found;
    }

    private static bool IsInUse(MailCode code, Guards guards, IOperation use) =>
        !guards.Mention("evelopment") && !guards.Mention("ebug") && !code.Resolver.IsAgainstStated(guards, use);

    private static bool AcceptsAll(MailCode code, IOperation function)
    {
        var target = function is IDelegateCreationOperation creation ? creation.Target : function;
        var body = target switch
        {
            IAnonymousFunctionOperation lambda => lambda.Body,
            IMethodReferenceOperation method => code.Resolver.Bodies.Body(method.Method),
            _ => null,
        };
        if (body is null)
            return false;

        var returns = 0;
        foreach (var operation in Operations.Below(body, intoFunctions: false))
        {
            if (operation is not IReturnOperation { ReturnedValue: { } value })
                continue;
            if (value.ConstantValue is not { HasValue: true, Value: true } && !AsksForAnyCertificate(value))
                return false;
            returns++;
        }

        return returns > 0;
    }

    /// <summary><c>certificate is not null</c>: a server that speaks TLS always has one.</summary>
    private static bool AsksForAnyCertificate(IOperation value) => Operations.Unwrap(value) switch
    {
        IIsPatternOperation { Value: var asked, Pattern: INegatedPatternOperation { Pattern: IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: null } } } } => IsCertificate(asked),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.NotEquals } comparison =>
            IsNull(comparison.RightOperand) ? IsCertificate(comparison.LeftOperand) : IsNull(comparison.LeftOperand) && IsCertificate(comparison.RightOperand),
        _ => false,
    };

    private static bool IsNull(IOperation operation) => Operations.Unwrap(operation) is { ConstantValue: { HasValue: true, Value: null } };

    private static bool IsCertificate(IOperation operation) => Operations.Unwrap(operation) is IParameterReferenceOperation { Type.Name: "X509Certificate" or "X509Certificate2" };
}
