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
            ? Stated(indexer, indexer.Instance!, indexer.Arguments[0].Value, type: null).Values
            : null;

    internal static bool IsConfiguration(ITypeSymbol? type)
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
                var setting = Stated(invocation, configuration, key, invocation.TargetMethod.ReturnType);
                return Operations.Given(invocation.Arguments, "defaultValue") is { } fallback
                    ? Union(setting.Values, setting.Over(Evaluate(fallback, NoMembers)))
                    : setting.Values;
            case "GetConnectionString" when invocation.Argument("name") is { } name && suffix.IsEmpty:
                return Stated(invocation, configuration, name, type: null, "ConnectionStrings:").Values;
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
        var type = invocation.TargetMethod.TypeArguments.Length == 1 ? invocation.TargetMethod.TypeArguments[0] : null;
        var defaults = type is null ? Nothing : DefaultsOfMember(type, suffix, invocation);
        var result = new List<Possibility>();
        foreach (var section in SectionKeys(configuration))
        {
            var setting = InFiles(section, KeyOf(type, suffix), MemberType(type, suffix), invocation);
            result.AddRange(setting.Over(defaults));
            result.AddRange(setting.Values);
        }

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

        var type = Operations.Unwrap(instance)?.Type;
        var within = KeyOf(type, rest);
        if (invocation.Argument("key") is { } key)
        {
            if (key.ConstantValue is not { HasValue: true, Value: string name })
                return Effect.MayWrite(Unknown(invocation, rest));

            within = Join(name, within);
        }

        var written = new List<Possibility>();
        var survives = new List<Guards>();
        foreach (var section in SectionKeys(configuration))
        {
            var setting = InFiles(section, within, MemberType(type, rest), invocation);
            written.AddRange(setting.Values);
            survives.AddRange(setting.Absent);
        }

        return new Effect(written, survives.ToImmutableArray());
    }

    private List<Possibility> SectionValue(IPropertyReferenceOperation property, IOperation section, ImmutableArray<string> suffix)
    {
        if (!suffix.IsEmpty)
            return Unknown(property, suffix);

        var result = new List<Possibility>();
        foreach (var key in SectionKeys(section))
            result.AddRange(InFiles(key, "", type: null, property).Values);
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

    /// <summary>The settings that a key names, with what files state for them as the type they are read as.</summary>
    private FileSetting Stated(IOperation use, IOperation configuration, IOperation key, ITypeSymbol? type, string prefix = "")
    {
        var values = new List<Possibility>();
        var absent = new List<Guards>();
        foreach (var setting in Settings(use, configuration, key, NoMembers, prefix))
        {
            var isWhole = setting.Source == SourceKind.ConfigurationKey && setting.Identity == IdentityOf("", setting.Name);
            var found = InFiles(setting, isWhole ? setting.Name : null, type, use.Syntax);
            foreach (var value in found.Values)
                values.Add(Compared(value, use));
            absent.AddRange(found.Absent);
        }

        return new FileSetting(values, absent);
    }

    /// <summary>A value of a file with the guard that the expression has it: a mode chosen by <c>GetValue("Port") == 465</c> meets that port only.</summary>
    private Possibility Compared(Possibility value, IOperation use) =>
        value.IsConstant ? value.When(Guards.Of(Guard.Is(_conditions.Canonical(use), Conditions.Text(value.Value)))) ?? value : value;

    private static string IdentityOf(string owner, string key) => "configuration:" + owner + key.ToLowerInvariant();

    private static Possibility Key(Section section, string key, IOperation use)
    {
        var name = section.Prefix.Length == 0 ? key : key.Length == 0 ? section.Prefix : section.Prefix + ":" + key;
        return Possibility.Named(SourceKind.ConfigurationKey, name, IdentityOf(section.Owner, name), use.Syntax).When(section.Guards)!;
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
