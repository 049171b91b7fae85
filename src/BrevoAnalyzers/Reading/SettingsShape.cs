using System.Collections.Generic;
using System.Collections.Immutable;
using BrevoAnalyzers.Model;
using BrevoAnalyzers.Values;
using Microsoft.CodeAnalysis;

namespace BrevoAnalyzers.Reading;

/// <summary>Asks a settings object for the value of a member: <c>ask("Credentials", "UserName")</c>.</summary>
internal delegate ValueSet AskMember(params string[] members);

/// <summary>A settings object at hand: what it is, where it is set up, and how to ask it.</summary>
internal sealed class SettingsObject
{
    public SettingsObject(SyntaxNode start, AskMember ask)
    {
        Start = start;
        Ask = ask;
    }

    public SyntaxNode Start { get; }

    public AskMember Ask { get; }

    /// <summary>The members that are set here, with the text that sets them.</summary>
    public Dictionary<string, SyntaxNode> SetHere { get; } = new();

    public Guards Here { get; init; } = Guards.None;

    /// <summary>Whether others may go on setting it up.</summary>
    public bool LeavesUnfinished { get; init; }

    /// <summary>The types whose name may say that the settings are Brevo's.</summary>
    public ImmutableArray<INamedTypeSymbol> NamedBy { get; init; } = ImmutableArray<INamedTypeSymbol>.Empty;

    public SessionValue Value(string member) => Value(member, Ask(member));

    public SessionValue Value(string member, ValueSet values) => new(values, SetHere.TryGetValue(member, out var use) ? use : Start);
}

/// <summary>Makes a session of a settings object by the names of its members.</summary>
internal static class SettingsShape
{
    /// <summary>The members of a type that hold the settings of a session, those of its base classes included.</summary>
    public static RoleTable<ISymbol> RolesOf(ITypeSymbol type)
    {
        var roles = new RoleTable<ISymbol>(type.IsTupleType || type.IsAnonymousType ? "" : type.Name, type.IsTupleType || type.IsAnonymousType);
        foreach (var member in MembersOf(type))
            roles.Add(member.Name, member, IsMailKitMode(TypeOf(member)));

        return roles;
    }

    private static IEnumerable<ISymbol> MembersOf(ITypeSymbol type)
    {
        if (type is INamedTypeSymbol { IsTupleType: true } tuple)
        {
            foreach (var element in tuple.TupleElements)
                yield return element;
            yield break;
        }

        var seen = new HashSet<string>();
        for (ITypeSymbol? current = type; current is { SpecialType: not SpecialType.System_Object }; current = current.BaseType)
        {
            foreach (var member in current.GetMembers())
            {
                if (IsSetting(member) && seen.Add(member.Name))
                    yield return member;
            }
        }
    }

    /// <summary>The session of an object whose members are known by <paramref name="roles"/>.</summary>
    public static SessionDraft Read(SettingsObject settings, RoleTable<ISymbol> roles)
    {
        var mode = roles.Find(SettingRole.SecureSocketOptions);
        var startTls = roles.Find(SettingRole.StartTls);
        return new SessionDraft(settings.Start)
        {
            Here = settings.Here,
            Host = Value(settings, roles.Find(SettingRole.Host)),
            Port = Value(settings, roles.Find(SettingRole.Port)) is { } port ? new SessionValue(SettingValues.Ports(port.Values), port.Use) : null,
            Login = Value(settings, roles.Find(SettingRole.Login)),
            Password = Value(settings, roles.Find(SettingRole.Password)),
            Tls = mode is not null ? Modes(settings, mode) : startTls is not null ? settings.Value(startTls.Name, SettingValues.StartTls(settings.Ask(startTls.Name))) : null,
            TlsNotation = mode is not null && IsMailKitMode(TypeOf(mode)) ? TlsNotation.Mode : TlsNotation.Setting,
            Senders = Senders(settings, roles),
            LeavesUnfinished = true,
            NamedBy = settings.NamedBy,
        };
    }

    private static SessionValue Modes(SettingsObject settings, ISymbol member) =>
        settings.Value(member.Name, WithoutDefaultAt(settings.Start, SettingValues.Modes(settings.Ask(member.Name), Underlying(TypeOf(member)))));

    /// <summary>A value that stands at the object's own start is a default that nobody wrote: not for a fix to replace.</summary>
    private static ValueSet WithoutDefaultAt(SyntaxNode start, ValueSet values)
    {
        var written = ImmutableArray.CreateBuilder<Possibility>(values.Count);
        foreach (var value in values)
        {
            if (value.Place.Node != start)
                written.Add(value);
        }

        return new ValueSet(written.ToImmutable());
    }

    private static List<Sender> Senders(SettingsObject settings, RoleTable<ISymbol> roles)
    {
        var senders = new List<Sender>(1);
        if (Value(settings, roles.Find(SettingRole.Sender)) is { } address)
            senders.Add(new Sender(address, Value(settings, roles.Find(SettingRole.SenderName)) ?? SessionValue.Missing(settings.Start)));

        return senders;
    }

    private static SessionValue? Value(SettingsObject settings, ISymbol? member)
    {
        if (member is null)
            return null;

        return IsAddress(TypeOf(member))
            ? settings.Value(member.Name, settings.Ask(member.Name, "Address"))
            : settings.Value(member.Name);
    }

    public static bool IsAddress(ITypeSymbol? type) => type is { Name: "MailAddress" or "MailboxAddress" };

    private static bool IsSetting(ISymbol member) => member switch
    {
        IFieldSymbol { IsImplicitlyDeclared: false } => true,
        IPropertySymbol { IsIndexer: false, IsImplicitlyDeclared: false } => true,
        IPropertySymbol { IsIndexer: false, ContainingType.IsRecord: true } property => property.Name != "EqualityContract",
        IPropertySymbol { ContainingType.IsAnonymousType: true } => true,
        _ => false,
    };

    public static ITypeSymbol? TypeOf(ISymbol member) => (member as IPropertySymbol)?.Type ?? (member as IFieldSymbol)?.Type ?? (member as IParameterSymbol)?.Type;

    public static ITypeSymbol? Underlying(ITypeSymbol? type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;

    public static bool IsMailKitMode(ITypeSymbol? type) =>
        Underlying(type) is { Name: "SecureSocketOptions" } mode && MailTypes.IsIn(mode, "Security", "MailKit");
}
