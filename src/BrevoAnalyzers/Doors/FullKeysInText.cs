using System.Collections.Immutable;
using BrevoAnalyzers.Model;
using BrevoAnalyzers.Reading.Files;
using BrevoAnalyzers.Rules;
using BrevoAnalyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace BrevoAnalyzers.Doors;

/// <summary>Finds whole keys anywhere in a settings file, comments and names included: what has a key's shape is one wherever it stands.</summary>
internal static class FullKeysInText
{
    public static void Check(SettingsFile file, Report report)
    {
        foreach (var key in BrevoKeys.FindFullShapes(file.Text.ToString()))
        {
            var span = new TextSpan(key.Start, key.Length);
            var location = Location.Create(file.Path, span, file.Text.Lines.GetLinePositionSpan(span));
            var role = key.Shape == KeyShape.ApiKey ? SettingRole.ApiKey : SettingRole.SmtpKey;
            var fix = IsWholeValue(file, span) ? SettingNaming.For(role, ImmutableArray<Possibility>.Empty) : null;
            report.At(HardCodedCredential.Descriptor, Place.InFile(location), fix, key.Shape == KeyShape.ApiKey ? "API key" : "SMTP key", HardCodedCredential.InSettings);
        }
    }

    private static bool IsWholeValue(SettingsFile file, TextSpan span)
    {
        foreach (var setting in file.AllSettings())
        {
            if (setting.ValueSpan == span)
                return true;
        }

        return false;
    }
}
