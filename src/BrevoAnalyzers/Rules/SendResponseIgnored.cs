using BrevoAnalyzers.Model;
using Microsoft.CodeAnalysis;

namespace BrevoAnalyzers.Rules;

/// <summary>BREVO5001 of FluentEmail, which returns failures and throws none.</summary>
internal sealed class SendResponseIgnored : DeliveryRule
{
    public override DiagnosticDescriptor Rule => ResponseIgnored.Descriptor;

    public override void Check(MailSend send, Report report)
    {
        if (send.IgnoresSendResponse)
            report.At(ResponseIgnored.Descriptor, send.Call, null, "FluentEmail throws nothing, so a wrong key and a suspended account", "Check Successful");
    }
}
