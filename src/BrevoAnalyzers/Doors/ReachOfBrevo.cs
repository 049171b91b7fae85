using System;
using System.Collections.Generic;
using System.Threading;
using BrevoAnalyzers.Reading;
using BrevoAnalyzers.Values;
using Microsoft.CodeAnalysis;

namespace BrevoAnalyzers.Doors;

/// <summary>
/// Which files that do not name Brevo can know of it through others. In a mail library or a large application, one file for Brevo is no reason to read
/// hundreds that have to do with mail: those that neither name a type of that file, nor of what depends on it, nor share with these a type of the project
/// cannot meet its values.
/// </summary>
internal sealed class ReachOfBrevo
{
    /// <summary>Fewer files than these are read sooner than looked at.</summary>
    private const int FewFiles = 20;

    /// <summary>Where more files or names have to do with Brevo, nearly everything is within reach.</summary>
    private const int ManyFiles = 16;
    private const int ManyNames = 32;

    private readonly Compilation _compilation;
    private readonly CancellationToken _cancellation;
    private readonly HashSet<SyntaxTree> _reached = new();
    private readonly Dictionary<SyntaxTree, string> _texts = new();

    private ReachOfBrevo(Compilation compilation, CancellationToken cancellation)
    {
        _compilation = compilation;
        _cancellation = cancellation;
    }

    /// <summary>The files with mail that may know of Brevo; null for all of them.</summary>
    /// <param name="compilation">The project.</param>
    /// <param name="namesBrevo">Whether a file names Brevo.</param>
    /// <param name="namesMail">Whether a file names a way to send mail.</param>
    /// <param name="cancellation">Stops the search by the usual exception.</param>
    public static ICollection<SyntaxTree>? Of(Compilation compilation, Func<SyntaxTree, bool> namesBrevo, Func<SyntaxTree, bool> namesMail, CancellationToken cancellation)
    {
        var ofBrevo = new List<SyntaxTree>();
        var ofMail = new List<SyntaxTree>();
        foreach (var tree in compilation.SyntaxTrees)
        {
            if (namesBrevo(tree))
                ofBrevo.Add(tree);
            else if (namesMail(tree))
                ofMail.Add(tree);
            if (ofBrevo.Count > ManyFiles)
                return null;
        }

        return ofMail.Count >= FewFiles ? new ReachOfBrevo(compilation, cancellation).Find(ofBrevo, ofMail) : null;
    }

    private ICollection<SyntaxTree>? Find(List<SyntaxTree> ofBrevo, List<SyntaxTree> ofMail)
    {
        if (!AddDependents(ofBrevo) || SharedNames() is not { } shared)
            return null;

        foreach (var tree in ofMail)
        {
            if (shared.Exists(name => SourceNames.Mentions(TextOf(tree), name)))
                _reached.Add(tree);
        }

        return _reached;
    }

    /// <summary>Adds the files, and again all that name what these declare; false where they become too many.</summary>
    private bool AddDependents(List<SyntaxTree> files)
    {
        var names = new HashSet<string>();
        var open = new Queue<SyntaxTree>(files);
        _reached.UnionWith(files);
        while (open.Count > 0)
        {
            foreach (var name in NamesOf(open.Dequeue()))
            {
                if (name.Length == 0 || !names.Add(name))
                    continue;

                foreach (var tree in _compilation.SyntaxTrees)
                {
                    _cancellation.ThrowIfCancellationRequested();
                    if (!_reached.Contains(tree) && SourceNames.Mentions(TextOf(tree), name))
                    {
                        _reached.Add(tree);
                        open.Enqueue(tree);
                    }
                }

                if (names.Count > ManyNames || _reached.Count > ManyFiles)
                    return false;
            }
        }

        return true;
    }

    /// <summary>By what other files can speak of what a file declares.</summary>
    private IEnumerable<string> NamesOf(SyntaxTree tree)
    {
        var declared = DeclaredNames.Of(tree, _cancellation);
        foreach (var type in declared.Types)
            yield return type.Name;
        foreach (var extension in declared.Extensions)
            yield return extension;
        foreach (var (alias, _) in declared.Aliases)
            yield return alias;
    }

    /// <summary>The types of the project that the files found so far name: what is stated of one there, others may ask it for. Null for too many.</summary>
    private List<string>? SharedNames()
    {
        var words = new HashSet<string>();
        foreach (var tree in _reached)
            AddWords(TextOf(tree), words);

        var shared = new HashSet<string>();
        foreach (var tree in _compilation.SyntaxTrees)
        {
            foreach (var name in NamesOf(tree))
            {
                if (words.Contains(name))
                    shared.Add(name);
            }
        }

        return shared.Count > ManyNames ? null : new List<string>(shared);
    }

    private static void AddWords(string text, HashSet<string> words)
    {
        for (var start = 0; start < text.Length; start++)
        {
            var end = start;
            while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] == '_'))
                end++;
            if (end > start)
                words.Add(text.Substring(start, end - start));
            start = end;
        }
    }

    private string TextOf(SyntaxTree tree)
    {
        if (!_texts.TryGetValue(tree, out var text))
            _texts.Add(tree, text = tree.GetText(_cancellation).ToString());

        return text;
    }
}
