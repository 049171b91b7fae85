using System;

namespace BrevoAnalyzers.CodeFixes.Infrastructure;

/// <summary>One way to repair a finding, as the light bulb shows it.</summary>
/// <param name="Title">What will be written, in the imperative, without a value: "Connect on port 587 with STARTTLS".</param>
/// <param name="EquivalenceKey">
/// The same for all findings that "fix all" repairs together: one key per kind of fix, never one per place or per
/// outcome, or <c>dotnet format</c> leaves the other half unfixed.
/// </param>
/// <param name="Edit">Records the edits. It has no other effect and may run several times.</param>
public sealed record FixChoice(string Title, string EquivalenceKey, Action<DocumentEdits> Edit);
