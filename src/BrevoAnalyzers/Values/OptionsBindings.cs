using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BrevoAnalyzers.Values;

/// <summary>
/// Which options classes the code binds to which sections: <c>Configure&lt;T&gt;(section)</c>, <c>AddOptions&lt;T&gt;().Bind(section)</c>,
/// <c>BindConfiguration("Smtp")</c>, <c>section.Get&lt;T&gt;()</c>, <c>section.Bind(settings)</c>. Classes that code sets up as well are
/// left out: what the files state need not be the last word there.
/// </summary>
internal sealed class OptionsBindings
{
    private static readonly string[] Words = { "Configure<", "BindConfiguration", ".Bind(", ".Get<" };

    private readonly Dictionary<ITypeSymbol, ImmutableArray<string>> _sections = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ITypeSymbol> _unclear = new(SymbolEqualityComparer.Default);
    private readonly HashSet<string> _made = new(StringComparer.Ordinal);
    private readonly Resolver _resolver;

    private OptionsBindings(Compilation compilation, CancellationToken cancellation) => _resolver = new Resolver(new SourceBodies(compilation, cancellation), cancellation);

    public static OptionsBindings Find(Compilation compilation, CancellationToken cancellation)
    {
        var bindings = new OptionsBindings(compilation, cancellation);
        foreach (var tree in compilation.SyntaxTrees)
        {
            cancellation.ThrowIfCancellationRequested();
            if (NamesBinding(tree.GetText(cancellation).ToString()))
                bindings.Read(tree.GetRoot(cancellation));
        }

        if (bindings._sections.Count > 0)
            bindings.FindMade(compilation, cancellation);
        return bindings;
    }

    public ImmutableArray<string> Of(ITypeSymbol type) =>
        !_unclear.Contains(type) && _sections.TryGetValue(type, out var sections) ? sections : ImmutableArray<string>.Empty;

    public bool IsOnlyBound(ITypeSymbol type) => !Of(type).IsEmpty && !_made.Contains(type.Name);

    private static bool NamesBinding(string text)
    {
        foreach (var word in Words)
        {
            if (text.IndexOf(word, StringComparison.Ordinal) >= 0)
                return true;
        }

        return false;
    }

    private void Read(SyntaxNode root)
    {
        foreach (var node in root.DescendantNodes())
        {
            if (node is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax or MemberBindingExpressionSyntax } call)
                continue;

            var name = call.Expression is MemberAccessExpressionSyntax access ? access.Name : ((MemberBindingExpressionSyntax)call.Expression).Name;
            if (name.Identifier.ValueText is not ("Configure" or "PostConfigure" or "ConfigureAll" or "PostConfigureAll" or "Bind" or "BindConfiguration" or "Get"))
                continue;
            if (_resolver.Bodies.Operation(call) is IInvocationOperation invocation)
                Read(invocation);
        }
    }

    private void Read(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        var receiver = Operations.ReceiverOf(call);
        switch (method.Name)
        {
            case "Configure" when method.TypeArguments.Length == 1 && ConfigurationArgument(call) is { } section:
                Add(method.TypeArguments[0], section, isNamed: call.Argument("name") is not null);
                break;
            case "Configure" or "PostConfigure" or "ConfigureAll" or "PostConfigureAll" when SetUpByCode(call) is { } type:
                _unclear.Add(type);
                break;
            case "Bind" when OptionsTypes.Built(receiver?.Type) is { } built && ConfigurationArgument(call) is { } section:
                Add(built, section, IsNamed(call));
                break;
            case "BindConfiguration" when OptionsTypes.Built(receiver?.Type) is { } built:
                if (call.Argument("configSectionPath") is { } path && Known(path) is { } key && !IsNamed(call))
                    Add(built, key);
                else
                    _unclear.Add(built);
                break;
            case "Bind" when receiver is not null && Resolver.IsConfiguration(receiver.Type) && call.Argument("instance") is { } instance && Operations.Unwrap(instance)?.Type is { } bound:
                AddInstance(call, receiver, bound);
                break;
            case "Get" when method.TypeArguments.Length == 1 && receiver is not null && Resolver.IsConfiguration(receiver.Type):
                Add(method.TypeArguments[0], receiver, isNamed: false);
                break;
        }
    }

    private void AddInstance(IInvocationOperation call, IOperation receiver, ITypeSymbol bound)
    {
        if (call.Argument("key") is not { } name)
            Add(bound, receiver, isNamed: false);
        else if (Known(name) is { } key && _resolver.SectionsOf(receiver) is { Count: 1 } sections)
            Add(bound, sections[0].Length == 0 ? key : sections[0] + ":" + key);
        else
            _unclear.Add(bound);
    }

    private void Add(ITypeSymbol type, IOperation section, bool isNamed)
    {
        if (isNamed || _resolver.SectionsOf(section) is not { Count: > 0 } keys)
        {
            _unclear.Add(type);
            return;
        }

        foreach (var key in keys)
            Add(type, key);
    }

    private void Add(ITypeSymbol type, string section)
    {
        if (type is not INamedTypeSymbol { SpecialType: SpecialType.None })
            return;

        var sections = _sections.TryGetValue(type, out var known) ? known : ImmutableArray<string>.Empty;
        foreach (var other in sections)
        {
            if (string.Equals(other, section, StringComparison.OrdinalIgnoreCase))
                return;
        }

        _sections[type] = sections.Add(section);
    }

    private string? Known(IOperation text)
    {
        var values = _resolver.Resolve(text);
        return values.Count == 1 ? values[0].Text : null;
    }

    private static IOperation? ConfigurationArgument(IInvocationOperation call)
    {
        for (var i = call.TargetMethod.IsExtensionMethod ? 1 : 0; i < call.Arguments.Length; i++)
        {
            if (Resolver.IsConfiguration(Operations.Unwrap(call.Arguments[i].Value)?.Type))
                return call.Arguments[i].Value;
        }

        return null;
    }

    /// <summary>Whether the builder is of named options: <c>AddOptions&lt;T&gt;("orders")</c>.</summary>
    private static bool IsNamed(IInvocationOperation call)
    {
        for (var current = Operations.Unwrap(Operations.ReceiverOf(call)); current is IInvocationOperation inner; current = Operations.Unwrap(Operations.ReceiverOf(inner)))
        {
            if (inner.TargetMethod.Name.StartsWith("AddOptions", StringComparison.Ordinal))
                return Operations.Given(inner.Arguments, "name") is not null;
        }

        return false;
    }

    /// <summary>The options class that a lambda fills in; binding it to a section is no such thing.</summary>
    private static ITypeSymbol? SetUpByCode(IInvocationOperation call)
    {
        var type = call.TargetMethod.TypeArguments.Length > 0 ? call.TargetMethod.TypeArguments[0] : OptionsTypes.Built(Operations.ReceiverOf(call)?.Type);
        if (type is null)
            return null;

        foreach (var operation in Operations.Below(call, intoFunctions: true))
        {
            if (operation is IInvocationOperation { TargetMethod.Name: "Bind" } bind && Resolver.IsConfiguration(Operations.ReceiverOf(bind)?.Type))
                return null;
        }

        return type;
    }

    /// <summary>The bound classes of which code makes an object and fills it: <c>new SmtpOptions { Host = … }</c>.</summary>
    private void FindMade(Compilation compilation, CancellationToken cancellation)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var type in _sections.Keys)
            names.Add(type.Name);

        foreach (var tree in compilation.SyntaxTrees)
        {
            cancellation.ThrowIfCancellationRequested();
            if (!MentionsAny(tree.GetText(cancellation).ToString(), names))
                continue;

            foreach (var node in tree.GetRoot(cancellation).DescendantNodes())
            {
                switch (node)
                {
                    case ObjectCreationExpressionSyntax creation when creation.Initializer is not null || creation.ArgumentList?.Arguments.Count > 0:
                        _made.Add(NameOf(creation.Type));
                        break;
                    case ImplicitObjectCreationExpressionSyntax creation when creation.Initializer is not null || creation.ArgumentList.Arguments.Count > 0:
                        if (_resolver.Bodies.Operation(creation)?.Type is { } made)
                            _made.Add(made.Name);
                        break;
                }
            }
        }
    }

    private static bool MentionsAny(string text, HashSet<string> names)
    {
        foreach (var name in names)
        {
            if (text.IndexOf(name, StringComparison.Ordinal) >= 0)
                return true;
        }

        return false;
    }

    private static string NameOf(TypeSyntax type) => type switch
    {
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax alias => alias.Name.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => "",
    };
}
