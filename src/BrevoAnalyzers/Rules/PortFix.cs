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
        var canMove = session.TlsNotation is TlsNotation.Mode or TlsNotation.UseSsl && IsWrittenInCall(session);
        var ports = new List<string>();
        foreach (var candidate in BrevoFacts.SmtpPorts)
        {
            if (session.Library == SmtpLibrary.SystemNetMail ? BrevoFacts.TlsOf(candidate) == PortTls.StartTls : canMove || Fits(session, port, candidate))
                ports.Add(candidate.ToString(CultureInfo.InvariantCulture));
        }

        if (ports.Count == 0 || session.TlsNotation == TlsNotation.Uri || (isAdded && !session.StartTakesSettings))
            return FixData.None;

        return FixData.None
            .With(Ports, string.Join(",", ports))
            .With(Add, isAdded ? "true" : null)
            .With(MoveTls, canMove ? "true" : null)
            .Also(session.Start);
    }

    /// <summary>The port that fits a TLS mode which is chosen elsewhere.</summary>
    public static FixData To(SmtpSession session, Possibility port, Possibility mode)
    {
        var ports = mode.Value is (int)TlsMode.SslOnConnect ? "465" : "587";
        return session.TlsNotation == TlsNotation.Uri ? FixData.None : FixData.None.With(Ports, ports).Also(session.Start);
    }

    private static bool Fits(SmtpSession session, Possibility? port, int candidate)
    {
        var guards = session.Guards.And(port?.Guards ?? Guards.None) ?? session.Guards;
        foreach (var mode in session.Tls.Values.In(guards))
        {
            if (mode.Value is not int number)
            {
                // Where nobody sees what reads the settings, the ports that need no other TLS mode than the usual one are right.
                if (session.Library == SmtpLibrary.Unknown && BrevoFacts.TlsOf(candidate) == PortTls.StartTls)
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
    private static bool IsWrittenInCall(SmtpSession session)
    {
        if (!session.StartTakesSettings || session.Start.Node is not InvocationExpressionSyntax)
            return false;

        foreach (var mode in session.Tls.Values)
        {
            if (!mode.IsConstant || !mode.Place.IsWithin(session.Start) || mode.Via.Length > 0)
                return false;
        }

        return session.Tls.Values.Count > 0;
    }
}
