using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BrevoAnalyzers.Values;

/// <content>What single operations write.</content>
internal sealed partial class Resolver
{
    private readonly Dictionary<ISymbol, Mentions> _mentions = new(SymbolEqualityComparer.Default);
    private (ISymbol? Variable, Mentions Mentions) _lastMentions;

    private readonly Dictionary<(IOperation Operation, ISymbol Variable), List<IOperation>> _writers = new();

    /// <summary>What the operation itself writes, leaving its parts aside.</summary>
    private Effect OwnEffect(IOperation operation, AccessPath path)
    {
        if (WritesNothing(operation.Kind))
            return Effect.None;

        switch (operation.Kind)
        {
            case OperationKind.SimpleAssignment or OperationKind.CompoundAssignment or OperationKind.CoalesceAssignment or OperationKind.Increment or OperationKind.Decrement:
                return AssignmentEffect(operation, path);
            case OperationKind.DeconstructionAssignment when operation is IDeconstructionAssignmentOperation deconstruction:
                return Deconstruct(deconstruction, deconstruction.Target, deconstruction.Value, path);
            case OperationKind.VariableDeclarator when operation is IVariableDeclaratorOperation declarator && Same(declarator.Symbol, path.Root):
                return Effect.Write(declarator.GetVariableInitializer() is { } initializer
                    ? Held(path, declarator, declarator.Syntax.Span.End, Evaluate(initializer.Value, path.Members))
                    : Nothing);
            case OperationKind.Argument when operation is IArgumentOperation { Parameter.RefKind: RefKind.Out or RefKind.Ref } argument:
                return ArgumentEffect(argument, path);
            case OperationKind.Invocation:
                return CallEffect((IInvocationOperation)operation, path);
            case OperationKind.ObjectCreation:
                return CreationEffect((IObjectCreationOperation)operation, path);
            case OperationKind.IsPattern when operation is IIsPatternOperation pattern:
                return Matched(pattern.Pattern, pattern.Value, path);
            default:
                return operation switch
                {
                    IPatternCaseClauseOperation { Parent: ISwitchCaseOperation { Parent: ISwitchOperation @switch } } clause => Matched(clause.Pattern, @switch.Value, path),
                    IPatternOperation { Parent: ISwitchExpressionArmOperation { Parent: ISwitchExpressionOperation @switch } } pattern => Matched(pattern, @switch.Value, path),
                    _ => Effect.None,
                };
        }
    }

    /// <summary>The most frequent kinds, none of which the tests of types below need to see.</summary>
    private static bool WritesNothing(OperationKind kind) => kind switch
    {
        OperationKind.Block or OperationKind.ExpressionStatement or OperationKind.Return or OperationKind.MethodBody or OperationKind.ConstructorBody => true,
        OperationKind.VariableDeclarationGroup or OperationKind.VariableDeclaration or OperationKind.VariableInitializer or OperationKind.ObjectOrCollectionInitializer => true,
        OperationKind.Literal or OperationKind.Conversion or OperationKind.Await or OperationKind.Binary or OperationKind.InstanceReference => true,
        OperationKind.LocalReference or OperationKind.ParameterReference or OperationKind.FieldReference or OperationKind.PropertyReference => true,
        _ => false,
    };

    // Apart from OwnEffect, which runs for every operation: what a lambda captures is allocated on the way in.
    private Effect AssignmentEffect(IOperation operation, AccessPath path)
    {
        switch (operation)
        {
            case ISimpleAssignmentOperation assignment:
                var written = Assign(assignment, assignment.Target, path, rest => Evaluate(assignment.Value, rest));
                return written.IsNone ? SetterEffect(assignment, path) : written;
            case ICoalesceAssignmentOperation assignment:
                return Assign(assignment, assignment.Target, path, rest => EvaluateCoalesce(assignment, assignment.Target, assignment.Value, rest));
            case ICompoundAssignmentOperation assignment:
                return Assign(assignment, assignment.Target, path, rest => rest.IsEmpty ? EvaluateConcatenation(assignment) : Unknown(assignment, rest));
            case IIncrementOrDecrementOperation increment:
                return Assign(increment, increment.Target, path, rest => Unknown(increment, rest));
            default:
                return Effect.None;
        }
    }

    private Effect ArgumentEffect(IArgumentOperation argument, AccessPath path) =>
        Assign(argument, argument.Value, path, rest => OutValue(argument, rest));

    private Effect Assign(IOperation write, IOperation target, AccessPath path, Func<ImmutableArray<string>, List<Possibility>> value) =>
        TryPath(target, out var written) && path.StartsWith(written, out var rest)
            ? Effect.Write(Held(path, write, write.Syntax.Span.End, value(rest)))
            : Effect.None;

    /// <summary>A property of this object whose setter writes the field in question.</summary>
    private Effect SetterEffect(ISimpleAssignmentOperation assignment, AccessPath path)
    {
        if (!path.RootIsMember
            || assignment.Target is not IPropertyReferenceOperation { Instance: null or IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } } target
            || target.Property.SetMethod is not { Parameters.Length: 1 } setter
            || _bodies.Body(setter) is not { } body
            || !MayTouch(body, path))
        {
            return Effect.None;
        }

        return Enter(setter, ImmutableArray<IArgumentOperation>.Empty, assignment, () =>
        {
            var value = setter.OriginalDefinition.Parameters[0];
            _conditions.Bind(value, assignment.Value);
            try
            {
                return ExitEffect(body, path);
            }
            finally
            {
                _conditions.Unbind(value);
            }
        }) ?? Effect.MayWrite(Unknown(assignment, path.Members));
    }

    private Effect Deconstruct(IOperation write, IOperation target, IOperation value, AccessPath path)
    {
        if (Operations.Unwrap(target) is IDeclarationExpressionOperation declaration)
            target = declaration.Expression;
        if (Operations.Unwrap(target) is not ITupleOperation targets)
            return Effect.None;

        var source = Operations.Unwrap(value) as ITupleOperation;
        for (var i = 0; i < targets.Elements.Length; i++)
        {
            var element = targets.Elements[i];
            var index = i;
            var inner = Operations.Unwrap(element);
            var effect = inner is ITupleOperation && source is not null && i < source.Elements.Length
                ? Deconstruct(write, inner, source.Elements[i], path)
                : Assign(write, element, path, rest => source is not null && index < source.Elements.Length
                    ? Evaluate(source.Elements[index], rest)
                    : WithSameRow(targets, index, write, Evaluate(value, rest.Insert(0, DeconstructedMember(value.Type, index))), () => Evaluate(value, NoMembers)));
            if (!effect.IsNone)
                return effect;
        }

        return Effect.None;
    }

    /// <summary>The member of a tuple or positional record that stands at a place of its deconstruction.</summary>
    private static string DeconstructedMember(ITypeSymbol? type, int index)
    {
        if (type is INamedTypeSymbol { IsRecord: true } record)
        {
            foreach (var member in record.GetMembers("Deconstruct"))
            {
                if (member is IMethodSymbol { IsImplicitlyDeclared: true } deconstruct && index < deconstruct.Parameters.Length)
                    return deconstruct.Parameters[index].Name;
            }
        }

        return type is { IsTupleType: true } ? TupleElement(index) : IsPair(type) ? index == 0 ? "Key" : "Value" : "?";
    }

    private static string TupleElement(int index) => "Item" + (index + 1).ToString(CultureInfo.InvariantCulture);

    private Effect Matched(IPatternOperation pattern, IOperation value, AccessPath path)
    {
        if (path.Root is not ILocalSymbol || PatternVariable(pattern, path.Root, NoMembers) is not { } members)
            return Effect.None;

        var found = new List<Possibility>();
        foreach (var possibility in Evaluate(value, members.AddRange(path.Members)))
        {
            if (possibility is not { IsConstant: true, Value: null })
                found.Add(possibility);
        }

        return Effect.Write(found);
    }

    /// <summary>How a pattern's variable follows from the value matched: <c>is { Length: &gt; 0 } x</c>, <c>is { Port: var port }</c>.</summary>
    private static ImmutableArray<string>? PatternVariable(IPatternOperation pattern, ISymbol variable, ImmutableArray<string> members)
    {
        switch (pattern)
        {
            case IDeclarationPatternOperation declaration:
                return Same(declaration.DeclaredSymbol, variable) ? members : null;
            case INegatedPatternOperation negated:
                return PatternVariable(negated.Pattern, variable, members);
            case IBinaryPatternOperation binary:
                return PatternVariable(binary.LeftPattern, variable, members) ?? PatternVariable(binary.RightPattern, variable, members);
            case IRecursivePatternOperation recursive:
                if (Same(recursive.DeclaredSymbol, variable))
                    return members;
                foreach (var property in recursive.PropertySubpatterns)
                {
                    if (property.Member is IMemberReferenceOperation member
                        && PatternVariable(property.Pattern, variable, members.Add(AccessPath.NameOf(member.Member))) is { } inner)
                    {
                        return inner;
                    }
                }

                for (var i = 0; i < recursive.DeconstructionSubpatterns.Length; i++)
                {
                    if (PatternVariable(recursive.DeconstructionSubpatterns[i], variable, members.Add(DeconstructedMember(recursive.MatchedType, i))) is { } inner)
                        return inner;
                }

                return null;
            default:
                return null;
        }
    }

    /// <summary>
    /// All that anything below <paramref name="operation"/> writes, in whatever order it runs; of the text between two positions, where
    /// they are given; with what a type's methods set together kept together, where that is given.
    /// </summary>
    private List<Possibility> AllWrites(AccessPath path, IOperation operation, int from = 0, int before = int.MaxValue, INamedTypeSymbol? within = null)
    {
        var result = new List<Possibility>();
        foreach (var writer in Writers(operation, path))
        {
            if (++_steps > MaxSteps)
            {
                result.Add(Possibility.Unknown(operation.Syntax));
                break;
            }

            var start = writer.Syntax.SpanStart;
            if (start < from || start >= before || OwnEffect(writer, path) is not { IsNone: false } effect)
                continue;

            var guards = GuardsAt(writer, out var isReached);
            if (within is not null)
                guards = guards.And(SetAround(writer.Syntax, within)) ?? guards;
            foreach (var written in effect.Written)
            {
                if (isReached && written.When(guards) is { } here)
                    result.Add(here);
            }
        }

        return result;
    }

    /// <summary>The operations below one that may write the variable or a member of it: found once, however many of its members are asked for.</summary>
    private List<IOperation> Writers(IOperation operation, AccessPath path)
    {
        if (_writers.TryGetValue((operation, path.Root), out var writers))
            return writers;

        _writers.Add((operation, path.Root), writers = new List<IOperation>());
        if (!MayTouch(operation, path))
            return writers;

        foreach (var inner in Operations.Below(operation, intoFunctions: true))
        {
            if (!WritesNothing(inner.Kind) && MayTouch(inner, path))
                writers.Add(inner);
        }

        return writers;
    }

    private bool MayTouch(IOperation operation, AccessPath path) => MayTouch(operation.Syntax, path);

    private bool MayTouch(SyntaxNode node, AccessPath path) => MentionsOf(path.Root).In(node);

    /// <summary>Whether something in <paramref name="outer"/> that is not in <paramref name="inner"/> may touch the variable.</summary>
    private bool MayTouchBeside(SyntaxNode outer, SyntaxNode inner, AccessPath path) => MentionsOf(path.Root).Beside(outer, inner);

    private bool MayTouch(IMethodSymbol method, AccessPath path)
    {
        foreach (var reference in method.DeclaringSyntaxReferences)
        {
            if (MayTouch(reference.GetSyntax(_cancellation), path))
                return true;
        }

        return false;
    }

    /// <summary>Where the variable may be touched: wherever it is named, or a method, property, local function or alias that names it, or names one that does.</summary>
    private Mentions MentionsOf(ISymbol variable)
    {
        if (ReferenceEquals(_lastMentions.Variable, variable))
            return _lastMentions.Mentions;
        if (!_mentions.TryGetValue(variable, out var mentions))
            _mentions.Add(variable, mentions = _bodies.MentionsOf(TouchingNames(variable)));

        _lastMentions = (variable, mentions);
        return mentions;
    }

    private List<string> TouchingNames(ISymbol variable)
    {
        var names = new List<string>(1) { variable.Name };
        for (var i = 0; i < names.Count; i++)
            AddNamesOf(variable, names[i], names);

        return names;
    }

    private void AddNamesOf(ISymbol variable, string known, List<string> names)
    {
        if (variable.Kind is SymbolKind.Field or SymbolKind.Property)
        {
            foreach (var type in TypesHolding(variable.ContainingType))
            {
                foreach (var method in _bodies.MethodsNaming(type, known))
                {
                    if (method.MethodKind is not (MethodKind.Constructor or MethodKind.StaticConstructor))
                        AddOnce(method.AssociatedSymbol?.Name ?? method.Name, names);
                }

                AddLocalFunctionsNaming(type, known, names);
            }
        }
        else
        {
            AddLocalFunctionsNaming(variable.ContainingSymbol is IMethodSymbol method ? method : variable, known, names);
        }

        AddAliases(variable, known, names);
    }

    private void AddLocalFunctionsNaming(ISymbol scope, string known, List<string> names)
    {
        foreach (var reference in scope.DeclaringSyntaxReferences)
        {
            foreach (var function in _bodies.LocalFunctions(reference.GetSyntax(_cancellation)))
            {
                if (_bodies.Mentions(function, known))
                    AddOnce(function.Identifier.ValueText, names);
            }
        }
    }

    private static void AddOnce(string name, List<string> names)
    {
        if (!names.Contains(name))
            names.Add(name);
    }

    private static bool IsCall(ImmutableArray<string> members) =>
        !members.IsEmpty && members[members.Length - 1].EndsWith("()", StringComparison.Ordinal);

    private static List<Possibility> Unknown(IOperation operation, ImmutableArray<string> suffix) =>
        Single(Possibility.Unknown(operation.Syntax, Suffix(suffix)));
}
