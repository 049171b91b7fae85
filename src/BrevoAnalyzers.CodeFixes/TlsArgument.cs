using BrevoAnalyzers.CodeFixes.Infrastructure;
using BrevoAnalyzers.Model;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BrevoAnalyzers.CodeFixes;

/// <summary>The TLS mode of a MailKit <c>Connect</c>, as an argument of its own.</summary>
internal static class TlsArgument
{
    private const string Parameter = "options";
    private const string Flag = "useSsl";
    private const int Position = 2;

    /// <summary><c>SecureSocketOptions.StartTls</c></summary>
    public static ExpressionSyntax Mode(TlsMode mode) => Imports.AddMember("MailKit.Security.SecureSocketOptions", mode.ToString());

    /// <summary>Gives the call this mode, in place of a mode or flag that it has. One that says the same already stays as it is.</summary>
    public static void Write(DocumentEdits edits, InvocationExpressionSyntax connect, TlsMode mode)
    {
        if ((ArgumentEdits.Find(connect.ArgumentList, Parameter, Position) ?? ArgumentEdits.Find(connect.ArgumentList, Flag, Position)) is not { } argument)
            edits.AddArgument(connect.ArgumentList, Mode(mode), Parameter, Position);
        else if (argument.Expression is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } || name != mode.ToString())
            Replace(edits, argument, mode);
    }

    /// <summary>Another mode for an argument. A flag becomes a mode: that is the overload beside its own.</summary>
    public static void Replace(DocumentEdits edits, ArgumentSyntax argument, TlsMode mode)
    {
        edits.ReplaceArgument(argument, Mode(mode));
        if (argument.NameColon is { Name: { Identifier.ValueText: Flag } name })
            edits.Replace(name, SyntaxFactory.IdentifierName(Parameter));
    }
}
