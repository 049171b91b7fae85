using System.Collections.Generic;

namespace BrevoAnalyzers.Values;

/// <summary>
/// What running a piece of code does to one variable or member: the values it may have been given, and the guards under which the
/// value from before is still there.
/// </summary>
internal sealed class Effect
{
    /// <summary>The code does not touch it.</summary>
    public static readonly Effect None = new(new List<Possibility>(0), new List<Guards>(1) { Guards.None });

    /// <summary>The code after it is not reached through it.</summary>
    public static readonly Effect Unreached = new(new List<Possibility>(0), new List<Guards>(0));

    public Effect(List<Possibility> written, List<Guards> survives)
    {
        Written = written;
        Survives = survives;
    }

    public List<Possibility> Written { get; }

    public List<Guards> Survives { get; }

    public bool IsNone => Written.Count == 0 && Survives.Count == 1 && Survives[0].IsEmpty;

    public static Effect Write(List<Possibility> values) => new(values, new List<Guards>(0));

    /// <summary>A write that may or may not come: the value from before is possible too.</summary>
    public static Effect MayWrite(List<Possibility> values) =>
        values.Count == 0 ? None : new Effect(values, new List<Guards>(1) { Guards.None });

    /// <summary>One of several effects, as after branches that join.</summary>
    public static Effect Either(IReadOnlyCollection<Effect> branches)
    {
        if (branches.Count == 0)
            return Unreached;

        var written = new List<Possibility>();
        var survives = new List<Guards>();
        var touched = false;
        foreach (var branch in branches)
        {
            touched |= branch.Written.Count > 0 || branch.Survives.Count == 0;
            written.AddRange(branch.Written);
            survives.AddRange(branch.Survives);
        }

        return touched ? new Effect(written, survives) : new Effect(written, survives.Count == 1 ? survives : new List<Guards>(1) { Guards.None });
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

    private readonly List<Possibility> _found = new();
    private List<Guards> _pending;

    public Trace()
        : this(Guards.None)
    {
    }

    public Trace(Guards start) => _pending = new List<Guards>(1) { start };

    public List<Possibility> Found => _found;

    /// <summary>Whether some value from before can still be the one.</summary>
    public bool IsOpen => _pending.Count > 0;

    public IReadOnlyList<Guards> Pending => _pending;

    public void Apply(Effect earlier)
    {
        if (earlier.IsNone || _pending.Count == 0)
            return;

        foreach (var written in earlier.Written)
            Add(written);

        var pending = new List<Guards>(_pending.Count);
        foreach (var here in _pending)
        {
            foreach (var before in earlier.Survives)
            {
                if (here.And(before) is { } both)
                    pending.Add(both);
            }
        }

        _pending = pending.Count <= MostPending ? pending : new List<Guards>(1) { Guards.None };
    }

    /// <summary>Narrows to what holds under <paramref name="guards"/>: the code read so far runs only then.</summary>
    public void Require(Guards? guards)
    {
        if (guards is null)
        {
            _pending.Clear();
            return;
        }

        if (!guards.IsEmpty)
            Apply(new Effect(new List<Possibility>(0), new List<Guards>(1) { guards }));
    }

    public Effect ToEffect() => new(_found, _pending);

    private void Add(Possibility written)
    {
        foreach (var guards in _pending)
        {
            if (written.When(guards) is { } here)
            {
                _found.Add(here);
                if (_pending.Count > 1 && here.Guards == written.Guards)
                    break;
            }
        }
    }
}
