using System;
using System.Collections.Generic;
using System.Collections.Immutable;

namespace BrevoAnalyzers;

/// <summary>The JSON shape of a payload member.</summary>
internal enum JsonShape
{
    String,
    Integer,
    Object,
    ArrayOfObjects,
    ArrayOfStrings,
}

/// <summary>When Brevo requires a payload member.</summary>
internal enum Requirement
{
    Optional,
    Always,

    /// <summary>Unless <c>templateId</c> is given.</summary>
    UnlessTemplate,

    /// <summary>Unless <c>templateId</c> is given, or the other of <c>htmlContent</c> and <c>textContent</c>.</summary>
    UnlessTemplateOrOtherContent,

    /// <summary>Unless <c>messageVersions</c> is given.</summary>
    UnlessVersions,

    /// <summary>Unless the sender's <c>id</c> is given.</summary>
    UnlessId,

    /// <summary>With <c>content</c>.</summary>
    WithContent,
}

/// <summary>One member of a payload object.</summary>
internal sealed class PayloadMember(string name, JsonShape shape, Requirement requirement, PayloadSchema? items = null)
{
    public string Name { get; } = name;

    public JsonShape Shape { get; } = shape;

    public Requirement Requirement { get; } = requirement;

    /// <summary>The members of the object, or of the array's objects; null where they are free or there are none.</summary>
    public PayloadSchema? Items { get; } = items;
}

/// <summary>The members of a payload object, and what other mail APIs call them.</summary>
internal sealed class PayloadSchema
{
    private readonly Dictionary<string, PayloadMember> _members = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _aliases = new(StringComparer.Ordinal);

    public PayloadSchema(ImmutableArray<PayloadMember> members, params (string Alias, string Member)[] aliases)
    {
        Members = members;
        foreach (var member in members)
        {
            _members.Add(member.Name, member);
            _aliases.Add(Squash(member.Name), member.Name);
        }

        foreach (var (alias, member) in aliases)
        {
            _aliases.Add(alias, member);
        }
    }

    /// <summary>In the order of Brevo's reference.</summary>
    public ImmutableArray<PayloadMember> Members { get; }

    /// <summary>The member of exactly this name, or null.</summary>
    public PayloadMember? Find(string name) => _members.TryGetValue(name, out var member) ? member : null;

    /// <summary>
    /// The member that is meant by a name that is not one: an alias of another mail API (<c>from</c>, <c>attachments</c>), another case
    /// (<c>HtmlContent</c>) or other separators (<c>reply_to</c>). Null for a member's own name and for unknown names.
    /// </summary>
    public PayloadMember? FindMeant(string name) =>
        !_members.ContainsKey(name) && _aliases.TryGetValue(Squash(name), out var real) ? _members[real] : null;

    private static string Squash(string name)
    {
        if (name.IndexOf('_') >= 0)
        {
            name = name.Replace("_", "");
        }

        if (name.IndexOf('-') >= 0)
        {
            name = name.Replace("-", "");
        }

        return name.ToLowerInvariant();
    }
}

internal static partial class BrevoFacts
{
    // Source of the schemas: Brevo's OpenAPI description (copy of 2026-02), getbrevo/brevo-node v5.0.1 SendTransacEmailRequest,
    // brevo_csharp 1.1.1. The description has no list of required members at top level: the requirements are in its texts.
    // Source of the aliases: the request formats of other mail APIs (SendGrid, Mailgun, Postmark, Resend) and of Brevo's own v2.

    private static readonly PayloadMember EmailOfPerson = new("email", JsonShape.String, Requirement.Always);
    private static readonly PayloadMember NameOfPerson = new("name", JsonShape.String, Requirement.Optional);

    /// <summary><c>to</c>, <c>cc</c>, <c>bcc</c>, <c>replyTo</c>.</summary>
    public static readonly PayloadSchema RecipientSchema = new(
        ImmutableArray.Create(EmailOfPerson, NameOfPerson),
        ("address", "email"), ("emailaddress", "email"), ("mail", "email"), ("displayname", "name"), ("fullname", "name"));

    /// <summary><c>sender</c>: <c>email</c> or <c>id</c>; <c>name</c> is ignored beside <c>id</c>.</summary>
    public static readonly PayloadSchema SenderSchema = new(
        ImmutableArray.Create(
            new PayloadMember("name", JsonShape.String, Requirement.Optional),
            new PayloadMember("email", JsonShape.String, Requirement.UnlessId),
            new PayloadMember("id", JsonShape.Integer, Requirement.Optional)),
        ("address", "email"), ("emailaddress", "email"), ("mail", "email"), ("displayname", "name"), ("fullname", "name"));

    /// <summary><c>attachment</c>: absolute <c>url</c>, or base64 <c>content</c> with <c>name</c>.</summary>
    public static readonly PayloadSchema AttachmentSchema = new(
        ImmutableArray.Create(
            new PayloadMember("url", JsonShape.String, Requirement.Optional),
            new PayloadMember("content", JsonShape.String, Requirement.Optional),
            new PayloadMember("name", JsonShape.String, Requirement.WithContent)),
        ("filename", "name"), ("base64", "content"), ("base64content", "content"), ("data", "content"));

    /// <summary>
    /// An entry of <c>messageVersions</c>. <c>templateId</c> is named by the description's text, <c>headers</c> works without being in
    /// it (anymail, docs/esps/brevo.rst): both are known here, so that neither is called unknown.
    /// </summary>
    public static readonly PayloadSchema MessageVersionSchema = new(
        ImmutableArray.Create(
            new PayloadMember("to", JsonShape.ArrayOfObjects, Requirement.Always, RecipientSchema),
            new PayloadMember("params", JsonShape.Object, Requirement.Optional),
            new PayloadMember("bcc", JsonShape.ArrayOfObjects, Requirement.Optional, RecipientSchema),
            new PayloadMember("cc", JsonShape.ArrayOfObjects, Requirement.Optional, RecipientSchema),
            new PayloadMember("replyTo", JsonShape.Object, Requirement.Optional, RecipientSchema),
            new PayloadMember("subject", JsonShape.String, Requirement.Optional),
            new PayloadMember("htmlContent", JsonShape.String, Requirement.Optional),
            new PayloadMember("textContent", JsonShape.String, Requirement.Optional),
            new PayloadMember("templateId", JsonShape.Integer, Requirement.Optional),
            new PayloadMember("headers", JsonShape.Object, Requirement.Optional)));

    /// <summary>The body of <c>POST /smtp/email</c>.</summary>
    public static readonly PayloadSchema EmailSchema = new(
        ImmutableArray.Create(
            new PayloadMember("sender", JsonShape.Object, Requirement.UnlessTemplate, SenderSchema),

            // Ignored beside messageVersions.
            new PayloadMember("to", JsonShape.ArrayOfObjects, Requirement.UnlessVersions, RecipientSchema),
            new PayloadMember("bcc", JsonShape.ArrayOfObjects, Requirement.Optional, RecipientSchema),
            new PayloadMember("cc", JsonShape.ArrayOfObjects, Requirement.Optional, RecipientSchema),

            // Both ignored beside templateId. The reference calls htmlContent mandatory, public code sends text only: either will do.
            new PayloadMember("htmlContent", JsonShape.String, Requirement.UnlessTemplateOrOtherContent),
            new PayloadMember("textContent", JsonShape.String, Requirement.UnlessTemplateOrOtherContent),
            new PayloadMember("subject", JsonShape.String, Requirement.UnlessTemplate),
            new PayloadMember("replyTo", JsonShape.Object, Requirement.Optional, RecipientSchema),
            new PayloadMember("attachment", JsonShape.ArrayOfObjects, Requirement.Optional, AttachmentSchema),
            new PayloadMember("headers", JsonShape.Object, Requirement.Optional),
            new PayloadMember("templateId", JsonShape.Integer, Requirement.Optional),
            new PayloadMember("params", JsonShape.Object, Requirement.Optional),
            new PayloadMember("messageVersions", JsonShape.ArrayOfObjects, Requirement.Optional, MessageVersionSchema),
            new PayloadMember("tags", JsonShape.ArrayOfStrings, Requirement.Optional),
            new PayloadMember("scheduledAt", JsonShape.String, Requirement.Optional),
            new PayloadMember("batchId", JsonShape.String, Requirement.Optional)),
        ("from", "sender"),
        ("recipients", "to"),
        ("html", "htmlContent"),
        ("htmlbody", "htmlContent"),
        ("bodyhtml", "htmlContent"),
        ("body", "htmlContent"),
        ("text", "textContent"),
        ("textbody", "textContent"),
        ("bodytext", "textContent"),
        ("plaintext", "textContent"),
        ("attachments", "attachment"),
        ("template", "templateId"),
        ("parameters", "params"),
        ("versions", "messageVersions"),
        ("tag", "tags"),
        ("sendat", "scheduledAt"));
}
