using System;
using System.Collections.Generic;
using BrevoAnalyzers.Model;
using BrevoAnalyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BrevoAnalyzers.Reading;

/// <summary>
/// Reads what code writes to the console, to a log or into an exception's message: the values as they are, or so long a piece that
/// it gives more away than a key's public prefix. Lengths, tests and masked forms are other values and do not count.
/// </summary>
internal static class LogReader
{
    /// <summary>Characters of a key that say nothing yet: its prefix and a few more.</summary>
    private const int HarmlessLength = 12;

    public static IEnumerable<LoggedValue> Read(MailCode code)
    {
        foreach (var node in code.Expressions)
        {
            if (!MayLog(node) || MailCode.HasOnlyLiterals(node))
                continue;

            foreach (var (written, sink) in Written(code.Operation(node)))
            {
                foreach (var part in Parts(written))
                {
                    if (Whole(CutInto(code, part) ?? part) is { } whole)
                        yield return new LoggedValue(code.Resolver.Resolve(whole), part.Syntax, sink);
                }
            }
        }
    }

    private static bool MayLog(SyntaxNode node)
    {
        var name = MailCode.NameOf(node);
        return node is InvocationExpressionSyntax
            ? name.StartsWith("Write", StringComparison.Ordinal) || name.StartsWith("Log", StringComparison.Ordinal) || name.StartsWith("Trace", StringComparison.Ordinal)
                || name is "Debug" or "Info" or "Information" or "Warn" or "Warning" or "Error" or "Fatal" or "Verbose" or "Critical" or "Print"
            : name.EndsWith("Exception", StringComparison.Ordinal);
    }

    private static IEnumerable<(IOperation Value, string Sink)> Written(IOperation? operation)
    {
        switch (operation)
        {
            case IInvocationOperation invocation when SinkOf(invocation) is { } sink:
                foreach (var argument in invocation.Arguments)
                {
                    // The receiver of an extension method is the logger itself.
                    if (!(invocation.TargetMethod.IsExtensionMethod && argument.Parameter?.Ordinal == 0))
                        yield return (argument.Value, sink);
                }

                break;
            case IObjectCreationOperation { Type: { } type } creation when IsException(type):
                foreach (var argument in creation.Arguments)
                {
                    if (argument.Parameter?.Type.SpecialType == SpecialType.System_String && argument.Parameter.Name is "message")
                        yield return (argument.Value, "an exception's message");
                }

                break;
        }
    }

    private static string? SinkOf(IInvocationOperation invocation)
    {
        var type = invocation.TargetMethod.ContainingType;
        switch (type?.Name)
        {
            case "Console":
                return "the console";
            case "Debug" or "Trace" when type.ContainingNamespace?.Name == "Diagnostics":
                return "the debug output";
            case "TextWriter" when Operations.ReceiverOf(invocation) is IPropertyReferenceOperation { Property.ContainingType.Name: "Console" }:
                return "the console";
        }

        var receiver = Operations.ReceiverOf(invocation)?.Type?.Name ?? type?.Name ?? "";
        return receiver.IndexOf("Logger", StringComparison.Ordinal) >= 0 || receiver is "ILog" or "Log" ? "the log" : null;
    }

    private static bool IsException(ITypeSymbol type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current.Name == "Exception" && current.ContainingNamespace?.Name == "System")
                return true;
        }

        return false;
    }

    /// <summary>The values that make up a text: operands, holes, arguments of Format, elements of a params array.</summary>
    private static IEnumerable<IOperation> Parts(IOperation written)
    {
        var pending = new Stack<IOperation>();
        pending.Push(written);
        while (pending.Count > 0)
        {
            var current = Operations.Unwrap(pending.Pop());
            switch (current)
            {
                case null:
                    break;
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum:
                    pending.Push(sum.RightOperand);
                    pending.Push(sum.LeftOperand);
                    break;
                case IInterpolatedStringOperation interpolated:
                    foreach (var part in interpolated.Parts)
                    {
                        if (part is IInterpolationOperation hole)
                            pending.Push(hole.Expression);
                    }

                    break;
                case IInterpolatedStringHandlerCreationOperation handler:
                    pending.Push(handler.Content);
                    break;
                case IArrayCreationOperation { Initializer: { } array }:
                    foreach (var element in array.ElementValues)
                        pending.Push(element);
                    break;
                case IInvocationOperation { TargetMethod: { Name: "Format" or "Concat" or "Join", ContainingType.SpecialType: SpecialType.System_String } } format:
                    foreach (var argument in format.Arguments)
                        pending.Push(argument.Value);
                    break;
                default:
                    if (current.Syntax is ExpressionSyntax)
                        yield return current;
                    break;
            }
        }
    }

    /// <summary>The value that a part gives away: itself, or what a long piece is cut from. Null for constants of the text itself.</summary>
    private static IOperation? Whole(IOperation part) => part switch
    {
        ILiteralOperation => null,
        ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation or IPropertyReferenceOperation or ICoalesceOperation => part,
        IInvocationOperation { TargetMethod.Name: "Substring", Instance: { } whole } cut => IsLong(cut.Arguments[cut.Arguments.Length - 1].Value, cut.Arguments.Length) ? whole : null,
        IImplicitIndexerReferenceOperation { Instance: { } whole, Argument: IRangeOperation range } => IsLong(range) ? whole : null,
        IInvocationOperation { TargetMethod.Name: "ToString" or "Trim", Instance: { } whole } => whole,
        IInvocationOperation { TargetMethod.Name: "GetEnvironmentVariable" } => part,
        _ => null,
    };

    /// <summary>The cut that a variable holds: <c>var shown = key.Substring(0, 24);</c>.</summary>
    private static IOperation? CutInto(MailCode code, IOperation part)
    {
        if (part is not ILocalReferenceOperation local || Operations.Unwrap(code.Resolver.Bodies.Initializer(local.Local)) is not { } value)
            return null;

        return value is IImplicitIndexerReferenceOperation or IInvocationOperation { TargetMethod.Name: "Substring" } && !ObjectLife.IsWritten(local) ? value : null;
    }

    /// <summary><c>key[..24]</c>, from the start.</summary>
    private static bool IsLong(IRangeOperation range) =>
        range.LeftOperand is null && range.RightOperand is IConversionOperation { Operand.ConstantValue: { HasValue: true, Value: int end } } && end > HarmlessLength;

    private static bool IsLong(IOperation length, int arguments) =>
        arguments == 2 && length.ConstantValue is { HasValue: true, Value: int characters } && characters > HarmlessLength;
}
