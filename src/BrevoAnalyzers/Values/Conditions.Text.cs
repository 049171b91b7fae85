using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BrevoAnalyzers.Values;

/// <content>The text that equal expressions share.</content>
internal sealed partial class Conditions
{
    private const int MostNesting = 12;

    private readonly StringBuilder _text = new();
    private readonly Dictionary<ISymbol, string> _symbols = new(SymbolEqualityComparer.Default);

    public string Canonical(IOperation? operation)
    {
        _text.Clear();
        Write(_text, operation, 0);
        return _text.ToString();
    }

    private string Canonical(AccessPath path, IOperation at, int position)
    {
        _text.Clear();
        WritePath(_text, path, at, position, 0);
        return _text.ToString();
    }

    /// <summary>The text of <c>Environment.GetEnvironmentVariable("name")</c>, as <see cref="Canonical(IOperation)"/> writes it.</summary>
    public static string OfEnvironmentVariable(string name) => ".GetEnvironmentVariable(const:" + Text(name) + ",)";

    /// <summary>A place in the source, for conditions that are equal only to themselves.</summary>
    public static string At(SyntaxNode node) =>
        node.SyntaxTree.FilePath + "@" + node.SpanStart.ToString(CultureInfo.InvariantCulture);

    public static string Text(object? value) => value switch
    {
        null => "null",
        string text => "\"" + text,
        _ => System.Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    private void Write(StringBuilder builder, IOperation? operation, int depth)
    {
        operation = Operations.Unwrap(operation);
        if (operation is null)
        {
            builder.Append('?');
            return;
        }

        if (depth > MostNesting)
        {
            builder.Append(At(operation.Syntax));
            return;
        }

        if (operation.ConstantValue.HasValue)
        {
            builder.Append("const:").Append(Text(operation.ConstantValue.Value));
            return;
        }

        if (operation is not IConditionalAccessInstanceOperation && AccessPath.TryGet(operation, out var path))
        {
            WritePath(builder, path, operation, operation.Syntax.SpanStart, depth);
            return;
        }

        switch (operation)
        {
            case IConditionalAccessInstanceOperation instance:
                Write(builder, Operations.ReceiverOf(instance), depth + 1);
                break;
            case IConditionalAccessOperation access:
                Write(builder, access.WhenNotNull, depth + 1);
                break;
            case IInstanceReferenceOperation:
                builder.Append("this");
                break;
            case IMemberReferenceOperation member:
                Write(builder, member.Instance, depth + 1);
                builder.Append('.').Append(AccessPath.NameOf(member.Member));
                if (member is IPropertyReferenceOperation property)
                    WriteArguments(builder, property.Arguments, depth);
                break;
            case IInvocationOperation invocation:
                if (invocation.Instance is not null)
                    Write(builder, invocation.Instance, depth + 1);
                builder.Append('.').Append(invocation.TargetMethod.Name);
                WriteArguments(builder, invocation.Arguments, depth);
                break;
            default:
                WriteAny(builder, operation, depth);
                break;
        }
    }

    private void WriteArguments(StringBuilder builder, ImmutableArray<IArgumentOperation> arguments, int depth)
    {
        builder.Append('(');
        foreach (var argument in arguments)
        {
            Write(builder, argument.Value, depth + 1);
            builder.Append(',');
        }

        builder.Append(')');
    }

    /// <summary>Whatever else: its kind, its operator or type, and its parts.</summary>
    private void WriteAny(StringBuilder builder, IOperation operation, int depth)
    {
        builder.Append(operation switch
        {
            IBinaryOperation binary => binary.OperatorKind.ToString(),
            IUnaryOperation unary => unary.OperatorKind.ToString(),
            IRelationalPatternOperation relational => relational.OperatorKind.ToString(),
            IBinaryPatternOperation combined => combined.OperatorKind.ToString(),
            _ => operation.Kind.ToString(),
        });
        var isLeaf = true;
        foreach (var child in operation.ChildOperations)
        {
            builder.Append(isLeaf ? '(' : ',');
            Write(builder, child, depth + 1);
            isLeaf = false;
        }

        if (isLeaf)
            builder.Append('(').Append(operation.Syntax.WithoutTrivia().ToString());
        else if (operation is IPropertySubpatternOperation or IRecursivePatternOperation or ITypePatternOperation or IIsTypeOperation or IDeclarationPatternOperation)
            builder.Append(',').Append(operation.Syntax.WithoutTrivia().ToString());
        builder.Append(')');
    }

    /// <summary>A variable, with its revision. A parameter that stands for an argument is that argument.</summary>
    private void WritePath(StringBuilder builder, AccessPath path, IOperation at, int position, int depth)
    {
        for (var i = 0; i < MostNesting; i++)
        {
            if (path.Root is not IParameterSymbol parameter
                || ArgumentFor(parameter) is not { } argument
                || _revisions.At(path, at, position).Length > 0)
            {
                break;
            }

            if (!AccessPath.TryGet(argument, out var handed))
            {
                Write(builder, argument, depth + 1);
                foreach (var member in path.Members)
                    builder.Append('.').Append(member);
                return;
            }

            path = handed.Append(path.Members);
            at = argument;
            position = argument.Syntax.SpanStart;
        }

        builder.Append(TextOf(path.Root));
        foreach (var member in path.Members)
            builder.Append('.').Append(member);
        builder.Append(_revisions.At(path, at, position));
    }

    private string TextOf(ISymbol symbol)
    {
        if (!_symbols.TryGetValue(symbol, out var text))
            _symbols.Add(symbol, text = symbol.Name + Scope(symbol));

        return text;
    }

    /// <summary>Tells apart symbols of one name.</summary>
    private static string Scope(ISymbol symbol)
    {
        if (symbol.Kind is SymbolKind.Local or SymbolKind.Parameter && symbol.Locations is { Length: > 0 } places)
            return "#" + places[0].SourceTree?.FilePath + "@" + places[0].SourceSpan.Start.ToString(CultureInfo.InvariantCulture);

        return symbol.ContainingType is { } type ? "@" + type.MetadataName : "";
    }
}
