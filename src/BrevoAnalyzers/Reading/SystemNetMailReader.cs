using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using BrevoAnalyzers.Model;
using BrevoAnalyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BrevoAnalyzers.Reading;

/// <summary>
/// Reads System.Net.Mail: the state of the client where it sends is the session. A client that nobody is seen to send with is read
/// as it is left.
/// </summary>
internal sealed class SystemNetMailReader
{
    private readonly MailCode _code;
    private readonly List<IObjectCreationOperation> _creations = new();
    private readonly List<IInvocationOperation> _sends = new();

    private SystemNetMailReader(MailCode code) => _code = code;

    /// <summary>How the members of a client are asked for: at a send, or after the last statement that sees it.</summary>
    private delegate ValueSet Ask(params string[] members);

    public static IReadOnlyList<SmtpSession> Read(MailCode code) => code.Once<SystemNetMailReader, SmtpSession>(() => ReadAll(code));

    private static IEnumerable<SmtpSession> ReadAll(MailCode code)
    {
        var reader = new SystemNetMailReader(code);
        reader.Collect();
        var sending = new HashSet<SyntaxNode>();
        foreach (var send in reader._sends)
        {
            foreach (var session in reader.SessionsAt(send, sending))
                yield return session;
        }

        foreach (var creation in reader._creations)
        {
            if (sending.Contains(creation.Syntax))
                continue;

            foreach (var session in reader.SessionsOf(creation))
                yield return session;
        }
    }

    private void Collect()
    {
        foreach (var node in _code.Named("Send", "SendMailAsync", "SendAsync"))
        {
            if (_code.Operation(node) is IInvocationOperation send && MailTypes.IsSystemNetMail(Operations.ReceiverOf(send)?.Type, "SmtpClient"))
                _sends.Add(send);
        }

        foreach (var node in _code.Named("SmtpClient", ""))
        {
            if (_code.Operation(node) is IObjectCreationOperation creation && MailTypes.IsSystemNetMail(creation.Type, "SmtpClient"))
                _creations.Add(creation);
        }
    }

    private IEnumerable<SmtpSession> SessionsAt(IInvocationOperation send, HashSet<SyntaxNode> sending)
    {
        var client = Operations.ReceiverOf(send);
        var here = _code.Resolver.GuardsAt(send);
        var senders = Senders(send, here);
        foreach (var made in _code.Resolver.Resolve(client))
        {
            if (made.Object is not IObjectCreationOperation creation || made.Guards.And(here) is not { } guards)
                continue;

            sending.Add(creation.Syntax);
            foreach (var session in Sessions(creation, members => _code.Resolver.Resolve(client, members), guards, senders, leavesUnfinished: false, Operations.Given(send.Arguments, "cancellationToken") is not null, send))
                yield return session;
        }
    }

    private IEnumerable<SmtpSession> SessionsOf(IObjectCreationOperation creation)
    {
        var guards = _code.Resolver.GuardsAt(creation);
        Ask ask = members => _code.Resolver.Resolve(creation, members);
        var life = SetUpScope.Of(creation);
        if (life is { Holder: { } holder, Last: { } last })
            ask = members => _code.Resolver.ResolveAfter(holder, last, members);

        return Sessions(creation, ask, guards, new List<Sender>(), life.Leaves, passesCancellation: false);
    }

    private IEnumerable<SmtpSession> Sessions(IObjectCreationOperation creation, Ask ask, Guards here, List<Sender> senders, bool leavesUnfinished, bool passesCancellation, IInvocationOperation? send = null)
    {
        var use = creation.Syntax;
        var port = new SessionValue(ask("Port"), use);
        var delivery = ask("DeliveryMethod");
        var tls = new SessionValue(MailKitReader.AsMode(Connected(ask("EnableSsl"), delivery), TlsMode.StartTls, TlsMode.None), use);
        var credentials = ask("Credentials");
        var login = new SessionValue(ask("Credentials", "UserName"), use);
        var password = new SessionValue(ask("Credentials", "Password"), use);
        var hosts = ask("Host");
        foreach (var host in hosts)
        {
            if (BrevoSession.GuardsOf(host, here) is not { } guards || host.Kind == PossibilityKind.Unset || BrevoSession.IsBesideAnothersDefault(host, hosts.In(guards)) || WritesToFolder(delivery.In(guards)))
                continue;

            yield return new SmtpSession
            {
                Library = SmtpLibrary.SystemNetMail,
                Start = creation.Syntax,
                StartTakesSettings = true,
                Host = host,
                HostUse = use,
                Port = port.In(guards),
                Tls = tls.In(guards),
                TlsNotation = TlsNotation.EnableSsl,
                Login = login.In(guards),
                Password = password.In(guards),
                HasCredentials = HasCredentials(credentials.In(guards)),
                LeavesUnfinished = leavesUnfinished,
                MissingAuthentication = leavesUnfinished ? null : MissingAuthentication(ask, credentials.In(guards), guards, use),
                PassesCancellation = passesCancellation,
                ReadClient = setting => Client(ask, setting, use),
                ReadsFrameworkConfiguration = _code.IsNetFramework,
                Sends = send is null ? ImmutableArray<SyntaxNode>.Empty : ImmutableArray.Create(send.Syntax),
                Senders = SenderReader.In(senders, guards, login, password),
                Guards = guards,
                Context = _code.Context,
                IsBrevo = BrevoSession.Is(host, login.Values.In(guards), password.Values.In(guards), port.Values.In(guards), _code.Type),
            };
        }
    }

    /// <summary>What a value can be where the client connects: not in the branch that has it put mail into a folder.</summary>
    private static ValueSet Connected(ValueSet values, ValueSet deliveryMethods)
    {
        var connecting = deliveryMethods.Where(static method => method.Value is not int or 0).ToList();
        return connecting.Count == deliveryMethods.Count ? values : new ValueSet(values.Where(value => connecting.Exists(method => method.Guards.Meets(value.Guards))).ToImmutableArray());
    }

    /// <summary>Whether mail is only put into a folder, whatever host is set: every delivery method is known, and none is the network's, which is 0.</summary>
    private static bool WritesToFolder(ValueSet deliveryMethods)
    {
        foreach (var method in deliveryMethods)
        {
            if (method.Value is not int number || number == 0)
                return false;
        }

        return deliveryMethods.Count > 0;
    }

    private static bool HasCredentials(ValueSet credentials)
    {
        foreach (var possibility in credentials)
        {
            if (possibility.Kind != PossibilityKind.Unset && possibility is not { IsConstant: true, Value: null })
                return true;
        }

        return false;
    }

    private SessionValue Client(Ask ask, ClientSetting setting, SyntaxNode use) => setting switch
    {
        ClientSetting.AcceptsAnyCertificate => new SessionValue(CertificateCallbacks.OfServicePointManager(_code), use),
        ClientSetting.Timeout => new SessionValue(ask("Timeout"), use),
        _ => SessionValue.Missing(use),
    };

    private MissingAuthentication? MissingAuthentication(Ask ask, ValueSet credentials, Guards guards, SyntaxNode use)
    {
        foreach (var useDefault in ask("UseDefaultCredentials").In(guards).Known)
        {
            if (useDefault.Value is true && !IsInstead(useDefault, credentials))
                return new MissingAuthentication(MissingAuthenticationKind.DefaultCredentials, _code.Holds(useDefault.Place) ? useDefault.Place : use);
        }

        return credentials.IsUnset && !_code.IsNetFramework ? new MissingAuthentication(MissingAuthenticationKind.NoCredentials, use) : null;
    }

    /// <summary><c>if (password is given) Credentials = … else UseDefaultCredentials = true</c>: with Brevo's credentials in the settings the second never runs.</summary>
    private static bool IsInstead(Possibility useDefault, ValueSet credentials)
    {
        var isGiven = false;
        foreach (var given in credentials)
        {
            if (given.Kind == PossibilityKind.Unset)
                continue;
            if (given.Guards.Meets(useDefault.Guards))
                return false;

            isGiven = true;
        }

        return isGiven;
    }

    private List<Sender> Senders(IInvocationOperation send, Guards here)
    {
        var senders = new List<Sender>();
        if (send.Argument("message") is { } message)
            senders.AddRange(SenderReader.OfMailMessage(_code, message, here));
        else if (send.Argument("from") is { } from)
            senders.Add(SenderReader.OfAddress(_code, from, here));

        return senders;
    }
}
