using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis.Text;

namespace BrevoAnalyzers.Reading.Files;

/// <summary>A setting before its section exists.</summary>
internal readonly record struct SettingDraft(
    string Name,
    string FullKey,
    string? Value,
    SettingValueKind Kind,
    TextSpan NameSpan,
    TextSpan ValueSpan,
    TextSpan WholeValueSpan);

/// <summary>A section while its file is being read.</summary>
internal sealed class SectionDraft
{
    /// <summary>
    /// Characters. A key repeats all names above it, so a megabyte of nested long names would need gigabytes of keys;
    /// what lies under a longer key is left unread.
    /// </summary>
    public const int LongestKey = 512;

    private readonly Dictionary<string, SectionDraft> _childByName = new(StringComparer.OrdinalIgnoreCase);

    public SectionDraft(string name, string fullKey)
    {
        Name = name;
        FullKey = fullKey;
    }

    public string Name { get; }

    public string FullKey { get; }

    public List<SettingDraft> Settings { get; } = new();

    public List<SectionDraft> Children { get; } = new();

    public static SectionDraft Root() => new(name: "", fullKey: "");

    /// <summary>The key of something called <paramref name="name"/> in this section; null when it would be too long.</summary>
    public string? KeyOf(string name)
    {
        if (FullKey.Length + name.Length >= LongestKey)
            return null;
        return FullKey.Length == 0 ? name : FullKey + ":" + name;
    }

    /// <summary>
    /// The child of this name, made if it is not there: configuration merges what has the same key. Null when its key
    /// would be too long.
    /// </summary>
    public SectionDraft? Child(string name) => KeyOf(name) is { } key ? Child(name, key) : null;

    /// <summary>The child of this name, whose key does not follow from the names above it.</summary>
    public SectionDraft Child(string name, string fullKey)
    {
        if (!_childByName.TryGetValue(name, out var child))
        {
            child = new SectionDraft(name, fullKey);
            _childByName.Add(name, child);
            Children.Add(child);
        }

        return child;
    }

    /// <summary>A child that is never merged with one of the same name.</summary>
    public SectionDraft NewChild(string name, string fullKey)
    {
        var child = new SectionDraft(name, fullKey);
        Children.Add(child);
        return child;
    }
}
