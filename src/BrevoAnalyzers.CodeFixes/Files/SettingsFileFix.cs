using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using System.Threading.Tasks;
using BrevoAnalyzers.Reading.Files;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace BrevoAnalyzers.CodeFixes.Files;

/// <summary>
/// Base of the fixes in settings files. They replace the text of a value and nothing around it, so that comments and layout stay
/// as they are.
/// </summary>
/// <remarks>
/// The files are additional documents: editors offer these fixes, <c>dotnet format</c> never does. Fix-all needs a
/// <see cref="Document"/> in the public API, so there is none. Which files are meant is asked of the name as a whole:
/// <c>.env.local</c> has no extension that could be listed.
/// </remarks>
public abstract class SettingsFileFix : CodeFixProvider
{
    /// <summary>Without any provider, <c>dotnet format</c> says of each rule that it cannot fix it, although the fixes of code do.</summary>
    private static readonly FixAllProvider NothingInCode = FixAllProvider.Create(static (_, _, _) => Task.FromResult<Document?>(null));

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => NothingInCode;

    /// <summary>Hears of the exceptions that the host does not: tests fail on them.</summary>
    internal Action<Exception>? Failed { get; set; }

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        try
        {
            if (context.TextDocument is not AdditionalDocument file || SettingsFileName.Of(PathOf(file), isNamedByProject: true) is not { } name)
                return;

            var text = await file.GetTextAsync(context.CancellationToken).ConfigureAwait(false);
            foreach (var diagnostic in context.Diagnostics)
            {
                foreach (var choice in Choices(new SettingsFixTarget(diagnostic, PathOf(file), name.Kind, text)))
                    context.RegisterCodeFix(CodeAction.Create(choice.Title, token => ApplyAsync(file, choice.Change, token), choice.EquivalenceKey), diagnostic);
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Failed?.Invoke(exception);
        }
    }

    /// <summary>The choices for one finding, best first; none when it cannot be repaired where it stands.</summary>
    private protected abstract IEnumerable<SettingsFixChoice> Choices(SettingsFixTarget target);

    internal static string PathOf(TextDocument file) => file.FilePath ?? file.Name;

    private static async Task<Solution> ApplyAsync(TextDocument file, TextChange change, CancellationToken cancellationToken)
    {
        var text = await file.GetTextAsync(cancellationToken).ConfigureAwait(false);
        return file.Project.Solution.WithAdditionalDocumentText(file.Id, text.WithChanges(change));
    }
}

/// <summary>One way to repair a finding in a settings file.</summary>
/// <param name="Title">What will be written, in the imperative, without a value of the user's.</param>
/// <param name="EquivalenceKey">The same for all findings that this kind of fix repairs.</param>
/// <param name="Change">The value's text and what replaces it.</param>
internal sealed record SettingsFixChoice(string Title, string EquivalenceKey, TextChange Change);
