using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using BrevoAnalyzers.Model;
using BrevoAnalyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BrevoAnalyzers.Reading;

/// <summary>
/// Reads settings that are entries under keys: <c>new Dictionary&lt;string, string&gt; { ["SmtpHost"] = … }</c>, in-memory configuration,
/// and entries set one after the other. Entries belong together that stand in one table, or in one block for one receiver, under one
/// prefix.
/// </summary>
internal sealed class SettingsTableReader
{
    private readonly MailCode _code;
    private readonly Dictionary<(SyntaxNode Table, string Receiver, string Prefix), SettingEntries> _tables = new();
    private readonly List<SettingEntries> _inOrder = new();

    private bool? _hasHostUnderKey;

    private SettingsTableReader(MailCode code) => _code = code;

    public static IEnumerable<SmtpSession> Read(MailCode code)
    {
        var reader = new SettingsTableReader(code);
        foreach (var node in code.Expressions)
            reader.Collect(node);

        foreach (var table in reader._inOrder)
        {
            foreach (var session in table.Draft(code)?.Sessions(code) ?? Array.Empty<SmtpSession>())
                yield return session;
        }
    }

    private void Collect(SyntaxNode node)
    {
        switch (node)
        {
            case BaseObjectCreationExpressionSyntax { Initializer: { } initializer }:
                foreach (var element in initializer.Expressions)
                    CollectElement(node, element);
                break;
            case BaseObjectCreationExpressionSyntax { ArgumentList.Arguments.Count: 2 } when MailCode.NameOf(node) is "KeyValuePair" or "" && (node.Parent is InitializerExpressionSyntax or CollectionElementSyntax || node.Parent?.Parent is ArgumentListSyntax):
                if (_code.Operation(node) is IObjectCreationOperation { Type.Name: "KeyValuePair", Arguments: { Length: 2 } pair })
                    Add(node.Parent!, "", pair[0].Value, pair[1].Value);
                break;
            case AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Left: ElementAccessExpressionSyntax { Expression: var receiver, ArgumentList.Arguments: { Count: 1 } key } }
                when HasHostUnderKey && MayBeKey(key[0].Expression) && node.FirstAncestorOrSelf<BlockSyntax>() is { } block:
                if (_code.Operation(node) is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Arguments: { Length: 1 } index } } assignment)
                    Add(block, receiver.ToString(), index[0].Value, assignment.Value);
                break;
        }
    }

    private void CollectElement(SyntaxNode table, ExpressionSyntax element)
    {
        switch (element)
        {
            case AssignmentExpressionSyntax { Left: ImplicitElementAccessSyntax }:
                if (_code.Operation(element) is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Arguments: { Length: 1 } key } } assignment)
                    Add(table, "", key[0].Value, assignment.Value);
                break;
            case InitializerExpressionSyntax { Expressions: { Count: 2 } pair } when MayBeKey(pair[0]):
                if (_code.Operation(pair[0]) is { } name && _code.Operation(pair[1]) is { } value)
                    Add(table, "", name, value);
                break;
        }
    }

    /// <summary>
    /// Whether the type sets an entry one of whose words may be a host's. Most code that assigns by an index fills an array, and the key
    /// of a host, written out or a constant, says what it is.
    /// </summary>
    private bool HasHostUnderKey => _hasHostUnderKey ??= _code.Expressions.Any(static node =>
        node is AssignmentExpressionSyntax { Left: ElementAccessExpressionSyntax { ArgumentList: var key } } && SettingRoles.MayBeHost(key.ToString()));

    /// <summary>Only entries under a written key are bound: an index into an array is none.</summary>
    private static bool MayBeKey(ExpressionSyntax key) => key switch
    {
        LiteralExpressionSyntax literal => literal.Token.Value is string,
        BinaryExpressionSyntax binary => binary.IsKind(SyntaxKind.AddExpression) && MayBeKey(binary.Left),
        ParenthesizedExpressionSyntax inner => MayBeKey(inner.Expression),
        NameSyntax or MemberAccessExpressionSyntax or InterpolatedStringExpressionSyntax => true,
        InvocationExpressionSyntax => MailCode.NameOf(key) == "nameof",
        _ => false,
    };

    private void Add(SyntaxNode table, string receiver, IOperation key, IOperation value)
    {
        if (Operations.Unwrap(key)?.ConstantValue is not { HasValue: true, Value: string text })
            return;

        var (prefix, name) = SettingEntries.Split(text);
        if (!_tables.TryGetValue((table, receiver, prefix), out var entries))
        {
            _tables.Add((table, receiver, prefix), entries = new SettingEntries(prefix, table));
            _inOrder.Add(entries);
        }

        entries.Add(name, value);
    }
}

/// <summary>Settings under one prefix, by the roles of their keys.</summary>
internal sealed class SettingEntries
{
    private readonly RoleTable<IOperation> _roles;
    private readonly string _prefix;
    private readonly SyntaxNode _start;

    public SettingEntries(string prefix, SyntaxNode start)
    {
        _prefix = prefix;
        _start = start;
        _roles = new RoleTable<IOperation>(prefix, isOneThing: prefix.Length > 0);
    }

    /// <summary><c>Brevo:Smtp:Host</c> is the name Host under the prefix Brevo:Smtp.</summary>
    public static (string Prefix, string Name) Split(string key)
    {
        var colon = key.LastIndexOfAny(new[] { ':', '.' });
        var underscores = key.LastIndexOf("__", StringComparison.Ordinal);
        return colon >= underscores
            ? (key.Substring(0, Math.Max(colon, 0)), key.Substring(colon + 1))
            : (key.Substring(0, underscores), key.Substring(underscores + 2));
    }

    public void Add(string name, IOperation value) => _roles.Add(name, value);

    /// <summary>The session, as a library reads it where that is known.</summary>
    public SessionDraft? Draft(MailCode code, SmtpLibrary library = SmtpLibrary.Unknown, SessionValue? tls = null, MissingAuthentication? missing = null)
    {
        if (!_roles.IsSession || _roles.Find(SettingRole.Host) is not { } host)
            return null;

        return new SessionDraft(_start)
        {
            Library = library,
            Here = code.Resolver.GuardsAt(host),
            Host = Value(code, host),
            Port = Value(code, _roles.Find(SettingRole.Port), SettingValues.Ports),
            Login = Value(code, _roles.Find(SettingRole.Login)),
            Password = Value(code, _roles.Find(SettingRole.Password)),
            Tls = tls ?? Modes(code) ?? Value(code, _roles.Find(SettingRole.StartTls), SettingValues.StartTls),
            Senders = Senders(code),
            MissingAuthentication = missing,
            LeavesUnfinished = true,
            IsNamedAfterBrevo = SettingRoles.IsNamedAfterBrevo(_prefix),
        };
    }

    private SessionValue? Modes(MailCode code) =>
        _roles.Find(SettingRole.SecureSocketOptions) is { } mode ? Value(code, mode, values => SettingValues.Modes(values, Operations.Unwrap(mode)?.Type)) : null;

    private List<Sender> Senders(MailCode code)
    {
        var senders = new List<Sender>(1);
        if (Value(code, _roles.Find(SettingRole.Sender)) is { } address)
            senders.Add(new Sender(address, Value(code, _roles.Find(SettingRole.SenderName)) ?? SessionValue.Missing(_start)));

        return senders;
    }

    /// <summary>An entry's value, with the guards of where it is set.</summary>
    private static SessionValue? Value(MailCode code, IOperation? value, Func<ValueSet, ValueSet>? convert = null)
    {
        if (value is null)
            return null;

        var guards = code.Resolver.GuardsAt(value);
        var held = ImmutableArray.CreateBuilder<Possibility>();
        foreach (var possibility in code.Resolver.Resolve(value))
        {
            if (possibility.When(guards) is { } here)
                held.Add(here);
        }

        var values = new ValueSet(held.ToImmutable());
        return new SessionValue(convert is null ? values : convert(values), value.Syntax);
    }
}
