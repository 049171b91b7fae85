using System;
using System.Collections.Immutable;

namespace BrevoAnalyzers.Values;

/// <summary>
/// One thing that has to be so for a value to be there: <see cref="Subject"/> is one of <see cref="Cases"/>, or
/// (<see cref="IsExcluding"/>) none of them. The subject is a condition, a switch value, the constructor that ran, the call
/// that was made, the row that was read. Cases are compared as text.
/// </summary>
internal readonly struct Guard
{
    public Guard(string subject, ImmutableArray<string> cases, bool isExcluding)
    {
        Subject = subject;
        Cases = cases;
        IsExcluding = isExcluding;
    }

    public string Subject { get; }

    public ImmutableArray<string> Cases { get; }

    public bool IsExcluding { get; }

    public static Guard Is(string subject, string @case) => new(subject, ImmutableArray.Create(@case), isExcluding: false);

    public static Guard IsNot(string subject, string @case) => new(subject, ImmutableArray.Create(@case), isExcluding: true);

    /// <summary>What holds when both hold, or null when they exclude each other. Both speak of one subject.</summary>
    public Guard? And(Guard other)
    {
        if (IsExcluding && other.IsExcluding)
            return new Guard(Subject, Cases.AddRange(other.Cases.RemoveRange(Cases)), isExcluding: true);

        var (included, filter) = IsExcluding ? (other, this) : (this, other);
        var left = included.Cases.RemoveAll(c => filter.Cases.Contains(c) == filter.IsExcluding);
        return left.IsEmpty ? null : new Guard(Subject, left, isExcluding: false);
    }

    /// <summary>Whether both, which speak of one subject, can hold at once: what <see cref="And(Guard)"/> tells, without making it.</summary>
    public bool Meets(Guard other)
    {
        if (IsExcluding && other.IsExcluding)
            return true;

        var (included, filter) = IsExcluding ? (other, this) : (this, other);
        foreach (var @case in included.Cases)
        {
            if (filter.Cases.Contains(@case) != filter.IsExcluding)
                return true;
        }

        return false;
    }

    /// <summary>Whether this alone makes <paramref name="other"/>, of the same subject, hold.</summary>
    public bool Implies(Guard other)
    {
        if (IsExcluding)
            return other.IsExcluding && other.Cases.RemoveRange(Cases).IsEmpty;

        foreach (var @case in Cases)
        {
            if (other.Cases.Contains(@case) == other.IsExcluding)
                return false;
        }

        return true;
    }
}

/// <summary>
/// All that has to be so for a value to be there. Two values whose guards exclude each other never meet in one session: the
/// development host of one branch is not connected on the production port of the other.
/// </summary>
internal sealed class Guards
{
    /// <summary>More conditions than this say nothing more about which values meet; the rest is left out, which only allows more pairs.</summary>
    private const int Most = 48;

    public static readonly Guards None = new(ImmutableArray<Guard>.Empty);

    private readonly ImmutableArray<Guard> _all;

    private Guards(ImmutableArray<Guard> all) => _all = all;

    public bool IsEmpty => _all.IsEmpty;

    /// <summary>The guard, where there is exactly one.</summary>
    public Guard? Only => _all.Length == 1 ? _all[0] : null;

    public static Guards Of(Guard guard) => new(ImmutableArray.Create(guard));

    public ImmutableArray<Guard> All => _all;

    /// <summary>What holds when both hold, or null when they exclude each other.</summary>
    public Guards? And(Guards? other)
    {
        if (other is null)
            return null;
        if (other._all.IsEmpty || ReferenceEquals(this, other))
            return this;
        if (_all.IsEmpty)
            return other;

        var result = this;
        foreach (var guard in other._all)
        {
            result = result.And(guard);
            if (result is null)
                return null;
        }

        return result;
    }

    public Guards? And(Guard guard)
    {
        var isOfSettings = SettingsEnvironment.Concerns(guard);
        for (var i = 0; i < _all.Length; i++)
        {
            if (_all[i].Subject == guard.Subject)
                return _all[i].And(guard) is { } both ? new Guards(_all.SetItem(i, both)) : null;
            if (isOfSettings ? SettingsEnvironment.Excludes(guard, _all[i]) : SettingsEnvironment.Concerns(_all[i]) && SettingsEnvironment.Excludes(_all[i], guard))
                return null;
        }

        return _all.Length >= Most ? this : new Guards(_all.Add(guard));
    }

    /// <summary>Whether both can hold at once: what <see cref="And(Guards?)"/> tells, without making it.</summary>
    public bool Meets(Guards other)
    {
        if (_all.IsEmpty || other._all.IsEmpty || ReferenceEquals(this, other))
            return true;

        foreach (var guard in other._all)
        {
            if (!Meets(guard))
                return false;
        }

        return true;
    }

    private bool Meets(Guard guard)
    {
        var isOfSettings = SettingsEnvironment.Concerns(guard);
        foreach (var held in _all)
        {
            if (held.Subject == guard.Subject)
                return held.Meets(guard);
            if (isOfSettings ? SettingsEnvironment.Excludes(guard, held) : SettingsEnvironment.Concerns(held) && SettingsEnvironment.Excludes(held, guard))
                return false;
        }

        return true;
    }

    /// <summary>Whether whatever satisfies this satisfies <paramref name="other"/> too.</summary>
    public bool Implies(Guards other)
    {
        foreach (var wanted in other._all)
        {
            var implied = false;
            foreach (var held in _all)
                implied |= held.Subject == wanted.Subject && held.Implies(wanted);

            if (!implied)
                return false;
        }

        return true;
    }

    /// <summary>What of it speaks of the environment whose settings files are in force.</summary>
    public Guards OfSettings()
    {
        foreach (var guard in _all)
        {
            if (SettingsEnvironment.Concerns(guard))
                return _all.Length == 1 ? this : Of(guard);
        }

        return None;
    }

    /// <summary>Whether a condition speaks of <paramref name="word"/>, such as the environment that a branch is for.</summary>
    public bool Mention(string word)
    {
        foreach (var guard in _all)
        {
            if (guard.Subject.IndexOf(word, StringComparison.Ordinal) >= 0)
                return true;
        }

        return false;
    }

    public bool SaysTheSameAs(Guards other) => ReferenceEquals(this, other) || (Implies(other) && other.Implies(this));

    public override string ToString()
    {
        var parts = new string[_all.Length];
        for (var i = 0; i < parts.Length; i++)
            parts[i] = $"{_all[i].Subject} {(_all[i].IsExcluding ? "not in" : "in")} {string.Join("|", _all[i].Cases)}";

        return string.Join(" & ", parts);
    }
}
