using System.Collections.Generic;
using System.Collections.Immutable;

namespace BrevoAnalyzers.Values;

/// <summary>
/// What running a piece of code does to one variable or member: the values it may have been given, and the guards under which the
/// value from before is still there.
/// </summary>
internal sealed class Effect
{
    private static readonly List<Possibility> s_nothing = new(0);
    private static readonly ImmutableArray<Guards> s_always = ImmutableArray.Create(Guards.None);

    /// <summary>The code does not touch it.</summary>
    public static readonly Effect None = new(s_nothing, s_always);

    /// <summary>The code after it is not reached through it.</summary>
    public static readonly Effect Unreached = new(s_nothing, ImmutableArray<Guards>.Empty);

    public Effect(List<Possibility> written, ImmutableArray<Guards> survives)
    {
        Written = written;
        Survives = survives;
    }

    public List<Possibility> Written { get; }

    public ImmutableArray<Guards> Survives { get; }

    public bool IsNone => Written.Count == 0 && Survives.Length == 1 && Survives[0].IsEmpty;

    public static Effect Write(List<Possibility> values) => values.Count == 0 ? Unreached : new(values, ImmutableArray<Guards>.Empty);

    /// <summary>A write that may or may not come: the value from before is possible too.</summary>
    public static Effect MayWrite(List<Possibility> values) => values.Count == 0 ? None : new Effect(values, s_always);

    /// <summary>One of several effects, as after branches that join.</summary>
    public static Effect Either(IReadOnlyCollection<Effect> branches)
    {
        if (branches.Count == 0)
            return Unreached;

        var written = new List<Possibility>();
        var survives = ImmutableArray.CreateBuilder<Guards>();
        var touched = false;
        foreach (var branch in branches)
        {
            touched |= branch.Written.Count > 0 || branch.Survives.IsEmpty;
            written.AddRange(branch.Written);
            survives.AddRange(branch.Survives);
        }

        return new Effect(written, touched || survives.Count == 1 ? survives.ToImmutable() : s_always);
    }

    public Effect When(Guards? guards)
    {
        if (guards is null)
            return Unreached;
        if (guards.IsEmpty)
            return this;

        var trace = new Trace(guards);
        trace.Apply(this);
        return trace.ToEffect();
    }
}

/// <summary>
/// Collects the values of a variable while the code is read backwards from a use: later writes first, each under the guards that
/// the code after it still allows.
/// </summary>
internal sealed class Trace
{
    private const int MostPending = 16;

    private List<Possibility> _found = Effect.None.Written;
    private bool _isOwnList;
    private ImmutableArray<Guards> _pending;

    public Trace() => _pending = Effect.None.Survives;

    public Trace(Guards start) => _pending = ImmutableArray.Create(start);

    public List<Possibility> Found => _found;

    /// <summary>Whether some value from before can still be the one.</summary>
    public bool IsOpen => !_pending.IsEmpty;

    public void Apply(Effect earlier)
    {
        if (!IsOpen || earlier.IsNone)
            return;

        if (_pending.Length == 1 && _pending[0].IsEmpty)
        {
            if (_found.Count == 0)
                (_found, _isOwnList) = (earlier.Written, false);
            else if (earlier.Written.Count > 0)
                OwnList(earlier.Written.Count).AddRange(earlier.Written);
            _pending = earlier.Survives;
        }
        else
        {
            foreach (var written in earlier.Written)
                Add(written);

            _pending = Narrowed(earlier.Survives);
        }

        if (_pending.Length > MostPending)
            _pending = Effect.None.Survives;
    }

    /// <summary>Narrows to what holds under <paramref name="guards"/>: the code read so far runs only then.</summary>
    public void Require(Guards? guards)
    {
        if (guards is null)
            _pending = ImmutableArray<Guards>.Empty;
        else if (!guards.IsEmpty)
            _pending = Narrowed(ImmutableArray.Create(guards));
    }

    public Effect ToEffect() => _found.Count > 0 ? new(_found, _pending) : _pending == Effect.None.Survives ? Effect.None : new(_found, _pending);

    private ImmutableArray<Guards> Narrowed(ImmutableArray<Guards> further)
    {
        if (further.IsEmpty)
            return further;

        var pending = ImmutableArray.CreateBuilder<Guards>(_pending.Length);
        foreach (var here in _pending)
        {
            foreach (var before in further)
            {
                if (here.And(before) is { } both)
                    pending.Add(both);
            }
        }

        return pending.ToImmutable();
    }

    private void Add(Possibility written)
    {
        foreach (var guards in _pending)
        {
            if (written.When(guards) is { } here)
            {
                OwnList(1).Add(here);
                if (_pending.Length > 1 && here.Guards == written.Guards)
                    break;
            }
        }
    }

    /// <summary>The list to add to. The first effect's is taken as it is, since mostly no other follows: it is copied only then.</summary>
    private List<Possibility> OwnList(int further)
    {
        if (!_isOwnList)
        {
            var copy = new List<Possibility>(_found.Count + further);
            copy.AddRange(_found);
            (_found, _isOwnList) = (copy, true);
        }

        return _found;
    }
}
