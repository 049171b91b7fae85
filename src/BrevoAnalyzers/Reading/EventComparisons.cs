using System.Collections.Generic;
using BrevoAnalyzers.Model;
using BrevoAnalyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BrevoAnalyzers.Reading;

/// <summary>One place where a value is compared with words: a switch, a comparison, a look into a table of words.</summary>
internal sealed class EventComparison
{
    public EventComparison(SyntaxNode node, EventSubject subject, IReadOnlyList<EventWord> words)
    {
        Node = node;
        Subject = subject;
        Words = words;
    }

    public SyntaxNode Node { get; }

    public EventSubject Subject { get; }

    public IReadOnlyList<EventWord> Words { get; }
}

/// <summary>Finds the comparisons with constant words in a type's code.</summary>
internal static class EventComparisons
{
    public static IEnumerable<EventComparison> In(MailCode code)
    {
        foreach (var node in code.AllNodes())
        {
            if (!MayCompare(node) || code.Operation(node) is not { } operation)
                continue;

            foreach (var (subject, words) in Of(code, operation))
            {
                if (words.Count > 0 && subject is not null)
                    yield return new EventComparison(node, subject, words);
            }
        }
    }

    private static bool MayCompare(SyntaxNode node) => node switch
    {
        SwitchExpressionSyntax or SwitchStatementSyntax => true,
        IsPatternExpressionSyntax { Pattern: var pattern } => MayHoldWord(pattern),
        ElementAccessExpressionSyntax { ArgumentList.Arguments: { Count: 1 } index } => MayBeWord(index[0].Expression),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression } binary => MayBeWord(binary.Left) && MayBeWord(binary.Right),
        InvocationExpressionSyntax => MailCode.NameOf(node) is "Equals" or "Contains" or "ContainsKey" or "TryGetValue" or "GetValueOrDefault",
        _ => false,
    };

    private static bool MayHoldWord(PatternSyntax pattern) => pattern switch
    {
        UnaryPatternSyntax negated => MayHoldWord(negated.Pattern),
        ConstantPatternSyntax constant => MayBeWord(constant.Expression),
        DeclarationPatternSyntax or VarPatternSyntax => false,
        _ => true,
    };

    /// <summary>Numbers, characters, flags, null and what is calculated are neither words nor compared with them.</summary>
    private static bool MayBeWord(ExpressionSyntax value) => value switch
    {
        LiteralExpressionSyntax literal => literal.Token.Value is string,
        BinaryExpressionSyntax binary => binary.IsKind(SyntaxKind.CoalesceExpression) || binary.IsKind(SyntaxKind.AddExpression) || binary.IsKind(SyntaxKind.AsExpression),
        PrefixUnaryExpressionSyntax or RangeExpressionSyntax => false,
        PostfixUnaryExpressionSyntax known => known.IsKind(SyntaxKind.SuppressNullableWarningExpression),
        _ => true,
    };

    private static IEnumerable<(EventSubject? Subject, List<EventWord> Words)> Of(MailCode code, IOperation operation)
    {
        switch (operation)
        {
            case ISwitchExpressionOperation { Value: var value } @switch:
                var arms = new PatternWords(code, value);
                foreach (var arm in @switch.Arms)
                    arms.Add(arm.Pattern);
                return arms.All;
            case ISwitchOperation { Value: var value } @switch:
                var cases = new PatternWords(code, value);
                foreach (var section in @switch.Cases)
                {
                    foreach (var clause in section.Clauses)
                    {
                        if (clause is ISingleValueCaseClauseOperation single)
                            cases.AddWord(single.Value);
                        else if (clause is IPatternCaseClauseOperation pattern)
                            cases.Add(pattern.Pattern);
                    }
                }

                return cases.All;
            case IIsPatternOperation { Value: var value } isPattern:
                var patterns = new PatternWords(code, value);
                patterns.Add(isPattern.Pattern);
                return patterns.All;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } binary:
                return Pair(code, binary.LeftOperand, binary.RightOperand);
            case IInvocationOperation { TargetMethod.Name: "Equals" } equals:
                return equals.Instance is null
                    ? equals.Arguments.Length >= 2 ? Pair(code, equals.Arguments[0].Value, equals.Arguments[1].Value) : []
                    : equals.Arguments.Length >= 1 ? Pair(code, Operations.ReceiverOf(equals), equals.Arguments[0].Value) : [];
            case IInvocationOperation lookUp when Operations.ReceiverOf(lookUp) is { } table && Sought(lookUp) is { } sought:
                return [(EventSubject.Of(code, sought), Table(code, table))];
            case IPropertyReferenceOperation { Arguments.Length: 1, Instance: { } table } indexer:
                return [(EventSubject.Of(code, indexer.Arguments[0].Value), Table(code, table))];
            default:
                return [];
        }
    }

    /// <summary>What is looked up: of an extension method, the argument behind the table.</summary>
    private static IOperation? Sought(IInvocationOperation call)
    {
        var index = call.Instance is null && call.TargetMethod.IsExtensionMethod ? 1 : 0;
        return call.Arguments.Length > index ? call.Arguments[index].Value : null;
    }

    private static IEnumerable<(EventSubject?, List<EventWord>)> Pair(MailCode code, IOperation? left, IOperation? right)
    {
        var words = new List<EventWord>();
        if (left is null || right is null)
            return [];
        if (right.ConstantValue is { HasValue: true, Value: string })
        {
            AddWord(code, right, words);
            return [(EventSubject.Of(code, left), words)];
        }

        if (left.ConstantValue is not { HasValue: true, Value: string })
            return [];

        AddWord(code, left, words);
        return [(EventSubject.Of(code, right), words)];
    }

    private static void AddWord(MailCode code, IOperation value, List<EventWord> words)
    {
        foreach (var known in code.Resolver.Resolve(value).Known)
        {
            if (known.Text is not null)
                words.Add(new EventWord(known, value.Syntax));
        }
    }

    /// <summary>The words of an array, list or set, or the keys of a dictionary, that is made where it is declared.</summary>
    private static List<EventWord> Table(MailCode code, IOperation table)
    {
        var words = new List<EventWord>();
        var made = Operations.Unwrap(table) switch
        {
            IFieldReferenceOperation { Field: { IsReadOnly: true } field } => code.Resolver.Bodies.Initializer(field)?.Syntax,
            IPropertyReferenceOperation { Property: { IsReadOnly: true, Parameters.IsEmpty: true } property } => code.Resolver.Bodies.Initializer(property)?.Syntax,
            ILocalReferenceOperation { Local: var local } => local.DeclaringSyntaxReferences.Length == 1
                ? (local.DeclaringSyntaxReferences[0].GetSyntax(code.Cancellation) as VariableDeclaratorSyntax)?.Initializer?.Value
                : null,
            IObjectCreationOperation or IArrayCreationOperation => table.Syntax,
            _ => null,
        };
        if (made is null)
            return words;

        foreach (var entry in Entries(made))
        {
            if (code.Operation(entry) is { ConstantValue: { HasValue: true, Value: string } } word)
                AddWord(code, word, words);
        }

        return words;
    }

    private static IEnumerable<ExpressionSyntax> Entries(SyntaxNode made)
    {
        foreach (var node in made.DescendantNodesAndSelf(n => n is not AnonymousFunctionExpressionSyntax))
        {
            switch (node)
            {
                // { ["hard_bounce"] = Status.Bounced }
                case ImplicitElementAccessSyntax { ArgumentList.Arguments: { Count: 1 } keys }:
                    yield return keys[0].Expression;
                    break;

                // { { "hard_bounce", Status.Bounced } }
                case InitializerExpressionSyntax { RawKind: (int)SyntaxKind.ComplexElementInitializerExpression, Expressions: { Count: > 0 } pair }:
                    yield return pair[0];
                    break;
                case LiteralExpressionSyntax { Parent: InitializerExpressionSyntax list } literal when !list.IsKind(SyntaxKind.ComplexElementInitializerExpression):
                    yield return literal;
                    break;
                case MemberAccessExpressionSyntax { Parent: InitializerExpressionSyntax list } constant when !list.IsKind(SyntaxKind.ComplexElementInitializerExpression):
                    yield return constant;
                    break;
                case ExpressionElementSyntax element:
                    yield return element.Expression;
                    break;
            }
        }
    }

    /// <summary>The words of patterns, by what they are about: the value itself, or a member of it.</summary>
    private sealed class PatternWords
    {
        private readonly MailCode _code;
        private readonly List<EventWord> _words = new();
        private readonly EventSubject? _subject;
        private readonly List<(EventSubject?, List<EventWord>)> _members = new();

        public PatternWords(MailCode code, IOperation value)
        {
            _code = code;
            _subject = EventSubject.Of(code, value);
        }

        public IEnumerable<(EventSubject?, List<EventWord>)> All
        {
            get
            {
                _members.Add((_subject, _words));
                return _members;
            }
        }

        public void AddWord(IOperation value) => EventComparisons.AddWord(_code, value, _words);

        public void Add(IPatternOperation pattern) => Add(pattern, _words);

        private void Add(IPatternOperation pattern, List<EventWord> words)
        {
            switch (pattern)
            {
                case IConstantPatternOperation { Value: { ConstantValue: { HasValue: true, Value: string } } value }:
                    EventComparisons.AddWord(_code, value, words);
                    break;
                case IBinaryPatternOperation binary:
                    Add(binary.LeftPattern, words);
                    Add(binary.RightPattern, words);
                    break;
                case INegatedPatternOperation negated:
                    Add(negated.Pattern, words);
                    break;
                case IRecursivePatternOperation recursive:
                    foreach (var inner in recursive.PropertySubpatterns)
                    {
                        if (inner.Member is not IMemberReferenceOperation member)
                            continue;

                        var ofMember = new List<EventWord>();
                        Add(inner.Pattern, ofMember);
                        _members.Add((EventSubject.OfMember(member.Member), ofMember));
                    }

                    break;
            }
        }
    }
}
