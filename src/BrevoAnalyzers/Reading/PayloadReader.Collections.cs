using System.Collections.Generic;
using System.Collections.Immutable;
using BrevoAnalyzers.Model;
using BrevoAnalyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BrevoAnalyzers.Reading;

/// <content>Dictionaries, lists, and the calls that make them or JSON.</content>
internal sealed partial class PayloadReader
{
    private PayloadValue ReadDictionary(IObjectCreationOperation creation, Source source, int depth)
    {
        var entries = ImmutableArray.CreateBuilder<PayloadEntry>();
        var isClosed = creation.Arguments.IsEmpty || creation.Arguments[0].ArgumentKind == ArgumentKind.DefaultValue;
        if (creation.Initializer is { } initializer)
        {
            foreach (var element in initializer.Initializers)
                isClosed &= AddEntry(entries, element, depth);
        }

        var life = LifeOf(creation, source);
        isClosed &= !life.Escapes && source.Path.IsEmpty && !IsHalfTyped(creation);
        foreach (var change in life.Changes)
            isClosed &= AddEntry(entries, change, depth);

        return new PayloadValue
        {
            Kind = PayloadKind.Object,
            Place = creation.Syntax,
            Entries = entries.ToImmutable(),
            IsClosed = isClosed,
            Type = creation.Type,
            Expression = creation,
        };
    }

    private PayloadLife LifeOf(IOperation made, Source source)
    {
        var life = PayloadLife.Of(made, source.Root);
        foreach (var reference in source.Via)
        {
            if (_code.Resolver.Bodies.Operation(reference) is ILocalReferenceOperation local)
                life.FollowAlso(local);
        }

        return life;
    }

    /// <summary>An entry that an initialiser, an indexer or <c>Add</c> gives; false where its name is not known.</summary>
    private bool AddEntry(ImmutableArray<PayloadEntry>.Builder entries, IOperation change, int depth)
    {
        var (key, value) = change switch
        {
            ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Arguments.Length: 1 } indexer } assignment => (indexer.Arguments[0].Value, assignment.Value),
            IInvocationOperation { Arguments.Length: 2 } add => (add.Arguments[0].Value, add.Arguments[1].Value),
            _ => (null, null),
        };
        if (key is null || value is null)
            return false;

        foreach (var name in _code.Resolver.Resolve(key))
        {
            if (name.Text is not { } text)
                return false;

            entries.Add(new PayloadEntry(text, key.Syntax, Read(value, depth + 1)) { IsConditional = !_code.Resolver.GuardsAt(change).IsEmpty || !name.Guards.IsEmpty });
        }

        return true;
    }

    private PayloadValue ReadList(IOperation made, Source source, SyntaxNode use, int depth)
    {
        var items = ImmutableArray.CreateBuilder<PayloadValue>();
        var seen = new HashSet<SyntaxNode>();
        var isClosed = true;
        foreach (var element in _code.Resolver.ElementsOf(made))
        {
            if (element.Object is not { } value)
                continue;
            if (value.Syntax.Parent is SpreadElementSyntax or SpreadElementSyntax || value.Syntax is SpreadElementSyntax)
                isClosed = false;
            else if (seen.Add(value.Syntax))
                items.Add(Read(value, depth + 1));
        }

        if (made is IObjectCreationOperation creation)
            isClosed &= AddArguments(items, creation, depth);
        if (made is IArrayCreationOperation array)
            isClosed &= array.Initializer is not null || IsEmptyArray(array);

        var life = LifeOf(made, source);
        isClosed &= !life.Escapes && !IsHalfTyped(made);
        foreach (var change in life.Changes)
        {
            // Added in a loop or under a condition, it may be there any number of times.
            isClosed = false;
            if (change is IInvocationOperation { TargetMethod.Name: "Add", Arguments.Length: 1 } add && seen.Add(add.Arguments[0].Value.Syntax))
                items.Add(Read(add.Arguments[0].Value, depth + 1));
        }

        if (!source.Path.IsEmpty)
        {
            foreach (var added in source.Member("Add()").Resolve(_code))
            {
                isClosed = false;
                if (added.Object is { } value && seen.Add(value.Syntax))
                    items.Add(Read(value, depth + 1));
            }
        }

        return new PayloadValue
        {
            Kind = PayloadKind.Array,
            Place = _code.Holds(made.Syntax) ? made.Syntax : use,
            Items = items.ToImmutable(),
            WrittenElements = WrittenElements(made),
            IsClosed = isClosed,
            Type = made.Type,
            Expression = made,
        };
    }

    private static int WrittenElements(IOperation made) => made switch
    {
        IArrayCreationOperation { Initializer.ElementValues: var elements } => elements.Length,
        IObjectCreationOperation { Initializer.Initializers: var elements } => elements.Length,
        _ => 0,
    };

    private static bool IsEmptyArray(IArrayCreationOperation array) =>
        array.DimensionSizes.Length == 1 && array.DimensionSizes[0].ConstantValue is { HasValue: true, Value: 0 };

    /// <summary>The elements that a constructor is given: <c>new JsonArray(a, b)</c>, <c>new List&lt;T&gt;(source)</c>.</summary>
    private bool AddArguments(ImmutableArray<PayloadValue>.Builder items, IObjectCreationOperation creation, int depth)
    {
        foreach (var argument in creation.Arguments)
        {
            if (argument.ArgumentKind == ArgumentKind.DefaultValue || argument.Value.Type?.SpecialType == SpecialType.System_Int32)
                continue;
            if (argument is not { ArgumentKind: ArgumentKind.ParamArray, Value: IArrayCreationOperation { Initializer: { } values } })
                return false;

            foreach (var value in values.ElementValues)
                items.Add(Read(value, depth + 1));
        }

        return true;
    }

    /// <summary>What a call makes that has a meaning of its own: projections, JSON parsed or made, empty collections.</summary>
    private PayloadValue? ReadCall(IInvocationOperation call, int depth)
    {
        var type = call.TargetMethod.ContainingType?.Name;
        var first = call.Arguments.Length > 0 ? call.Arguments[0].Value : null;
        switch (call.TargetMethod.Name)
        {
            case "Select" when type == "Enumerable" && call.Arguments.Length == 2:
                return Projected(call.Arguments[1].Value) is { } element
                    ? new PayloadValue { Kind = PayloadKind.Array, Place = call.Syntax, Items = ImmutableArray.Create(Read(element, depth + 1)), Type = call.Type, Expression = call }
                    : null;
            case "Empty" when type is "Array" or "Enumerable":
                return new PayloadValue { Kind = PayloadKind.Array, Place = call.Syntax, IsClosed = true, Type = call.Type, Expression = call };
            case "Parse" when type is "JsonNode" or "JsonDocument" or "JObject" or "JToken" && first is not null:
                return ReadText(first).Value;
            case "SerializeToNode" or "SerializeToElement" or "SerializeToDocument" or "Serialize" when type == "JsonSerializer" && first is not null:
                return new PayloadReader(_code, JsonNaming.Of(_code, OptionsOf(call), JsonNaming.AsWritten)).Read(first, depth + 1);
            case "FromObject" or "SerializeObject" when type is "JObject" or "JToken" or "JsonConvert" && first is not null:
                return new PayloadReader(_code, JsonNaming.Of(_code, OptionsOf(call), JsonNaming.AsWritten)).Read(first, depth + 1);
            case "Create" when type == "JsonValue" && first is not null:
                return Read(first, depth + 1);
            default:
                return null;
        }
    }

    /// <summary>The options, settings or type information that a serialiser is given.</summary>
    public static IOperation? OptionsOf(IInvocationOperation call)
    {
        foreach (var argument in call.Arguments)
        {
            if (argument.ArgumentKind != ArgumentKind.DefaultValue
                && argument.Parameter?.Name is "options" or "settings" or "jsonTypeInfo" or "context" or "jsonSerializer" or "formatting" or "converters")
            {
                return argument.Value;
            }
        }

        return null;
    }

    private IOperation? Projected(IOperation function)
    {
        var body = (Operations.Unwrap(function) as IDelegateCreationOperation)?.Target switch
        {
            IAnonymousFunctionOperation lambda => lambda.Body,
            IMethodReferenceOperation { Method: { IsVirtual: false, IsAbstract: false, IsOverride: false } method } => _code.Resolver.Bodies.Body(method.OriginalDefinition),
            _ => null,
        };
        if (body is null)
            return null;

        IOperation? result = null;
        foreach (var operation in Operations.Below(body, intoFunctions: false))
        {
            if (operation is not IReturnOperation { ReturnedValue: { } value })
                continue;
            if (result is not null)
                return null;

            result = value;
        }

        return result;
    }
}
