using System.Collections.Immutable;
using System.Threading;
using BrevoAnalyzers.Model;
using BrevoAnalyzers.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BrevoAnalyzers.Doors;

/// <summary>A type's declarations with what the text of their files names: enough to know what in it is worth reading.</summary>
internal sealed class OpenedType
{
    private readonly INamedTypeSymbol _type;
    private readonly ImmutableArray<SyntaxNode> _parts;

    private OpenedType(INamedTypeSymbol type, ImmutableArray<SyntaxNode> parts)
    {
        _type = type;
        _parts = parts;
    }

    public bool NamesSmtp { get; private set; }

    public bool NamesApi { get; private set; }

    public bool NamesEvents { get; private set; }

    public bool NamesFluentEmail { get; private set; }

    /// <summary>Whether the type may send mail.</summary>
    public bool NamesSends => NamesSmtp || NamesApi || NamesFluentEmail;

    public static OpenedType Of(INamedTypeSymbol type, TextGate gate, CancellationToken cancellation)
    {
        var parts = ImmutableArray.CreateBuilder<SyntaxNode>(type.DeclaringSyntaxReferences.Length);
        foreach (var reference in type.DeclaringSyntaxReferences)
            parts.Add(reference.GetSyntax(cancellation));

        var opened = new OpenedType(type, parts.MoveToImmutable());
        foreach (var part in opened._parts)
        {
            opened.NamesSmtp |= gate.NamesSmtp(part.SyntaxTree, cancellation);
            opened.NamesApi |= gate.NamesApi(part.SyntaxTree, cancellation);
            opened.NamesEvents |= gate.NamesEvents(part.SyntaxTree, cancellation);
            opened.NamesFluentEmail |= gate.NamesFluentEmail(part.SyntaxTree, cancellation);
        }

        return opened;
    }

    public MailCode Read(TextGate gate, SettingsFiles files, Compilation compilation, AnalyzerOptions analyzerOptions, CancellationToken cancellation)
    {
        var options = BrevoOptions.Read(analyzerOptions.AnalyzerConfigOptionsProvider.GetOptions(_parts[0].SyntaxTree), gate.IsTestProject);
        return new MailCode(_type, _parts, compilation, options, cancellation, files.Configured);
    }
}
