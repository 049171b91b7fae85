using System;
using System.Collections.Generic;
using System.Text;
using BrevoAnalyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace BrevoAnalyzers.Reading;

/// <summary>
/// Text that the source puts together from literals and values. It knows of each character where it is written, through escapes,
/// verbatim and raw strings, and holds <see cref="Hole"/> in the place of each value that is not known.
/// </summary>
internal sealed class JsonText
{
    /// <summary>A character of the private use area, which no JSON holds for a purpose.</summary>
    public const char Hole = '\uE000';

    private const int MaxDepth = 24;

    private readonly StringBuilder _text = new();
    private readonly List<(SyntaxNode Node, TextSpan? Span)> _places = new();
    private readonly Dictionary<int, IOperation> _holes = new();
    private int _depth;

    private JsonText()
    {
    }

    public string Text => _text.ToString();

    public bool HasHoles => _holes.Count > 0;

    /// <summary>The values that are put in.</summary>
    public IEnumerable<IOperation> Holes => _holes.Values;

    /// <summary>The text of a literal, concatenation or interpolated string; null for other expressions.</summary>
    public static JsonText? Of(MailCode code, IOperation? expression)
    {
        expression = Operations.Unwrap(expression);
        if (!IsText(expression))
            return null;

        var result = new JsonText();
        result.Append(code, expression!);
        return result;
    }

    private static bool IsText(IOperation? expression) =>
        expression is ILiteralOperation or IInterpolatedStringOperation or IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } or ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Add }
        && expression.Type?.SpecialType == SpecialType.System_String;

    /// <summary>The value that stands at a place of the text; null where known text stands.</summary>
    public IOperation? HoleAt(int index) => _holes.TryGetValue(index, out var hole) ? hole : null;

    /// <summary>Where a part of the text is written. It is a part of one literal wherever the source has it so.</summary>
    public Place PlaceOf(int start, int length)
    {
        var (node, from) = _places[Math.Min(start, _places.Count - 1)];
        var (last, to) = _places[Math.Min(start + Math.Max(length, 1) - 1, _places.Count - 1)];
        return from is { } first && to is { } end && end.End >= first.Start && last.SyntaxTree == node.SyntaxTree
            ? Place.PartOf(node, TextSpan.FromBounds(first.Start, end.End))
            : node;
    }

    private void Append(MailCode code, IOperation part)
    {
        part = Operations.Unwrap(part)!;
        switch (part)
        {
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } binary:
                Append(code, binary.LeftOperand);
                Append(code, binary.RightOperand);
                break;
            case IInterpolatedStringOperation interpolated:
                foreach (var inner in interpolated.Parts)
                {
                    if (inner is IInterpolatedStringTextOperation text)
                        AppendLiteral(text.Syntax, text.Text.ConstantValue.Value as string ?? "");
                    else if (inner is IInterpolationOperation hole)
                        Append(code, hole.Expression);
                }

                break;
            case ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } more:
                AppendValue(code, more.Target);
                Append(code, more.Value);
                break;
            case ILiteralOperation { ConstantValue: { HasValue: true, Value: string literal } }:
                AppendLiteral(part.Syntax, literal);
                break;
            default:
                AppendValue(code, part);
                break;
        }
    }

    private void AppendValue(MailCode code, IOperation value)
    {
        var known = value.ConstantValue is { HasValue: true, Value: string or char or int or bool } constant ? constant.Value : null;
        if (known is null)
        {
            var values = code.Resolver.Resolve(value);
            if (values.Count == 1 && values[0] is { IsConstant: true, Value: string or int } single)
                known = single.Value;
            else if (values.Count == 1 && TextBehind(code, values[0], value) is { } text && _depth < MaxDepth)
            {
                // A variable for text that is put together itself.
                _depth++;
                Append(code, text);
                _depth--;
                return;
            }
        }

        if (known is null)
        {
            _holes.Add(_text.Length, value);
            Append(value.Syntax, Hole.ToString(), null);
            return;
        }

        Append(value.Syntax, known is bool flag ? (flag ? "True" : "False") : Convert.ToString(known, System.Globalization.CultureInfo.InvariantCulture) ?? "", null);
    }

    private static IOperation? TextBehind(MailCode code, Possibility value, IOperation use) =>
        value is { Kind: PossibilityKind.Unknown, Place.Node: { } node } && node != use.Syntax && code.Resolver.Bodies.Operation(node) is { } made && IsText(made) ? made : null;

    private void AppendLiteral(SyntaxNode syntax, string value)
    {
        var token = syntax switch
        {
            LiteralExpressionSyntax literal => literal.Token,
            InterpolatedStringTextSyntax text => text.TextToken,
            _ => default,
        };
        Append(syntax, value, token.RawKind == 0 ? null : Spans(token, value));
    }

    private void Append(SyntaxNode node, string text, TextSpan[]? spans)
    {
        for (var i = 0; i < text.Length; i++)
            _places.Add((node, spans is null ? null : spans[i]));

        _text.Append(text);
    }

    /// <summary>The source text of each character of a token's value; null where they cannot be told apart.</summary>
    private static TextSpan[]? Spans(SyntaxToken token, string value)
    {
        var text = token.Text;
        var isRaw = token.Kind() is SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken || IsInRawString(token);
        var isVerbatim = text.StartsWith("@", StringComparison.Ordinal) || IsInVerbatimString(token);
        var at = 0;
        if (!token.IsKind(SyntaxKind.InterpolatedStringTextToken))
        {
            while (at < text.Length && text[at] is '@' or '"' && (isRaw || at < (isVerbatim ? 2 : 1)))
                at++;
            if (token.IsKind(SyntaxKind.MultiLineRawStringLiteralToken))
                at = text.IndexOf('\n', at) + 1;
        }

        var spans = new TextSpan[value.Length];
        for (var i = 0; i < value.Length; i++)
        {
            if (isRaw)
            {
                // The indentation that the value does not have.
                while (at < text.Length && text[at] != value[i] && text[at] is ' ' or '\t' or '\r' or '\n')
                    at++;
            }

            if (at >= text.Length)
                return null;

            var start = at;
            if (!isRaw && !isVerbatim && text[at] == '\\')
                at += EscapeLength(text, at);
            else if (text[at] != value[i])
                return null;
            else if (!isRaw && at + 1 < text.Length && text[at + 1] == text[at] && ((isVerbatim && text[at] == '"') || (text[at] is '{' or '}' && token.IsKind(SyntaxKind.InterpolatedStringTextToken))))
                at += 2;
            else
                at++;

            spans[i] = TextSpan.FromBounds(token.SpanStart + start, token.SpanStart + at);
        }

        return spans;
    }

    private static int EscapeLength(string text, int at)
    {
        if (at + 1 >= text.Length)
            return 1;

        switch (text[at + 1])
        {
            case 'u':
                return 6;
            case 'U':
                return 10;
            case 'x':
                var length = 2;
                while (length < 6 && at + length < text.Length && Uri.IsHexDigit(text[at + length]))
                    length++;
                return length;
            default:
                return 2;
        }
    }

    private static bool IsInRawString(SyntaxToken token) =>
        token.Parent?.Parent is InterpolatedStringExpressionSyntax { StringStartToken.RawKind: (int)SyntaxKind.InterpolatedSingleLineRawStringStartToken or (int)SyntaxKind.InterpolatedMultiLineRawStringStartToken };

    private static bool IsInVerbatimString(SyntaxToken token) =>
        token.Parent?.Parent is InterpolatedStringExpressionSyntax { StringStartToken.RawKind: (int)SyntaxKind.InterpolatedVerbatimStringStartToken };
}
