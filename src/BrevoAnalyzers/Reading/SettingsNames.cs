using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Threading;
using BrevoAnalyzers.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BrevoAnalyzers.Reading;

/// <summary>
/// By name, what a project declares that may hold or take the settings of an SMTP session. Most calls and creations are none of these, and a
/// look at their name spares the making of operations for the methods that they stand in.
/// </summary>
internal sealed class SettingsNames
{
    private static readonly ConditionalWeakTable<Compilation, SettingsNames> s_projects = new();
    private static readonly ConditionalWeakTable<SyntaxTree, OneFile> s_files = new();
    private static readonly List<string> s_none = new(0);

    private readonly HashSet<string> _takingHost = new();
    private readonly Dictionary<string, TypeNames> _types = new();
    private readonly Dictionary<string, List<string>> _aliases = new();

    private readonly ConcurrentDictionary<string, bool> _isSession = new();
    private readonly ConcurrentDictionary<ISymbol, bool> _reachesClient = new(SymbolEqualityComparer.Default);

    private SettingsNames(Compilation compilation, CancellationToken cancellation)
    {
        foreach (var tree in compilation.SyntaxTrees)
        {
            cancellation.ThrowIfCancellationRequested();
            var file = s_files.GetValue(tree, t => new OneFile(t.GetRoot(cancellation)));
            _takingHost.UnionWith(file.TakingHost);
            foreach (var (alias, type) in file.Aliases)
                NamesBehind(alias).Add(type);
            foreach (var type in file.Types)
            {
                if (!_types.TryGetValue(type.Name, out var known))
                    _types.Add(type.Name, known = new TypeNames(type.Name));
                known.Add(type);
            }
        }

        foreach (var alias in _aliases)
        {
            if (alias.Value.Exists(_takingHost.Contains))
                _takingHost.Add(alias.Key);
        }
    }

    private List<string> NamesBehind(string alias)
    {
        if (!_aliases.TryGetValue(alias, out var names))
            _aliases.Add(alias, names = new List<string>(1));

        return names;
    }

    public static SettingsNames Of(MailCode code) => s_projects.GetValue(code.Compilation, compilation => new SettingsNames(compilation, code.Cancellation));

    /// <summary>Whether a method, or a constructor of a type, of this name takes a host.</summary>
    public bool MayTakeHost(string name) => _takingHost.Contains(name);

    /// <summary>Whether a type has another name as well in one of the files.</summary>
    public bool IsAlias(string name) => _aliases.ContainsKey(name);

    /// <summary>
    /// Whether a type of this name has the settings of a session, as far as the project declares it and its bases; null where it does not.
    /// </summary>
    public bool? HasSettings(string type)
    {
        if (_types.ContainsKey(type))
            return _isSession.GetOrAdd(type, IsSession);

        // Another name for a type is good for what the type's own name is. Two files may mean different types by it.
        return _aliases.TryGetValue(type, out var names) && names.Exists(name => _types.ContainsKey(name) ? _isSession.GetOrAdd(name, IsSession) : RoleTable<object>.SaysMail(name)) ? true : null;
    }

    /// <summary>What <paramref name="find"/> says of a type, found once a project.</summary>
    public bool ReachesClient(INamedTypeSymbol type, Func<INamedTypeSymbol, bool> find) =>
        _reachesClient.TryGetValue(type, out var reaches) ? reaches : _reachesClient[type] = find(type);

    /// <summary>Whether a member of this name means a setting of a session.</summary>
    public static bool IsSetting(string owner, string member) => RoleTable<object>.RoleOf(owner, member) != SettingRole.None;

    /// <summary>A type has what its bases have; one with a foreign base that speaks of mail may have anything.</summary>
    private bool IsSession(string type)
    {
        var members = new List<string>();
        var open = new Stack<string>();
        var seen = new HashSet<string>();
        open.Push(type);
        while (open.Count > 0)
        {
            var name = open.Pop();
            if (!seen.Add(name))
                continue;
            if (_types.TryGetValue(name, out var declared))
            {
                members.AddRange(declared.Members);
                foreach (var @base in declared.Bases)
                {
                    open.Push(@base);
                    foreach (var named in _aliases.TryGetValue(@base, out var names) ? names : s_none)
                        open.Push(named);
                }
            }
            else if (RoleTable<object>.SaysMail(name))
            {
                return true;
            }
        }

        return members.Exists(SettingRoles.MayBeHost) && HasRoles(type, members);
    }

    private static bool HasRoles(string type, List<string> members)
    {
        var roles = new RoleTable<string>(type, isOneThing: false);
        foreach (var member in members)
            roles.Add(member, member);

        return roles.MayBeSession;
    }

    /// <summary>What the declarations of one name hold, of whatever namespaces.</summary>
    private sealed class TypeNames
    {
        public TypeNames(string name) => Name = name;

        public string Name { get; }

        public List<string> Members { get; } = new();

        public List<string> Bases { get; } = new();

        public void Add(TypeNames part)
        {
            Members.AddRange(part.Members);
            Bases.AddRange(part.Bases);
        }
    }

    private sealed class OneFile
    {
        public OneFile(SyntaxNode root)
        {
            foreach (var node in root.DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax))
            {
                switch (node)
                {
                    case TypeDeclarationSyntax type:
                        AddType(type);
                        break;
                    case MethodDeclarationSyntax method:
                        AddCallee(method.Identifier.ValueText, method.ParameterList);
                        break;
                    case ConstructorDeclarationSyntax constructor:
                        AddCallee(constructor.Identifier.ValueText, constructor.ParameterList);
                        break;
                    case UsingDirectiveSyntax { Alias.Name.Identifier.ValueText: var alias, NamespaceOrType: var named }:
                        Aliases.Add((alias, MailCode.NameOf(named)));
                        break;
                }
            }
        }

        public List<string> TakingHost { get; } = new();

        public List<TypeNames> Types { get; } = new();

        public List<(string Alias, string Type)> Aliases { get; } = new();

        private void AddType(TypeDeclarationSyntax type)
        {
            var names = new TypeNames(type.Identifier.ValueText);
            Types.Add(names);
            names.Members.AddRange(MemberNames(type));
            foreach (var @base in type.BaseList?.Types ?? default)
                names.Bases.Add(MailCode.NameOf(@base.Type));
            if (type.ParameterList is { } parameters)
                AddCallee(names.Name, parameters);
        }

        private void AddCallee(string name, ParameterListSyntax parameters)
        {
            foreach (var parameter in parameters.Parameters)
            {
                if (SettingRoles.MayBeHost(parameter.Identifier.ValueText) && RoleTable<object>.RoleOf("", parameter.Identifier.ValueText) == SettingRole.Host)
                {
                    TakingHost.Add(name);
                    return;
                }
            }
        }

        private static IEnumerable<string> MemberNames(TypeDeclarationSyntax type)
        {
            if (type is RecordDeclarationSyntax { ParameterList: { } positional })
            {
                foreach (var parameter in positional.Parameters)
                    yield return parameter.Identifier.ValueText;
            }

            foreach (var member in type.Members)
            {
                if (member is PropertyDeclarationSyntax property)
                    yield return property.Identifier.ValueText;
                if (member is not FieldDeclarationSyntax fields)
                    continue;

                foreach (var field in fields.Declaration.Variables)
                    yield return field.Identifier.ValueText;
            }
        }
    }
}
