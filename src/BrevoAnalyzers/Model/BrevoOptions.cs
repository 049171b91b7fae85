using System;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BrevoAnalyzers.Model;

/// <summary>What a project tells the analyzers in <c>.editorconfig</c> or <c>.globalconfig</c>.</summary>
internal sealed class BrevoOptions
{
    public const string VerifiedSenders = "brevo_verified_senders";
    public const string AuthenticatedDomains = "brevo_authenticated_domains";
    public const string FreemailDomains = "brevo_freemail_domains";
    public const string DisabledRules = "brevo_disabled_rules";
    public const string Wrappers = "brevo_smtp_wrappers";

    public static readonly BrevoOptions None = new(null, isTestProject: false);

    private readonly ImmutableArray<string> _verifiedSenders;
    private readonly ImmutableArray<string> _authenticatedDomains;
    private readonly ImmutableArray<string> _freemailDomains;
    private readonly ImmutableArray<string> _disabledRules;

    private BrevoOptions(AnalyzerConfigOptions? options, bool isTestProject)
    {
        _verifiedSenders = List(options, VerifiedSenders);
        _authenticatedDomains = List(options, AuthenticatedDomains);
        _freemailDomains = List(options, FreemailDomains);
        _disabledRules = List(options, DisabledRules);
        SmtpWrappers = List(options, Wrappers);
        IsTestProject = isTestProject;
    }

    public bool IsTestProject { get; }

    /// <summary>Methods and constructors of the team's own that take an SMTP session's settings: <c>MyCompany.Mail.Mailer.Open</c>.</summary>
    public ImmutableArray<string> SmtpWrappers { get; }

    /// <summary>Whether the project says which senders or domains Brevo knows, so that others can be judged.</summary>
    public bool NamesSenders => !_verifiedSenders.IsEmpty || !_authenticatedDomains.IsEmpty;

    /// <summary>The verified senders, as the project spells them.</summary>
    public ImmutableArray<string> Senders => _verifiedSenders;

    public bool IsDisabled(string ruleId) => Contains(_disabledRules, ruleId);

    /// <summary>Whether the address lies at a free-mail domain, the project's own list included.</summary>
    public bool IsFreemail(string address) =>
        BrevoFacts.IsFreemail(address) || Contains(_freemailDomains, DomainOf(address));

    /// <summary>Whether the project names the address, or its domain, as one that Brevo knows.</summary>
    public bool IsVerifiedSender(string? address)
    {
        if (address is null)
            return false;

        return Contains(_verifiedSenders, MailAddressText.Bare(address)) || Contains(_authenticatedDomains, DomainOf(address));
    }

    private static string DomainOf(string address)
    {
        var bare = MailAddressText.Bare(address);
        return bare.Substring(bare.LastIndexOf('@') + 1);
    }

    private static bool Contains(ImmutableArray<string> items, string wanted)
    {
        foreach (var item in items)
        {
            if (string.Equals(item.TrimStart('@'), wanted, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    public static BrevoOptions Read(AnalyzerConfigOptions options, bool isTestProject) => new(options, isTestProject);

    /// <summary>The items of a list option, separated by commas, semicolons or spaces.</summary>
    public static ImmutableArray<string> List(AnalyzerConfigOptions? options, string name)
    {
        if (options is null || !options.TryGetValue(name, out var value))
            return ImmutableArray<string>.Empty;

        var items = ImmutableArray.CreateBuilder<string>();
        foreach (var item in value.Split(',', ';', ' '))
        {
            if (item.Trim().Length > 0)
                items.Add(item.Trim());
        }

        return items.ToImmutable();
    }
}
