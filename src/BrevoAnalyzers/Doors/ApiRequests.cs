using System;
using System.Collections.Generic;
using BrevoAnalyzers.Model;
using BrevoAnalyzers.Reading;
using BrevoAnalyzers.Rules;
using BrevoAnalyzers.Values;
using Microsoft.CodeAnalysis;

namespace BrevoAnalyzers.Doors;

/// <summary>Asks the rules about what a file's types send to Brevo's API: by HttpClient, RestSharp, System.Net's older clients or the SDK.</summary>
internal sealed class ApiRequests
{
    private readonly OwnersFindings _owners;

    public ApiRequests(MailFile file) => _owners = new OwnersFindings(file, Signs.Api, Check);

    public void Check(MailCode code, Action<Diagnostic> sink) =>
        Check(code, new Report(sink, code.Context.Options, code.Holds, (rule, written) => _owners.Has(code, rule, written)));

    private static void Check(MailCode code, Report report)
    {
        var secrets = new List<ValueSet>();
        foreach (var request in HttpClientReader.Read(code))
            Check(request, report, secrets);
        foreach (var request in RestSharpReader.Read(code))
            Check(request, report, secrets);
        foreach (var request in WebRequestReader.Read(code))
            Check(request, report, secrets);
        foreach (var request in HandedBodies.Read(code))
            Check(request, report, secrets);
        foreach (var request in BrevoSdkReader.Read(code))
            Check(request, report, secrets);
        if (secrets.Count > 0)
            SecretLogged.Check(secrets, LogReader.Read(code), report);
    }

    private static void Check(ApiRequest request, Report report, List<ValueSet> secrets)
    {
        if (!request.IsBrevo)
            return;

        foreach (var key in request.Keys)
            secrets.Add(key.Values);
        foreach (var header in request.Headers)
        {
            // A key or token is no less secret for standing in the wrong header.
            if (header.Name.Trim().Equals("Authorization", StringComparison.OrdinalIgnoreCase))
                secrets.Add(header.Value.Values);
        }

        foreach (var rule in ApiRules.All)
            rule.Check(request, report);

        foreach (var recipient in request.Recipients)
            new NameAndAddressSwapped().Check(recipient, request.Context, report);

        foreach (var sender in request.Senders)
        {
            foreach (var rule in SenderRule.All)
                rule.Check(sender, request.Context, report);
        }
    }
}
