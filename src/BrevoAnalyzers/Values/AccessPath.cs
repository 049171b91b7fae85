using System;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BrevoAnalyzers.Values;

/// <summary>
/// A variable and the members that lead from it to a value: <c>client.Credentials</c>, <c>_options.Value.Port</c>. A field or
/// property of the object at hand (or a static one) is itself the variable. A last member that ends in "()" is no member but a
/// call that an object receives: the value of <c>client.Connect()</c> is the call that connected it.
/// </summary>
internal readonly struct AccessPath : IEquatable<AccessPath>
{
    public AccessPath(ISymbol root, ImmutableArray<string> members)
    {
        Root = root;
        Members = members;
    }

    public ISymbol Root { get; }

    public ImmutableArray<string> Members { get; }

    public bool RootIsMember => Root.Kind is SymbolKind.Field or SymbolKind.Property;

    public AccessPath Append(ImmutableArray<string> suffix) => suffix.IsEmpty ? this : new AccessPath(Root, Members.AddRange(suffix));

    public static bool TryGet(IOperation? operation, out AccessPath path)
    {
        operation = Operations.Unwrap(operation);
        switch (operation)
        {
            case ILocalReferenceOperation local:
                path = new AccessPath(local.Local, ImmutableArray<string>.Empty);
                return true;
            case IParameterReferenceOperation parameter:
                path = new AccessPath(parameter.Parameter, ImmutableArray<string>.Empty);
                return true;
            case IDeclarationExpressionOperation declaration:
                return TryGet(declaration.Expression, out path);
            case IMemberReferenceOperation { Member.Kind: SymbolKind.Field or SymbolKind.Property } member when !IsIndexer(member):
                if (member.Instance is null or IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance })
                {
                    path = new AccessPath(member.Member.OriginalDefinition, ImmutableArray<string>.Empty);
                    return true;
                }

                if (TryGet(member.Instance, out path))
                {
                    path = new AccessPath(path.Root, path.Members.Add(NameOf(member.Member)));
                    return true;
                }

                return false;
            case IConditionalAccessInstanceOperation instance:
                return TryGet(Operations.ReceiverOf(instance), out path);
            case IConditionalAccessOperation { WhenNotNull: IMemberReferenceOperation } access:
                return TryGet(access.WhenNotNull, out path);
            default:
                path = default;
                return false;
        }
    }

    /// <summary>The name of a member in a path. A tuple's element goes by its place: two types of one tuple can name it differently.</summary>
    public static string NameOf(ISymbol member) => member is IFieldSymbol { CorrespondingTupleField: { } element } ? element.Name : member.Name;

    private static bool IsIndexer(IMemberReferenceOperation member) =>
        member is IPropertyReferenceOperation { Arguments.IsEmpty: false };

    /// <summary>
    /// Whether <paramref name="target"/> is this path or a part of it. Then <paramref name="rest"/> is what leads from the target to
    /// this path's value.
    /// </summary>
    public bool StartsWith(AccessPath target, out ImmutableArray<string> rest)
    {
        rest = ImmutableArray<string>.Empty;
        if (!SymbolEqualityComparer.Default.Equals(Root, target.Root) || target.Members.Length > Members.Length)
            return false;

        for (var i = 0; i < target.Members.Length; i++)
        {
            if (Members[i] != target.Members[i])
                return false;
        }

        rest = Members.RemoveRange(0, target.Members.Length);
        return true;
    }

    public bool Equals(AccessPath other) => Members.Length == other.Members.Length && StartsWith(other, out _);

    public override bool Equals(object? obj) => obj is AccessPath other && Equals(other);

    public override int GetHashCode() => (SymbolEqualityComparer.Default.GetHashCode(Root) * 31) + (Members.IsEmpty ? 0 : StringComparer.Ordinal.GetHashCode(Members[Members.Length - 1]));

    public override string ToString() => Members.IsEmpty ? Root.Name : Root.Name + "." + string.Join(".", Members);
}
