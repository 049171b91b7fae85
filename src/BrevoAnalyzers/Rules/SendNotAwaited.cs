using BrevoAnalyzers.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BrevoAnalyzers.Rules;

/// <summary>BREVO5003: nobody sees the exception of a dropped task, and that of an <c>async void</c> method ends the process.</summary>
internal sealed class SendNotAwaited : DeliveryRule
{
    private static readonly DiagnosticDescriptor Descriptor = new(
        "BREVO5003",
        "A send is not awaited",
        "{0}",
        Category.Delivery,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Category.PageOf("BREVO5003"));

    private const string AsyncVoid = "This method sends and returns nothing to await: its caller cannot wait for the mail, and what it throws ends the process. Return a Task.";

    private const string AsyncLambda = "This lambda sends, and what it is handed to takes no task: nobody awaits it, and a failure ends the process. Await each send in a loop, or catch what it throws.";

    public override DiagnosticDescriptor Rule => Descriptor;

    public override void Check(MailSend send, Report report)
    {
        if (send.IsDropped)
            report.At(Descriptor, send.Call, null, "Nobody awaits this send: its failure is never seen, and the process may end before the mail is out");
        else if (send.AsyncVoid is { } keyword)
            report.At(Descriptor, keyword, null, keyword.Node is AnonymousFunctionExpressionSyntax ? AsyncLambda : AsyncVoid);
    }
}
