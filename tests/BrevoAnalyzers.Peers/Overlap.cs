using System.Collections.Generic;

namespace BrevoAnalyzers.Peers;

/// <summary>Which rules of others mean the same mistake as one of ours, judged by what their documentation says. Rules of style that happen to report on the same line are none.</summary>
internal static class Overlap
{
    public static readonly IReadOnlyDictionary<string, string[]> Of = new Dictionary<string, string[]>
    {
        ["BREVO1003"] = ["S5332"],
        ["BREVO1004"] = ["S5332"],
        ["BREVO1007"] = ["CA5359", "S4830", "MA0039", "SCS0004"],
        ["BREVO1009"] = ["CA5399", "CA5400"],
        ["BREVO2001"] = ["S2068", "S6418", "SCS0015"],
        ["BREVO2002"] = ["S2068", "S6418", "SCS0015"],
        ["BREVO2003"] = ["S2068", "S6418", "SCS0015"],
        ["BREVO2004"] = ["S2068", "S6418", "SCS0015"],
        ["BREVO4009"] = ["S6562", "S6566"],
        ["BREVO5002"] = ["CA1031", "RCS1075", "S108", "S2221", "S2486"],
        ["BREVO5003"] = ["AsyncFixer03", "MA0134", "MA0155", "S3168"],
    };
}
