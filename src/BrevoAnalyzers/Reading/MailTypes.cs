using Microsoft.CodeAnalysis;

namespace BrevoAnalyzers.Reading;

/// <summary>Recognises the mail libraries' types by name and namespace, whatever assembly they come from.</summary>
internal static class MailTypes
{
    /// <summary>A client of MailKit that can be an SMTP client: by its static type it is no IMAP or POP3 client.</summary>
    public static bool IsMailKitClient(ITypeSymbol? type)
    {
        var found = false;
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current.Name is "SmtpClient" or "ISmtpClient" && IsIn(current, "Smtp", "Net", "MailKit"))
                return true;
            if (current.Name is "MailService" or "MailTransport" or "IMailService" or "IMailTransport" && IsIn(current, "MailKit"))
                found = true;
            if (current.Name is "MailStore" or "MailSpool" or "IMailStore" or "IMailSpool" && IsIn(current, "MailKit"))
                return false;
        }

        if (type is null)
            return false;

        foreach (var contract in type.AllInterfaces)
        {
            if (contract.Name is "IMailStore" or "IMailSpool" && IsIn(contract, "MailKit"))
                return false;
            if (contract.Name is "ISmtpClient" && IsIn(contract, "Smtp", "Net", "MailKit"))
                return true;
        }

        return found;
    }

    public static bool IsMimeKit(ITypeSymbol? type, string name) => type is not null && type.Name == name && IsIn(type, "MimeKit");

    public static bool IsSystemNetMail(ITypeSymbol? type, string name)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current.Name == name && IsIn(current, "Mail", "Net", "System"))
                return true;
        }

        return false;
    }

    /// <summary>Whether a method belongs to a library that takes a client or its settings and does not change them.</summary>
    public static bool TakesSettingsAsTheyAre(IMethodSymbol method)
    {
        if (method.DeclaringSyntaxReferences.Length > 0)
            return false;

        return method.ContainingType.Name is "FluentEmailSmtpBuilderExtensions" or "FluentEmailMailKitBuilderExtensions"
            || RootNamespace(method.ContainingType) is "FluentEmail" or "Serilog" or "NLog";
    }

    /// <summary>The first part of a type's namespace; empty for the global one.</summary>
    public static string RootNamespace(ITypeSymbol type)
    {
        var root = "";
        for (var current = type.ContainingNamespace; current is { IsGlobalNamespace: false }; current = current.ContainingNamespace)
            root = current.Name;

        return root;
    }

    /// <summary>Whether a type lies in a namespace, given from the innermost part outwards.</summary>
    public static bool IsIn(ITypeSymbol type, params string[] namespaces)
    {
        var current = type.ContainingNamespace;
        foreach (var name in namespaces)
        {
            if (current is null || current.Name != name)
                return false;
            current = current.ContainingNamespace;
        }

        return current is { IsGlobalNamespace: true };
    }
}
