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

    /// <summary>The methods being read for one of their calls, with that call; none is entered twice.</summary>
    private readonly Dictionary<IMethodSymbol, IOperation?> _entered = new(SymbolEqualityComparer.Default);

    private List<Possibility> EvaluateInvocation(IInvocationOperation invocation, ImmutableArray<string> suffix)
    {
        if ((EvaluateLibraryCall(invocation, suffix) ?? BoundService(invocation, suffix)) is { } known)
            return known;

        if (!CanRead(invocation.TargetMethod, invocation.Instance))
            return EvaluateForeignCall(invocation, suffix) ?? Union(DefaultsOfService(invocation, suffix), Single(CallResult(invocation, suffix)));
        if (_bodies.Body(invocation.TargetMethod) is not { } body || IsIterator(body))
            return Single(CallResult(invocation, suffix));

        return Enter(invocation, () => ReturnedBy(body, suffix)) is { } returned ? NamedByMethod(invocation.TargetMethod, suffix, returned) : Single(CallResult(invocation, suffix));
    }

    /// <summary><c>GetApiKey()</c>: what a method of one's own gives bears its name too.</summary>
    private static List<Possibility> NamedByMethod(IMethodSymbol method, ImmutableArray<string> suffix, List<Possibility> returned)
    {
        if (!suffix.IsEmpty || method.ReturnType.SpecialType != SpecialType.System_String || !returned.Exists(static value => value.Kind == PossibilityKind.Named))
            return returned;

        var result = new List<Possibility>(returned.Count);
        foreach (var value in returned)
            result.Add(value.Kind == PossibilityKind.Named ? value.Through(method.Name) : value);

        return result;
    }

    /// <summary><c>provider.GetRequiredService&lt;IOptions&lt;T>>().Value</c> has T's defaults, as an injected one has.</summary>
    private List<Possibility> DefaultsOfService(IInvocationOperation invocation, ImmutableArray<string> suffix) =>
        !suffix.IsEmpty && invocation.TargetMethod.Name is "GetRequiredService" or "GetService" && invocation.Type is { } service
            ? DefaultsOfMember(service, suffix, invocation)
            : Nothing;

    private static bool IsIterator(IOperation body)
    {
        foreach (var operation in Operations.Below(body, intoFunctions: false))
        {
            if (operation.Kind is OperationKind.YieldReturn or OperationKind.YieldBreak)
                return true;
        }

        return false;
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
    private List<Possibility> ReturnedBy(IOperation body, ImmutableArray<string> suffix)
    {
        var result = new List<Possibility>();
        foreach (var operation in Operations.Below(body, intoFunctions: false))
        {
            if (operation is IReturnOperation { Kind: OperationKind.Return, ReturnedValue: { } value } exit && GuardsAt(exit, out var isReached) is var guards && isReached)
                result.AddRange(When(guards, () => Evaluate(value, suffix)));
        }

        return result;
    }

    /// <summary>
    /// Whether the body that a call runs is certain: no override can come between, and it belongs to the type at hand or needs none.
    /// </summary>
    private static bool CanRead(IMethodSymbol method, IOperation? receiver) =>
        method is { IsVirtual: false, IsAbstract: false, IsOverride: false, IsExtern: false }
        && method.DeclaringSyntaxReferences.Length > 0
        && (method.IsStatic || method.MethodKind == MethodKind.LocalFunction || Operations.Unwrap(receiver) is IInstanceReferenceOperation);

    /// <summary>Runs <paramref name="read"/> with the parameters of the called method standing for its arguments; null if it is too deep.</summary>
    private T? Enter<T>(IInvocationOperation invocation, Func<T> read)
        where T : class =>
        Enter(invocation.TargetMethod, invocation.Arguments, invocation, read);

    private T? Enter<T>(IMethodSymbol method, ImmutableArray<IArgumentOperation> arguments, IOperation? call, Func<T> read)
        where T : class
    {
        method = method.OriginalDefinition;
        if (_entered.Count >= MaxNestedCalls || _entered.ContainsKey(method))
            return null;

        _entered.Add(method, call);
        foreach (var argument in arguments)
        {
            if (argument.Parameter is { RefKind: RefKind.None or RefKind.In } parameter)
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

    /// <summary>What a call does to an object that it receives or runs on, to a field of its own type, to a captured variable.</summary>
    private Effect CallEffect(IInvocationOperation invocation, AccessPath path)
    {
        if (IsCall(path.Members) && ReceivedCall(invocation, path) is { } received)
            return received;
        if (BindEffect(invocation, path) is { } bound)
            return bound;

        var method = invocation.TargetMethod;
        var handed = HandedEffect(invocation.Arguments, invocation, path, parameter => RunEffect(invocation, parameter));
        if (method.DeclaringSyntaxReferences.Length == 0)
            return handed;
        if (method.MethodKind == MethodKind.LocalFunction || (path.RootIsMember && RunsOnThis(invocation) && AreRelated(method.ContainingType, path.Root.ContainingType)))
            return Then(RunEffect(invocation, path) ?? MayRunEffect(invocation, path), handed);

        return handed.IsNone && !method.IsStatic && TryPath(Operations.ReceiverOf(invocation), out var receiver)
            && path.StartsWith(receiver, out var rest) && !rest.IsEmpty && !IsCall(rest)
                ? OwnObjectEffect(invocation, rest)
                : handed;
    }

    private static bool RunsOnThis(IInvocationOperation invocation) =>
        invocation.TargetMethod.IsStatic || Operations.Unwrap(invocation.Instance) is IInstanceReferenceOperation;

    private static bool AreRelated(INamedTypeSymbol one, INamedTypeSymbol other) => DerivesFrom(one, other) || DerivesFrom(other, one);

    private static bool DerivesFrom(INamedTypeSymbol type, INamedTypeSymbol from)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (Same(current.OriginalDefinition, from.OriginalDefinition))
                return true;
        }

        return false;
    }

    /// <summary>The effect of a method's whole body, or null where the body is not certain.</summary>
    private Effect? RunEffect(IInvocationOperation invocation, AccessPath path)
    {
        if (!CanRead(invocation.TargetMethod, invocation.Instance) || _bodies.Body(invocation.TargetMethod) is not { } body)
            return null;
        if (!MayTouch(body, path))
            return Effect.None;

        return Enter(invocation, () =>
        {
            KeepVariable(path, invocation.TargetMethod);
            return ExitEffect(body, path);
        });
    }

    /// <summary>A parameter that is the path's root must stay a variable: its object is the path, not its value.</summary>
    private void KeepVariable(AccessPath path, IMethodSymbol method)
    {
        if (path.Root is IParameterSymbol root && Same(root.ContainingSymbol, method.OriginalDefinition))
            _conditions.Unbind(root);
    }

    /// <summary>The effect of a body that may be overridden, or that is being read already.</summary>
    private Effect MayRunEffect(IInvocationOperation invocation, AccessPath path)
    {
        var method = invocation.TargetMethod;
        if (_entered.ContainsKey(method.OriginalDefinition))
            return Effect.None; // what it writes is being collected
        if (_bodies.Body(method) is not { } body || !MayTouch(body, path))
            return Effect.None;

        return Effect.MayWrite(Enter(invocation, () => AllWrites(path, body)) ?? Unknown(invocation, path.Members));
    }

    /// <summary><c>settings.UseDefaults()</c>: a method of the object itself, seen from outside.</summary>
    private Effect OwnObjectEffect(IInvocationOperation invocation, ImmutableArray<string> rest)
    {
        var method = invocation.TargetMethod;
        if (FindMember(method.ContainingType, rest[0]) is not { DeclaringSyntaxReferences.Length: > 0 } member)
            return Effect.None;

        var path = new AccessPath(member.OriginalDefinition, rest.RemoveAt(0));
        if (_bodies.Body(method) is not { } body)
            return Effect.MayWrite(Unknown(invocation, rest));
        if (!MayTouch(body, path))
            return Effect.None;

        var effect = Enter(invocation, () => ExitEffect(body, path)) ?? Effect.MayWrite(Unknown(invocation, rest));
        return method.IsVirtual || method.IsOverride ? Effect.MayWrite(effect.Written) : effect;
    }

    private Effect CreationEffect(IObjectCreationOperation creation, AccessPath path)
    {
        if (IsCall(path.Members) || creation.Constructor is not { } constructor)
            return Effect.None;

        return HandedEffect(creation.Arguments, creation, path, parameter =>
        {
            if (constructor.DeclaringSyntaxReferences.Length == 0)
                return null;
            if (_bodies.Body(constructor) is not { } body || !MayTouch(body, parameter))
                return Effect.None;

            return Enter(constructor, creation.Arguments, creation, () =>
            {
                KeepVariable(parameter, constructor);
                return ExitEffect(body, parameter);
            });
        });
    }

    /// <summary>Whoever receives an object may configure it. A library leaves its own kind of object as it is.</summary>
    private Effect HandedEffect(ImmutableArray<IArgumentOperation> arguments, IOperation call, AccessPath path, Func<AccessPath, Effect?> run)
    {
        foreach (var argument in arguments)
        {
            if (argument.Parameter is not { RefKind: RefKind.None or RefKind.In } parameter
                || !TryPath(argument.Value, out var handed)
                || !path.StartsWith(handed, out var rest)
                || rest.IsEmpty)
            {
                continue;
            }

            if (run(new AccessPath(parameter.OriginalDefinition, rest)) is { } effect)
                return effect;

            var isLibrary = parameter.ContainingSymbol.DeclaringSyntaxReferences.Length == 0
                && Operations.Unwrap(argument.Value)?.Type?.DeclaringSyntaxReferences.Length is null or 0;
            return IsCall(rest) || isLibrary || OnlyReads(parameter.ContainingSymbol) ? Effect.None : Effect.MayWrite(Unknown(call, rest));
        }

        return Effect.None;
    }

    /// <summary>Library methods that leave the object they are given as it is: what writes it as JSON, checks or logs it.</summary>
    private static bool OnlyReads(ISymbol method) => method.ContainingType?.Name is
        "JsonSerializer" or "JsonConvert" or "JsonContent" or "HttpClientJsonExtensions" or "ArgumentNullException" or "Validator" or "LoggerExtensions" or "Console";

    /// <summary>Calls that count as an event in the object's life: see <see cref="AccessPath"/>.</summary>
    private Effect? ReceivedCall(IInvocationOperation invocation, AccessPath path)
    {
        var wanted = path.Members[path.Members.Length - 1];
        if (!TryPath(Operations.ReceiverOf(invocation), out var receiver)
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
            return Unknown(argument, rest);

        var method = invocation.TargetMethod;
        if (method.Name == "TryParse" && method.DeclaringSyntaxReferences.IsEmpty && rest.IsEmpty)
            return Parsed(Evaluate(invocation.Arguments[0].Value, NoMembers), argument.Value.Type);
        if (method.Name == "TryGetValue" && method.DeclaringSyntaxReferences.IsEmpty && Operations.ReceiverOf(invocation) is { } dictionary)
            return EvaluateElement(invocation, dictionary, invocation.Arguments[0].Value, rest);

        return ReturnedThrough(argument, invocation, rest) ?? Unknown(argument, rest);
    }

    /// <summary>What a method of one's own leaves in its out or ref parameter.</summary>
    private List<Possibility>? ReturnedThrough(IArgumentOperation argument, IInvocationOperation invocation, ImmutableArray<string> rest)
    {
        if (argument.Parameter?.OriginalDefinition is not { RefKind: RefKind.Out } parameter
            || !CanRead(invocation.TargetMethod, invocation.Instance)
            || _bodies.Body(invocation.TargetMethod) is not { } body)
        {
            return null;
        }

        return Enter(invocation, () => ExitEffect(body, new AccessPath(parameter, rest)).Written);
    }
}
