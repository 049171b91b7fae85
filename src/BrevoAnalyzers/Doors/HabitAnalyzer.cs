using System;
using System.Collections.Immutable;
using BrevoAnalyzers.Doors;
using BrevoAnalyzers.Reading;
using BrevoAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BrevoAnalyzers;

/// <summary>
/// The door for opinions on how mail is sent. All its rules are off by default, so that the compiler leaves it out until one of them is
/// turned on.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class HabitAnalyzer : DiagnosticAnalyzer
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
            if (MailProject.Of(start) is { } project)
                project.Register(start, Read);
        });
    }

    private static ImmutableArray<DiagnosticDescriptor> Descriptors()
    {
        var descriptors = ImmutableArray.CreateBuilder<DiagnosticDescriptor>();
        foreach (var rule in HabitRule.All)
            descriptors.Add(rule.Rule);

        return descriptors.ToImmutable();
    }

    private static void Read(MailFile file, Action<Diagnostic> sink)
    {
        foreach (var type in file.Types(Signs.Send))
            file.Report(type, (opened, found) => Read(file.Read(opened), found), sink);
    }

    private static void Read(MailCode code, Action<Diagnostic> sink)
    {
        var report = new Report(sink, code.Context.Options, code.Holds);
        foreach (var found in SendHabits.Read(code))
        {
            foreach (var rule in HabitRule.All)
                rule.Check(found, report);
        }
    }
}
