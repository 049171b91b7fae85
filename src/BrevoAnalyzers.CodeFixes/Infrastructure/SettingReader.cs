using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BrevoAnalyzers.CodeFixes.Infrastructure;

/// <summary>Replaces a value written in the source by code that reads it from where the project keeps its settings.</summary>
internal static class SettingReader
{
    private const string ReplacementKind = "BrevoAnalyzers.Setting";

    // Each costs a compilation of the member: beyond the nearest few nothing better is to be expected.
    private const int MaximumConfigurations = 4;

    /// <summary>The edit, proven to compile, and where it reads from; null when there is none.</summary>
    /// <param name="value">The text to be replaced. Of a constant that is put together, any part: the whole is replaced.</param>
    public static async Task<SettingRead?> ReadAsync(Document document, SyntaxNode value, SettingNames names, CancellationToken cancellationToken)
    {
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        if (model is null || WholeConstant.Around(value, model, cancellationToken) is not { } expression)
            return null;

        // What reads the setting already is not cured by it: the wrong value is its default, elsewhere.
        if (names.MemberAccess is { } read && SyntaxFactory.AreEquivalent(SyntaxFactory.ParseExpression(read), expression))
            return null;

        var place = await DeclarationPlan.ForAsync(document, model, expression, cancellationToken).ConfigureAwait(false);
        if (place is null)
            return null;

        foreach (var (source, candidate) in Candidates(model, expression, names, cancellationToken))
        {
            if (Edit(document, model, expression, place, candidate, cancellationToken) is { } edit)
                return new SettingRead(edit, source);
        }

        return null;
    }

    /// <summary>Ways to read the setting, best first, proven by nothing yet.</summary>
    public static IEnumerable<(SettingSource Source, ExpressionSyntax Read)> Candidates(SemanticModel model, ExpressionSyntax place, SettingNames names, CancellationToken cancellationToken)
    {
        if (names.MemberAccess is { } memberAccess)
        {
            var member = SyntaxFactory.ParseExpression(memberAccess);
            if (!member.ContainsDiagnostics)
            {
                yield return (SettingSource.Settings, member);
                yield return (SettingSource.Settings, OrThrow(member, LastName(memberAccess)));
            }
        }

        if (names is { PreferConfiguration: true, ConfigurationKey: { } key })
        {
            var tried = 0;
            foreach (var source in ConfigurationScope.At(model, place, key, cancellationToken))
            {
                yield return (SettingSource.Configuration, OrThrow(source, key));
                if (++tried == MaximumConfigurations)
                    break;
            }
        }

        yield return (SettingSource.Environment, OrThrow(EnvironmentVariable(names.EnvironmentVariable), names.EnvironmentVariable));
    }

    private static Action<DocumentEdits>? Edit(
        Document document, SemanticModel model, ExpressionSyntax expression, DeclarationPlan place, ExpressionSyntax candidate, CancellationToken cancellationToken)
    {
        var mark = new SyntaxAnnotation(ReplacementKind);
        var replacement = Precedence.Parenthesise(candidate.WithAdditionalAnnotations(mark), expression);
        replacement = InnerComments.Keep(expression, replacement);

        var edits = new DocumentEdits();
        Record(edits);
        var root = edits.ApplyTo(expression.SyntaxTree.GetRoot(cancellationToken), document.Project.Solution);
        var after = TrialBind.Run(model, root, place.Region, cancellationToken);
        return after is not null && ReadsAString(after, root, mark, cancellationToken) ? Record : null;

        void Record(DocumentEdits all)
        {
            all.Replace(expression, replacement);
            place.Record(all);
        }
    }

    /// <summary>The candidate is a string, and not the very thing whose initial value it would become.</summary>
    private static bool ReadsAString(SemanticModel after, SyntaxNode editedRoot, SyntaxAnnotation mark, CancellationToken cancellationToken)
    {
        foreach (var marked in editedRoot.GetAnnotatedNodes(mark))
        {
            var node = after.SyntaxTree.GetRoot(cancellationToken).FindNode(marked.Span, getInnermostNodeForTie: true);
            if (after.GetTypeInfo(node, cancellationToken).Type?.SpecialType != SpecialType.System_String)
                return false;

            foreach (var name in node.DescendantNodesAndSelf())
            {
                if (name is SimpleNameSyntax && IsDeclaredAround(name, after.GetSymbolInfo(name, cancellationToken).Symbol))
                    return false;
            }

            return true;
        }

        return false;
    }

    private static bool IsDeclaredAround(SyntaxNode name, ISymbol? symbol)
    {
        if (symbol is not (IFieldSymbol or IPropertySymbol or ILocalSymbol))
            return false;

        foreach (var declaration in symbol.DeclaringSyntaxReferences)
        {
            if (declaration.SyntaxTree == name.SyntaxTree && declaration.Span.Contains(name.Span))
                return true;
        }

        return false;
    }

    /// <summary><c>Environment.GetEnvironmentVariable("BREVO_SMTP_KEY")</c></summary>
    private static ExpressionSyntax EnvironmentVariable(string name)
        => SyntaxFactory.InvocationExpression(
            Imports.AddMember("System.Environment", "GetEnvironmentVariable"),
            SyntaxFactory.ArgumentList(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Argument(Text(name)))));

    /// <summary><c>… ?? throw new InvalidOperationException("Brevo:SmtpKey is not set")</c></summary>
    public static ExpressionSyntax OrThrow(ExpressionSyntax read, string name)
        => SyntaxFactory.BinaryExpression(
            SyntaxKind.CoalesceExpression,
            read.WithTrailingTrivia(SyntaxFactory.Space),
            SyntaxFactory.Token(SyntaxKind.QuestionQuestionToken).WithTrailingTrivia(SyntaxFactory.Space),
            Throw(name));

    /// <summary><c>throw new InvalidOperationException("Brevo:SmtpKey is not set")</c></summary>
    public static ThrowExpressionSyntax Throw(string name)
    {
        var exception = SyntaxFactory.ObjectCreationExpression(
            SyntaxFactory.Token(SyntaxKind.NewKeyword).WithTrailingTrivia(SyntaxFactory.Space),
            Imports.AddType("System.InvalidOperationException"),
            SyntaxFactory.ArgumentList(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Argument(Text(name + " is not set")))),
            initializer: null);

        return SyntaxFactory.ThrowExpression(SyntaxFactory.Token(SyntaxKind.ThrowKeyword).WithTrailingTrivia(SyntaxFactory.Space), exception);
    }

    private static LiteralExpressionSyntax Text(string value)
        => SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(value));

    private static string LastName(string memberAccess)
        => memberAccess.Substring(memberAccess.LastIndexOf('.') + 1);
}
