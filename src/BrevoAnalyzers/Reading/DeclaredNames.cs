using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Threading;
using BrevoAnalyzers.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BrevoAnalyzers.Reading;

/// <summary>What one file declares, by name: found once a file.</summary>
internal sealed class DeclaredNames
{
    private static readonly ConditionalWeakTable<SyntaxTree, DeclaredNames> s_files = new();

    private DeclaredNames(SyntaxNode root)
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
                    if (IsExtension(method))
                        Extensions.Add(method.Identifier.ValueText);
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

    public static DeclaredNames Of(SyntaxTree tree, CancellationToken cancellation) => s_files.GetValue(tree, t => new DeclaredNames(t.GetRoot(cancellation)));

    /// <summary>The methods and constructors that take a host, with the numbers of arguments that they take.</summary>
    public List<(string Name, ArgumentCounts Counts)> TakingHost { get; } = new();

    public List<TypeNames> Types { get; } = new();

    public List<(string Alias, string Type)> Aliases { get; } = new();

    /// <summary>Methods that other files may call without naming their type.</summary>
    public List<string> Extensions { get; } = new();

    /// <summary>An extension method of either form; a block of extensions is a type without a name.</summary>
    private static bool IsExtension(MethodDeclarationSyntax method) =>
        (method.ParameterList.Parameters.Count > 0 && method.ParameterList.Parameters[0].Modifiers.Any(SyntaxKind.ThisKeyword))
        || method.Parent is TypeDeclarationSyntax { Identifier.ValueText.Length: 0 };

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
                TakingHost.Add((name, ArgumentCounts.Of(parameters)));
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

/// <summary>With how many arguments a method can be called, or any of several.</summary>
internal readonly struct ArgumentCounts
{
    private readonly int _least;
    private readonly int _most;

    private ArgumentCounts(int least, int most)
    {
        _least = least;
        _most = most;
    }

    public static ArgumentCounts Of(ParameterListSyntax parameters)
    {
        int least = 0, most = parameters.Parameters.Count;
        foreach (var parameter in parameters.Parameters)
        {
            if (parameter.Modifiers.Any(SyntaxKind.ParamsKeyword))
                most = int.MaxValue;
            else if (parameter.Default is null && !parameter.Modifiers.Any(SyntaxKind.ThisKeyword))
                least++;
        }

        return new ArgumentCounts(least, most);
    }

    public ArgumentCounts Or(ArgumentCounts other) => new(Math.Min(_least, other._least), Math.Max(_most, other._most));

    public bool Includes(int count) => count >= _least && count <= _most;
}

/// <summary>What the declarations of types with one name hold, of whatever namespaces.</summary>
internal sealed class TypeNames
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
