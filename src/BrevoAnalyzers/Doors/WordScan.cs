using System;
using System.Collections.Generic;

namespace BrevoAnalyzers.Doors;

/// <summary>
/// Finds which of many words stand in a text, whatever their case, in one look that skips most of it: the algorithm of Wu and Manber (1994), by pairs
/// of characters. A search for each word alone takes as many looks as there are words.
/// </summary>
internal sealed class WordScan
{
    private const int PairBits = 5;
    private const int CharMask = (1 << PairBits) - 1;

    private readonly (string Word, Signs Sign)[] _words;
    private readonly int _window;
    private readonly Signs _all;

    /// <summary>By pair, how far the end of the window may move on: 0 where a word may begin with the window.</summary>
    private readonly byte[] _shifts = new byte[1 << (2 * PairBits)];

    /// <summary>By pair, the words whose first characters, as many as the window has, end with it.</summary>
    private readonly List<int>?[] _wordsEnding = new List<int>?[1 << (2 * PairBits)];

    /// <param name="words">The words, of ASCII characters, and what each is a sign of.</param>
    public WordScan(params (string Word, Signs Sign)[] words)
    {
        _words = words;
        _window = int.MaxValue;
        foreach (var (word, sign) in words)
        {
            _window = Math.Min(_window, word.Length);
            _all |= sign;
        }

        for (var pair = 0; pair < _shifts.Length; pair++)
            _shifts[pair] = (byte)(_window - 1);
        for (var i = 0; i < words.Length; i++)
            Add(i, words[i].Word);
    }

    /// <summary>The signs whose words stand in the text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="counts">Whether a word counts at its place; each does without.</param>
    public Signs Find(string text, Func<string, int, bool>? counts = null)
    {
        var found = Signs.None;
        for (var end = _window - 1; end < text.Length;)
        {
            var pair = Pair(text[end - 1], text[end]);
            if (_shifts[pair] is > 0 and var shift)
            {
                end += shift;
                continue;
            }

            found |= At(text, end - _window + 1, _wordsEnding[pair]!, found, counts);
            if (found == _all)
                return found;
            end++;
        }

        return found;
    }

    private Signs At(string text, int start, List<int> candidates, Signs found, Func<string, int, bool>? counts)
    {
        foreach (var candidate in candidates)
        {
            var (word, sign) = _words[candidate];
            if ((found & sign) != sign && string.Compare(text, start, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) == 0 && (counts is null || counts(text, start)))
                found |= sign;
        }

        return found;
    }

    private void Add(int index, string word)
    {
        for (var end = 1; end < _window; end++)
        {
            var pair = Pair(word[end - 1], word[end]);
            _shifts[pair] = Math.Min(_shifts[pair], (byte)(_window - 1 - end));
            if (end == _window - 1)
                (_wordsEnding[pair] ??= new List<int>(1)).Add(index);
        }
    }

    /// <summary>Letters of either case are the same here; other characters may meet too, and are told apart where a word is compared.</summary>
    private static int Pair(char first, char second) => ((first & CharMask) << PairBits) | (second & CharMask);
}
