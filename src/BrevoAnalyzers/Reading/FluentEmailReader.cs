using System.Collections.Generic;
using System.Collections.Immutable;
using BrevoAnalyzers.Model;
using BrevoAnalyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BrevoAnalyzers.Reading;

/// <summary>
/// Reads FluentEmail's senders and <c>AddSmtpSender(host, port)</c>, which is System.Net.Mail without TLS and login, and
/// <c>AddSmtpSender(host, port, user, password)</c>, which switches TLS on. A client or options that are handed over are read where
/// they are made.
/// </summary>
internal static class FluentEmailReader
{
    public static IEnumerable<SmtpSession> Read(MailCode code)
    {
        foreach (var node in code.Named("AddSmtpSender"))
        {
            if (code.Operation(node) is not IInvocationOperation call)
                continue;
            if (call.TargetMethod.ContainingType.Name != "FluentEmailSmtpBuilderExtensions" || call.Argument("host") is not { } host)
                continue;

            var hasLogin = call.Argument("username") is not null;
            var draft = new SessionDraft(call.Syntax)
            {
                Library = SmtpLibrary.SystemNetMail,
                Here = code.Resolver.GuardsAt(call),
                Host = new SessionValue(code.Resolver.Resolve(host), host.Syntax),
                Port = Value(code, call, "port"),
                Login = Value(code, call, "username"),
                Password = Value(code, call, "password"),
                Tls = new SessionValue(new ValueSet(ImmutableArray.Create(Possibility.Constant((int)(hasLogin ? TlsMode.StartTls : TlsMode.None), call.Syntax))), call.Syntax),
                MissingAuthentication = hasLogin ? null : new MissingAuthentication(MissingAuthenticationKind.NoCredentials, call.Syntax),
                NamedBy = ImmutableArray.Create(code.Type),
            };
            foreach (var session in draft.Sessions(code))
                yield return session;
        }
    }

    /// <summary>The sender that a call or creation of FluentEmail's states: <c>AddFluentEmail</c>, <c>Email.From</c>, <c>SetFrom</c>, <c>new Email</c>.</summary>
    public static Sender? SenderAt(MailCode code, SyntaxNode node)
    {
        if (MailCode.NameOf(node) is not ("AddFluentEmail" or "From" or "SetFrom" or "Email"))
            return null;

        var (owner, arguments) = code.Operation(node) switch
        {
            IInvocationOperation call => (call.TargetMethod.ContainingType, call.Arguments),
            IObjectCreationOperation creation => (creation.Type as INamedTypeSymbol, creation.Arguments),
            _ => (null, ImmutableArray<IArgumentOperation>.Empty),
        };
        if (owner is null || !(owner.Name == "FluentEmailServiceCollectionExtensions" || MailTypes.RootNamespace(owner) == "FluentEmail"))
            return null;

        var address = Operations.Given(arguments, "defaultFromEmail") ?? Operations.Given(arguments, "emailAddress");
        if (address is null)
            return null;

        var name = Operations.Given(arguments, "defaultFromName") ?? Operations.Given(arguments, "name");
        return new Sender(
            new SessionValue(code.Resolver.Resolve(address), address.Value.Syntax),
            name is null ? SessionValue.Missing(node) : new SessionValue(code.Resolver.Resolve(name), name.Value.Syntax));
    }

    private static SessionValue? Value(MailCode code, IInvocationOperation call, string parameter) =>
        call.Argument(parameter) is { } given ? new SessionValue(code.Resolver.Resolve(given), given.Syntax) : null;
}
