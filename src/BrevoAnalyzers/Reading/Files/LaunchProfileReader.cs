using System;
using System.Threading;

namespace BrevoAnalyzers.Reading.Files;

/// <summary>
/// Reads the environment variables of the profiles in <c>launchSettings.json</c>, each profile into a section of its own:
/// only one of them is in force at a time. What else stands in the file is no setting of the code.
/// </summary>
internal static class LaunchProfileReader
{
    public static SectionDraft? Read(string text, IgnoreComments.Builder comments, CancellationToken cancellationToken)
    {
        var value = JsonParser.Parse(text, comments, cancellationToken);
        if (value?.Members is null)
            return null;

        var root = SectionDraft.Root();
        foreach (var member in value.Members)
        {
            if (!IsNamed(member, "profiles") || member.Value.Members is not { } profiles)
                continue;
            foreach (var profile in profiles)
                AddProfile(root, profile);
        }

        return root;
    }

    private static void AddProfile(SectionDraft root, JsonMember profile)
    {
        if (profile.Value.Members is not { } members || profile.Name.Length >= SectionDraft.LongestKey)
            return;

        var section = root.NewChild(profile.Name, "profiles:" + profile.Name);
        foreach (var member in members)
        {
            if (!IsNamed(member, "environmentVariables") || member.Value.Members is not { } variables)
                continue;
            foreach (var variable in variables)
            {
                var value = variable.Value;
                if (value.Scalar is { } kind)
                    FlatNames.Add(section, variable.Name, value.Text, kind, variable.NameSpan, value.InnerSpan, value.Span);
            }
        }

        FlatNames.NestBlocks(section);
    }

    private static bool IsNamed(JsonMember member, string name) =>
        string.Equals(member.Name, name, StringComparison.OrdinalIgnoreCase);
}
