using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Threading;
using BrevoAnalyzers.Model;
using Microsoft.CodeAnalysis;

namespace BrevoAnalyzers.Reading;

/// <summary>
/// By name, what a project declares that may hold or take the settings of an SMTP session. Most calls and creations are none of these, and a
/// look at their name spares the making of operations for the methods that they stand in.
/// </summary>
internal sealed class SettingsNames
{
    private static readonly ConditionalWeakTable<Compilation, SettingsNames> s_projects = new();
    private static readonly List<string> s_none = new(0);

    private readonly Dictionary<string, ArgumentCounts> _takingHost = new();
    private readonly Dictionary<string, TypeNames> _types = new();
    private readonly Dictionary<string, List<string>> _aliases = new();

    private readonly ConcurrentDictionary<string, bool> _isSession = new();
    private readonly ConcurrentDictionary<ISymbol, bool> _reachesClient = new(SymbolEqualityComparer.Default);

    private SettingsNames(Compilation compilation, CancellationToken cancellation)
    {
        foreach (var tree in compilation.SyntaxTrees)
        {
            cancellation.ThrowIfCancellationRequested();
            var file = DeclaredNames.Of(tree, cancellation);
            foreach (var (name, counts) in file.TakingHost)
                AddTakingHost(name, counts);
            foreach (var (alias, type) in file.Aliases)
                NamesBehind(alias).Add(type);
            foreach (var type in file.Types)
            {
                if (!_types.TryGetValue(type.Name, out var known))
                    _types.Add(type.Name, known = new TypeNames(type.Name));
                known.Add(type);
            }
        }

        foreach (var alias in _aliases)
        {
            foreach (var named in alias.Value)
            {
                if (_takingHost.TryGetValue(named, out var counts))
                    AddTakingHost(alias.Key, counts);
            }
        }
    }

    private void AddTakingHost(string name, ArgumentCounts counts) =>
        _takingHost[name] = _takingHost.TryGetValue(name, out var others) ? others.Or(counts) : counts;

    private List<string> NamesBehind(string alias)
    {
        if (!_aliases.TryGetValue(alias, out var names))
            _aliases.Add(alias, names = new List<string>(1));

        return names;
    }

    public static SettingsNames Of(MailCode code) => s_projects.GetValue(code.Compilation, compilation => new SettingsNames(compilation, code.Cancellation));

    /// <summary>Whether a method, or a constructor of a type, of this name takes a host.</summary>
    public bool MayTakeHost(string name) => _takingHost.ContainsKey(name);

    /// <summary>The same for a call with so many arguments.</summary>
    public bool MayTakeHost(string name, int arguments) => _takingHost.TryGetValue(name, out var counts) && counts.Includes(arguments);

    /// <summary>Whether a type has another name as well in one of the files.</summary>
    public bool IsAlias(string name) => _aliases.ContainsKey(name);

    /// <summary>
    /// Whether a type of this name has the settings of a session, as far as the project declares it and its bases; null where it does not.
    /// </summary>
    public bool? HasSettings(string type)
    {
        if (_types.ContainsKey(type))
            return _isSession.GetOrAdd(type, IsSession);

        // Another name for a type is good for what the type's own name is. Two files may mean different types by it.
        return _aliases.TryGetValue(type, out var names) && names.Exists(name => _types.ContainsKey(name) ? _isSession.GetOrAdd(name, IsSession) : RoleTable<object>.SaysMail(name)) ? true : null;
    }

    /// <summary>What <paramref name="find"/> says of a type, found once a project.</summary>
    public bool ReachesClient(INamedTypeSymbol type, Func<INamedTypeSymbol, bool> find) =>
        _reachesClient.TryGetValue(type, out var reaches) ? reaches : _reachesClient[type] = find(type);

    /// <summary>Whether a member of this name means a setting of a session.</summary>
    public static bool IsSetting(string owner, string member) => RoleTable<object>.RoleOf(owner, member) != SettingRole.None;

    /// <summary>A type has what its bases have; one with a foreign base that speaks of mail may have anything.</summary>
    private bool IsSession(string type)
    {
        var members = new List<string>();
        var open = new Stack<string>();
        var seen = new HashSet<string>();
        open.Push(type);
        while (open.Count > 0)
        {
            var name = open.Pop();
            if (!seen.Add(name))
                continue;
            if (_types.TryGetValue(name, out var declared))
            {
                members.AddRange(declared.Members);
                foreach (var @base in declared.Bases)
                {
                    open.Push(@base);
                    foreach (var named in _aliases.TryGetValue(@base, out var names) ? names : s_none)
                        open.Push(named);
                }
            }
            else if (RoleTable<object>.SaysMail(name))
            {
                return true;
            }
        }

        return members.Exists(SettingRoles.MayBeHost) && HasRoles(type, members);
    }

    private static bool HasRoles(string type, List<string> members)
    {
        var roles = new RoleTable<string>(type, isOneThing: false);
        foreach (var member in members)
            roles.Add(member, member);

        return roles.MayBeSession;
    }
}
