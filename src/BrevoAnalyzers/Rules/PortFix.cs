using System.Collections.Generic;
using System.Globalization;
using BrevoAnalyzers.Model;
using BrevoAnalyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BrevoAnalyzers.Rules;

/// <summary>What the fix for a port needs: the ports to offer, best first, and the call whose TLS argument follows.</summary>
internal static class PortFix
{
    /// <summary>Property: the ports to offer, separated by commas.</summary>
    public const string Ports = "Ports";

    /// <summary>Property: "true" where the port is not written and has to be added to the first further location.</summary>
    public const string Add = "AddPort";

    /// <summary>Property: "true" where the TLS argument of the call at the first further location follows the port.</summary>
    public const string MoveTls = "MoveTls";

    public static FixData For(SmtpSession session, Possibility? port)
    {
        var isAdded = port is null || port.Value is 0;
        if (isAdded && !session.StartTakesSettings)
            return FixData.None;

        var canMove = IsTlsWrittenInCall(session) && ServesThisPortOnly(session, port);
        return Offer(session, port, BrevoFacts.SmtpPorts, canMove)
            .With(Add, isAdded ? "true" : null)
            .With(MoveTls, canMove ? "true" : null);
    }

    /// <summary>The port that fits a TLS mode which is chosen elsewhere.</summary>
    public static FixData To(SmtpSession session, Possibility port, Possibility mode) =>
        Offer(session, port, new[] { mode.Value is (int)TlsMode.SslOnConnect ? BrevoFacts.ImplicitTlsPort : BrevoFacts.StartTlsPort }, canMove: false);

    /// <summary>Those of the ports that suit every session which takes its port from the same text.</summary>
    private static FixData Offer(SmtpSession session, Possibility? port, IReadOnlyList<int> candidates, bool canMove)
    {
        var ports = new List<string>();
        foreach (var candidate in candidates)
        {
            if (SuitsAll(session, port, candidate, canMove))
                ports.Add(candidate.ToString(CultureInfo.InvariantCulture));
        }

        return ports.Count == 0 ? FixData.None : FixData.None.With(Ports, string.Join(",", ports)).Also(session.Start);
    }

    private static bool SuitsAll(SmtpSession session, Possibility? port, int candidate, bool canMove)
    {
        foreach (var affected in session.AndOthers(other => port is null ? other.Start.Equals(session.Start) : other.Port.Values.IsAt(port.Place)))
        {
            if (!affected.IsBrevo || affected.TlsNotation == TlsNotation.Uri)
                return false;
            if (affected.Library == SmtpLibrary.SystemNetMail ? BrevoFacts.TlsOf(candidate) != PortTls.StartTls : !canMove && !Fits(affected, port, candidate))
                return false;
        }

        return true;
    }

    private static bool Fits(SmtpSession session, Possibility? port, int candidate)
    {
        // Where nobody sees what reads the settings, the ports that need no other TLS mode than the usual one are right.
        var isUsual = BrevoFacts.TlsOf(candidate) == PortTls.StartTls;
        if (session is { Library: SmtpLibrary.Unknown, Tls.Values.Count: 0 })
            return isUsual;

        var guards = session.Guards.And(port?.Guards ?? Guards.None) ?? session.Guards;
        foreach (var mode in session.Tls.Values.In(guards))
        {
            if (mode.Value is not int number)
            {
                if (session.Library == SmtpLibrary.Unknown && isUsual)
                    continue;
                return false;
            }

            var isImplicit = number == (int)TlsMode.SslOnConnect;
            if (number != (int)TlsMode.Auto && isImplicit != (BrevoFacts.TlsOf(candidate) == PortTls.Implicit))
                return false;
        }

        return true;
    }

    /// <summary>Whether the call itself says the TLS mode, or says none, so that it can be rewritten there.</summary>
    private static bool IsTlsWrittenInCall(SmtpSession session)
    {
        if (!session.StartTakesSettings || session.TlsNotation is not (TlsNotation.Mode or TlsNotation.UseSsl) || session.Start.Node is not InvocationExpressionSyntax)
            return false;

        foreach (var mode in session.Tls.Values)
        {
            if (!mode.IsConstant || !mode.Place.IsWithin(session.Start) || mode.Via.Length > 0)
                return false;
        }

        return session.Tls.Values.Count == 1;
    }

    /// <summary>Whether the call has no other port, and the port no other call: only then the two can move together.</summary>
    private static bool ServesThisPortOnly(SmtpSession session, Possibility? port)
    {
        foreach (var other in session.Context.Sessions)
        {
            var isSameCall = other.Start.Equals(session.Start);
            var hasSamePort = port is null ? isSameCall : other.Port.Values.IsAt(port.Place);
            if (isSameCall != hasSamePort || (isSameCall && other.Port.Values.Count > 1))
                return false;
        }

        return port?.Place.Node is not { } text || text.SyntaxTree == session.Start.Node?.SyntaxTree;
    }
}
