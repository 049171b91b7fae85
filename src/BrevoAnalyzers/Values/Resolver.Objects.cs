using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BrevoAnalyzers.Values;

/// <content>Objects made in the source, and their members.</content>
internal sealed partial class Resolver
{
    /// <summary>
    /// A member of an object just made: its initialiser hides the constructor's argument, which hides the default of the class.
    /// </summary>
    private List<Possibility> EvaluateMemberOfCreation(IObjectCreationOperation creation, ImmutableArray<string> suffix)
    {
        var isCall = suffix[suffix.Length - 1] == "Add()" && suffix.Length == 2;
        if (IsCall(suffix) && !isCall)
            return Nothing;

        if (creation.Initializer is { } initializer && EvaluateInitializerMember(initializer.Initializers, suffix, out var given))
            return given;

        if (MadeLate(creation, suffix) is { } late)
            return late;

        var member = creation.Type is { } type ? FindMember(type, suffix[0]) : null;
        var isOfLibrary = member?.DeclaringSyntaxReferences.Length is null or 0;
        if (isOfLibrary && ArgumentOf(creation, suffix[0]) is { } argument)
            return isCall ? Elements(argument.Value) : Evaluate(argument, suffix.RemoveAt(0));
        if (isCall)
            return Nothing;
        if (isOfLibrary)
        {
            // What nobody can set is computed by the library, for all that is known here.
            return member is IPropertySymbol { SetMethod: null } ? Unknown(creation, suffix) : Single(Possibility.Unset(creation, creation.Syntax));
        }

        return StatedByClass(creation, member!, suffix.RemoveAt(0)) is { Count: > 0 } stated
            ? stated
            : Single(Possibility.Unset(creation, creation.Syntax));
    }

    /// <summary><c>new Lazy&lt;T>(() => …).Value</c>: what the function gives, as if it ran where it stands.</summary>
    private List<Possibility>? MadeLate(IObjectCreationOperation creation, ImmutableArray<string> suffix) =>
        suffix[0] == "Value" && creation is { Type: { Name: "Lazy", ContainingNamespace.Name: "System" }, Arguments: { Length: > 0 } arguments }
            && Operations.Unwrap(arguments[0].Value) is IDelegateCreationOperation { Target: IAnonymousFunctionOperation { Body: var body } }
                ? ReturnedBy(body, suffix.RemoveAt(0))
                : null;

    private List<Possibility> StatedByClass(IObjectCreationOperation creation, ISymbol member, ImmutableArray<string> rest)
    {
        if (member is IPropertySymbol property && GetterOf(property) is { } getter)
            return ValueOfForeignGetter(getter, rest, creation);
        if (creation.Constructor is not { } constructor)
            return Unknown(creation, rest);

        var path = new AccessPath(member.OriginalDefinition, rest);
        return Enter(constructor, creation.Arguments, null, () => AtConstructorEnd(path, constructor.OriginalDefinition, creation)) ?? Unknown(creation, rest);
    }

    /// <summary>The argument whose parameter is named like the member: <c>new SmtpClient(host, port)</c>.</summary>
    private static IArgumentOperation? ArgumentOf(IObjectCreationOperation creation, string member)
    {
        foreach (var argument in creation.Arguments)
        {
            if (string.Equals(argument.Parameter?.Name, member, StringComparison.OrdinalIgnoreCase))
                return argument;
        }

        return null;
    }

    private bool EvaluateInitializerMember(ImmutableArray<IOperation> initializers, ImmutableArray<string> suffix, out List<Possibility> found)
    {
        found = Nothing;
        for (var i = initializers.Length - 1; i >= 0; i--)
        {
            switch (initializers[i])
            {
                case ISimpleAssignmentOperation { Target: IMemberReferenceOperation target } assignment when target.Member.Name == suffix[0] && !IsIndexed(target):
                    found = Evaluate(assignment.Value, suffix.RemoveAt(0));
                    return true;
                case IMemberInitializerOperation { InitializedMember: IMemberReferenceOperation target } nested when target.Member.Name == suffix[0] && !IsIndexed(target):
                    if (suffix.Length == 2 && suffix[1] == "Add()")
                    {
                        found = AddedBy(nested.Initializer);
                        return true;
                    }

                    if (suffix.Length > 1 && EvaluateInitializerMember(nested.Initializer.Initializers, suffix.RemoveAt(0), out found))
                        return true;
                    break;
            }
        }

        return false;
    }

    private static bool IsIndexed(IMemberReferenceOperation target) => target is IPropertyReferenceOperation { Arguments.IsEmpty: false };

    private static List<Possibility> AddedBy(IObjectOrCollectionInitializerOperation initializer)
    {
        var result = new List<Possibility>();
        foreach (var element in initializer.Initializers)
        {
            if (element is IInvocationOperation { Arguments.Length: > 0 } add)
                result.Add(Possibility.Made(add.Arguments[add.Arguments.Length - 1].Value));
        }

        return result;
    }

    private List<Possibility> EvaluateWith(IWithOperation with, ImmutableArray<string> suffix)
    {
        if (suffix.IsEmpty)
            return Single(Possibility.Made(with));

        return EvaluateInitializerMember(with.Initializer.Initializers, suffix, out var member) ? member : Evaluate(with.Operand, suffix);
    }

    private List<Possibility> EvaluateTupleElement(ITupleOperation tuple, ImmutableArray<string> suffix)
    {
        for (var i = 0; i < tuple.Elements.Length; i++)
        {
            if (TupleElement(i) == suffix[0])
                return Evaluate(tuple.Elements[i], suffix.RemoveAt(0));
        }

        return Unknown(tuple, suffix);
    }
}
