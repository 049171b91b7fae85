using System.Collections.Generic;
using BrevoAnalyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BrevoAnalyzers.Reading;

/// <summary>What happens to an object between its creation and its use in a request: what is added to it, and who else may add.</summary>
internal sealed class PayloadLife
{
    private readonly List<IOperation> _changes = new();
    private readonly HashSet<string> _touched = new();
    private readonly HashSet<ILocalSymbol> _followed = new(SymbolEqualityComparer.Default);

    private PayloadLife()
    {
    }

    /// <summary>Whether others see the object, so that it may hold more than is seen here.</summary>
    public bool Escapes { get; private set; }

    /// <summary>The calls of <c>Add</c> and the assignments by indexer.</summary>
    public IReadOnlyList<IOperation> Changes => _changes;

    /// <summary>Whether something is called on a member's object: <c>mail.To.AddRange(…)</c>.</summary>
    public bool Touches(string member) => _touched.Contains(member);

    public static PayloadLife Of(IOperation made, IOperation use)
    {
        var life = new PayloadLife { Escapes = ObjectLife.IsKeptElsewhere(made) };
        var maker = ObjectLife.HolderOf(made);
        if (maker is not null)
            life.Follow(maker, made, use);

        // What another method made may be kept, and changed, under another name here.
        var user = Operations.Unwrap(use) is ILocalReferenceOperation { Local: var local } ? local : null;
        if (user is not null)
            life.Follow(user, use, use);
        if (Operations.Unwrap(use) is IFieldReferenceOperation or IPropertyReferenceOperation { Arguments.IsEmpty: true, Instance: null or IInstanceReferenceOperation })
            life.Escapes = true;
        return life;
    }

    /// <summary>The same for a local of a method between the one that makes the object and the one that uses it.</summary>
    public void FollowAlso(ILocalReferenceOperation reference) => Follow(reference.Local, reference, reference);

    private void Follow(ILocalSymbol local, IOperation within, IOperation use)
    {
        if (!_followed.Add(local))
            return;

        foreach (var reference in ObjectLife.References(local, within))
        {
            if (use.Syntax.SyntaxTree == reference.Syntax.SyntaxTree && use.Syntax.Span.Contains(reference.Syntax.Span))
                continue;

            var outer = ObjectLife.Outermost(reference);
            switch (outer.Parent)
            {
                case ISimpleAssignmentOperation assignment when ReferenceEquals(assignment.Target, outer):
                case IReturnOperation or IIsPatternOperation or IBinaryOperation or IForEachLoopOperation:
                case ISimpleAssignmentOperation { Parent: IAnonymousObjectCreationOperation or IObjectOrCollectionInitializerOperation }:
                    break;
                case IPropertyReferenceOperation { Arguments.IsEmpty: false } indexer:
                    if (indexer.Parent is ISimpleAssignmentOperation change && ReferenceEquals(change.Target, indexer))
                        _changes.Add(change);
                    break;
                case IFieldReferenceOperation:
                    break;
                case IPropertyReferenceOperation property:
                    if (property.Parent is not ISimpleAssignmentOperation { Target: var target } || !ReferenceEquals(target, property))
                        _touched.Add(property.Property.Name);
                    break;
                case IInvocationOperation call when ReferenceEquals(call.Instance, outer):
                    if (call.TargetMethod.Name is "Add" or "TryAdd")
                        _changes.Add(call);
                    else if (!IsHarmless(call.TargetMethod.Name))
                        Escapes = true;
                    break;
                case IArgumentOperation { Parent: IInvocationOperation call }:
                    if (!IsHarmless(call.TargetMethod.Name))
                        Escapes = true;
                    break;
                case IArgumentOperation { Parent: IObjectCreationOperation creation }:
                    Escapes |= !HttpTypes.IsSdk(creation.Type, "Model");
                    break;
                case IExpressionStatementOperation:
                    break;
                default:
                    Escapes |= !IsElementOfInitializer(outer);
                    break;
            }
        }
    }

    /// <summary>The object goes into an array or list that is written down with it.</summary>
    private static bool IsElementOfInitializer(IOperation outer) => outer.Parent is IArrayInitializerOperation or IObjectOrCollectionInitializerOperation;

    /// <summary>Calls that read what they are given.</summary>
    private static bool IsHarmless(string method) =>
        method is "Serialize" or "SerializeToUtf8Bytes" or "SerializeToNode" or "SerializeObject" or "Create" or "PostAsJsonAsync" or "PutAsJsonAsync" or "AddJsonBody" or "AddBody"
            or "ContainsKey" or "TryGetValue" or "Any" or "Count" or "ToString" or "ToJsonString" or "ToJson" or "ToArray" or "ToList" or "Select" or "Where" or "First"
            or "SendTransacEmail" or "SendTransacEmailAsync" or "SendTransacEmailWithHttpInfo" or "SendTransacEmailAsyncWithHttpInfo" or "WriteLine"
            or "LogInformation" or "LogDebug" or "LogTrace" or "LogWarning" or "LogError" or "ThrowIfNull" or "Add";
}
