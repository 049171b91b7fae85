using System;
using System.Collections.Generic;

namespace BrevoAnalyzers;

internal static partial class BrevoFacts
{
    /// <summary>
    /// Whether a sender there can never authenticate its domain with Brevo, because the domain is a public mail provider's.
    /// Takes a domain or an address (also <c>Name &lt;a@b&gt;</c>).
    /// </summary>
    /// <remarks>
    /// Source: help.brevo.com/hc/en-us/articles/14925263522578 ("not a free domain like @gmail.com, @yahoo.com, or
    /// @outlook.com"; an older copy adds orange). Other entries: the providers' own consumer domains.
    /// Domains that the provider's own company, or its business customers, use as well (orange.com, sky.com, 1und1.de) stay out.
    /// </remarks>
    public static bool IsFreemail(string domainOrAddress)
    {
        var domain = DomainOf(domainOrAddress);
        return FreemailDomains.Contains(domain) || IsOfFamily(domain, "yahoo.") || IsOfFamily(domain, "gmx.")
            || IsOfFamily(domain, "hotmail.");
    }

    /// <summary>
    /// Providers that hold their name under every country's top level: <c>yahoo.it</c>, <c>yahoo.co.uk</c>, <c>gmx.at</c>.
    /// Only country forms count, so <c>yahoo.shop.example</c> is not of the family.
    /// </summary>
    private static bool IsOfFamily(string domain, string family)
    {
        if (!domain.StartsWith(family, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var rest = domain.Length - family.Length;
        var dot = domain.IndexOf('.', family.Length);
        if (dot < 0)
        {
            return rest is >= 2 and <= 4;
        }

        // A second level such as "co.uk", "com.br".
        var secondLevel = dot - family.Length;
        return secondLevel is 2 or 3 && domain.Length - dot - 1 == 2;
    }

    private static readonly HashSet<string> FreemailDomains = new(StringComparer.OrdinalIgnoreCase)
    {
        // Google
        "gmail.com", "googlemail.com",

        // Yahoo (beside the family), AOL
        "ymail.com", "rocketmail.com", "myyahoo.com", "aol.com", "aol.de", "aol.fr", "aol.it", "aol.co.uk", "aim.com",

        // Microsoft
        "outlook.com", "outlook.at", "outlook.be", "outlook.cl", "outlook.co.id", "outlook.co.th", "outlook.com.ar",
        "outlook.com.au", "outlook.com.br", "outlook.com.gr", "outlook.com.tr", "outlook.cz", "outlook.de", "outlook.dk",
        "outlook.es", "outlook.fr", "outlook.hu", "outlook.ie", "outlook.in", "outlook.it", "outlook.jp", "outlook.kr",
        "outlook.lv", "outlook.my", "outlook.ph", "outlook.pt", "outlook.sa", "outlook.sg", "outlook.sk", "live.com",
        "live.at", "live.be", "live.ca", "live.cl", "live.cn", "live.co.uk", "live.co.za", "live.com.ar", "live.com.au",
        "live.com.mx", "live.com.pt", "live.de", "live.dk", "live.fi", "live.fr", "live.ie", "live.in", "live.it",
        "live.jp", "live.nl", "live.no", "live.ru", "live.se", "msn.com", "windowslive.com",

        // Apple
        "icloud.com", "me.com", "mac.com",

        // Proton, Tutanota and others of their kind
        "proton.me", "protonmail.com", "protonmail.ch", "pm.me", "tutanota.com", "tutanota.de", "tuta.io", "tuta.com",
        "hey.com", "fastmail.com", "fastmail.fm", "hushmail.com", "zohomail.com", "zohomail.eu", "mailfence.com",
        "mailbox.org", "posteo.de", "posteo.net", "mail.com", "email.com", "inbox.com", "inbox.lv", "gmx.com", "caramail.com",

        // Russian-language providers
        "mail.ru", "bk.ru", "list.ru", "inbox.ru", "internet.ru", "rambler.ru", "yandex.ru", "yandex.com", "yandex.by",
        "yandex.kz", "yandex.ua", "ya.ru", "ukr.net", "i.ua", "meta.ua",

        // France
        "orange.fr", "wanadoo.fr", "free.fr", "laposte.net", "sfr.fr", "neuf.fr", "bbox.fr", "numericable.fr",
        "club-internet.fr", "aliceadsl.fr", "cegetel.net",

        // Italy
        "libero.it", "virgilio.it", "alice.it", "tin.it", "tim.it", "tiscali.it", "inwind.it", "iol.it", "blu.it",
        "fastwebnet.it", "email.it", "teletu.it", "katamail.com",

        // German-speaking countries
        "web.de", "freenet.de", "t-online.de", "arcor.de", "mail.de", "email.de", "bluewin.ch", "aon.at",
        "chello.at",

        // Spain, Portugal, Latin America
        "telefonica.net", "terra.es", "ono.com", "sapo.pt", "uol.com.br", "bol.com.br", "terra.com.br", "ig.com.br",

        // Benelux, Nordic countries, Poland, Czechia
        "telenet.be", "skynet.be", "ziggo.nl", "planet.nl", "kpnmail.nl", "hetnet.nl", "home.nl", "xs4all.nl",
        "wp.pl", "o2.pl", "onet.pl", "interia.pl", "op.pl", "poczta.fm", "gazeta.pl", "seznam.cz", "centrum.cz", "email.cz", "post.cz",
        "azet.sk", "freemail.hu", "citromail.hu", "abv.bg",

        // United Kingdom, North America
        "btinternet.com", "btopenworld.com", "virginmedia.com", "ntlworld.com", "blueyonder.co.uk", "talktalk.net",
        "comcast.net", "verizon.net", "att.net", "sbcglobal.net", "bellsouth.net", "cox.net", "charter.net", "earthlink.net",
        "optonline.net", "juno.com", "shaw.ca", "sympatico.ca", "videotron.ca",

        // Asia
        "qq.com", "163.com", "126.com", "yeah.net", "sina.com", "sohu.com", "foxmail.com", "naver.com", "daum.net",
        "hanmail.net", "rediffmail.com",
    };
}
