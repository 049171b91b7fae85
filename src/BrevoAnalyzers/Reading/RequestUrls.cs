using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using BrevoAnalyzers.Model;
using BrevoAnalyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BrevoAnalyzers.Reading;

/// <summary>Reads the URLs that a request can go to, and joins them with a base address as the library at hand does.</summary>
internal static class RequestUrls
{
    /// <summary>What stands for a part of a URL that is not known.</summary>
    private const string UnknownPart = "{}";

    /// <summary>The texts that a URL expression can be: whole, or with <c>{}</c> for what is put into them.</summary>
    public static IEnumerable<(string Text, Possibility Value)> Texts(MailCode code, ValueSet values)
    {
        var seen = new HashSet<SyntaxNode>();
        foreach (var value in values)
        {
            if (value.Text is { } text)
                yield return (text.Trim(), value);
            else if (Partly(code, value, seen) is { Length: > 0 } partly)
                yield return (partly, value);
        }
    }

    /// <summary>
    /// Joins as HttpClient does (RFC 3986): a path with a leading slash replaces the base's path, and so does any path the base's last
    /// segment where no slash ends it.
    /// </summary>
    public static string JoinAsHttpClient(string @base, string path)
    {
        if (path.IndexOf("://", StringComparison.Ordinal) > 0 || path.Length == 0)
            return path.Length == 0 ? @base : path;

        var authority = @base.IndexOf("://", StringComparison.Ordinal);
        var root = @base.IndexOf('/', authority < 0 ? 0 : authority + 3);
        if (root < 0)
            return @base + (path[0] is '/' or '?' ? "" : "/") + path;
        if (path[0] == '/')
            return @base.Substring(0, root) + path;

        var query = @base.IndexOf('?', root);
        var basePath = query < 0 ? @base : @base.Substring(0, query);
        return path[0] == '?' ? basePath + path : basePath.Substring(0, basePath.LastIndexOf('/') + 1) + path;
    }

    /// <summary>Joins as RestSharp does: with one slash between the two.</summary>
    public static string JoinAsRestSharp(string @base, string path) =>
        path.IndexOf("://", StringComparison.Ordinal) > 0 ? path : path.Length == 0 ? @base : @base.TrimEnd('/') + "/" + path.TrimStart('/');

    /// <summary>The URLs of a request: those given whole, and those given as a path, joined with each base; without such a path nobody asks for the bases.</summary>
    public static ImmutableArray<ApiUrl> Join(
        MailCode code, ValueSet paths, Place use, Func<ValueSet> bases, Place baseUse, Func<string, string, string> join)
    {
        var result = ImmutableArray.CreateBuilder<ApiUrl>();
        var baseTexts = new Lazy<List<(string Text, Possibility Value)>>(() => Texts(code, bases()).ToList(), isThreadSafe: false);
        foreach (var (path, value) in Texts(code, paths))
        {
            if (BrevoRequest.HasHost(path))
            {
                result.Add(new ApiUrl(path, value, UseOf(code, value, use)) { HostPart = HostPart(code, value, path) });
                continue;
            }

            foreach (var (text, @base) in baseTexts.Value)
            {
                if (BrevoRequest.HasHost(text) && @base.Guards.Meets(value.Guards))
                    result.Add(new ApiUrl(join(text, path), value, use) { Base = @base, BaseText = text, BaseUse = baseUse });
            }
        }

        return result.ToImmutable();
    }

    /// <summary>The base addresses among the texts: a path alone belongs to nobody.</summary>
    public static ImmutableArray<ApiUrl> Bases(MailCode code, ValueSet values, Place use)
    {
        var result = ImmutableArray.CreateBuilder<ApiUrl>();
        foreach (var (text, known) in Texts(code, values))
        {
            if (BrevoRequest.HasHost(text))
                result.Add(new ApiUrl(text, known, use) { IsBaseOnly = true });
        }

        return result.ToImmutable();
    }

    /// <summary>
    /// A path whose base address nobody states, where it is the path of Brevo's mails: <c>smtp/email</c>, <c>/v3/smtp/email</c>. No other service is
    /// known to have it.
    /// </summary>
    public static ImmutableArray<ApiUrl> OfPathAlone(MailCode code, ValueSet paths, Place use)
    {
        var result = ImmutableArray.CreateBuilder<ApiUrl>();

        // Tests send to servers of their own.
        if (code.Context.Options.IsTestProject)
            return result.ToImmutable();

        foreach (var value in paths)
        {
            if ((value.Text ?? TextOf(code, value)) is { } path && path.TrimStart(JsonText.Hole).Trim('/', ' ') is "smtp/email" or "v3/smtp/email")
                result.Add(new ApiUrl(BrevoFacts.ApiBasePath + BrevoFacts.SendEmailPath, value, use));
        }

        return result.ToImmutable();
    }

    public static bool IsAnyBrevo(ImmutableArray<ApiUrl> urls)
    {
        foreach (var url in urls)
        {
            if (BrevoRequest.IsBrevoUrl(url.Text))
                return true;
        }

        return false;
    }

    /// <summary>Of the values that a request can have those that can go to Brevo with it; all, where none of its URLs is Brevo's.</summary>
    public static ValueSet ToBrevo(ImmutableArray<ApiUrl> urls, ValueSet values)
    {
        if (!IsAnyBrevo(urls))
            return values;

        var meant = values.Where(value => urls.Any(url => BrevoRequest.IsBrevoUrl(url.Text) && url.Path.Guards.Meets(value.Guards)));
        return new ValueSet(meant.ToImmutableArray());
    }

    /// <summary>The innermost use of a URL in the type's own code: where its request message is made rather than sent.</summary>
    private static Place UseOf(MailCode code, Possibility value, Place use)
    {
        foreach (var reference in value.Via)
        {
            if (code.IsOwn(reference))
                return reference;
        }

        return use;
    }

    /// <summary>Of a URL put together from parts, the first part, where that is written elsewhere and holds the host.</summary>
    private static Possibility? HostPart(MailCode code, Possibility value, string url)
    {
        var first = value.Place.Node is { } node ? Operations.Unwrap(code.Resolver.Bodies.Operation(node)) : null;
        var isPut = false;
        while (first is IBinaryOperation or IInterpolatedStringOperation { Parts.IsEmpty: false })
        {
            isPut = true;
            first = Operations.Unwrap(first is IBinaryOperation sum ? sum.LeftOperand : ((IInterpolatedStringOperation)first).Parts[0] is IInterpolationOperation hole ? hole.Expression : null);
        }

        if (!isPut || first is null or ILiteralOperation)
            return null;

        foreach (var known in code.Resolver.Resolve(first).Known)
        {
            if (known.Text is { } part && BrevoRequest.HasHost(part) && url.StartsWith(part.Trim(), StringComparison.Ordinal) && known.Guards.Meets(value.Guards))
                return known;
        }

        return null;
    }

    private static string? Partly(MailCode code, Possibility value, HashSet<SyntaxNode> seen)
    {
        if (value.Object is IObjectCreationOperation { Type.Name: "Uri", Arguments.Length: 2 } uri)
        {
            foreach (var (text, _) in Texts(code, code.Resolver.Resolve(uri.Arguments[0].Value)))
            {
                foreach (var (path, _) in Texts(code, code.Resolver.Resolve(uri.Arguments[1].Value)))
                    return JoinAsHttpClient(text, path);
            }

            return null;
        }

        // Text that begins with what is not known may be any URL.
        return value.Place.Node is { } node && seen.Add(node) && TextOf(code, value) is { } partly && partly[0] != JsonText.Hole ? partly.Replace(JsonText.Hole.ToString(), UnknownPart) : null;
    }

    /// <summary>Text that is put together, with holes for what is not known.</summary>
    private static string? TextOf(MailCode code, Possibility value) =>
        value is { Kind: PossibilityKind.Unknown, Place.Node: { } node } && JsonText.Of(code, code.Resolver.Bodies.Operation(node)) is { Text: { Length: > 0 } whole } ? whole : null;
}
