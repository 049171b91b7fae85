using System.Collections.Immutable;
using BrevoAnalyzers.Model;
using BrevoAnalyzers.Values;

namespace BrevoAnalyzers.Reading;

/// <summary>Which of the bodies that a request can have go to the endpoint that sends mail.</summary>
internal static class EmailBodies
{
    /// <summary>
    /// Whether a mail is sent, and the body that it can have: the whole where every known URL sends one. A helper that posts to several
    /// endpoints sends those bodies that its other URLs never meet; a body that goes to several is not judged.
    /// </summary>
    public static (bool IsEmail, HttpBody Body) Of(ImmutableArray<ApiUrl> urls, HttpBody sent)
    {
        var body = sent.Value;
        var others = ImmutableArray.CreateBuilder<ApiUrl>();
        foreach (var url in urls)
        {
            if (!BrevoRequest.IsBrevoUrl(url.Text) || !BrevoRequest.IsEmailUrl(url.Text))
                others.Add(url);
        }

        if (others.Count == 0)
            return (urls.Length > 0, sent);
        if (others.Count == urls.Length || body is not { Kind: PayloadKind.Choice, ItemGuards.IsEmpty: false })
            return (false, sent);

        var items = ImmutableArray.CreateBuilder<PayloadValue>();
        for (var i = 0; i < body.Items.Length; i++)
        {
            if (!MeetsAny(others, body.ItemGuards[i]))
                items.Add(body.Items[i]);
        }

        if (items.Count == 0)
            return (false, sent);

        var mails = new PayloadValue { Kind = PayloadKind.Choice, Place = body.Place, Items = items.ToImmutable(), Type = body.Type, Expression = body.Expression };
        return (true, new HttpBody(sent.Form, sent.Place, mails, sent.Unescaped));
    }

    private static bool MeetsAny(ImmutableArray<ApiUrl>.Builder urls, Guards guards)
    {
        foreach (var url in urls)
        {
            if (url.Path.Guards.Meets(guards))
                return true;
        }

        return false;
    }
}
