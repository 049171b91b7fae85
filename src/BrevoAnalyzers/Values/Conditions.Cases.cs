using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BrevoAnalyzers.Values;

/// <content>Patterns, and the sections of a switch.</content>
internal sealed partial class Conditions
{
    /// <summary>What holds in one section of a switch statement; for the index -1, where no section was taken.</summary>
    public Guards? WhenCase(ISwitchOperation @switch, int index)
    {
        var sections = new List<Section>(@switch.Cases.Length);
        foreach (var @case in @switch.Cases)
        {
            var section = new Section();
            foreach (var clause in @case.Clauses)
            {
                switch (clause)
                {
                    case IDefaultCaseClauseOperation:
                        section.IsDefault = true;
                        break;
                    case ISingleValueCaseClauseOperation { Value.ConstantValue: { HasValue: true } constant }:
                        section.Add(Text(constant.Value), isCertain: true);
                        break;
                    case IPatternCaseClauseOperation pattern:
                        section.Add(pattern.Pattern, isCertain: pattern.Guard is null);
                        break;
                    default:
                        section.IsOpen = true;
                        break;
                }
            }

            sections.Add(section);
        }

        var guards = WhenCase(@switch.Value, sections, index, @switch.Syntax);
        return index >= 0 && @switch.Cases[index].Clauses is { Length: 1 } clauses && clauses[0] is IPatternCaseClauseOperation { Guard: { } guard }
            ? guards?.And(When(guard, outcome: true))
            : guards;
    }

    /// <summary>What holds in one arm of a switch expression.</summary>
    public Guards? WhenArm(ISwitchExpressionOperation @switch, int index)
    {
        var sections = new List<Section>(@switch.Arms.Length);
        foreach (var arm in @switch.Arms)
        {
            var section = new Section();
            section.Add(arm.Pattern, isCertain: arm.Guard is null);
            sections.Add(section);
        }

        var guards = WhenCase(@switch.Value, sections, index, @switch.Syntax);
        return @switch.Arms[index].Guard is { } guard ? guards?.And(When(guard, outcome: true)) : guards;
    }

    private Guards? WhenCase(IOperation value, List<Section> sections, int index, SyntaxNode @switch)
    {
        var here = Guards.Of(Guard.Is("switch@" + At(@switch), index.ToString(CultureInfo.InvariantCulture)));
        if (index >= 0 && sections[index] is { IsOpen: false, IsDefault: false } closed)
            return Apply(here, value, new Guard(Canonical(value), closed.Cases.ToImmutableArray(), isExcluding: false));

        // A pattern excludes what was taken before it; the default, wherever it stands, excludes all others.
        var last = index < 0 || sections[index].IsDefault ? sections.Count : index;
        var taken = ImmutableArray.CreateBuilder<string>();
        for (var i = 0; i < last; i++)
        {
            if (i != index)
                taken.AddRange(sections[i].Certain);
        }

        return taken.Count == 0 ? here : Apply(here, value, new Guard(Canonical(value), taken.ToImmutable(), isExcluding: true));
    }

    private Guards? WhenMatched(IOperation value, IPatternOperation pattern, bool outcome)
    {
        switch (pattern)
        {
            case INegatedPatternOperation negated:
                return WhenMatched(value, negated.Pattern, !outcome);
            case IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: bool flag } }:
                return When(value, flag == outcome);
            case IRecursivePatternOperation { DeconstructionSubpatterns.IsEmpty: true, PropertySubpatterns.IsEmpty: true } any when IsWholeType(any, any.MatchedType):
                return Compare(value, Text(null), !outcome);
            case IDeclarationPatternOperation { MatchesNull: false } typed when IsWholeType(typed, typed.MatchedType):
                return Compare(value, Text(null), !outcome);
        }

        var section = new Section();
        section.Add(pattern, isCertain: true);
        return section.IsOpen ? null : Apply(Guards.None, value, new Guard(Canonical(value), section.Cases.ToImmutableArray(), !outcome));
    }

    private static bool IsWholeType(IPatternOperation pattern, ITypeSymbol? matched) =>
        matched is not null && SymbolEqualityComparer.Default.Equals(Underlying(pattern.InputType), Underlying(matched));

    private static ITypeSymbol Underlying(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;

    /// <summary>The constants that lead into one section.</summary>
    private sealed class Section
    {
        public List<string> Cases { get; } = new();

        /// <summary>Those of the cases that always lead here, whatever else holds.</summary>
        public List<string> Certain { get; } = new();

        /// <summary>Whether something other than the cases leads here too.</summary>
        public bool IsOpen { get; set; }

        public bool IsDefault { get; set; }

        public void Add(string text, bool isCertain)
        {
            Cases.Add(text);
            if (isCertain)
                Certain.Add(text);
        }

        public void Add(IPatternOperation pattern, bool isCertain)
        {
            switch (pattern)
            {
                case IConstantPatternOperation { Value.ConstantValue: { HasValue: true } constant }:
                    Add(Text(constant.Value), isCertain);
                    break;
                case IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } either:
                    Add(either.LeftPattern, isCertain);
                    Add(either.RightPattern, isCertain);
                    break;
                default:
                    IsOpen = true;
                    break;
            }
        }
    }
}
