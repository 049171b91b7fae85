using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using BrevoAnalyzers.Model;
using BrevoAnalyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BrevoAnalyzers.Reading;

/// <summary>
/// Reads an expression as the JSON that a serialiser makes of it: anonymous objects, classes, dictionaries, <c>JsonObject</c>,
/// lists and arrays, the SDK's models. What it cannot follow is unknown, and an object that others may change is open.
/// </summary>
internal sealed partial class PayloadReader
{
    private const int MaxDepth = 10;

    private readonly MailCode _code;
    private readonly JsonNaming _naming;

    public PayloadReader(MailCode code, JsonNaming naming)
    {
        _code = code;
        _naming = naming;
    }

    public PayloadValue Read(IOperation? expression) => Read(expression, 0);

    /// <summary>As <see cref="Read(IOperation?)"/>, for an object that others complete, the lists in it too.</summary>
    public PayloadValue ReadUnfinished(IOperation? expression)
    {
        var value = Read(expression, 0);
        var entries = ImmutableArray.CreateBuilder<PayloadEntry>(value.Entries.Length);
        foreach (var entry in value.Entries)
            entries.Add(new PayloadEntry(entry.Name, entry.NamePlace, Opened(entry.Value)) { DeclaredName = entry.DeclaredName, InCamelCase = entry.InCamelCase, IsConditional = entry.IsConditional });

        return Opened(value, entries.ToImmutable());
    }

    /// <summary>A value that a variable's member leads to, or (without members) an expression.</summary>
    private readonly struct Source
    {
        public Source(IOperation root, ImmutableArray<string> path)
            : this(root, path, Guards.None, ImmutableArray<SyntaxNode>.Empty)
        {
        }

        private Source(IOperation root, ImmutableArray<string> path, Guards guards, ImmutableArray<SyntaxNode> via)
        {
            Root = root;
            Path = path;
            Guards = guards;
            Via = via;
        }

        public IOperation Root { get; }

        public ImmutableArray<string> Path { get; }

        /// <summary>When the object is there that is read: what others hold that may stand in its place does not belong to it.</summary>
        public Guards Guards { get; }

        /// <summary>The references that the object came through.</summary>
        public ImmutableArray<SyntaxNode> Via { get; }

        public Source Member(string name) => new(Root, Path.Add(name), Guards, ImmutableArray<SyntaxNode>.Empty);

        public Source Of(Possibility value) => new(Root, Path, Guards.And(value.Guards) ?? Guards, value.Via);

        public ValueSet Resolve(MailCode code)
        {
            var members = new string[Path.Length];
            Path.CopyTo(members);
            return (members.Length == 0 ? code.Resolver.Resolve(Root) : code.Resolver.Resolve(Root, members)).In(Guards);
        }
    }

    private PayloadValue Read(IOperation? expression, int depth)
    {
        var type = AwaitedType(expression);
        expression = Bare(expression);
        if (expression is null || depth > MaxDepth)
            return new PayloadValue { Expression = expression, Place = expression is null ? default : (Place)expression.Syntax };

        var source = new Source(expression, ImmutableArray<string>.Empty);
        return Read(source, source.Resolve(_code), type ?? expression.Type, expression.Syntax, depth);
    }

    /// <summary>What an <c>await</c> gives, which is not what the call behind it returns.</summary>
    private static ITypeSymbol? AwaitedType(IOperation? expression)
    {
        while (expression is IConversionOperation { OperatorMethod: null } conversion)
            expression = conversion.Operand;

        return (expression as IAwaitOperation)?.Type;
    }

    private PayloadValue Read(Source source, ValueSet values, ITypeSymbol? type, SyntaxNode use, int depth)
    {
        if (PayloadTypes.ScalarOf(type) is { } scalar)
            return Scalar(scalar, values, type, source, use);

        var alternatives = ImmutableArray.CreateBuilder<PayloadValue>();
        var guards = ImmutableArray.CreateBuilder<Guards>();
        foreach (var value in values)
        {
            alternatives.Add(Read(value, source, type, use, depth));
            guards.Add(value.Guards);
        }

        return alternatives.Count switch
        {
            0 => OfType(type, use, depth),
            1 => alternatives[0],
            _ => new PayloadValue { Kind = PayloadKind.Choice, Place = use, Items = alternatives.ToImmutable(), ItemGuards = guards.ToImmutable(), Type = type, Values = values, Expression = source.Root },
        };
    }

    private PayloadValue Scalar(PayloadKind kind, ValueSet values, ITypeSymbol? type, Source source, SyntaxNode use)
    {
        var isNull = values.Count > 0;
        foreach (var value in values)
            isNull &= value is { IsConstant: true, Value: null };

        return new PayloadValue { Kind = isNull ? PayloadKind.Null : kind, Place = use, Values = values, Type = type, Expression = source.Root, IsHandedIn = kind == PayloadKind.Number && AreHandedIn(values) };
    }

    /// <summary>Whether there is a number whoever calls and whatever the settings are: whole numbers of callers, and of settings that have one by default.</summary>
    private bool AreHandedIn(ValueSet values)
    {
        var hasDefault = false;
        foreach (var value in values)
            hasDefault |= value.Value is (int and not 0) or (long and not 0);

        foreach (var value in values)
        {
            if (value.IsConstant)
                continue;
            if (value.Kind != PossibilityKind.Named || value.Place.Node is not { } node)
                return false;
            if (!IsWhole(node) && !value.Via.Any(IsWhole))
                return false;
            if (!hasDefault && _code.Resolver.Bodies.Operation(node) is not IParameterReferenceOperation { Parameter.HasExplicitDefaultValue: false })
                return false;
        }

        return true;

        bool IsWhole(SyntaxNode expression) =>
            _code.Resolver.Bodies.Operation(expression) is { Type.SpecialType: SpecialType.System_Int32 or SpecialType.System_Int64 } or { Type.TypeKind: TypeKind.Enum };
    }

    private PayloadValue Read(Possibility value, Source source, ITypeSymbol? type, SyntaxNode use, int depth)
    {
        var values = new ValueSet(ImmutableArray.Create(value));
        if (value.IsConstant)
        {
            var kind = value.Value switch
            {
                null => PayloadKind.Null,
                string or char => PayloadKind.String,
                bool => PayloadKind.Boolean,
                _ => PayloadKind.Number,
            };
            return new PayloadValue { Kind = kind, Place = PlaceOf(value, use), Values = values, Type = type, Expression = source.Root };
        }

        if (value.Kind == PossibilityKind.Object && value.Object is { } made)
            return ReadMade(made, source.Of(value), use, depth) ?? new PayloadValue { Place = use, Values = values, Type = made.Type, Expression = made };

        if (value.Place.Node is { } node && _code.Resolver.Bodies.Operation(node) is { } operation)
        {
            if (operation is IInvocationOperation call && ReadCall(call, depth) is { } result)
                return result;
            if (PayloadTypes.ScalarOf(operation.Type) is { } scalar && value.Kind is PossibilityKind.Named or PossibilityKind.Unknown && source.Path.IsEmpty)
                return new PayloadValue { Kind = scalar, Place = use, Values = values, Type = operation.Type, Expression = operation };
        }

        var known = OfType(type, use, depth);
        return known.Kind == PayloadKind.Unknown ? new PayloadValue { Place = use, Values = values, Type = type, Expression = source.Root } : known;
    }

    private PayloadValue? ReadMade(IOperation made, Source source, SyntaxNode use, int depth)
    {
        switch (made)
        {
            case IAnonymousObjectCreationOperation anonymous:
                return ReadAnonymous(anonymous, depth);
            case IObjectCreationOperation creation when PayloadTypes.IsDictionary(creation.Type):
                return ReadDictionary(creation, source, depth);
            case IObjectCreationOperation creation when PayloadTypes.IsList(creation.Type):
                return ReadList(creation, source, use, depth);
            case IArrayCreationOperation:
                return ReadList(made, source, use, depth);
            case IObjectCreationOperation creation when PayloadTypes.HasMembers(creation.Type):
                return ReadTyped(creation, source, use, depth);
            default:
                return PayloadTypes.IsCollectionExpression(made) ? ReadList(made, source, use, depth) : null;
        }
    }

    private PayloadValue ReadAnonymous(IAnonymousObjectCreationOperation anonymous, int depth)
    {
        var entries = ImmutableArray.CreateBuilder<PayloadEntry>();
        foreach (var initializer in anonymous.Initializers)
        {
            if (initializer is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: { } property } } assignment && _naming.NameOf(property) is { } name)
                entries.Add(new PayloadEntry(name, PayloadPlaces.NameInAnonymous(assignment), Read(assignment.Value, depth + 1)) { InCamelCase = JsonNaming.CamelCase.NameOf(property) });
        }

        return new PayloadValue
        {
            Kind = PayloadKind.Object,
            Place = anonymous.Syntax,
            Entries = entries.ToImmutable(),
            IsClosed = !IsHalfTyped(anonymous),
            Type = anonymous.Type,
            Expression = anonymous,
        };
    }

    private PayloadValue ReadTyped(IObjectCreationOperation creation, Source source, SyntaxNode use, int depth)
    {
        var isSdk = HttpTypes.IsSdk(creation.Type, "Model");
        var naming = isSdk ? JsonNaming.CamelCase : _naming;
        var life = LifeOf(creation, source);
        var entries = ImmutableArray.CreateBuilder<PayloadEntry>();
        foreach (var property in PayloadTypes.Properties(creation.Type!))
        {
            if (naming.NameOf(property) is not { } name)
                continue;

            var member = source.Member(property.Name);
            var values = member.Resolve(_code);
            var given = Given(values, creation);
            if (given.Count == 0 && isSdk && Operations.Given(creation.Arguments, "_" + name) is { } underscored)
            {
                entries.Add(new PayloadEntry(name, underscored.Syntax, Read(underscored.Value, depth + 1)));
                continue;
            }

            if (given.Count == 0)
            {
                if (property.Type.IsValueType && property.Type.OriginalDefinition.SpecialType != SpecialType.System_Nullable_T)
                    entries.Add(new PayloadEntry(name, use, new PayloadValue { Place = use, Type = property.Type }));
                continue;
            }

            var place = PayloadPlaces.NameInCreation(creation, property, given, use);
            var value = Read(member, given, property.Type, place.Node ?? use, depth + 1);
            entries.Add(new PayloadEntry(name, place, life.Touches(property.Name) ? Opened(value) : value) { DeclaredName = DeclaredName(property), InCamelCase = JsonNaming.CamelCase.NameOf(property), IsConditional = given.Count < values.Count });
        }

        return new PayloadValue
        {
            Kind = PayloadKind.Object,
            Place = _code.Holds(creation.Syntax) ? creation.Syntax : use,
            Entries = entries.ToImmutable(),
            IsClosed = !life.Escapes && !IsHalfTyped(creation),
            Type = creation.Type,
            Expression = creation,
        };
    }

    /// <summary>More is about to be written.</summary>
    private static bool IsHalfTyped(IOperation made) => made.Syntax.ContainsDiagnostics;

    /// <summary>The values that somebody gave: neither the library's default nor an argument that was left out.</summary>
    private static ValueSet Given(ValueSet values, IObjectCreationOperation creation)
    {
        var given = ImmutableArray.CreateBuilder<Possibility>(values.Count);
        foreach (var value in values)
        {
            var isLeftOut = value.Place.Node == creation.Syntax && value.Kind is PossibilityKind.Unknown or PossibilityKind.Constant;
            if (value.Kind != PossibilityKind.Unset && !isLeftOut)
                given.Add(value);
        }

        return given.Count == values.Count ? values : new ValueSet(given.ToImmutable());
    }

    private static PayloadValue Opened(PayloadValue value) => value.IsClosed ? Opened(value, value.Entries) : value;

    private static PayloadValue Opened(PayloadValue value, ImmutableArray<PayloadEntry> entries) => new()
    {
        Kind = value.Kind,
        Place = value.Place,
        Values = value.Values,
        Entries = entries,
        Items = value.Items,
        ItemGuards = value.ItemGuards,
        Type = value.Type,
        Expression = value.Expression,
    };

    /// <summary>What the type alone says: the names of a class's members, the shape of lists.</summary>
    private PayloadValue OfType(ITypeSymbol? type, SyntaxNode use, int depth)
    {
        if (PayloadTypes.ScalarOf(type) is { } scalar)
            return new PayloadValue { Kind = scalar, Place = use, Type = type };
        if (type is null || depth > MaxDepth)
            return new PayloadValue { Place = use, Type = type };
        if (PayloadTypes.IsDictionary(type))
            return new PayloadValue { Kind = PayloadKind.Object, Place = use, Type = type };
        if (PayloadTypes.ElementOf(type) is { } element)
            return new PayloadValue { Kind = PayloadKind.Array, Place = use, Type = type, Items = ImmutableArray.Create(OfType(element, use, depth + 1)) };
        if (!PayloadTypes.HasMembers(type) || type.TypeKind == TypeKind.Interface || type.IsAbstract)
            return new PayloadValue { Place = use, Type = type };

        var naming = HttpTypes.IsSdk(type, "Model") ? JsonNaming.CamelCase : _naming;
        var entries = ImmutableArray.CreateBuilder<PayloadEntry>();
        foreach (var property in PayloadTypes.Properties(type))
        {
            if (naming.NameOf(property) is not { } name)
                continue;

            var declared = PayloadPlaces.Declaration(property);
            var place = declared is { } at && _code.Holds(at) ? at : use;
            entries.Add(new PayloadEntry(name, place, OfType(property.Type, use, depth + 1)) { DeclaredName = DeclaredName(property), InCamelCase = JsonNaming.CamelCase.NameOf(property) });
        }

        return new PayloadValue { Kind = PayloadKind.Object, Place = use, Entries = entries.ToImmutable(), Type = type };
    }

    private Place? DeclaredName(IPropertySymbol property) => JsonNaming.GivenAt(property, _code.Cancellation) is { } name && _code.Holds(name) ? (Place?)name : null;

    private Place PlaceOf(Possibility value, SyntaxNode use) => _code.Holds(value.Place) ? value.Place : use;

    /// <summary>The expression below conversions, also those that make a JSON node of a value.</summary>
    private static IOperation? Bare(IOperation? expression)
    {
        while (true)
        {
            expression = Operations.Unwrap(expression);
            if (expression is IConversionOperation { OperatorMethod.ContainingType.Name: "JsonNode" or "JToken" } conversion)
                expression = conversion.Operand;
            else
                return expression;
        }
    }
}
