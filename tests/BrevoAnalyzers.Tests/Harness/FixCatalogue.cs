using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Reflection;
using System.Threading;
using System.Threading.Tasks;
using BrevoAnalyzers.CodeFixes.Files;
using BrevoAnalyzers.CodeFixes.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace BrevoAnalyzers.Tests;

/// <summary>All fixes of the package, as an editor finds them.</summary>
internal static class FixCatalogue
{
    private static readonly ImmutableArray<(Type Type, ImmutableArray<string> Rules, bool IsForFiles)> s_fixes =
    [
        .. from type in typeof(BrevoCodeFix).Assembly.GetTypes()
           where !type.IsAbstract && type.GetCustomAttribute<ExportCodeFixProviderAttribute>() is not null
           orderby type.FullName
           let fix = (CodeFixProvider)Activator.CreateInstance(type)!
           select (type, fix.FixableDiagnosticIds, !type.GetCustomAttribute<ExportCodeFixProviderAttribute>()!.DocumentKinds.Contains(nameof(TextDocumentKind.Document))),
    ];

    /// <summary>Fresh fixes for a rule in a document of this kind.</summary>
    /// <param name="failed">Hears of the exceptions that an editor would not.</param>
    public static IEnumerable<CodeFixProvider> For(string rule, TextDocument document, Action<Exception> failed)
    {
        foreach (var (type, rules, isForFiles) in s_fixes)
        {
            if (isForFiles == document is Document || !rules.Contains(rule))
                continue;

            var fix = (CodeFixProvider)Activator.CreateInstance(type)!;
            if (fix is BrevoCodeFix inCode)
                inCode.Failed = failed;
            if (fix is SettingsFileFix inFile)
                inFile.Failed = failed;
            yield return fix;
        }
    }

    /// <summary>What a fix offers for a finding, best first.</summary>
    public static async Task<List<CodeAction>> OfferedAsync(CodeFixProvider fix, TextDocument document, Diagnostic finding)
    {
        var actions = new List<CodeAction>();
        var context = document is Document code
            ? new CodeFixContext(code, finding, (action, _) => actions.Add(action), CancellationToken.None)
            : new CodeFixContext(document, finding, (action, _) => actions.Add(action), CancellationToken.None);
        await fix.RegisterCodeFixesAsync(context);
        return actions;
    }

    /// <summary>The source or settings file that a finding stands in; null where it stands nowhere.</summary>
    public static TextDocument? DocumentOf(Project project, Diagnostic finding)
    {
        if (finding.Location.SourceTree is { } tree)
            return project.Solution.GetDocument(tree);

        var path = finding.Location.GetLineSpan().Path;
        return project.AdditionalDocuments.FirstOrDefault(file => file.FilePath == path);
    }
}
