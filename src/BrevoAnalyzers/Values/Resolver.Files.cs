using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BrevoAnalyzers.Values;

/// <content>Settings files: what a configuration key or a member of an options class holds by what they state.</content>
internal sealed partial class Resolver
{
    private static readonly List<Guards> AnyEnvironment = new(1) { Guards.None };

    private readonly ConfiguredSettings? _settings;

    /// <summary>
    /// A named setting, or what the files state for it, as the type that it is read as. The named setting stays where they state
    /// nothing.
    /// </summary>
    private FileSetting InFiles(Possibility setting, string? key, ITypeSymbol? type, SyntaxNode? reading)
    {
        if (_settings is null || key is null || _settings.Find(key) is not { } cases)
            return new FileSetting(Single(setting), new List<Guards>(1) { Guards.None });

        var values = new List<Possibility>(cases.Length);
        var absent = new List<Guards>();
        foreach (var @case in cases)
        {
            var value = @case.Value is { } stated ? setting.StatedBy(stated, reading) : setting;
            if (value.When(@case.Guards) is { } here)
                values.Add(here);
            if (@case.IsAbsent)
                absent.Add(@case.Guards);
        }

        return new FileSetting(type is null ? values : Parsed(values, type), absent);
    }

    /// <summary>A setting whose key is known, as far as the section that it is read from has one.</summary>
    private FileSetting InFiles(Section section, string key, ITypeSymbol? type, IOperation use)
    {
        var setting = Key(section, key, use);
        return InFiles(setting, section.Owner.Length == 0 ? setting.Name : null, type, use.Syntax);
    }

    /// <summary>
    /// What a member of an options class holds that the application binds to a section: the files' values, else the class's default
    /// and whatever else fills it. Null for members that no binding is known for.
    /// </summary>
    private List<Possibility>? BoundMember(AccessPath path, SourceKind kind, IOperation use)
    {
        if (_settings is null)
            return null;

        var root = path.Root switch
        {
            IParameterSymbol parameter => parameter.Type,
            ILocalSymbol local => local.Type,
            _ => TypeOf(path.Root),
        };
        return BoundMember(root, path.Members, () => External(path, kind, use), use);
    }

    /// <summary><c>services.GetRequiredService&lt;IOptions&lt;SmtpOptions&gt;&gt;().Value.Port</c>.</summary>
    private List<Possibility>? BoundService(IInvocationOperation invocation, ImmutableArray<string> members) =>
        _settings is not null && invocation.TargetMethod is { Name: "GetRequiredService" or "GetService", TypeArguments.Length: 1 } method
            ? BoundMember(method.TypeArguments[0], members, () => CallResult(invocation, members), invocation)
            : null;

    private List<Possibility>? BoundMember(ITypeSymbol? root, ImmutableArray<string> path, System.Func<Possibility> external, IOperation use)
    {
        if (BoundTypeOf(root, path) is not var (type, members) || members.IsEmpty || IsCall(members))
            return null;

        var bindings = _settings!.BindingsOf(type, _cancellation);
        if (bindings.IsEmpty)
            return null;

        var named = external();
        var memberType = MemberType(type, members);
        var defaults = DefaultsOfMember(type, members, use);
        var result = new List<Possibility>();
        foreach (var section in bindings)
        {
            var setting = InFiles(named, Join(section, KeyOf(type, members)), memberType, reading: null);
            var guards = bindings.Length == 1 ? Guards.None : Guards.Of(Guard.Is("section of " + type.ToDisplayString(), section));
            result.AddRange(When(guards, () => Union(setting.Over(defaults), setting.Values)));
        }

        return result;
    }

    /// <summary>Whether files state the member of a bound class in every environment, so that the class's own default never holds.</summary>
    public bool IsStatedEverywhere(ITypeSymbol type, ImmutableArray<string> members)
    {
        if (_settings is null)
            return false;

        var bindings = _settings.BindingsOf(type, _cancellation);
        foreach (var section in bindings)
        {
            if (_settings.Find(Join(section, KeyOf(type, members))) is not { } cases)
                return false;
            foreach (var @case in cases)
            {
                if (@case.IsAbsent)
                    return false;
            }
        }

        return !bindings.IsEmpty;
    }

    /// <summary>
    /// Where a condition asks whether a setting is missing (<c>string.IsNullOrEmpty(x)</c>, a failed parse) and files state that
    /// setting: the environments in which it can be missing, so that a default holds there. Null where files say nothing of it.
    /// </summary>
    private List<Guards>? EnvironmentsWithSettingMissing(IOperation? condition, bool outcome)
    {
        if (_settings is null)
            return null;

        switch (Operations.Unwrap(condition))
        {
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } negation:
                return EnvironmentsWithSettingMissing(negation.Operand, !outcome);
            case IInvocationOperation { TargetMethod.Name: "IsNullOrEmpty" or "IsNullOrWhiteSpace", Arguments.Length: 1 } call when outcome:
                return EnvironmentsWithout(Evaluate(call.Arguments[0].Value, NoMembers));
            case IInvocationOperation { TargetMethod: { Name: "TryParse", IsStatic: true }, Arguments.Length: >= 2 } call when !outcome:
                var target = call.TargetMethod.Parameters[call.TargetMethod.Parameters.Length - 1].Type;
                return EnvironmentsWithout(Parsed(Evaluate(call.Arguments[0].Value, NoMembers), target));
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals, RightOperand.ConstantValue: { HasValue: true, Value: null or "" } } comparison
                when outcome == (comparison.OperatorKind == BinaryOperatorKind.Equals):
                return EnvironmentsWithout(Evaluate(comparison.LeftOperand, NoMembers));
            case IIsPatternOperation { Pattern: IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: null } } } pattern when outcome:
                return EnvironmentsWithout(Evaluate(pattern.Value, NoMembers));
            default:
                return null;
        }
    }

    /// <summary>The environments in which a setting may be missing; null where no file states it in any.</summary>
    private static List<Guards>? EnvironmentsWithout(List<Possibility> found)
    {
        var isStated = false;
        var result = new List<Guards>(1);
        foreach (var possibility in found)
        {
            isStated |= possibility.Place.IsInFile;
            if (possibility is { Kind: PossibilityKind.Constant, Value: not null } or { Kind: PossibilityKind.Object })
                continue;

            var environment = possibility.Guards.OfSettings();
            if (!result.Exists(environment.SaysTheSameAs))
                result.Add(environment);
        }

        return isStated ? result : null;
    }

    /// <summary>The sections that an expression stands for, as far as their keys are known; null where one is not.</summary>
    public List<string>? SectionsOf(IOperation configuration)
    {
        Begin(configuration);
        try
        {
            var result = new List<string>();
            foreach (var section in SectionKeys(configuration))
            {
                if (section.Owner.Length > 0)
                    return null;

                result.Add(section.Prefix);
            }

            return result;
        }
        catch (System.InsufficientExecutionStackException)
        {
            return null;
        }
    }

    /// <summary>The options class on the way of a path, and what leads from there: <c>_options.Value.Port</c>, <c>settings.Port</c>.</summary>
    private (ITypeSymbol Type, ImmutableArray<string> Members)? BoundTypeOf(ITypeSymbol? root, ImmutableArray<string> path)
    {
        var current = root;
        for (var i = 0; current is not null && i < path.Length; i++)
        {
            if (OptionsTypes.Wrapped(current) is { } wrapped)
                return path[i] is "Value" or "CurrentValue" ? (wrapped, path.RemoveRange(0, i + 1)) : null;
            if (_settings!.IsOnlyBound(current, _cancellation))
                return (current, path.RemoveRange(0, i));

            current = TypeOf(FindMember(current, path[i]));
        }

        return null;
    }

    private static string Join(string section, string key) => section.Length == 0 ? key : section + ":" + key;

    /// <summary>The key of a member within its section: the names on the way, or those that <c>[ConfigurationKeyName]</c> gives them.</summary>
    private static string KeyOf(ITypeSymbol? type, ImmutableArray<string> members)
    {
        var names = new string[members.Length];
        for (var i = 0; i < names.Length; i++)
        {
            var member = type is null ? null : FindMember(type, members[i]);
            names[i] = OptionsTypes.KeyName(member) ?? members[i];
            type = TypeOf(member);
        }

        return string.Join(":", names);
    }

    private static ITypeSymbol? MemberType(ITypeSymbol? type, ImmutableArray<string> members)
    {
        foreach (var name in members)
            type = type is null ? null : TypeOf(FindMember(type, name));

        return type;
    }
}
