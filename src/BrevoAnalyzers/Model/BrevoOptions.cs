using System;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BrevoAnalyzers.Model;

/// <summary>What a project tells the analyzers in <c>.editorconfig</c> or <c>.globalconfig</c>.</summary>
internal sealed class BrevoOptions
{
    public static readonly BrevoOptions None = new(ImmutableArray<string>.Empty, ImmutableArray<string>.Empty, isTestProject: false);

    private readonly ImmutableArray<string> _verifiedSenders;
    private readonly ImmutableArray<string> _authenticatedDomains;

    private BrevoOptions(ImmutableArray<string> verifiedSenders, ImmutableArray<string> authenticatedDomains, bool isTestProject)
    {
        _verifiedSenders = verifiedSenders;
        _authenticatedDomains = authenticatedDomains;
        IsTestProject = isTestProject;
    }

    public bool IsTestProject { get; }

    /// <summary>Whether the project names the address, or its domain, as one that Brevo knows.</summary>
    public bool IsVerifiedSender(string? address)
    {
        if (address is null)
            return false;

        foreach (var sender in _verifiedSenders)
        {
            if (string.Equals(sender, address, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        var domain = address.Substring(address.LastIndexOf('@') + 1);
        foreach (var authenticated in _authenticatedDomains)
        {
            if (string.Equals(authenticated.TrimStart('@'), domain, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    public static BrevoOptions Read(AnalyzerConfigOptions options, bool isTestProject) => new(
        List(options, "brevo_verified_senders"),
        List(options, "brevo_authenticated_domains"),
        isTestProject);

    private static ImmutableArray<string> List(AnalyzerConfigOptions options, string name)
    {
        if (!options.TryGetValue(name, out var value))
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
