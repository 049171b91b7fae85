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
/// Reads calls that hand over a host, a port and the like as arguments: of helpers and constructors in the same project, and of those
/// in other assemblies that <c>brevo_smtp_wrappers</c> names.
/// </summary>
internal sealed class SettingsCallReader
{
    private static readonly string[] ClientCalls = { "Connect", "ConnectAsync", "Send", "SendAsync", "SendMailAsync" };

    private readonly MailCode _code;

    private SettingsCallReader(MailCode code) => _code = code;

    public static IEnumerable<SmtpSession> Read(MailCode code)
    {
        var reader = new SettingsCallReader(code);
        foreach (var node in code.Expressions)
        {
            foreach (var session in reader.Draft(node)?.Sessions(code) ?? Array.Empty<SmtpSession>())
                yield return session;
        }

        foreach (var constructor in code.Type.InstanceConstructors)
        {
            foreach (var session in reader.OfBase(constructor)?.Sessions(code) ?? Array.Empty<SmtpSession>())
                yield return session;
        }
    }

    /// <summary><c>: base("smtp-relay.brevo.com", 587)</c>: what the base class is handed.</summary>
    private SessionDraft? OfBase(IMethodSymbol constructor) =>
        _code.Type.BaseType is { DeclaringSyntaxReferences.Length: > 0 } type && SettingsNames.Of(_code).MayTakeHost(type.Name) && _code.Resolver.Bodies.ConstructorCall(constructor) is { } call
            ? Draft(call, call.TargetMethod, call.Arguments)
            : null;

    private SessionDraft? Draft(SyntaxNode node) => node switch
    {
        InvocationExpressionSyntax { ArgumentList.Arguments: { Count: > 0 } given, Expression: var called } when MayTakeHost(node, given.Count) && !IsOwn(called) =>
            _code.Operation(node) is IInvocationOperation invocation ? Draft(invocation, invocation.TargetMethod, invocation.Arguments) : null,
        BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: { Count: > 0 } given, Initializer: null } when MayTakeHost(node, given.Count) =>
            _code.Operation(node) is IObjectCreationOperation { Constructor: { } constructor } creation && !IsReadAsObject(creation) ? Draft(creation, constructor, creation.Arguments) : null,
        _ => null,
    };

    /// <summary>Whether what is called may take a host, by its name; of a bare <c>new(…)</c> the name is not seen.</summary>
    private bool MayTakeHost(SyntaxNode node, int arguments)
    {
        var name = MailCode.NameOf(node);
        var names = SettingsNames.Of(_code);
        return name.Length == 0 || names.MayTakeHost(name, arguments) || SmtpWrappers.MayName(_code.Context.Options, name) || (_code.Context.Options.SmtpWrappers.Length > 0 && names.IsAlias(name));
    }

    /// <summary>Whether a bare name is that of a method of the type itself: mostly, what has an overload here is no other's.</summary>
    private bool IsOwn(ExpressionSyntax called)
    {
        if (called is not IdentifierNameSyntax { Identifier.ValueText: var name })
            return false;

        foreach (var member in _code.Type.GetMembers(name))
        {
            if (member is IMethodSymbol)
                return true;
        }

        return false;
    }

    private SessionDraft? Draft(IOperation call, IMethodSymbol method, ImmutableArray<IArgumentOperation> arguments)
    {
        var isNamed = SmtpWrappers.Names(_code.Context.Options, method);
        if (!isNamed && (method.DeclaringSyntaxReferences.Length == 0 || IsOwn(method) || IsClientsOwn(method)))
            return null;

        var roles = new RoleTable<IArgumentOperation>("", isOneThing: true);
        foreach (var argument in arguments)
        {
            if (argument.Parameter is { } parameter)
                roles.Add(parameter.Name, argument, SettingsShape.IsMailKitMode(parameter.Type));
        }

        if (roles.Find(SettingRole.Host) is not { } host || !(isNamed || (roles.HasCredentialRole && SaysMail(method)) || SettingsNames.Of(_code).ReachesClient(method.ContainingType, ReachesClient)))
            return null;

        var mode = roles.Find(SettingRole.SecureSocketOptions);
        var tls = Tls(mode, roles.Find(SettingRole.StartTls));
        var called = tls is null && roles.Find(SettingRole.Port) is { } number ? Called(host, number) : null;
        return new SessionDraft(call.Syntax)
        {
            Library = called?.Library ?? SmtpLibrary.Unknown,
            Here = _code.Resolver.GuardsAt(call),
            Host = Value(host),
            Port = Value(roles.Find(SettingRole.Port)) is { } port ? new SessionValue(SettingValues.Ports(port.Values), port.Use) : null,
            Login = Value(roles.Find(SettingRole.Login)),
            Password = Value(roles.Find(SettingRole.Password)),
            Tls = called is null ? tls : new SessionValue(new ValueSet(ImmutableArray.Create(Possibility.Constant((int)called.Tls, call.Syntax))), call.Syntax),
            TlsNotation = called is not null ? TlsNotation.Called : mode is not null && SettingsShape.IsMailKitMode(mode.Parameter!.Type) ? TlsNotation.Mode : TlsNotation.Setting,
            Senders = Senders(roles, call.Syntax),
            LeavesUnfinished = true,
            NamedBy = Names(method.ContainingType, isNamed),
        };
    }

    /// <summary>How what is called connects: read only where it is handed a host of Brevo's.</summary>
    private CalledSession? Called(IArgumentOperation host, IArgumentOperation port)
    {
        if (host.Parameter is not { ContainingSymbol.DeclaringSyntaxReferences.Length: > 0 } server || port.Parameter is not { } number)
            return null;

        foreach (var value in _code.Resolver.Resolve(host))
        {
            if (value.Text is { } text && BrevoHosts.IsBrevoSmtp(BrevoHosts.Classify(text)))
                return CalledSession.Of(_code, server, number);
        }

        return null;
    }

    private SessionValue? Tls(IArgumentOperation? mode, IArgumentOperation? startTls)
    {
        if (mode is not null)
            return new SessionValue(SettingValues.Modes(_code.Resolver.Resolve(mode), SettingsShape.Underlying(mode.Parameter!.Type)), mode.Value.Syntax);

        return startTls is null ? null : new SessionValue(SettingValues.StartTls(_code.Resolver.Resolve(startTls)), startTls.Value.Syntax);
    }

    private List<Sender> Senders(RoleTable<IArgumentOperation> roles, SyntaxNode call)
    {
        var senders = new List<Sender>(1);
        if (Value(roles.Find(SettingRole.Sender)) is { } address)
            senders.Add(new Sender(address, Value(roles.Find(SettingRole.SenderName)) ?? SessionValue.Missing(call)));

        return senders;
    }

    private SessionValue? Value(IArgumentOperation? argument)
    {
        if (argument is null)
            return null;

        var isAddress = SettingsShape.IsAddress(argument.Parameter?.Type);
        return new SessionValue(isAddress ? _code.Resolver.Resolve(argument.Value, "Address") : _code.Resolver.Resolve(argument), argument.Value.Syntax);
    }

    private ImmutableArray<INamedTypeSymbol> Names(INamedTypeSymbol owner, bool isNamed) =>
        isNamed || RoleTable<ISymbol>.SaysMail(owner.Name) ? ImmutableArray.Create(owner, _code.Type) : ImmutableArray.Create(owner);

    /// <summary>Helpers of the type itself, and of those around and in it, are read with what their callers give them.</summary>
    private bool IsOwn(IMethodSymbol method)
    {
        if (method.MethodKind == MethodKind.LocalFunction)
            return true;

        return SymbolEqualityComparer.Default.Equals(method.ContainingType.OriginalDefinition, _code.Type.OriginalDefinition);
    }

    /// <summary>A creation whose members have the roles is a settings object; see <see cref="SettingsObjectReader"/>.</summary>
    private static bool IsReadAsObject(IObjectCreationOperation creation) =>
        creation.Type is not INamedTypeSymbol type || SettingsObjectReader.IsNoSettings(type) || SettingsShape.RolesOf(type).IsSession;

    /// <summary>Whether the call speaks of mail: file transfer and databases take a host, a port, a user and a password too.</summary>
    private static bool SaysMail(IMethodSymbol method)
    {
        foreach (var parameter in method.Parameters)
        {
            if (RoleTable<ISymbol>.SaysMail(parameter.Name))
                return true;
        }

        return RoleTable<ISymbol>.SaysMail(method.ContainingType.Name) || RoleTable<ISymbol>.SaysMail(method.Name);
    }

    /// <summary>Whether the source of a type sends or connects by an SMTP client: else what takes a host and a port may be a port probe.</summary>
    private bool ReachesClient(INamedTypeSymbol type)
    {
        foreach (var reference in type.DeclaringSyntaxReferences)
        {
            foreach (var call in ClientCalls)
            {
                foreach (var use in _code.Resolver.Bodies.Uses(reference.GetSyntax(_code.Cancellation), call))
                {
                    if (_code.Resolver.Bodies.Model(use.SyntaxTree)?.GetSymbolInfo(use, _code.Cancellation).Symbol is IMethodSymbol { ContainingType: { } owner } && IsClient(owner))
                        return true;
                }
            }
        }

        return false;
    }

    /// <summary>What a client does with its host and port when it connects is read where it connects.</summary>
    private static bool IsClientsOwn(IMethodSymbol method) => method.MethodKind != MethodKind.Constructor && IsClient(method.ContainingType);

    private static bool IsClient(ITypeSymbol type) => MailTypes.IsMailKitClient(type) || MailTypes.IsSystemNetMail(type, "SmtpClient");
}
