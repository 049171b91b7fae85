using System;
using System.Collections.Generic;
using BrevoAnalyzers.Model;

namespace BrevoAnalyzers.Reading;

/// <summary>
/// Things that have names (members, parameters, tuple elements, keys), looked up by what they are for in an SMTP session. A role
/// that two of them claim alike is nobody's.
/// </summary>
internal sealed class RoleTable<T>
    where T : class
{
    private static readonly List<(T Item, bool SaysMail)> s_nothing = new(0);

    private readonly Dictionary<SettingRole, List<(T Item, bool SaysMail)>> _byRole = new();
    private readonly List<(T Item, bool SaysMail)> _keys = new(0);
    private readonly List<(T Item, bool SaysMail)> _modes = new(0);
    private readonly string _owner;
    private readonly bool _isOneThing;

    /// <param name="owner">The name of what holds the things: a type, a section; empty for a tuple or a list of parameters.</param>
    /// <param name="isOneThing">Whether the things belong together whatever their names, as the elements of a tuple do.</param>
    public RoleTable(string owner, bool isOneThing)
    {
        _owner = owner;
        _isOneThing = isOneThing || SaysMail(owner);
    }

    /// <summary>Whether there is a host and somebody logs in: else it is no session but, say, a port probe.</summary>
    public bool IsSession => Has(SettingRole.Host) && HasCredentialRole;

    /// <summary>The same where names alone are known, so that two claims may be one and the same.</summary>
    public bool MayBeSession => _byRole.ContainsKey(SettingRole.Host) && (_byRole.ContainsKey(SettingRole.Login) || _byRole.ContainsKey(SettingRole.Password));

    public bool HasCredentialRole => Has(SettingRole.Login) || Has(SettingRole.Password);

    /// <param name="name">The thing's name.</param>
    /// <param name="item">The thing.</param>
    /// <param name="isMode">Whether its type is that of MailKit's modes, which says what it is for where no name does.</param>
    public void Add(string name, T item, bool isMode = false)
    {
        var role = RoleOf(_owner, name);
        if (role != SettingRole.SecureSocketOptions && isMode)
            _modes.Add((item, false));
        else if (role != SettingRole.None)
            Claim(role, (item, SaysMail(name)));
        else if (IsBareKey(name))
            _keys.Add((item, false));
    }

    private void Claim(SettingRole role, (T Item, bool SaysMail) claim)
    {
        if (!_byRole.TryGetValue(role, out var claims))
            _byRole.Add(role, claims = new List<(T, bool)>(1));
        claims.Add(claim);
    }

    /// <summary>What a thing is for in an SMTP session, by its name; none for what concerns the API, or says of TLS only that there is some.</summary>
    public static SettingRole RoleOf(string owner, string name) => SettingRoles.Classify(owner.Length == 0 ? name : owner + "." + name.TrimStart('_')) switch
    {
        SettingRole.SmtpKey => SettingRole.Password,
        SettingRole.ApiKey or SettingRole.BareTls => SettingRole.None,
        var role => role,
    };

    public bool Has(SettingRole role) => Find(role) is not null;

    /// <summary>
    /// What holds the role. Where the host's name says mail and the owner's does not (<c>AppSettings.SmtpHost</c>), a bare <c>Port</c>
    /// beside it is another service's.
    /// </summary>
    public T? Find(SettingRole role)
    {
        if (Choose(role) is not { } chosen)
            return null;

        return _isOneThing || chosen.SaysMail || role == SettingRole.Host || Choose(SettingRole.Host) is not { SaysMail: true } ? chosen.Item : null;
    }

    /// <summary>
    /// What has a role that no name says. Brevo calls the password an SMTP key: beside a host and a login, a key that says no more is meant to be it.
    /// </summary>
    private List<(T Item, bool SaysMail)> Unnamed(SettingRole role) => role switch
    {
        SettingRole.Password when _byRole.ContainsKey(SettingRole.Host) && _byRole.ContainsKey(SettingRole.Login) => _keys,
        SettingRole.SecureSocketOptions => _modes,
        _ => s_nothing,
    };

    private static bool IsBareKey(string name) => string.Equals(name.TrimStart('_'), "key", StringComparison.OrdinalIgnoreCase);

    private (T Item, bool SaysMail)? Choose(SettingRole role)
    {
        if (!_byRole.TryGetValue(role, out var claims))
            claims = Unnamed(role);
        if (claims.Count == 0)
            return null;
        if (claims.Count == 1)
            return claims[0];

        (T, bool)? best = null;
        foreach (var claim in claims)
        {
            if (!claim.SaysMail)
                continue;
            if (best is not null)
                return null;
            best = claim;
        }

        return best;
    }

    /// <summary>Whether a name speaks of mail: <c>SmtpHost</c>, <c>MailSettings</c>, <c>BrevoOptions</c>.</summary>
    public static bool SaysMail(string name)
    {
        if (SettingRoles.IsNamedAfterBrevo(name))
            return true;

        foreach (var word in SettingRoles.Words(name))
        {
            if (word.StartsWith("smtp", StringComparison.OrdinalIgnoreCase) || word.StartsWith("mail", StringComparison.OrdinalIgnoreCase) || word.StartsWith("email", StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
