using System;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using BrevoAnalyzers.Model;
using BrevoAnalyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BrevoAnalyzers.Reading;

/// <summary>
/// Reads <c>scheduledAt</c>: which zone the written text names, and how far ahead it lies. A <c>DateTime</c> of unspecified kind is
/// written without a zone by System.Text.Json and Newtonsoft.Json alike; a local one with the machine's offset.
/// </summary>
internal static class ScheduledTimes
{
    private const int MaxDepth = 8;

    private static readonly Regex s_withoutZone = new(@"^\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d(\.\d+)?)?)?$", RegexOptions.CultureInvariant);

    private enum Zone
    {
        NotKnown,
        Stated,
        Missing,
    }

    public static ImmutableArray<ScheduledTime> Of(MailCode code, PayloadValue? body)
    {
        if (body is null)
            return ImmutableArray<ScheduledTime>.Empty;

        var times = ImmutableArray.CreateBuilder<ScheduledTime>();
        foreach (var email in body.Alternatives())
        {
            if (email.Find("scheduledAt") is not { } entry)
                continue;

            foreach (var value in entry.Value.Alternatives())
            {
                if (Operations.Unwrap(value.Expression) is IInvocationOperation { TargetMethod.Name: "ToString", Instance.Type: { } written } text && IsTime(written))
                {
                    if (Judge(code, text, text.Syntax) is { } time)
                        times.Add(time);
                    continue;
                }

                foreach (var possibility in value.Values)
                {
                    if (Read(code, possibility, value.Place) is { } known)
                        times.Add(known);
                }
            }
        }

        return times.ToImmutable();
    }

    /// <summary>A time that a message is given on its own, wherever that message is made; null where nothing is wrong with it.</summary>
    public static ScheduledTime? OfValue(MailCode code, IOperation value)
    {
        foreach (var possibility in code.Resolver.Resolve(value))
        {
            if (Read(code, possibility, value.Syntax) is { } time)
                return time;
        }

        return null;
    }

    private static ScheduledTime? Read(MailCode code, Possibility value, Place use)
    {
        var place = code.Holds(value.Place) ? value.Place : use;
        if (value.Text is { } known)
            return s_withoutZone.IsMatch(known.Trim()) ? new ScheduledTime(place) { LacksZone = true } : null;
        if (value.IsConstant || (value.Object ?? (value.Place.Node is { } node ? code.Resolver.Bodies.Operation(node) : null)) is not { } operation)
            return null;

        operation = WrittenBy(operation);
        foreach (var reference in value.Via)
        {
            if (code.Resolver.Bodies.Operation(reference) is { } variable && WrittenBy(variable) is var text && text != variable)
                operation = text;
        }

        if (code.Holds(operation.Syntax))
            place = operation.Syntax;

        return Judge(code, operation, place);
    }

    /// <summary>The <c>ToString</c> of a time: the resolver sees through it, but its format is what counts here.</summary>
    private static IOperation WrittenBy(IOperation time)
    {
        while (time.Parent is IInvocationOperation { TargetMethod.Name: "ToString" } written && ReferenceEquals(written.Instance, time))
            time = written;

        return time;
    }

    private static ScheduledTime? Judge(MailCode code, IOperation time, Place place)
    {
        var zone = ZoneOf(code, time, 0);
        var hours = HoursAhead(code, time, 0);
        return zone == Zone.Missing || hours is not null ? new ScheduledTime(place) { LacksZone = zone == Zone.Missing, HoursAhead = hours } : null;
    }

    private static Zone ZoneOf(MailCode code, IOperation? operation, int depth)
    {
        operation = Operations.Unwrap(operation);
        if (operation is null || depth > MaxDepth)
            return Zone.NotKnown;

        switch (operation)
        {
            case IObjectCreationOperation { Type: { SpecialType: SpecialType.System_DateTime } } made:
                return OfCreation(made);
            case IInvocationOperation { TargetMethod: { Name: "ToDateTime", ContainingType: { Name: "DateOnly", ContainingNamespace.Name: "System" } } } day:
                return day.Arguments.Length == 1 ? Zone.Missing : Zone.NotKnown;
            case IInvocationOperation call when call.TargetMethod.Name == "ToString" && IsTime(call.Instance?.Type):
                return OfText(code, call, depth);
            case IInvocationOperation { TargetMethod: { ContainingType.SpecialType: SpecialType.System_DateTime } method } call:
                if (method.Name is "ParseExact" && call.Argument("format")?.ConstantValue is { HasValue: true, Value: string format })
                    return NamesZone(format) || call.Arguments.Length > 3 ? Zone.NotKnown : Zone.Missing;
                if (method.Name.StartsWith("Add", StringComparison.Ordinal))
                    return ZoneOf(code, call.Instance, depth + 1);
                return Zone.NotKnown;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_DateTime } sum:
                return ZoneOf(code, sum.LeftOperand, depth + 1);
            case IPropertyReferenceOperation { Property: { Name: "Date", ContainingType.SpecialType: SpecialType.System_DateTime } } date:
                return ZoneOf(code, date.Instance, depth + 1);
            case ILocalReferenceOperation or IFieldReferenceOperation or IParameterReferenceOperation:
                return OfVariable(code, operation, depth);
            default:
                return Zone.NotKnown;
        }
    }

    /// <summary>Missing only where every value that the variable can have lacks it.</summary>
    private static Zone OfVariable(MailCode code, IOperation variable, int depth)
    {
        var zone = Zone.NotKnown;
        foreach (var value in code.Resolver.Resolve(variable))
        {
            var source = value.Object ?? (value.Place.Node is { } node ? code.Resolver.Bodies.Operation(node) : null);
            if (source is null || source.Syntax == variable.Syntax || ZoneOf(code, source, depth + 1) != Zone.Missing)
                return Zone.NotKnown;

            zone = Zone.Missing;
        }

        return zone;
    }

    private static Zone OfCreation(IObjectCreationOperation made)
    {
        foreach (var argument in made.Arguments)
        {
            if (argument is { Parameter.Name: "kind", Value.ConstantValue: { HasValue: true, Value: (int)DateTimeKind.Unspecified } })
                continue;
            if (argument.Parameter is { Name: "kind" } or { Name: "ticks" } or { Type.SpecialType: not SpecialType.System_Int32 })
                return Zone.NotKnown;
        }

        return made.Arguments.IsEmpty ? Zone.NotKnown : Zone.Missing;
    }

    private static Zone OfText(MailCode code, IInvocationOperation call, int depth)
    {
        if (call.Argument("format")?.ConstantValue is not { HasValue: true, Value: string format })
            return Zone.NotKnown;
        if (format is "o" or "O")
            return call.Instance!.Type?.SpecialType == SpecialType.System_DateTime ? ZoneOf(code, call.Instance, depth + 1) : Zone.Stated;
        if (format.Length == 1)
            return format == "s" ? Zone.Missing : Zone.NotKnown;

        return NamesZone(format) ? Zone.Stated : Zone.Missing;
    }

    /// <summary>Whether a format of .NET's writes or reads a zone: <c>z</c>, <c>K</c>, or a literal Z, GMT or offset.</summary>
    private static bool NamesZone(string format) => format.IndexOfAny(s_zoneLetters) >= 0;

    private static readonly char[] s_zoneLetters = { 'z', 'Z', 'K', 'G', '+' };

    /// <summary>Hours between now and <c>DateTime.UtcNow.AddDays(4)</c> and the like; null where any part is not known.</summary>
    private static double? HoursAhead(MailCode code, IOperation? operation, int depth)
    {
        operation = Operations.Unwrap(operation);
        if (depth > MaxDepth)
            return null;

        switch (operation)
        {
            case IPropertyReferenceOperation { Property: { IsStatic: true, Name: "UtcNow" or "Now" } now } when IsTime(now.ContainingType):
                return 0;
            case IInvocationOperation { TargetMethod: { Name: "ToString" or "ToUniversalTime" or "ToLocalTime" } } text when IsTime(text.Instance?.Type):
                return HoursAhead(code, text.Instance, depth + 1);
            case IInvocationOperation { TargetMethod: { Name: { } name }, Arguments.Length: 1 } add when IsTime(add.Instance?.Type) && HoursOf(name) is { } unit:
                return Number(code, add.Arguments[0].Value) is { } count && HoursAhead(code, add.Instance, depth + 1) is { } before ? before + (count * unit) : null;
            case ILocalReferenceOperation local:
                return code.Resolver.Resolve(local) is { Count: 1 } values && values[0].Place.Node is { } node && node != local.Syntax ? HoursAhead(code, code.Resolver.Bodies.Operation(node), depth + 1) : null;
            default:
                return null;
        }
    }

    private static double? HoursOf(string method) => method switch
    {
        "AddMinutes" => 1d / 60,
        "AddHours" => 1,
        "AddDays" => 24,
        "AddMonths" => 28 * 24, // the shortest there is
        "AddYears" => 365 * 24,
        _ => null,
    };

    private static double? Number(MailCode code, IOperation value)
    {
        var values = code.Resolver.Resolve(value);
        return values.Count == 1 && values[0] is { IsConstant: true, IsAssumed: false, Value: int or double or long or float } known
            ? Convert.ToDouble(known.Value, CultureInfo.InvariantCulture)
            : null;
    }

    private static bool IsTime(ITypeSymbol? type) => type?.SpecialType == SpecialType.System_DateTime || type is { Name: "DateTimeOffset", ContainingNamespace.Name: "System" };
}
