using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BrevoAnalyzers.Values;

/// <content>Calls: what they return, what they do to an object, what they hand out.</content>
internal sealed partial class Resolver
{
    private const int MaxNestedCalls = 6;

    /// <summary>The methods being read for one of their calls; none is entered twice.</summary>
    private readonly HashSet<IMethodSymbol> _entered = new(SymbolEqualityComparer.Default);

    private List<Possibility> EvaluateInvocation(IInvocationOperation invocation, ImmutableArray<string> suffix)
    {
        if (EvaluateLibraryCall(invocation, suffix) is { } known)
            return known;

        var body = CanRead(invocation.TargetMethod, invocation.Instance) ? _bodies.Body(invocation.TargetMethod) : null;
        if (body is null)
            return Single(CallResult(invocation, suffix));

        return Enter(invocation, () =>
        {
            var result = new List<Possibility>();
            foreach (var returned in ReturnedBy(body))
                result.AddRange(When(GuardsAt(returned.Parent ?? returned), () => Evaluate(returned, suffix)));

            return result;
        }) ?? Single(CallResult(invocation, suffix));
    }

    private Possibility CallResult(IInvocationOperation invocation, ImmutableArray<string> suffix)
    {
        var name = suffix.IsEmpty ? invocation.TargetMethod.Name : suffix[suffix.Length - 1];
        var result = Possibility.Named(SourceKind.Call, name, "call:" + _conditions.Canonical(invocation) + Suffix(suffix), invocation.Syntax);
        foreach (var argument in invocation.Arguments)
        {
            // GetSecret("brevo-smtp-key"): what is asked for names the value.
            if (argument.Value.ConstantValue is { HasValue: true, Value: string key })
                result = result.Through(key);
        }

        return result;
    }

    /// <summary>The results of a body: of its return statements, or of its expression.</summary>
    private static IEnumerable<IOperation> ReturnedBy(IOperation body)
    {
        foreach (var operation in Operations.Below(body, intoFunctions: false))
        {
            if (operation is IReturnOperation { Kind: OperationKind.Return, ReturnedValue: { } value })
                yield return value;
        }
    }

    /// <summary>
    /// Whether the body that a call runs is certain: no override can come between, and it belongs to the type at hand or needs none.
    /// </summary>
    private bool CanRead(IMethodSymbol method, IOperation? receiver) =>
        method is { IsVirtual: false, IsAbstract: false, IsOverride: false, IsExtern: false, IsAsync: var _ }
        && method.DeclaringSyntaxReferences.Length > 0
        && (method.IsStatic || method.MethodKind == MethodKind.LocalFunction || Operations.Unwrap(receiver) is IInstanceReferenceOperation);

    /// <summary>Runs <paramref name="read"/> with the parameters of the called method standing for its arguments; null if it is too deep.</summary>
    private T? Enter<T>(IInvocationOperation invocation, Func<T> read)
        where T : class =>
        Enter(invocation.TargetMethod, invocation.Arguments, read);

    private T? Enter<T>(IMethodSymbol method, ImmutableArray<IArgumentOperation> arguments, Func<T> read)
        where T : class
    {
        method = method.OriginalDefinition;
        if (_entered.Count >= MaxNestedCalls || !_entered.Add(method))
            return null;

        foreach (var argument in arguments)
        {
            if (argument.Parameter is { RefKind: RefKind.None } parameter)
                _conditions.Bind(parameter.OriginalDefinition, argument);
        }

        try
        {
            return read();
        }
        finally
        {
            foreach (var argument in arguments)
            {
                if (argument.Parameter is { } parameter)
                    _conditions.Unbind(parameter.OriginalDefinition);
            }

            _entered.Remove(method);
        }
    }

    /// <summary>What a call does to an object that it receives, or to a field of its own type.</summary>
    private Effect CallEffect(IInvocationOperation invocation, AccessPath path)
    {
        if (IsCall(path.Members) && ReceivedCall(invocation, path) is { } received)
            return received;
        if (invocation.TargetMethod.DeclaringSyntaxReferences.Length == 0)
            return Effect.None;

        if (path.RootIsMember && Same(invocation.TargetMethod.ContainingType.OriginalDefinition, path.Root.ContainingType))
            return RunEffect(invocation, path) ?? Effect.None;

        foreach (var argument in invocation.Arguments)
        {
            if (argument.Parameter is not { RefKind: RefKind.None } parameter
                || !AccessPath.TryGet(argument.Value, out var handed)
                || !path.StartsWith(handed, out var rest)
                || rest.IsEmpty)
            {
                continue;
            }

            if (RunEffect(invocation, new AccessPath(parameter.OriginalDefinition, rest)) is { } effect)
                return effect;

            // Whoever receives the object may configure it.
            return IsCall(rest) ? Effect.None : Effect.MayWrite(Single(Possibility.Unknown(invocation.Syntax, Suffix(rest))));
        }

        return Effect.None;
    }

    /// <summary>The effect of a method's whole body, or null where the body is not certain.</summary>
    private Effect? RunEffect(IInvocationOperation invocation, AccessPath path)
    {
        if (!CanRead(invocation.TargetMethod, invocation.Instance) || _bodies.Body(invocation.TargetMethod) is not { } body)
            return null;
        if (!MayTouch(body, path))
            return Effect.None;

        // The parameter that is the path's root must stay a variable: its object is the path, not its value.
        return Enter(invocation, () =>
        {
            if (path.Root is IParameterSymbol root)
                _conditions.Unbind(root);
            return ExitEffect(body, path);
        });
    }

    /// <summary>What a body does by the time it is left, through its end or one of its return statements.</summary>
    private Effect ExitEffect(IOperation body, AccessPath path)
    {
        var exits = new List<Effect>();
        foreach (var operation in Operations.Below(body, intoFunctions: false))
        {
            if (operation is not IReturnOperation { Kind: OperationKind.Return, IsImplicit: false } exit)
                continue;

            var trace = new Trace();
            trace.Apply(EffectOf(exit.ReturnedValue, path));
            Climb(path, exit, trace, stopAt: body);
            exits.Add(trace.ToEffect());
        }

        if (EndIsReached(body))
            exits.Add(EffectOf(body, path));
        return exits.Count == 1 ? exits[0] : Effect.Either(exits);
    }

    private static bool EndIsReached(IOperation body) => body switch
    {
        IMethodBodyOperation method => Operations.Completes(method.BlockBody ?? method.ExpressionBody),
        IConstructorBodyOperation constructor => Operations.Completes(constructor.BlockBody ?? constructor.ExpressionBody),
        ILocalFunctionOperation function => Operations.Completes(function.Body),
        _ => Operations.Completes(body),
    };

    /// <summary>Calls that count as an event in the object's life: see <see cref="AccessPath"/>.</summary>
    private Effect? ReceivedCall(IInvocationOperation invocation, AccessPath path)
    {
        var wanted = path.Members[path.Members.Length - 1];
        if (!AccessPath.TryGet(Operations.ReceiverOf(invocation), out var receiver)
            || !path.StartsWith(receiver, out var rest)
            || rest.Length != 1)
        {
            return null;
        }

        var name = invocation.TargetMethod.Name;
        switch (wanted)
        {
            case "Connect()":
                return name switch
                {
                    "Connect" or "ConnectAsync" => Effect.Write(Single(Possibility.Made(invocation))),
                    "Disconnect" or "DisconnectAsync" => Effect.Write(new List<Possibility>(0)),
                    _ => Effect.None,
                };
            case "Authenticate()":
                return name switch
                {
                    "Authenticate" or "AuthenticateAsync" => Effect.Write(Single(Possibility.Made(invocation))),
                    "Connect" or "ConnectAsync" or "Disconnect" or "DisconnectAsync" => Effect.Write(new List<Possibility>(0)),
                    _ => Effect.None,
                };
            case "Add()":
                return name switch
                {
                    "Clear" => Effect.Write(new List<Possibility>(0)),
                    "Add" or "Insert" when invocation.Arguments.Length > 0 =>
                        Effect.MayWrite(Single(Possibility.Made(invocation.Arguments[invocation.Arguments.Length - 1].Value))),
                    "AddRange" when invocation.Arguments.Length > 0 => Effect.MayWrite(Elements(invocation.Arguments[0].Value)),
                    _ => Effect.None,
                };
            default:
                return null;
        }
    }

    private List<Possibility> OutValue(IArgumentOperation argument, ImmutableArray<string> rest)
    {
        if (argument.Parent is not IInvocationOperation invocation)
            return Single(Possibility.Unknown(argument.Syntax, Suffix(rest)));

        if (invocation.TargetMethod.Name == "TryParse" && invocation.Arguments.Length > 0 && rest.IsEmpty)
            return Parsed(Evaluate(invocation.Arguments[0].Value, NoMembers), argument.Value.Type);
        if (invocation.TargetMethod.Name == "TryGetValue" && Operations.ReceiverOf(invocation) is { } dictionary)
            return EvaluateElement(invocation, dictionary, invocation.Arguments[0].Value, rest);

        return Single(Possibility.Unknown(argument.Syntax, Suffix(rest)));
    }
}
