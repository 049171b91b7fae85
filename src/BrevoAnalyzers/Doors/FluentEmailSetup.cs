using System;
using System.Threading;

namespace BrevoAnalyzers.Doors;

/// <summary>
/// Whether a project sets FluentEmail up to send through Brevo. It is set up in one place and sends in others, so this is the one
/// question that is asked of a whole project, and only when FluentEmail is seen to send.
/// </summary>
internal sealed class FluentEmailSetup
{
    private readonly MailProject _project;
    private bool? _isBrevo;

    public FluentEmailSetup(MailProject project) => _project = project;

    /// <param name="cancellation">That of the question: the compilation's own may be long over.</param>
    public bool IsBrevo(CancellationToken cancellation) => _isBrevo ??= Find(cancellation);

    private bool Find(CancellationToken cancellation)
    {
        var isBrevo = false;
        foreach (var tree in _project.Compilation.SyntaxTrees)
        {
            cancellation.ThrowIfCancellationRequested();
            var text = tree.GetText(cancellation).ToString();
            if (HasOtherSender(text))
                return false;
            if (!isBrevo && IsSetUpIn(text) && _project.Compilation.GetSemanticModel(tree) is { } model)
                isBrevo = HoldsBrevoSession(_project.Open(model, cancellation));
        }

        return isBrevo;
    }

    private static bool IsSetUpIn(string text) => Has(text, "AddSmtpSender") || Has(text, "AddMailKitSender") || Has(text, "MailKitSender(") || Has(text, "SmtpSender(");

    /// <summary>A project with a second sender may mean that one.</summary>
    private static bool HasOtherSender(string text) => Has(text, "AddSendGridSender") || Has(text, "AddMailGunSender") || Has(text, "AddMailtrapSender") || Has(text, "AddGraphSender");

    private static bool Has(string text, string word) => text.IndexOf(word, StringComparison.Ordinal) >= 0;

    private static bool HoldsBrevoSession(MailFile file)
    {
        foreach (var type in file.Types(Signs.Smtp))
        {
            foreach (var session in SmtpTypes.Sessions(file.Read(type)))
            {
                if (session.IsBrevo)
                    return true;
            }
        }

        return false;
    }
}
