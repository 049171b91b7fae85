using System.Collections.Generic;

namespace BrevoAnalyzers.Model;

/// <summary>Splits names of any style into words.</summary>
internal static class NameWords
{
    /// <summary>
    /// <c>smtpHost</c>, <c>SMTPHost</c>, <c>SMTP_HOST</c>, <c>smtp-host</c>, <c>Smtp:Host</c> and <c>Smtp__Host</c> all give two words, in the
    /// name's own case. Digits stay with the word before them (<c>ApiV3Key</c>: <c>Api</c>, <c>V3</c>, <c>Key</c>).
    /// </summary>
    public static string[] Split(string name)
    {
        var words = new List<string>(4);
        var position = 0;
        while (position < name.Length)
        {
            if (!char.IsLetterOrDigit(name[position]))
            {
                position++;
                continue;
            }

            var end = EndOfWord(name, position);
            while (end < name.Length && char.IsDigit(name[end]))
            {
                end++;
            }

            words.Add(name.Substring(position, end - position));
            position = end;
        }

        return words.ToArray();
    }

    /// <summary>The end of the run of letters at <paramref name="start"/> that makes one word: <c>SMTP</c> of <c>SMTPHost</c>, <c>smtp</c> of <c>smtpHost</c>.</summary>
    public static int EndOfWord(string text, int start)
    {
        var position = start;
        while (position < text.Length && char.IsUpper(text[position]))
        {
            position++;
        }

        if (position - start > 1)
        {
            // An acronym; the last capital belongs to the next word when lower case follows.
            return position < text.Length && IsLowerLetter(text[position]) ? position - 1 : position;
        }

        while (position < text.Length && IsLowerLetter(text[position]))
        {
            position++;
        }

        return position;
    }

    private static bool IsLowerLetter(char c) => char.IsLetter(c) && !char.IsUpper(c);
}
