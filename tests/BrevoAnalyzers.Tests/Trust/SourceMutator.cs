using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BrevoAnalyzers.Tests.Trust;

/// <summary>Breaks sources as typing, merging and newer compilers do. The same seed gives the same breakage.</summary>
internal sealed class SourceMutator(int seed)
{
    private static readonly string[] s_newest =
    [
        "extension(string text) { public int Size => text.Length; }", "public int Port { get => field; set => field = value; } = 587;", "client?.Port = 25;",
        "int[] ports = [25, .. new[] { 587 }];", "public partial string Host { get; }", "if (value is [var first, .., { Length: > 3 }]) ;", "ref readonly int Port => ref _port;",
        "using Pair = (string Host, int Port);", "params ReadOnlySpan<string> hosts", "var text = $$\"\"\"{{host}}\"\"\";", "file class Hidden;", "required init", "await foreach (var x in y) ;",
        "extension<T>(T) where T : notnull { public static int Count => 0; }", "partial Mailer();", "int Port { get; set => field = value is 25 ? 587 : value; }", "x?.y?[0] += \"\";", "unsafe { fixed (char* p = host) ; }",
    ];

    private static readonly string[] s_awkward = ["\"", "{", "}", "[", "]", ",", ":", "\\", "\\u00", "//", "/*", "<", ">", "<!--", "&", "&#x", "=", "'", "#", "$(", "\0", "\uD800", "\r", "\t"];

    private readonly Random _random = new(seed);

    /// <summary>The source after one to four changes.</summary>
    public string Mutate(string source)
    {
        for (var left = _random.Next(1, 5); left > 0; left--)
            source = ChangeOnce(source);
        return source;
    }

    /// <summary>A text that is no C#, cut anywhere or changed in one to four places: a character gone, doubled or swapped, a line gone or doubled.</summary>
    public string MutateText(string text)
    {
        if (_random.Next(4) == 0)
            return text[.._random.Next(text.Length + 1)];

        for (var left = _random.Next(1, 5); left > 0 && text.Length > 0; left--)
            text = _random.Next(3) == 0 ? ChangeLine(text) : ChangeCharacter(text);
        return text;
    }

    private string ChangeLine(string text)
    {
        var lines = text.Split('\n').ToList();
        var at = _random.Next(lines.Count);
        if (_random.Next(2) == 0)
            lines.RemoveAt(at);
        else
            lines.Insert(_random.Next(lines.Count), lines[at]);
        return string.Join('\n', lines);
    }

    private string ChangeCharacter(string text)
    {
        var at = _random.Next(text.Length);
        return _random.Next(4) switch
        {
            0 => text.Remove(at, 1),
            1 => text.Insert(at, text[at].ToString()),
            2 => text.Insert(at, s_awkward[_random.Next(s_awkward.Length)]),
            _ => text.Remove(at, 1).Insert(at, text[_random.Next(text.Length)].ToString()),
        };
    }

    private string ChangeOnce(string source)
    {
        if (_random.Next(8) == 0)
            return source[.._random.Next(source.Length + 1)];

        var root = CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.Preview)).GetRoot();
        if (_random.Next(8) == 0)
            return ShuffleMembers(root);

        var tokens = root.DescendantTokens().Select(token => token.ToFullString()).ToList();
        if (tokens.Count < 2)
            return source;

        var at = _random.Next(tokens.Count);
        switch (_random.Next(5))
        {
            case 0:
                tokens.RemoveAt(at);
                break;
            case 1:
                tokens.Insert(at, tokens[at]);
                break;
            case 2:
                var other = _random.Next(tokens.Count);
                (tokens[at], tokens[other]) = (tokens[other], tokens[at]);
                break;
            case 3:
                tokens.RemoveRange(at, Math.Min(_random.Next(1, 12), tokens.Count - at));
                break;
            default:
                tokens.Insert(at, "\n" + s_newest[_random.Next(s_newest.Length)] + "\n");
                break;
        }

        return string.Concat(tokens);
    }

    private string ShuffleMembers(SyntaxNode root)
    {
        var types = root.DescendantNodes().OfType<TypeDeclarationSyntax>().Where(type => type.Members.Count > 1).ToList();
        if (types.Count == 0)
            return root.ToFullString();

        var type = types[_random.Next(types.Count)];
        List<MemberDeclarationSyntax> members = [.. type.Members];
        for (var i = members.Count - 1; i > 0; i--)
        {
            var other = _random.Next(i + 1);
            (members[i], members[other]) = (members[other], members[i]);
        }

        return root.ReplaceNode(type, type.WithMembers(SyntaxFactory.List(members))).ToFullString();
    }
}
