using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using BrevoAnalyzers.Model;
using BrevoAnalyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BrevoAnalyzers.Reading;

/// <summary>
/// Reads ABP's mail settings where code sets them by name: <c>SetGlobalAsync(EmailSettingNames.Smtp.Port, "25")</c>, <c>new
/// SettingDefinition(name, value)</c>, <c>GetOrNull(name).DefaultValue = value</c>. What one member sets belongs together.
/// </summary>
/// <remarks>
/// <c>EnableSsl</c> goes to System.Net.Mail, or with ABP's MailKit module becomes implicit TLS unless <c>AbpMailKitOptions</c> says
/// otherwise. <c>UseDefaultCredentials</c> is "true" by default, but another file may set it: only what is written is judged.
/// </remarks>
internal sealed class AbpSettingsReader
{
    private const string Prefix = "Abp.Mailing.";
    private const string SmtpPrefix = Prefix + "Smtp";

    private readonly MailCode _code;
    private readonly Dictionary<SyntaxNode, Group> _groups = new();
    private readonly List<Group> _inOrder = new();

    private AbpSettingsReader(MailCode code) => _code = code;

    public static IEnumerable<SmtpSession> Read(MailCode code)
    {
        var reader = new AbpSettingsReader(code);
        foreach (var node in code.Expressions)
            reader.Collect(node);

        foreach (var group in reader._inOrder)
        {
            foreach (var session in reader.Draft(group)?.Sessions(code) ?? Array.Empty<SmtpSession>())
                yield return session;
        }
    }

    private void Collect(SyntaxNode node)
    {
        switch (node)
        {
            case InvocationExpressionSyntax { ArgumentList.Arguments: { Count: > 1 } arguments }:
                AddArgument(node, arguments);
                break;
            case BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: { Count: > 1 } arguments }:
                AddArgument(node, arguments);
                break;
            case AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "DefaultValue" } target, Right: var value }:
                foreach (var inner in target.Expression.DescendantNodesAndSelf())
                {
                    if (inner is InvocationExpressionSyntax { ArgumentList.Arguments: { Count: 1 } names })
                        Add(node, names[0].Expression, value);
                }

                break;
        }
    }

    private void AddArgument(SyntaxNode node, SeparatedSyntaxList<ArgumentSyntax> arguments)
    {
        for (var i = 0; i + 1 < arguments.Count; i++)
            Add(node, arguments[i].Expression, arguments[i + 1].Expression);
    }

    private void Add(SyntaxNode node, ExpressionSyntax name, ExpressionSyntax value)
    {
        if (!MayBeName(name) || _code.Operation(name)?.ConstantValue is not { HasValue: true, Value: string key } || !key.StartsWith(Prefix, StringComparison.Ordinal))
            return;
        if (_code.Operation(value) is not { } operation || node.FirstAncestorOrSelf<MemberDeclarationSyntax>() is not { } member)
            return;

        if (!_groups.TryGetValue(member, out var group))
        {
            _groups.Add(member, group = new Group(node));
            _inOrder.Add(group);
        }

        var last = key.Substring(key.LastIndexOf('.') + 1);
        group.Entries.Add(last, operation);
        if (last == "EnableSsl")
            group.EnableSsl = operation;
        else if (last == "UseDefaultCredentials")
            group.UseDefaultCredentials = operation;
    }

    /// <summary>Only a constant of ABP's or the name itself is bound.</summary>
    private static bool MayBeName(ExpressionSyntax name) => name switch
    {
        LiteralExpressionSyntax literal => literal.Token.Value is string text && text.StartsWith(Prefix, StringComparison.Ordinal),
        MemberAccessExpressionSyntax access => access.ToString().IndexOf("EmailSettingNames", StringComparison.Ordinal) >= 0,
        _ => false,
    };

    private SessionDraft? Draft(Group group)
    {
        var usesMailKit = _code.Compilation.GetTypeByMetadataName("Volo.Abp.MailKit.AbpMailKitOptions") is not null;
        SessionValue? tls = null;
        if (group.EnableSsl is { } flag && !(usesMailKit && IsModeChosenElsewhere()))
        {
            var flags = SettingValues.Flags(_code.Resolver.Resolve(flag));
            tls = new SessionValue(usesMailKit ? MailKitReader.AsMode(flags, TlsMode.SslOnConnect, TlsMode.StartTlsWhenAvailable) : MailKitReader.AsMode(flags, TlsMode.StartTls, TlsMode.None), flag.Syntax);
        }

        return group.Entries.Draft(_code, usesMailKit ? SmtpLibrary.MailKit : SmtpLibrary.SystemNetMail, tls, Missing(group));
    }

    private MissingAuthentication? Missing(Group group)
    {
        if (group.UseDefaultCredentials is not { } flag)
            return null;

        foreach (var value in SettingValues.Flags(_code.Resolver.Resolve(flag)))
        {
            if (value is not { IsConstant: true, Value: true })
                return null;
        }

        return new MissingAuthentication(MissingAuthenticationKind.DefaultCredentials, flag.Syntax);
    }

    private bool IsModeChosenElsewhere()
    {
        foreach (var tree in _code.Compilation.SyntaxTrees)
        {
            if (tree.GetText(_code.Cancellation).ToString().IndexOf("AbpMailKitOptions", StringComparison.Ordinal) >= 0)
                return true;
        }

        return false;
    }

    private sealed class Group
    {
        public Group(SyntaxNode start) => Entries = new SettingEntries(SmtpPrefix, start);

        public SettingEntries Entries { get; }

        public IOperation? EnableSsl { get; set; }

        public IOperation? UseDefaultCredentials { get; set; }
    }
}
