using System;
using System.IO;
using System.Threading;
using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis.Text;

namespace BrevoAnalyzers.Reading.Files;

/// <summary>
/// Reads <c>web.config</c>, <c>app.config</c>, their transforms and fragments: <c>&lt;smtp&gt;</c> with its
/// <c>&lt;network&gt;</c> as one section, <c>&lt;appSettings&gt;</c> and <c>&lt;connectionStrings&gt;</c>.
/// </summary>
internal sealed class XmlSettingsReader
{
    private const int DeepestNesting = 64;
    private const string ConnectionStrings = "ConnectionStrings";

    private readonly string _text;
    private readonly IgnoreComments.Builder _comments;
    private readonly XmlPositions _positions;
    private readonly CancellationToken _cancellationToken;
    private readonly SectionDraft _root = SectionDraft.Root();

    private XmlSettingsReader(string text, IgnoreComments.Builder comments, CancellationToken cancellationToken)
    {
        _text = text;
        _comments = comments;
        _positions = new XmlPositions(text);
        _cancellationToken = cancellationToken;
    }

    public static SectionDraft? Read(string text, IgnoreComments.Builder comments, CancellationToken cancellationToken)
    {
        if (Parse(text, cancellationToken)?.Root is not { } root || !IsSettingsRoot(root))
            return null;

        var reader = new XmlSettingsReader(text, comments, cancellationToken);
        foreach (var node in root.Document!.DescendantNodes())
        {
            if (node is XComment comment && reader._positions.SpanOf(comment) is { } span)
                comments.Add(span.Start, span.End, openingLength: 4, closingLength: 3);
        }

        if (Is(root, "configuration"))
            reader.ReadChildren(root, path: "");
        else
            reader.ReadElement(root, Name(root));
        return reader._root;
    }

    private static XDocument? Parse(string text, CancellationToken cancellationToken)
    {
        try
        {
            if (!IsShallow(text, cancellationToken))
                return null;
            using var reader = CreateReader(text);
            return XDocument.Load(reader, LoadOptions.SetLineInfo);
        }
        catch (Exception e) when (e is XmlException or ArgumentException or InvalidOperationException)
        {
            // The parser's message quotes the text it failed on, which may be a secret.
            return null;
        }
    }

    /// <summary>
    /// Looked at before a tree is made: XDocument walks from each node up to the root, so that 300 000 nested elements,
    /// less than a megabyte, take it minutes.
    /// </summary>
    private static bool IsShallow(string text, CancellationToken cancellationToken)
    {
        using var reader = CreateReader(text);
        while (reader.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (reader.Depth > DeepestNesting)
                return false;
        }

        return true;
    }

    private static XmlReader CreateReader(string text)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreProcessingInstructions = true,
        };
        return XmlReader.Create(new StringReader(text.Substring(XmlPositions.ContentStart(text))), settings);
    }

    /// <summary>Other XML is none of ours; a fragment (<c>configSource</c>, <c>file</c>) starts with its section.</summary>
    private static bool IsSettingsRoot(XElement root) =>
        Is(root, "configuration") || Is(root, "appSettings") || Is(root, "connectionStrings") || Is(root, "smtp") || Is(root, "mailSettings");

    private void ReadChildren(XElement element, string path)
    {
        foreach (var child in element.Elements())
        {
            _cancellationToken.ThrowIfCancellationRequested();

            // A location says for which pages its settings hold, not what they are.
            var childPath = Is(child, "location") ? path : path.Length == 0 ? Name(child) : path + "/" + Name(child);
            if (childPath.Length < SectionDraft.LongestKey && !IsRemoved(child))
                ReadElement(child, childPath);
        }
    }

    private void ReadElement(XElement element, string path)
    {
        if (Is(element, "appSettings"))
            ReadAppSettings(element, path);
        else if (Is(element, "connectionStrings"))
            ReadConnectionStrings(element, path);
        else if (Is(element, "smtp") || Child(element, "network") is not null)
            ReadSmtp(element, path);
        else
            ReadChildren(element, path);
    }

    private void ReadSmtp(XElement smtp, string path)
    {
        var section = _root.NewChild(Name(smtp), path);
        AddAttributes(section, smtp);
        if (Child(smtp, "network") is { } network && !IsRemoved(network))
            AddAttributes(section, network);
    }

    /// <summary>Each attribute becomes a setting, called as the property it fills: <c>userName</c> is <c>UserName</c>.</summary>
    private void AddAttributes(SectionDraft section, XElement element)
    {
        ExtendIgnoreComments(element);
        foreach (var attribute in element.Attributes())
        {
            if (attribute.IsNamespaceDeclaration || attribute.Name.NamespaceName.Length > 0)
                continue;
            var local = attribute.Name.LocalName;
            var name = char.ToUpperInvariant(local[0]) + local.Substring(1);
            if (section.KeyOf(name) is { } key && _positions.QuotedValueOf(attribute) is { } quoted)
            {
                section.Settings.Add(new SettingDraft(
                    name, key, attribute.Value, SettingValueKind.String, _positions.NameOf(attribute), Inner(quoted), quoted));
            }
        }
    }

    private void ReadAppSettings(XElement element, string path)
    {
        var section = _root.NewChild(Name(element), path);
        foreach (var add in element.Elements())
        {
            _cancellationToken.ThrowIfCancellationRequested();
            if (Entry(add, "key", "value") is { } entry)
                FlatNames.Add(section, entry.Key, entry.Value, SettingValueKind.String, entry.KeySpan, Inner(entry.QuotedValue), entry.QuotedValue);
        }

        FlatNames.NestBlocks(section);
    }

    private void ReadConnectionStrings(XElement element, string path)
    {
        var section = _root.NewChild(Name(element), path);
        foreach (var add in element.Elements())
        {
            _cancellationToken.ThrowIfCancellationRequested();
            if (Entry(add, "name", "connectionString") is { } entry && entry.Key.Length < SectionDraft.LongestKey)
            {
                section.Settings.Add(new SettingDraft(
                    entry.Key, ConnectionStrings + ":" + entry.Key, entry.Value, SettingValueKind.String,
                    entry.KeySpan, Inner(entry.QuotedValue), entry.QuotedValue));
            }
        }
    }

    private AddElement? Entry(XElement add, string keyAttribute, string valueAttribute)
    {
        if (!Is(add, "add") || IsRemoved(add) || add.Attribute(keyAttribute) is not { } key || add.Attribute(valueAttribute) is not { } value)
            return null;
        if (_positions.QuotedValueOf(key) is not { } quotedKey || _positions.QuotedValueOf(value) is not { } quotedValue)
            return null;

        ExtendIgnoreComments(add);
        return new AddElement(key.Value, Inner(quotedKey), value.Value, quotedValue);
    }

    private void ExtendIgnoreComments(XElement element)
    {
        var start = _positions.OffsetOf(element);
        if (start >= 0 && element.LastAttribute is { } last && _positions.QuotedValueOf(last) is { } end)
            _comments.ExtendOver(start, end.End);
    }

    /// <summary>What a transform takes away has no value.</summary>
    private static bool IsRemoved(XElement element)
    {
        foreach (var attribute in element.Attributes())
        {
            if (attribute.Name.LocalName == "Transform"
                && attribute.Name.NamespaceName.EndsWith("XML-Document-Transform", StringComparison.Ordinal)
                && attribute.Value.Trim() is "Remove" or "RemoveAll")
            {
                return true;
            }
        }

        return false;
    }

    private static XElement? Child(XElement element, string name)
    {
        foreach (var child in element.Elements())
        {
            if (Is(child, name))
                return child;
        }

        return null;
    }

    /// <summary>Old files put everything into a namespace: only the local name counts.</summary>
    private static bool Is(XElement element, string name) => element.Name.LocalName == name;

    private static string Name(XElement element) => element.Name.LocalName;

    private static TextSpan Inner(TextSpan quoted) => TextSpan.FromBounds(quoted.Start + 1, quoted.End - 1);

    private readonly record struct AddElement(string Key, TextSpan KeySpan, string Value, TextSpan QuotedValue);
}
