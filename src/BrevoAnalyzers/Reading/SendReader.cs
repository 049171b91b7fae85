using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using BrevoAnalyzers.Model;
using BrevoAnalyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BrevoAnalyzers.Reading;

/// <summary>
/// Finds the calls of a type that send mail through Brevo, by any library, and those of its own methods that do so, and reads what
/// becomes of each.
/// </summary>
internal sealed class SendReader
{
    private readonly MailCode _code;
    private readonly Dictionary<SyntaxNode, IInvocationOperation> _sends = new();
    private readonly HashSet<IMethodSymbol> _ownSends = new(SymbolEqualityComparer.Default);

    private SendReader(MailCode code) => _code = code;

    public static IEnumerable<MailSend> Read(MailCode code)
    {
        if (!IsWorthIt(code))
            yield break;

        foreach (var call in Sends(code).Values)
        {
            yield return new MailSend(call.Syntax)
            {
                IsDropped = SendTask.IsDropped(call),
                AsyncVoid = SendTask.AsyncVoidAround(code, call),
                SwallowedBy = Places(FailureHandling.Swallowing(code, call)),
            };
        }
    }

    /// <summary>The calls that throw when Brevo does not take the mail, or return its answer: of MailKit, System.Net.Mail, the SDK, HttpClient, and of own methods around these.</summary>
    public static IReadOnlyDictionary<SyntaxNode, IInvocationOperation> Sends(MailCode code)
    {
        var reader = new SendReader(code);
        reader.Collect();
        return reader._sends;
    }

    private void Collect()
    {
        foreach (var session in MailKitReader.Read(_code))
            AddAll(session);
        foreach (var session in SystemNetMailReader.Read(_code))
            AddAll(session);
        foreach (var request in HttpClientReader.Read(_code).Concat(RestSharpReader.Read(_code)).Concat(WebRequestReader.Read(_code)))
        {
            if (request.IsSent && request.IsEmail)
                Add(request.Start.Node);
        }

        foreach (var request in BrevoSdkReader.Read(_code))
        {
            if (request.IsSent && request.IsEmail)
                Add(request.Start.Node);
        }

        if (Providers.IsBrevo(_code.Type.Name) == true)
            AddOfUnknownClients();
        AddOwnMethods();
    }

    private void AddAll(SmtpSession session)
    {
        if (!session.IsBrevo)
            return;

        foreach (var send in session.Sends)
            Add(send);
    }

    private void Add(SyntaxNode? node)
    {
        if (node is not null && !_sends.ContainsKey(node) && _code.Operation(node) is IInvocationOperation call)
            _sends.Add(node, call);
    }

    /// <summary>A type named after Brevo that is handed a client which somebody else has connected.</summary>
    private void AddOfUnknownClients()
    {
        foreach (var node in _code.Named("Send", "SendAsync", "SendMailAsync"))
        {
            if (_code.Operation(node) is not IInvocationOperation call)
                continue;

            var client = Operations.ReceiverOf(call);
            if (client is null || !(MailTypes.IsMailKitClient(client.Type) || MailTypes.IsSystemNetMail(client.Type, "SmtpClient")))
                continue;
            if (IsFromOutside(client))
                Add(node);
        }
    }

    private bool IsFromOutside(IOperation client)
    {
        foreach (var made in _code.Resolver.Resolve(client))
        {
            if (made.Kind != PossibilityKind.Named)
                return false;
        }

        return true;
    }

    /// <summary>
    /// The calls of own methods that send and let failures through: <c>await SendCoreAsync(message)</c>. Twice, since such a method may
    /// be called by another.
    /// </summary>
    private void AddOwnMethods()
    {
        for (var round = 0; round < 2; round++)
        {
            foreach (var call in new List<IInvocationOperation>(_sends.Values))
            {
                if (FailureHandling.TryAround(call.Syntax) is null && !SendTask.IsDropped(call) && MethodAround(call.Syntax) is { } method)
                    _ownSends.Add(method);
            }

            foreach (var node in _code.Expressions)
            {
                if (_ownSends.Count > 0 && node is InvocationExpressionSyntax && !_sends.ContainsKey(node) && IsOwnName(MailCode.NameOf(node))
                    && _code.Operation(node) is IInvocationOperation call && _ownSends.Contains(call.TargetMethod.OriginalDefinition))
                {
                    _sends.Add(node, call);
                }
            }
        }
    }

    private bool IsOwnName(string name)
    {
        foreach (var method in _ownSends)
        {
            if (method.Name == name)
                return true;
        }

        return false;
    }

    /// <summary>The method that makes the call itself, so that its failure is that method's; null within lambdas and local functions.</summary>
    private IMethodSymbol? MethodAround(SyntaxNode call)
    {
        for (var node = call.Parent; node is not null; node = node.Parent)
        {
            switch (node)
            {
                case MethodDeclarationSyntax method:
                    return _code.Resolver.Bodies.Model(node.SyntaxTree)?.GetDeclaredSymbol(method, _code.Cancellation) as IMethodSymbol;
                case AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MemberDeclarationSyntax:
                    return null;
            }
        }

        return null;
    }

    /// <summary>The sends of FluentEmail, whose failures are returned.</summary>
    /// <param name="isBrevo">Whether the project sets FluentEmail up for Brevo; asked only where it sends.</param>
    public static IEnumerable<MailSend> ReadFluentEmail(MailCode code, Func<bool> isBrevo)
    {
        foreach (var node in code.Named("Send", "SendAsync"))
        {
            if (code.Operation(node) is not IInvocationOperation call)
                continue;
            if (!IsSendResponse(call.Type) || !isBrevo())
                continue;

            yield return new MailSend(node)
            {
                IsDropped = SendTask.IsDropped(call),
                AsyncVoid = SendTask.AsyncVoidAround(code, call),
                IgnoresSendResponse = ResponseUse.IsIgnored(call),
            };
        }
    }

    private static bool IsSendResponse(ITypeSymbol? type)
    {
        var result = SendTask.IsTask(type) && type is INamedTypeSymbol { TypeArguments: { Length: 1 } arguments } ? arguments[0] : type;
        return result is { Name: "SendResponse" } && MailTypes.RootNamespace(result) == "FluentEmail";
    }

    /// <summary>
    /// A look at the text before anything is bound: most code awaits what it sends and has no catch that does nothing.
    /// </summary>
    private static bool IsWorthIt(MailCode code)
    {
        foreach (var node in code.Frames)
        {
            switch (node)
            {
                case CatchClauseSyntax handler when FailureHandling.MaySwallow(handler):
                case MethodDeclarationSyntax { ReturnType: PredefinedTypeSyntax } method when method.Modifiers.Any(SyntaxKind.AsyncKeyword):
                case LocalFunctionStatementSyntax { ReturnType: PredefinedTypeSyntax } function when function.Modifiers.Any(SyntaxKind.AsyncKeyword):
                    return true;
            }
        }

        foreach (var node in code.Composites)
        {
            if (node is AnonymousFunctionExpressionSyntax lambda && SendTask.IsHandedOn(lambda))
                return true;
        }

        foreach (var node in code.Expressions)
        {
            if (node is InvocationExpressionSyntax && node.Parent is not AwaitExpressionSyntax && IsSendName(MailCode.NameOf(node)))
                return true;
        }

        return false;
    }

    private static bool IsSendName(string name) => name.IndexOf("Send", StringComparison.Ordinal) >= 0 || name.StartsWith("Post", StringComparison.Ordinal) || name.EndsWith("Async", StringComparison.Ordinal);

    private static ImmutableArray<Place> Places(ImmutableArray<CatchClauseSyntax> handlers)
    {
        var places = ImmutableArray.CreateBuilder<Place>(handlers.Length);
        foreach (var handler in handlers)
            places.Add(Place.PartOf(handler, handler.CatchKeyword.Span));

        return places.ToImmutable();
    }
}
