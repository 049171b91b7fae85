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

    private readonly HashSet<string> _takingHost = new();
    private readonly HashSet<string> _settings = new();
    private readonly HashSet<string> _declared = new();

    private readonly ConcurrentDictionary<ISymbol, bool> _reachesClient = new(SymbolEqualityComparer.Default);

    private SettingsNames(Compilation compilation, CancellationToken cancellation)
    {
        var bases = new List<(string Type, string Base)>();
        foreach (var tree in compilation.SyntaxTrees)
        {
            cancellation.ThrowIfCancellationRequested();
            var file = s_files.GetValue(tree, t => new OneFile(t.GetRoot(cancellation)));
            _takingHost.UnionWith(file.TakingHost);
            _settings.UnionWith(file.Settings);
            _declared.UnionWith(file.Declared);
            bases.AddRange(file.Bases);
        }

        AddDerived(bases);
    }

    public static SettingsNames Of(MailCode code) => s_projects.GetValue(code.Compilation, compilation => new SettingsNames(compilation, code.Cancellation));

    /// <summary>Whether a method, or a constructor of a type, of this name takes a host.</summary>
    public bool MayTakeHost(string name) => _takingHost.Contains(name);

    /// <summary>Whether a type of this name has settings, as far as the project declares it; null where it does not.</summary>
    public bool? HasSettings(string type) => _settings.Contains(type) ? true : _declared.Contains(type) ? false : null;

    /// <summary>What <paramref name="find"/> says of a type, found once a project.</summary>
    public bool ReachesClient(INamedTypeSymbol type, Func<INamedTypeSymbol, bool> find) =>
        _reachesClient.TryGetValue(type, out var reaches) ? reaches : _reachesClient[type] = find(type);

    /// <summary>Whether a member of this name means a setting of a session.</summary>
    public static bool IsSetting(string owner, string member) => RoleTable<object>.RoleOf(owner, member) != SettingRole.None;

    /// <summary>A type has what its base has; one with a foreign base may have anything.</summary>
    private void AddDerived(List<(string Type, string Base)> bases)
    {
        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var (type, @base) in bases)
            {
                if (HasSettings(@base) ?? RoleTable<object>.SaysMail(@base))
                    changed |= _settings.Add(type);
            }
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
                    case UsingDirectiveSyntax { Alias.Name.Identifier.ValueText: var alias }:
                        // What it stands for is not looked up.
                        TakingHost.Add(alias);
                        Settings.Add(alias);
                        break;
                }
            }
        }

        public List<string> TakingHost { get; } = new();

        public List<string> Settings { get; } = new();

        public List<string> Declared { get; } = new();

        public List<(string Type, string Base)> Bases { get; } = new();

        private void AddType(TypeDeclarationSyntax type)
        {
            var name = type.Identifier.ValueText;
            Declared.Add(name);
            if (type.ParameterList is { } parameters)
                AddCallee(name, parameters);
            if (HasSetting(type, name))
                Settings.Add(name);
            foreach (var @base in type.BaseList?.Types ?? default)
                Bases.Add((name, MailCode.NameOf(@base.Type)));
        }

        private void AddCallee(string name, ParameterListSyntax parameters)
        {
            foreach (var parameter in parameters.Parameters)
            {
                if (RoleTable<object>.RoleOf("", parameter.Identifier.ValueText) == SettingRole.Host)
                {
                    TakingHost.Add(name);
                    return;
                }
            }
        }

        private static bool HasSetting(TypeDeclarationSyntax type, string name)
        {
            foreach (var member in MemberNames(type))
            {
                if (RoleTable<object>.RoleOf(name, member) is SettingRole.Host or SettingRole.Login or SettingRole.Password)
                    return true;
            }

            return false;
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
