using System.Text;

namespace BrevoAnalyzers.CodeFixes.Infrastructure;

/// <summary>New lines get the line end that the file has.</summary>
internal static class LineEnds
{
    /// <summary>
    /// The text with the original's line end throughout, where the original has one kind only. Every line end of such a
    /// file is of that kind already, those in strings included, so only new lines change.
    /// </summary>
    public static string Restore(string text, string original)
    {
        var (crlf, lf) = Count(original);
        if (crlf > 0 == lf > 0)
            return text;

        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n')
                continue;
            if (text[i] == '\n' && crlf > 0)
                result.Append('\r');
            result.Append(text[i]);
        }

        return result.ToString();
    }

    private static (int CrLf, int Lf) Count(string text)
    {
        var (crlf, lf) = (0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\n')
                continue;
            if (i > 0 && text[i - 1] == '\r')
                crlf++;
            else
                lf++;
        }

        return (crlf, lf);
    }
}
