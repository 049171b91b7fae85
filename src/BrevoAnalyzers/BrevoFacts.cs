namespace BrevoAnalyzers;

/// <summary>
/// What is true about Brevo (formerly Sendinblue), each entry with its public source, and nowhere else in the code.
/// Split by subject: <c>.Smtp</c> (relay, keys, senders), <c>.Api</c> (requests), <c>.EmailSchema</c> (payload of a
/// transactional mail), <c>.Events</c> (webhook and statistics words), <c>.Freemail</c> (free-mail domains).
/// </summary>
internal static partial class BrevoFacts
{
    /// <summary>The domain behind the last <c>@</c> of an address (also <c>Name &lt;a@b&gt;</c>), else the text itself.</summary>
    private static string DomainOf(string domainOrAddress)
    {
        var end = domainOrAddress.Length;
        while (end > 0 && (char.IsWhiteSpace(domainOrAddress[end - 1]) || domainOrAddress[end - 1] is '>' or '.'))
        {
            end--;
        }

        var start = 0;
        while (start < end && char.IsWhiteSpace(domainOrAddress[start]))
        {
            start++;
        }

        var at = end > start ? domainOrAddress.LastIndexOf('@', end - 1, end - start) : -1;
        if (at >= 0)
        {
            start = at + 1;
        }

        return start == 0 && end == domainOrAddress.Length ? domainOrAddress : domainOrAddress.Substring(start, end - start);
    }
}
