using System.Collections.Generic;
using System.Collections.Immutable;
using BrevoAnalyzers.Model;
using BrevoAnalyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BrevoAnalyzers.Reading;

/// <summary>
/// Reads <c>WriteTo.Email(from, to, host, port = 25, connectionSecurity = Auto, credentials)</c> of Serilog.Sinks.Email, which sends
/// through MailKit. Its <c>EmailSinkOptions</c> are read as a settings object.
/// </summary>
internal static class SerilogEmailReader
{
    public static IEnumerable<SmtpSession> Read(MailCode code)
    {
        foreach (var node in code.Named("Email"))
        {
            if (code.Operation(node) is not IInvocationOperation call)
                continue;
            if (call.TargetMethod.ContainingType.Name != "LoggerConfigurationEmailExtensions" || MailTypes.RootNamespace(call.TargetMethod.ContainingType) != "Serilog" || call.Argument("host") is null)
                continue;

            foreach (var session in Draft(code, call).Sessions(code))
                yield return session;
        }
    }

    private static SessionDraft Draft(MailCode code, IInvocationOperation call)
    {
        var isModeGiven = Operations.Given(call.Arguments, "connectionSecurity") is not null;
        return new SessionDraft(call.Syntax)
        {
            Library = SmtpLibrary.MailKit,
            Here = code.Resolver.GuardsAt(call),
            Host = Value(code, call, "host"),
            Port = Value(code, call, "port"),
            Tls = isModeGiven ? Value(code, call, "connectionSecurity") : new SessionValue(new ValueSet(ImmutableArray.Create(Possibility.Constant((int)TlsMode.Auto, call.Syntax))), call.Syntax),
            TlsNotation = isModeGiven ? TlsNotation.Mode : TlsNotation.Setting,
            Login = Value(code, call, "credentials", "UserName"),
            Password = Value(code, call, "credentials", "Password"),
            Senders = new List<Sender>(1) { new(Value(code, call, "from"), SessionValue.Missing(call.Syntax)) },
            NamedBy = ImmutableArray.Create(code.Type),
        };
    }

    /// <summary>What an argument holds; unset where the call leaves it to the library.</summary>
    private static SessionValue Value(MailCode code, IInvocationOperation call, string parameter, params string[] members) =>
        Operations.Given(call.Arguments, parameter) is { } given
            ? new SessionValue(code.Resolver.Resolve(given, members), given.Value.Syntax)
            : new SessionValue(new ValueSet(ImmutableArray.Create(Possibility.Unset(call, call.Syntax))), call.Syntax);
}
