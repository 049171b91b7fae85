using BrevoAnalyzers.Model;
using Microsoft.CodeAnalysis;

namespace BrevoAnalyzers.Rules;

/// <summary>BREVO4002: names and shapes of other mail APIs, which Brevo does not read.</summary>
internal sealed class UnknownPayloadMember : IApiRule
{
    /// <summary>Property: the member's right name.</summary>
    public const string Member = "Member";

    /// <summary>Property: the shape that the member's value needs, as <see cref="JsonShape"/> names it.</summary>
    public const string Shape = "Shape";

    internal static readonly DiagnosticDescriptor Descriptor = new(
        "BREVO4002",
        "Brevo's API does not know this member",
        "{0}",
        Category.ApiRequest,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Category.PageOf("BREVO4002"));

    public DiagnosticDescriptor Rule => Descriptor;

    public void Check(ApiRequest request, Report report)
    {
        if (!request.IsEmail)
            return;
        if (request.Form == BodyForm.Form)
            report.At(Descriptor, request.BodyPlace, null, "Brevo's API takes JSON, not a form: send JsonContent with sender, to, subject and htmlContent");
        if (request.Body is { } body)
            CheckObjects(body, BrevoFacts.EmailSchema, report);
    }

    private static void CheckObjects(PayloadValue value, PayloadSchema schema, Report report)
    {
        foreach (var item in value.Objects())
        {
            foreach (var entry in item.Entries)
            {
                if (schema.Find(entry.Name) is { } member)
                {
                    CheckShape(entry, member, report);
                }
                else if (schema.FindMeant(entry.Name) is { } meant && item.Find(meant.Name) is null && MayBeMeant(entry, meant))
                {
                    report.At(Descriptor, entry.DeclaredName ?? entry.NamePlace, FixData.None.With(Member, meant.Name).With(Shape, Misshapen(entry.Value, meant.Shape)), $"Brevo's API does not know this member{(entry.InCamelCase == meant.Name ? " as it is serialised" : "")} and answers 400: it is called {meant.Name}");
                    if (meant.Items is { } items)
                        CheckObjects(entry.Value, items, report);
                }
            }
        }
    }

    /// <summary>An object called "template" is no id, and says nothing about what is meant.</summary>
    private static bool MayBeMeant(PayloadEntry entry, PayloadMember meant) => entry.Value.Kind switch
    {
        PayloadKind.Null => false,
        PayloadKind.Object or PayloadKind.Array => meant.Shape is not (JsonShape.String or JsonShape.Integer),
        PayloadKind.Boolean => false,
        PayloadKind.Number => meant.Shape == JsonShape.Integer,
        _ => true,
    };

    private static void CheckShape(PayloadEntry entry, PayloadMember member, Report report)
    {
        foreach (var value in entry.Value.Alternatives())
        {
            if (Wrong(value, member.Shape) is not { } problem)
            {
                if (member.Items is { } items)
                    CheckObjects(value, items, report);
                continue;
            }

            report.At(Descriptor, entry.NamePlace, FixData.None.With(Member, member.Name).With(Shape, member.Shape.ToString()), $"{member.Name} has to be {problem}: Brevo's API answers 400");
            return;
        }
    }

    /// <summary>A member that is called by its right name has to have its shape too.</summary>
    private static string? Misshapen(PayloadValue value, JsonShape shape)
    {
        foreach (var alternative in value.Alternatives())
        {
            if (Wrong(alternative, shape) is not null)
                return shape.ToString();
        }

        return null;
    }

    private static string? Wrong(PayloadValue value, JsonShape shape)
    {
        switch (shape)
        {
            case JsonShape.Object when value.Kind is PayloadKind.String or PayloadKind.Number or PayloadKind.Boolean or PayloadKind.Array:
                return "an object";
            case JsonShape.ArrayOfObjects when value.Kind is PayloadKind.String or PayloadKind.Number or PayloadKind.Boolean or PayloadKind.Object:
                return "an array of objects";
            case JsonShape.ArrayOfObjects when value.Kind == PayloadKind.Array && HasScalar(value):
                return "an array of objects";
            case JsonShape.ArrayOfStrings when value.Kind is PayloadKind.String or PayloadKind.Number or PayloadKind.Boolean or PayloadKind.Object:
                return "an array of strings";
            case JsonShape.String when value.Kind is PayloadKind.Object or PayloadKind.Array:
                return "a string";
            default:
                return null;
        }
    }

    private static bool HasScalar(PayloadValue array)
    {
        foreach (var item in array.Items)
        {
            if (item.Kind is PayloadKind.String or PayloadKind.Number or PayloadKind.Boolean)
                return true;
        }

        return false;
    }
}
