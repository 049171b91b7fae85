using System;
using BrevoAnalyzers.Model;
using Microsoft.CodeAnalysis;

namespace BrevoAnalyzers.Reading;

/// <summary>
/// The methods that <c>brevo_smtp_wrappers</c> names: <c>MyCompany.Mail.Mailer.Open</c> is a method, <c>MyCompany.Mail.Mailer..ctor</c> and
/// the type's name alone are its constructors.
/// </summary>
internal static class SmtpWrappers
{
    public static bool Names(BrevoOptions options, IMethodSymbol method)
    {
        foreach (var name in options.SmtpWrappers)
        {
            if (method.MethodKind == MethodKind.Constructor
                ? Is(method.ContainingType, WithoutEnd(name, "..ctor"))
                : name.EndsWith("." + method.Name, StringComparison.Ordinal) && Is(method.ContainingType, WithoutEnd(name, "." + method.Name)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether one of them ends in a simple name: that of a method or of a constructor's type.</summary>
    public static bool MayName(BrevoOptions options, string name)
    {
        foreach (var wrapper in options.SmtpWrappers)
        {
            var full = WithoutEnd(wrapper, "..ctor");
            if (full.EndsWith(name, StringComparison.Ordinal) && (full.Length == name.Length || full[full.Length - name.Length - 1] is '.' or '+'))
                return true;
        }

        return false;
    }

    private static string WithoutEnd(string name, string end) =>
        name.EndsWith(end, StringComparison.Ordinal) ? name.Substring(0, name.Length - end.Length) : name;

    /// <summary>Compares a type or namespace with a dotted name, part by part from its end; nested types may be written with + too.</summary>
    private static bool Is(INamespaceOrTypeSymbol symbol, string name)
    {
        ISymbol current = symbol;
        var end = name.Length;
        while (true)
        {
            var start = end - current.Name.Length;
            if (start < 0 || string.CompareOrdinal(name, start, current.Name, 0, current.Name.Length) != 0)
                return false;

            ISymbol? container = (ISymbol?)current.ContainingType ?? current.ContainingNamespace;
            if (container is null or INamespaceSymbol { IsGlobalNamespace: true })
                return start == 0;
            if (start == 0 || name[start - 1] is not ('.' or '+'))
                return false;

            end = start - 1;
            current = container;
        }
    }
}
