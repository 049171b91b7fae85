using System.Collections.Generic;
using System.Collections.Immutable;
using BrevoAnalyzers.Model;
using BrevoAnalyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BrevoAnalyzers.Reading;

/// <summary>Reads who a message says it is from.</summary>
internal static class SenderReader
{
    /// <summary>The addresses that were added to a MimeMessage's From, and its Sender.</summary>
    public static IEnumerable<Sender> OfMimeMessage(MailCode code, IOperation message, Guards here)
    {
        foreach (var added in code.Resolver.Resolve(message, "From", "Add()"))
        {
            if (added.Object is { } address && added.Guards.And(here) is { } guards)
                yield return OfAddress(code, address, guards);
        }

        var sender = code.Resolver.Resolve(message, "Sender", "Address");
        if (!sender.IsUnset && sender.Count > 0)
            yield return new Sender(new SessionValue(sender.In(here), message.Syntax), new SessionValue(code.Resolver.Resolve(message, "Sender", "Name").In(here), message.Syntax));
    }

    /// <summary>The From of a System.Net.Mail message, and its Sender, which goes into the envelope.</summary>
    public static IEnumerable<Sender> OfMailMessage(MailCode code, IOperation message, Guards here)
    {
        foreach (var member in new[] { "From", "Sender" })
        {
            var address = code.Resolver.Resolve(message, member, "Address");
            if (address.Count == 0 || address.IsUnset)
                continue;

            var creation = CreationOf(code, message, member);
            var use = creation ?? message.Syntax;
            yield return new Sender(new SessionValue(address.In(here), use), new SessionValue(code.Resolver.Resolve(message, member, "DisplayName").In(here), use))
            {
                TakesNameInAddress = true,
                Creation = creation,
            };
        }
    }

    /// <summary>Every sender that the code writes, whether or not it is seen how the message is sent.</summary>
    public static IEnumerable<Sender> All(MailCode code)
    {
        foreach (var node in code.Expressions)
        {
            if (SenderAt(code, node) is { } address)
                yield return OfAddress(code, address, code.Resolver.GuardsAt(address));
            else if (FluentEmailReader.SenderAt(code, node) is { } sender)
                yield return sender;
        }
    }

    /// <summary>Every address that the code makes of a name and an address, whoever it is for, where the name may be the address.</summary>
    public static IEnumerable<Sender> Named(MailCode code)
    {
        foreach (var node in code.Expressions)
        {
            if (node is not BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: { Count: > 1 } arguments })
                continue;
            if (MailCode.NameOf(node) is not (("MailboxAddress" or "MailAddress" or "") and var type) || !MayHoldAddress(type, arguments))
                continue;
            if (code.Operation(node) is IObjectCreationOperation creation && (MailTypes.IsMimeKit(creation.Type, "MailboxAddress") || MailTypes.IsSystemNetMail(creation.Type, "MailAddress")))
                yield return OfAddress(code, creation, Guards.None);
        }
    }

    /// <summary>A literal without an @ in the place of the name, first of MimeKit's and second of System.Net.Mail's, is a name: mostly there is one.</summary>
    private static bool MayHoldAddress(string type, SeparatedSyntaxList<ArgumentSyntax> arguments)
    {
        if (type.Length == 0 || arguments[0].NameColon is not null || arguments[1].NameColon is not null)
            return true;

        var name = arguments[type == "MailboxAddress" ? 0 : 1].Expression;
        return name is not LiteralExpressionSyntax literal || literal.Token.ValueText.IndexOf('@') >= 0;
    }

    private static IOperation? SenderAt(MailCode code, SyntaxNode node)
    {
        switch (node)
        {
            case InvocationExpressionSyntax { Expression: var called } when MailCode.ReceiverOf(called, "Add") is { } list && MailCode.NameOf(list) == "From":
                return code.Operation(node) is IInvocationOperation { Arguments.Length: 1 } add
                    && MailTypes.IsMimeKit(add.Instance?.Type, "InternetAddressList")
                    && add.Instance is IPropertyReferenceOperation { Property.Name: "From" }
                        ? add.Arguments[0].Value
                        : null;
            case AssignmentExpressionSyntax { Left: var left } when NameOfTarget(left) is "From" or "Sender":
                return code.Operation(node) is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: { } property } } assignment
                    && (MailTypes.IsSystemNetMail(property.ContainingType, "MailMessage") || MailTypes.IsMimeKit(property.ContainingType, "MimeMessage"))
                        ? assignment.Value
                        : null;
            case BaseObjectCreationExpressionSyntax when MailCode.NameOf(node) is "MailMessage" or "":
                return code.Operation(node) is IObjectCreationOperation creation && MailTypes.IsSystemNetMail(creation.Type, "MailMessage")
                    ? creation.Argument("from")
                    : null;
            default:
                return null;
        }
    }

    private static string NameOfTarget(ExpressionSyntax target) => target switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        _ => "",
    };

    /// <summary>A <c>MailboxAddress</c>, <c>MailAddress</c> or address string.</summary>
    public static Sender OfAddress(MailCode code, IOperation address, Guards guards) => new(
        new SessionValue(With(code.Resolver.Resolve(address, "Address"), guards), address.Syntax),
        new SessionValue(With(code.Resolver.Resolve(address, IsMailKit(address) ? "Name" : "DisplayName"), guards), address.Syntax))
    {
        TakesNameInAddress = !IsMailKit(address) || Operations.Unwrap(address) is not IObjectCreationOperation,
        Creation = CreationOf(code, address),
    };

    private static Place? CreationOf(MailCode code, IOperation address, params string[] members)
    {
        foreach (var made in code.Resolver.Resolve(address, members))
        {
            if (made.Object is IObjectCreationOperation creation && code.Holds(creation.Syntax))
                return creation.Syntax;
        }

        return null;
    }

    private static bool IsMailKit(IOperation address) => MailTypes.IsMimeKit(Operations.Unwrap(address)?.Type, "MailboxAddress");


    public static ImmutableArray<Sender> In(List<Sender> senders, Guards guards, params SessionValue[] beside)
    {
        var result = ImmutableArray.CreateBuilder<Sender>(senders.Count);
        foreach (var sender in senders)
            result.Add(sender.In(guards, beside));

        return result.ToImmutable();
    }

    private static ValueSet With(ValueSet values, Guards guards)
    {
        var result = ImmutableArray.CreateBuilder<Possibility>(values.Count);
        foreach (var value in values)
        {
            if (value.When(guards) is { } here)
                result.Add(here);
        }

        return new ValueSet(result.ToImmutable());
    }
}
