using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BrevoAnalyzers.Values;

/// <content>Settings: IConfiguration and its sections.</content>
internal sealed partial class Resolver
{
    private List<Possibility>? EvaluateConfigurationIndexer(IPropertyReferenceOperation indexer, ImmutableArray<string> suffix) =>
        indexer.Arguments.Length == 1 && IsConfiguration(indexer.Instance?.Type) && suffix.IsEmpty
            ? Settings(indexer, indexer.Instance!, indexer.Arguments[0].Value, suffix)
            : null;

    private static bool IsConfiguration(ITypeSymbol? type)
    {
        if (type is null)
            return false;
        if (IsConfigurationContract(type))
            return true;

        foreach (var contract in type.AllInterfaces)
        {
            if (IsConfigurationContract(contract))
                return true;
        }

        return false;
    }

    private static bool IsConfigurationContract(ITypeSymbol type) =>
        type is { Name: "IConfiguration", ContainingNamespace: { Name: "Configuration", ContainingNamespace: { Name: "Extensions", ContainingNamespace.Name: "Microsoft" } } };

    private List<Possibility>? EvaluateConfigurationCall(IInvocationOperation invocation, ImmutableArray<string> suffix)
    {
        var configuration = Operations.ReceiverOf(invocation)!;
        var key = invocation.Argument("key");
        switch (invocation.TargetMethod.Name)
        {
            case "GetValue" when key is not null && suffix.IsEmpty:
                var setting = Settings(invocation, configuration, key, NoMembers);
                return Operations.Given(invocation.Arguments, "defaultValue") is { } fallback ? Union(setting, Evaluate(fallback, NoMembers)) : setting;
            case "GetConnectionString" when invocation.Argument("name") is { } name:
                return Settings(invocation, configuration, name, suffix, "ConnectionStrings:");
            case "GetSection" or "GetRequiredSection" when key is not null:
                return Settings(invocation, configuration, key, suffix);
            case "Get":
                return BoundSection(invocation, configuration, suffix);
            default:
                return null;
        }
    }

    /// <summary><c>section.Get&lt;SmtpOptions&gt;()</c>: each member is a key of the section, over the default of the class.</summary>
    private List<Possibility> BoundSection(IInvocationOperation invocation, IOperation configuration, ImmutableArray<string> suffix)
    {
        var result = new List<Possibility>();
        if (invocation.TargetMethod.TypeArguments.Length == 1)
            result.AddRange(DefaultsOfMember(invocation.TargetMethod.TypeArguments[0], suffix, invocation));

        foreach (var section in SectionKeys(configuration))
            result.Add(Key(section, string.Join(":", suffix), invocation));
        return result;
    }

    /// <summary><c>section.Bind(settings)</c> puts the section's keys over what the object holds.</summary>
    private Effect? BindEffect(IInvocationOperation invocation, AccessPath path)
    {
        if (invocation.TargetMethod.Name != "Bind"
            || Operations.ReceiverOf(invocation) is not { } configuration
            || !IsConfiguration(configuration.Type)
            || invocation.Argument("instance") is not { } instance
            || !TryPath(instance, out var bound)
            || !path.StartsWith(bound, out var rest)
            || rest.IsEmpty
            || IsCall(rest))
        {
            return null;
        }

        var result = new List<Possibility>();
        foreach (var section in SectionKeys(configuration))
        {
            if (invocation.Argument("key") is not { } key)
                result.Add(Key(section, string.Join(":", rest), invocation));
            else if (key.ConstantValue is { HasValue: true, Value: string name })
                result.Add(Key(section, name + ":" + string.Join(":", rest), invocation));
        }

        return Effect.MayWrite(result.Count > 0 ? result : Unknown(invocation, rest));
    }

    private List<Possibility> SectionValue(IPropertyReferenceOperation property, IOperation section, ImmutableArray<string> suffix)
    {
        if (!suffix.IsEmpty)
            return Unknown(property, suffix);

        var result = new List<Possibility>();
        foreach (var key in SectionKeys(section))
            result.Add(Key(key, "", property));
        return result;
    }

    private List<Possibility> Settings(IOperation use, IOperation configuration, IOperation key, ImmutableArray<string> suffix, string prefix = "")
    {
        var result = new List<Possibility>();
        foreach (var section in SectionKeys(configuration))
        {
            foreach (var name in Evaluate(key, NoMembers))
            {
                if (name.Text is { } text && Key(section, prefix + text + (suffix.IsEmpty ? "" : ":" + string.Join(":", suffix)), use).When(name.Guards) is { } setting)
                    result.Add(setting);
            }
        }

        return result.Count > 0 ? result : Single(Possibility.Named(SourceKind.Call, "", "setting:" + _conditions.Canonical(use), use.Syntax));
    }

    private static Possibility Key(Section section, string key, IOperation use)
    {
        var name = section.Prefix.Length == 0 ? key : key.Length == 0 ? section.Prefix : section.Prefix + ":" + key;
        return Possibility.Named(SourceKind.ConfigurationKey, name, "configuration:" + section.Owner + name.ToLowerInvariant(), use.Syntax).When(section.Guards)!;
    }

    /// <summary>
    /// The section that an expression stands for: its key, empty for the whole configuration. A section that comes from outside has a
    /// key that is not known here; its settings have their last name, and are equal only to each other.
    /// </summary>
    private List<Section> SectionKeys(IOperation configuration)
    {
        var result = new List<Section>();
        foreach (var possibility in Evaluate(configuration, NoMembers))
        {
            if (possibility.Source == SourceKind.ConfigurationKey)
                result.Add(new Section(possibility.Name, "", possibility.Guards));
        }

        if (result.Count == 0)
        {
            var isSection = Operations.Unwrap(configuration)?.Type?.Name == "IConfigurationSection";
            result.Add(new Section("", isSection ? _conditions.Canonical(configuration) + ":" : "", Guards.None));
        }

        return result;
    }

    private readonly struct Section
    {
        public Section(string prefix, string owner, Guards guards)
        {
            Prefix = prefix;
            Owner = owner;
            Guards = guards;
        }

        /// <summary>The key of the section, without the colon at its end.</summary>
        public string Prefix { get; }

        /// <summary>What tells the section from others, where its key is not known.</summary>
        public string Owner { get; }

        public Guards Guards { get; }
    }
}
