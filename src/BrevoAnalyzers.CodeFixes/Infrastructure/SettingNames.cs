namespace BrevoAnalyzers.CodeFixes.Infrastructure;

/// <summary>What a setting is called in each of the places where the project keeps its settings.</summary>
/// <param name="ConfigurationKey">The full key, "Brevo:SmtpKey"; null when the naming is not known.</param>
/// <param name="EnvironmentVariable">"BREVO_SMTP_KEY".</param>
/// <param name="PreferConfiguration">Read from an <c>IConfiguration</c> where one is in scope; else from the environment.</param>
/// <param name="MemberAccess">An expression beside the sibling settings, "_options.Value.SmtpKey", taken before all others if it is a string there.</param>
internal sealed record SettingNames(string? ConfigurationKey, string EnvironmentVariable, bool PreferConfiguration, string? MemberAccess = null);
