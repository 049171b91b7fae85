using System.Threading;
using Microsoft.CodeAnalysis.Text;

namespace BrevoAnalyzers.Reading.Files;

/// <summary>Reads <c>appsettings.json</c> and its like: each object is a section, each row of an array a section of its own.</summary>
internal static class JsonSettingsReader
{
    public static SectionDraft? Read(string text, IgnoreComments.Builder comments, CancellationToken cancellationToken)
    {
        var value = JsonParser.Parse(text, comments, cancellationToken);
        if (value?.Members is null)
            return null;

        var root = SectionDraft.Root();
        AddMembers(root, value);
        return root;
    }

    private static void AddMembers(SectionDraft section, JsonValue obj)
    {
        foreach (var member in obj.Members!)
        {
            // "Smtp:Port" and "Smtp__Port" mean the Port of the section Smtp, wherever that stands.
            var segments = KeySegments.Split(member.Name);
            var target = section;
            for (var i = 0; i < segments.Length - 1 && target is not null; i++)
                target = target.Child(segments[i]);

            if (target is not null)
                Add(target, segments[segments.Length - 1], member.NameSpan, member.Value);
        }
    }

    private static void Add(SectionDraft section, string name, TextSpan nameSpan, JsonValue value)
    {
        if (value.Scalar is { } kind)
        {
            if (section.KeyOf(name) is { } key)
                section.Settings.Add(new SettingDraft(name, key, value.Text, kind, nameSpan, value.InnerSpan, value.Span));
        }
        else if (section.Child(name) is { } child)
        {
            if (value.Members is not null)
                AddMembers(child, value);
            else
                AddItems(child, value);
        }
    }

    private static void AddItems(SectionDraft section, JsonValue array)
    {
        var index = 0;
        foreach (var item in array.Items!)
        {
            var name = index.ToString(System.Globalization.CultureInfo.InvariantCulture);
            Add(section, name, nameSpan: new TextSpan(item.Span.Start, 0), item);
            index++;
        }
    }
}
