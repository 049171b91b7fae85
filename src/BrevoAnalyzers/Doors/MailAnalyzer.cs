using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using BrevoAnalyzers.Doors;
using BrevoAnalyzers.Model;
using BrevoAnalyzers.Reading;
using BrevoAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BrevoAnalyzers;

/// <summary>
/// The door for code that sends mail, by SMTP or by the API, and for code that reads what Brevo tells of it. It reads a file once the
/// compiler has bound it, so that nothing is bound twice, and in it the types with a file that names a way to do so, in a project that names Brevo.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MailAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = Descriptors();

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        // Told by the door itself: at each finding the compiler would look at all tokens of the file for what its text tells at once.
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (MailProject.Of(start) is not { } project)
                return;

            LegacySdk.Register(start, project.Gate);
            project.Register(start, Read);
        });
    }

    private static ImmutableArray<DiagnosticDescriptor> Descriptors()
    {
        var descriptors = new HashSet<DiagnosticDescriptor> { SecretLogged.Descriptor, UnknownEventName.Descriptor };
        foreach (var rule in SmtpRule.All)
            descriptors.Add(rule.Rule);
        foreach (var rule in SenderRule.All)
            descriptors.Add(rule.Rule);
        foreach (var rule in ApiRules.All)
            descriptors.Add(rule.Rule);
        foreach (var rule in DeliveryRule.All)
            descriptors.Add(rule.Rule);

        return descriptors.ToImmutableArray();
    }

    private static void Read(MailFile file, Action<Diagnostic> sink)
    {
        var smtp = new SmtpTypes(file);
        var api = new ApiRequests(file);
        var once = MailFile.Once(sink);
        foreach (var type in file.Types(Signs.Send | Signs.Event | Signs.Secret))
            file.Report(type, (opened, found) => Read(opened, file, smtp, api, found), once);
    }

    private static void Read(OpenedType type, MailFile file, SmtpTypes smtp, ApiRequests api, Action<Diagnostic> sink)
    {
        var code = file.Read(type);
        if (type.Symbol.TypeKind == TypeKind.Enum)
        {
            Check(EventEnums.Read(code), new Report(sink, code.Context.Options, code.Holds));
            return;
        }

        if (type.Names(Signs.Smtp))
            smtp.Check(code, sink);
        if (type.Names(Signs.Api))
            api.Check(code, sink);
        if (type.Names(Signs.Send))
            Sends.Check(code, type.Names(Signs.FluentEmail) ? file.Project.FluentEmail : null, sink);
        if (type.Names(Signs.Event))
            Check(EventReader.Read(code), new Report(sink, code.Context.Options, code.Holds));
        if (type.Names(Signs.Secret))
            SecretLogged.CheckNamed(LogReader.Read(code), new Report(sink, code.Context.Options, code.Holds));
    }

    private static void Check(IEnumerable<EventWords> found, Report report)
    {
        foreach (var words in found)
            UnknownEventName.Check(words, report);
    }
}
