using BrevoAnalyzers.Model;
using BrevoAnalyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BrevoAnalyzers.Rules;

/// <summary>
/// BREVO2004: a key or password in the source. A full key in one literal is found wherever it stands, by <see cref="KeyLiteralAnalyzer"/>;
/// here is what only its use betrays: most SMTP keys are 16 characters without a prefix.
/// </summary>
internal sealed class HardCodedCredential : SmtpRule, IApiRule
{
    internal static readonly DiagnosticDescriptor Descriptor = new(
        "BREVO2004",
        "A Brevo key or password is written into the source",
        "A Brevo {0} is written into {1} can send in your name. Revoke it in Brevo and read a new one from the settings.",
        Category.Credentials,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Category.PageOf("BREVO2004"));

    /// <summary>The part of the message that says where the secret stands, for code.</summary>
    internal const string InSource = "the source: whoever reads the code";

    /// <inheritdoc cref="InSource"/>
    internal const string InSettings = "a settings file: whoever reads it";

    public override DiagnosticDescriptor Rule => Descriptor;

    private static string WhereOf(Place secret) => secret.IsInFile ? InSettings : InSource;

    public override void Check(SmtpSession session, Report report)
    {
        foreach (var password in session.Password.Values.Known)
        {
            if (password.Text is not { } text || !IsSecret(text, session.Context.Options.IsTestProject) || IsWholeKeyLiteral(password, text))
                continue;

            report.At(Descriptor, password, session.Password.Use, SettingNaming.For(SettingRole.SmtpKey, session.Siblings(SettingRole.SmtpKey)), "SMTP password", WhereOf(password.Place));
        }
    }

    public void Check(ApiRequest request, Report report)
    {
        foreach (var key in request.Keys)
        {
            foreach (var known in key.Values.Known)
            {
                if (known.Text is { } text && IsApiSecret(text, request.Context.Options.IsTestProject) && !IsWholeKeyLiteral(known, text))
                    report.At(Descriptor, known, key.Use, SettingNaming.For(SettingRole.ApiKey, request.Siblings()), "API key", WhereOf(known.Place));
            }
        }
    }

    /// <summary>
    /// API keys have one shape only; any other constant is a secret too, unless it stands for one or names its setting, and not in
    /// tests.
    /// </summary>
    private static bool IsApiSecret(string text, bool isTestCode) =>
        BrevoKeys.IsFullShape(BrevoKeys.Classify(text))
        || (!isTestCode && !Placeholders.IsPlaceholder(text) && SettingRoles.Classify(text) == SettingRole.None);

    private static bool IsSecret(string text, bool isTestCode)
    {
        var shape = BrevoKeys.Classify(text);
        return BrevoKeys.IsFullShape(shape) || (!Placeholders.IsPlaceholder(text) && (!isTestCode || shape == KeyShape.ShortSmtpKey) && !IsAddress(text));
    }

    /// <summary>A login in the place of the password is no secret: the two are swapped.</summary>
    private static bool IsAddress(string text) => BrevoFacts.IsSmtpLoginAddress(text);

    private static bool IsWholeKeyLiteral(Possibility password, string text) =>
        password.Place.Node is LiteralExpressionSyntax && BrevoKeys.IsFullShape(BrevoKeys.Classify(text));
}
