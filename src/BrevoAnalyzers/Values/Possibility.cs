using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace BrevoAnalyzers.Values;

internal enum PossibilityKind
{
    /// <summary>A value that the source states: a literal, a constant, a stated default.</summary>
    Constant,

    /// <summary>A value that the source only names: a configuration key, an environment variable, a member, a parameter, a call.</summary>
    Named,

    /// <summary>An object, array, tuple or function made in the source: see <see cref="Possibility.Object"/>.</summary>
    Object,

    /// <summary>The member of an object that nobody gave a value: the library's default holds.</summary>
    Unset,

    /// <summary>Nothing is known.</summary>
    Unknown,
}

internal enum SourceKind
{
    None,
    ConfigurationKey,
    EnvironmentVariable,
    Member,
    Parameter,
    Call,
}

/// <summary>One thing that an expression can hold, with where it is written and when it holds.</summary>
internal sealed record Possibility
{
    private Possibility(PossibilityKind kind, Place place)
    {
        Kind = kind;
        Place = place;
    }

    public PossibilityKind Kind { get; private init; }

    /// <summary>Where the value is written: the literal or constant expression, else the expression that names it.</summary>
    public Place Place { get; private init; }

    /// <summary>The constant; enum members as their underlying integer.</summary>
    public object? Value { get; private init; }

    /// <summary>The creation, array, tuple, function or call that makes the object.</summary>
    public IOperation? Object { get; private init; }

    public SourceKind Source { get; private init; }

    /// <summary>Equal for two possibilities exactly when both name the same thing: a key, a variable, a member of the same object.</summary>
    public string Identity { get; private init; } = "";

    /// <summary>The key, variable, member, parameter or method as the source spells it.</summary>
    public string Name { get; private init; } = "";

    /// <summary>For a member of an object that comes from outside: the type of that object, where a method's own parameter holds it.</summary>
    public ITypeSymbol? Holder { get; private init; }

    /// <summary>For a member of an object that a property holds for others to fill in, as a page's form is: the type of that object.</summary>
    public ITypeSymbol? Form { get; private init; }

    /// <summary>For a member of an object that comes from outside: the type that has the member.</summary>
    public ITypeSymbol? Owner { get; private init; }

    /// <summary>The names of constants, variables, fields and properties that the value came through, nearest to the value first.</summary>
    public ImmutableArray<string> Names { get; private init; } = ImmutableArray<string>.Empty;

    /// <summary>The references that the value came through, nearest to the value first.</summary>
    public ImmutableArray<SyntaxNode> Via { get; private init; } = ImmutableArray<SyntaxNode>.Empty;

    public Guards Guards { get; private init; } = Guards.None;

    /// <summary>
    /// True for an outcome of a flag that the source does not state (<c>EnableSsl = !isDevelopment</c> is false where isDevelopment
    /// is true). It counts only in a session whose own guards decide the flag.
    /// </summary>
    public bool IsAssumed { get; private init; }

    public bool IsConstant => Kind == PossibilityKind.Constant;

    public string? Text => Kind == PossibilityKind.Constant ? Value as string : null;

    public static Possibility Constant(object? value, Place place) =>
        new(PossibilityKind.Constant, place) { Value = value };

    public static Possibility Made(IOperation operation) =>
        new(PossibilityKind.Object, operation.Syntax) { Object = operation, Identity = At(operation.Syntax) };

    public static Possibility Unset(IOperation? creation, Place place) =>
        new(PossibilityKind.Unset, place) { Object = creation };

    public static Possibility Unknown(Place place, string suffix = "") =>
        new(PossibilityKind.Unknown, place) { Identity = place.Node is null ? "" : At(place.Node) + suffix };

    public static Possibility Named(SourceKind source, string name, string identity, Place place) =>
        new(PossibilityKind.Named, place) { Source = source, Name = name, Identity = identity };

    public Possibility HeldBy(ITypeSymbol holder) => this with { Holder = holder };

    public Possibility FilledInAs(ITypeSymbol form) => this with { Form = form };

    public Possibility OwnedBy(ITypeSymbol? owner) => owner is null ? this : this with { Owner = owner };

    public Possibility? When(Guards? guards)
    {
        var both = Guards.And(guards);
        return both is null ? null : ReferenceEquals(both, Guards) ? this : this with { Guards = both };
    }

    public Possibility Through(string name) => this with { Names = Names.Add(name) };

    public Possibility Through(string name, SyntaxNode reference) => this with { Names = Names.Add(name), Via = Via.Add(reference) };

    /// <summary>What has to hold for an assumed value to be there: some of its guards, or all.</summary>
    public Guards Assumption => AssumedUnder ?? Guards;

    private Guards? AssumedUnder { get; init; }

    /// <param name="under">Those of the guards that are not known to hold; all, if none are named.</param>
    public Possibility Assumed(Guards? under = null) => this with { IsAssumed = true, AssumedUnder = under };

    public Possibility Unassumed() => this with { IsAssumed = false };

    /// <summary>The same possibility with another constant: after a parse, a negation, a concatenation.</summary>
    public Possibility WithValue(object? value) => this with { Value = value };

    public Possibility WrittenAt(Place place) => this with { Place = place };

    /// <summary>
    /// This setting with the value that a settings file states for it: it keeps its name, stands where the file has it, and came through
    /// <paramref name="reading"/>, the expression that names the key.
    /// </summary>
    public Possibility StatedBy(Possibility file, SyntaxNode? reading) => this with
    {
        Kind = file.Kind,
        Value = file.Value,
        Place = file.Place,
        Identity = file.Identity.Length > 0 ? file.Identity : Identity,
        Via = reading is null ? Via : Via.Add(reading),
    };

    /// <summary>What the analysis forgets when it can no longer tell: the name and the guards stay, the value goes.</summary>
    public Possibility Forget() => Unknown(Place) with { Guards = Guards, Names = Names, Via = Via };

    /// <summary>Whether the other adds nothing: the same value from the same place under the same guards.</summary>
    public bool SaysTheSameAs(Possibility other) =>
        Kind == other.Kind && Place.Equals(other.Place) && Equals(Value, other.Value) && Identity == other.Identity && IsAssumed == other.IsAssumed
        && Guards.SaysTheSameAs(other.Guards);

    private static string At(SyntaxNode node) => $"{node.SyntaxTree.FilePath}@{node.SpanStart}-{node.Span.Length}";

    public override string ToString() => $"{Kind} {Name}{(IsConstant ? Value?.GetType().Name : "")} [{Guards}]";
}
