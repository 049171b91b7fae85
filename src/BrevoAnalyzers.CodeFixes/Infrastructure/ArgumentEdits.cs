using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BrevoAnalyzers.CodeFixes.Infrastructure;

/// <summary>Changes to the arguments of a call or of a <c>new</c>.</summary>
internal static class ArgumentEdits
{
    /// <summary>Another value for an argument; its name, if it has one, stays.</summary>
    public static void ReplaceArgument(this DocumentEdits edits, ArgumentSyntax argument, ExpressionSyntax value)
        => edits.Replace(argument.Expression, value);

    /// <summary>One more argument: by position where the arguments before it allow that, else by name at the end.</summary>
    /// <param name="parameter">The parameter's name.</param>
    /// <param name="position">The parameter's place, from 0. Arguments from there on move one place.</param>
    public static void AddArgument(this DocumentEdits edits, ArgumentListSyntax arguments, ExpressionSyntax value, string parameter, int position)
        => edits.Update(arguments, current => ByPosition(current, position)
            ? Insert(current, SyntaxFactory.Argument(value), position)
            : Insert(current, Named(parameter, value), current.Arguments.Count));

    /// <summary>The argument that a parameter gets, null when it is left out.</summary>
    public static ArgumentSyntax? Find(ArgumentListSyntax arguments, string parameter, int position)
    {
        foreach (var argument in arguments.Arguments)
        {
            if (argument.NameColon?.Name.Identifier.ValueText == parameter)
                return argument;
        }

        return position < arguments.Arguments.Count && arguments.Arguments[position].NameColon is null ? arguments.Arguments[position] : null;
    }

    private static bool ByPosition(ArgumentListSyntax arguments, int position)
    {
        if (position > arguments.Arguments.Count)
            return false;

        for (var i = 0; i < position; i++)
        {
            if (arguments.Arguments[i].NameColon is not null)
                return false;
        }

        return true;
    }

    private static ArgumentSyntax Named(string parameter, ExpressionSyntax value)
        => SyntaxFactory.Argument(
            SyntaxFactory.NameColon(SyntaxFactory.IdentifierName(parameter)).WithTrailingTrivia(SyntaxFactory.Space), refKindKeyword: default, value);

    /// <summary>Inserts in the layout of the list: arguments on lines of their own stay so.</summary>
    private static ArgumentListSyntax Insert(ArgumentListSyntax list, ArgumentSyntax added, int index)
    {
        var arguments = list.Arguments;
        if (arguments.Count == 0)
            return list.WithArguments(SyntaxFactory.SingletonSeparatedList(added));

        var items = arguments.GetWithSeparators();
        if (index < arguments.Count)
        {
            // In front of another: take its place in the line, and what separates the others separates these.
            var next = arguments[index];
            var ownLine = Layout.StartsLine(next);
            var separator = Layout.Comma(ownLine ? SyntaxFactory.TriviaList(Layout.NewLine(list)) : Layout.Space);
            var follower = ownLine ? next.WithLeadingTrivia(Layout.Indentation(next)) : next.WithoutLeadingTrivia();
            items = items.Replace(next, follower).InsertRange(index * 2, new SyntaxNodeOrToken[] { added.WithLeadingTrivia(next.GetLeadingTrivia()), separator });
        }
        else
        {
            var last = arguments[arguments.Count - 1];
            var trailing = last.GetTrailingTrivia();
            var ownLine = Layout.StartsLine(last) && (arguments.Count > 1 || Layout.EndsLine(list.OpenParenToken.TrailingTrivia));
            var behindComma = Layout.HasComment(trailing) ? trailing : ownLine ? SyntaxFactory.TriviaList(Layout.NewLine(list)) : Layout.Space;
            added = added
                .WithLeadingTrivia(ownLine ? Layout.Indentation(last) : SyntaxFactory.TriviaList())
                .WithTrailingTrivia(Layout.EndsLine(trailing) ? SyntaxFactory.TriviaList(Layout.NewLine(list)) : SyntaxFactory.TriviaList());
            items = items.Replace(last, last.WithTrailingTrivia()).AddRange(new SyntaxNodeOrToken[] { Layout.Comma(behindComma), added });
        }

        return list.WithArguments(SyntaxFactory.SeparatedList<ArgumentSyntax>(items));
    }
}
