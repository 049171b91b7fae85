using System.Collections.Generic;
using System.Text;
using BrevoAnalyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BrevoAnalyzers.Reading;

/// <summary>Text that a StringBuilder is given piece by piece in the member that makes it.</summary>
internal static class AppendedText
{
    /// <summary>The known text from its beginning up to the first value, and all values that are appended to a new StringBuilder.</summary>
    public static (string Start, List<IOperation> Values)? Of(MailCode code, IOperation? made)
    {
        while (made is IInvocationOperation { TargetMethod.ContainingType.Name: "StringBuilder" } call)
            made = Operations.Unwrap(call.Instance);
        if (made is not IObjectCreationOperation { Type: { Name: "StringBuilder", ContainingNamespace.Name: "Text" } } creation)
            return null;

        var start = new StringBuilder();
        var values = new List<IOperation>();
        if (creation.Argument("value") is { } first)
            Add(code, first, start, values);

        var chain = EndOfChain(creation);
        AddAppends(code, chain, start, values);
        if (ObjectLife.HolderOf(chain) is { } builder)
        {
            foreach (var reference in ObjectLife.References(builder, creation))
                AddAppends(code, EndOfChain(reference), start, values);
        }

        return (start.ToString(), values);
    }

    private static IOperation EndOfChain(IOperation builder)
    {
        while (builder.Parent is IInvocationOperation { TargetMethod: { ContainingType.Name: "StringBuilder", Name: not "ToString" } } call && ReferenceEquals(call.Instance, builder))
            builder = call;

        return builder;
    }

    /// <summary>The calls of a chain, the first of them first.</summary>
    private static void AddAppends(MailCode code, IOperation chain, StringBuilder start, List<IOperation> values)
    {
        var calls = new Stack<IInvocationOperation>();
        for (var current = Operations.Unwrap(chain); current is IInvocationOperation { TargetMethod.ContainingType.Name: "StringBuilder" } call; current = Operations.Unwrap(call.Instance))
            calls.Push(call);

        foreach (var call in calls)
        {
            if (call.TargetMethod.Name is "Append" or "AppendLine" && call.Arguments.Length > 0)
                Add(code, call.Arguments[0].Value, start, values);
        }
    }

    private static void Add(MailCode code, IOperation piece, StringBuilder start, List<IOperation> values)
    {
        if (Operations.Unwrap(piece)?.ConstantValue is { HasValue: true, Value: string or char } constant)
        {
            if (values.Count == 0)
                start.Append(constant.Value);
        }
        else if (JsonText.Of(code, piece) is { } text)
        {
            if (values.Count == 0)
                start.Append(text.Text);
            values.AddRange(text.Holes);
        }
        else
        {
            values.Add(piece);
        }
    }
}
