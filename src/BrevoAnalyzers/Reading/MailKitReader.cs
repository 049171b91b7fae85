using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using BrevoAnalyzers.Model;
using BrevoAnalyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BrevoAnalyzers.Reading;

/// <summary>
/// Reads MailKit: every <c>Connect</c> starts a session; the <c>Authenticate</c> and <c>Send</c> calls that it reaches join it.
/// </summary>
internal sealed class MailKitReader
{
    private readonly MailCode _code;
    private readonly List<IInvocationOperation> _connects = new();
    private readonly List<IInvocationOperation> _authenticates = new();
    private readonly List<IInvocationOperation> _sends = new();

    private MailKitReader(MailCode code) => _code = code;

    public static IReadOnlyList<SmtpSession> Read(MailCode code) => code.Once<MailKitReader, SmtpSession>(() => ReadAll(code));

    private static IEnumerable<SmtpSession> ReadAll(MailCode code)
    {
        var reader = new MailKitReader(code);
        reader.Collect();
        foreach (var connect in reader._connects)
        {
            foreach (var session in reader.Sessions(connect))
                yield return session;
        }
    }

    private void Collect()
    {
        Collect(_connects, "Connect", "ConnectAsync");
        if (_connects.Count == 0)
            return;

        Collect(_authenticates, "Authenticate", "AuthenticateAsync");
        Collect(_sends, "Send", "SendAsync");
    }

    private void Collect(List<IInvocationOperation> calls, params string[] names)
    {
        var isClient = MailTypes.IsMailKitClient(_code.Type);
        foreach (var node in _code.Named(names))
        {
            if ((isClient || !IsOnThis(node)) && _code.Operation(node) is IInvocationOperation invocation && IsClients(invocation))
                calls.Add(invocation);
        }
    }

    private static bool IsOnThis(SyntaxNode call) =>
        call is InvocationExpressionSyntax { Expression: SimpleNameSyntax or MemberAccessExpressionSyntax { Expression: InstanceExpressionSyntax } };

    /// <summary>Whether it is a client's own method, not an extension of the project's that is called like one.</summary>
    private static bool IsClients(IInvocationOperation call) =>
        MailTypes.IsMailKitClient(call.TargetMethod.ContainingType)
        && MailTypes.IsMailKitClient(Operations.ReceiverOf(call)?.Type ?? call.TargetMethod.ContainingType);

    private IEnumerable<SmtpSession> Sessions(IInvocationOperation connect)
    {
        var resolver = _code.Resolver;
        var here = resolver.GuardsAt(connect);
        var (host, port, tls, notation) = Endpoint(connect);
        if (resolver.AssumesSetting(connect))
            (port, tls) = (port.WithoutSettings(), tls.WithoutSettings());

        var authentication = Joined(_authenticates, connect);
        var login = Credential(authentication, "userName", "UserName", connect.Syntax);
        var password = Credential(authentication, "password", "Password", connect.Syntax);
        var sends = Joined(_sends, connect);
        var messages = Messages(sends);
        var missing = MissingAuthentication(connect, sends);

        foreach (var possibility in host.Values)
        {
            if (BrevoSession.GuardsOf(possibility, here) is not { } guards || BrevoSession.IsBesideAnothersDefault(possibility, host.Values.In(guards)))
                continue;

            yield return new SmtpSession
            {
                Library = SmtpLibrary.MailKit,
                Start = connect.Syntax,
                StartTakesSettings = true,
                Host = possibility,
                HostUse = host.Use,
                Port = port.In(guards),
                Tls = tls.In(guards),
                TlsNotation = notation,
                Login = login.In(guards),
                Password = password.In(guards),
                HasCredentials = authentication.Count > 0,
                MissingAuthentication = missing,
                PassesCancellation = Operations.Given(connect.Arguments, "cancellationToken") is not null,
                ReadClient = setting => Client(connect, setting),
                Sends = SyntaxOf(sends),
                Senders = SenderReader.In(messages, guards, login, password),
                Guards = guards,
                Context = _code.Context,
                IsBrevo = BrevoSession.Is(possibility, login.Values.In(guards), password.Values.In(guards), port.Values.In(guards), _code.Type),
            };
        }
    }

    private (SessionValue Host, SessionValue Port, SessionValue Tls, TlsNotation Notation) Endpoint(IInvocationOperation connect)
    {
        var resolver = _code.Resolver;
        if (connect.Argument("uri") is { } uri)
        {
            var address = resolver.Resolve(uri);
            return (Part(address, uri, u => u.Host), Part(address, uri, u => u.Port > 0 ? u.Port : 0), Part(address, uri, u => (int)ModeOf(u)), TlsNotation.Uri);
        }

        var host = Value(connect, "host");
        var port = Value(connect, "port");
        return connect.Argument("useSsl") is { } useSsl
            ? (host, port, new SessionValue(AsMode(resolver.Resolve(useSsl), TlsMode.SslOnConnect, TlsMode.StartTlsWhenAvailable), useSsl.Syntax), TlsNotation.UseSsl)
            : (host, port, Stated(Value(connect, "options"), connect), TlsNotation.Mode);
    }

    private SessionValue Stated(SessionValue modes, IInvocationOperation connect) => new(_code.Resolver.Stated(modes.Values, connect), modes.Use);

    private SessionValue Value(IInvocationOperation call, string parameter)
    {
        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter?.Name == parameter)
                return new SessionValue(_code.Resolver.Resolve(argument), argument.Value.Syntax);
        }

        return SessionValue.Missing(call.Syntax);
    }

    private static SessionValue Part(ValueSet addresses, IOperation use, Func<Uri, object> part)
    {
        var parts = ImmutableArray.CreateBuilder<Possibility>();
        foreach (var address in addresses)
        {
            parts.Add(address.Text is { } text && Uri.TryCreate(text, UriKind.Absolute, out var uri)
                ? address.WithValue(part(uri))
                : address.IsConstant ? address.Forget() : address);
        }

        return new SessionValue(new ValueSet(parts.ToImmutable()), use.Syntax);
    }

    /// <summary>Source: MailKit's MailService.Connect(Uri): the scheme decides, then the query.</summary>
    private static TlsMode ModeOf(Uri uri)
    {
        if (uri.Scheme.Equals("smtps", StringComparison.OrdinalIgnoreCase))
            return TlsMode.SslOnConnect;

        return uri.Query.IndexOf("starttls=always", StringComparison.OrdinalIgnoreCase) >= 0 ? TlsMode.StartTls
            : uri.Query.IndexOf("starttls=never", StringComparison.OrdinalIgnoreCase) >= 0 ? TlsMode.None
            : TlsMode.StartTlsWhenAvailable;
    }

    /// <summary>A flag as the mode that the library makes of it.</summary>
    internal static ValueSet AsMode(ValueSet flags, TlsMode whenTrue, TlsMode whenFalse)
    {
        var modes = ImmutableArray.CreateBuilder<Possibility>(flags.Count);
        foreach (var flag in flags)
            modes.Add(flag.Value is bool value ? flag.WithValue((int)(value ? whenTrue : whenFalse)) : flag.IsConstant ? flag.Forget() : flag);

        return new ValueSet(modes.ToImmutable());
    }

    /// <summary>The calls on the same client that <paramref name="connect"/> reaches.</summary>
    private List<IInvocationOperation> Joined(List<IInvocationOperation> calls, IInvocationOperation connect)
    {
        var result = new List<IInvocationOperation>();
        foreach (var call in calls)
        {
            if (IsOfSameField(call, connect))
            {
                result.Add(call);
                continue;
            }

            foreach (var connection in _code.Resolver.Resolve(Operations.ReceiverOf(call), "Connect()"))
            {
                if (connection.Object?.Syntax == connect.Syntax)
                {
                    result.Add(call);
                    break;
                }
            }
        }

        return result;
    }

    /// <summary>A client that a field keeps is connected in one method and used in another: with one connection there is nothing to tell apart.</summary>
    private bool IsOfSameField(IInvocationOperation call, IInvocationOperation connect) =>
        _connects.Count == 1
        && Operations.Unwrap(Operations.ReceiverOf(call)) is IFieldReferenceOperation { Field: var field }
        && Operations.Unwrap(Operations.ReceiverOf(connect)) is IFieldReferenceOperation { Field: var connected }
        && SymbolEqualityComparer.Default.Equals(field, connected);

    private SessionValue Credential(List<IInvocationOperation> authentication, string parameter, string member, SyntaxNode otherwise)
    {
        var values = ImmutableArray.CreateBuilder<Possibility>();
        SyntaxNode? use = null;
        foreach (var call in authentication)
        {
            var (set, node) = Credential(call, parameter, member);
            use ??= node;
            var here = _code.Resolver.GuardsAt(call);
            foreach (var possibility in set)
            {
                if (possibility.When(here) is { } joined)
                    values.Add(joined);
            }
        }

        return new SessionValue(new ValueSet(values.ToImmutable()), use ?? otherwise);
    }

    private (ValueSet Values, SyntaxNode Use) Credential(IInvocationOperation call, string parameter, string member)
    {
        if (call.Argument(parameter) is { } given)
            return (_code.Resolver.Resolve(given), given.Syntax);
        if ((call.Argument("credentials") ?? call.Argument("mechanism")) is not { } credentials)
            return (ValueSet.Empty, call.Syntax);

        var values = _code.Resolver.Resolve(credentials, member);
        return (values.IsUnset ? _code.Resolver.Resolve(credentials, "Credentials", member) : values, credentials.Syntax);
    }

    private SessionValue Client(IInvocationOperation connect, ClientSetting setting)
    {
        var client = Operations.ReceiverOf(connect);
        return setting switch
        {
            ClientSetting.AcceptsAnyCertificate => new SessionValue(CertificateCallbacks.AcceptingAll(_code, _code.Resolver.Resolve(client, "ServerCertificateValidationCallback"), connect), connect.Syntax),
            ClientSetting.CheckRevocation => new SessionValue(_code.Resolver.Resolve(client, "CheckCertificateRevocation"), connect.Syntax),
            _ => new SessionValue(_code.Resolver.Resolve(client, "Timeout"), connect.Syntax),
        };
    }

    /// <summary>
    /// A send that nothing authenticates. Where the type authenticates anywhere, or hands the client to others, it is left alone.
    /// </summary>
    private MissingAuthentication? MissingAuthentication(IInvocationOperation connect, List<IInvocationOperation> sends)
    {
        if (_authenticates.Count > 0 || sends.Count == 0 || ClientUse.IsShared(_code, Operations.ReceiverOf(connect)))
            return null;

        return new MissingAuthentication(MissingAuthenticationKind.NoCall, sends[0].Syntax);
    }

    private static ImmutableArray<SyntaxNode> SyntaxOf(List<IInvocationOperation> calls)
    {
        var nodes = ImmutableArray.CreateBuilder<SyntaxNode>(calls.Count);
        foreach (var call in calls)
            nodes.Add(call.Syntax);

        return nodes.ToImmutable();
    }

    private List<Sender> Messages(List<IInvocationOperation> sends)
    {
        var senders = new List<Sender>();
        foreach (var send in sends)
        {
            if (send.Argument("message") is { } message)
                senders.AddRange(SenderReader.OfMimeMessage(_code, message, _code.Resolver.GuardsAt(send)));
            if (send.Argument("sender") is { } envelope)
                senders.Add(SenderReader.OfAddress(_code, envelope, _code.Resolver.GuardsAt(send)));
        }

        return senders;
    }
}
