using System.Collections.Generic;
using System.Collections.Immutable;
using BrevoAnalyzers.Values;
using Microsoft.CodeAnalysis;

namespace BrevoAnalyzers.Model;

/// <summary>By what the request is sent: the libraries differ in how they join URLs, write names and report failure.</summary>
internal enum ApiLibrary
{
    HttpClient,
    RestSharp,

    /// <summary><c>HttpWebRequest</c> or <c>WebClient</c>.</summary>
    WebRequest,

    /// <summary><c>brevo_csharp</c> or <c>sib_api_v3_sdk</c>.</summary>
    Sdk,
}

/// <summary>How a body comes to be.</summary>
internal enum BodyForm
{
    None,

    /// <summary>Text or bytes that the source does not show.</summary>
    Unknown,

    /// <summary>An object that a serialiser writes, or constant JSON.</summary>
    Json,

    /// <summary>JSON put together from parts, see <see cref="ApiRequest.UnescapedParts"/>.</summary>
    HandBuilt,

    /// <summary>Form-encoded: <c>name=value&amp;…</c>.</summary>
    Form,
}

/// <summary>One URL that a request can go to.</summary>
internal sealed class ApiUrl
{
    public ApiUrl(string text, Possibility whole, Place use)
    {
        Text = text;
        Path = whole;
        Use = use;
    }

    /// <summary>The URL as it is requested; what is not known of it stands as <c>{}</c>.</summary>
    public string Text { get; }

    /// <summary>The base address, where there is one.</summary>
    public Possibility? Base { get; init; }

    /// <summary>The text of <see cref="Base"/>.</summary>
    public string BaseText { get; init; } = "";

    /// <summary>Where <see cref="Base"/> is used.</summary>
    public Place BaseUse { get; init; }

    /// <summary>Whether this is a base address for requests that other code makes.</summary>
    public bool IsBaseOnly { get; init; }

    /// <summary>The text that is joined to the base, or the whole URL; without a request, the base.</summary>
    public Possibility Path { get; }

    public Place Use { get; }

    /// <summary>Of a URL that is put together from parts, the part that holds the host, where it is written apart.</summary>
    public Possibility? HostPart { get; init; }

    /// <summary>What holds the host: the base, unless the path is a URL itself.</summary>
    public Possibility Host => HostPart ?? (Base is null || (Path.Text is { } text && BrevoRequest.HasHost(text)) ? Path : Base);

    public Place HostUse => ReferenceEquals(Host, Base) ? BaseUse : Use;
}

/// <summary>A header that a request carries, its own or its client's.</summary>
internal sealed class ApiHeader
{
    public ApiHeader(string name, SessionValue value, Place place)
    {
        Name = name;
        Value = value;
        Place = place;
        NamedAt = place;
    }

    public string Name { get; }

    public SessionValue Value { get; }

    /// <summary>The call or assignment that sets it.</summary>
    public Place Place { get; }

    /// <summary>Where its name stands, if that is a row of a table; else the same.</summary>
    public Place NamedAt { get; init; }

    /// <summary>The scheme before the value, of <c>Authorization</c>; empty where there is none.</summary>
    public string Scheme { get; init; } = "";

    /// <summary>Whether a word ("Bearer") is put in front of the key.</summary>
    public bool HasKeyPrefix { get; init; }

    /// <summary>
    /// Whether the header is added to a client that outlives the method, each time the method runs, without a look at what is there.
    /// </summary>
    public bool IsAddedPerCall { get; init; }
}

/// <summary>A model of the SDK that is made without a constructor argument that it demands.</summary>
internal sealed class SdkModelWithout
{
    public SdkModelWithout(string member, Place? initializer)
    {
        Member = member;
        Initializer = initializer;
    }

    /// <summary>The member in the JSON: <c>email</c> or <c>to</c>.</summary>
    public string Member { get; }

    /// <summary>Where the object initialiser gives it, too late.</summary>
    public Place? Initializer { get; }
}

/// <summary>A time at which a message is to be sent.</summary>
internal sealed class ScheduledTime
{
    public ScheduledTime(Place place) => Place = place;

    public Place Place { get; }

    /// <summary>Whether what is written names no time zone, whatever the machine's is.</summary>
    public bool LacksZone { get; init; }

    /// <summary>Hours from the moment of the request; null where they are not known.</summary>
    public double? HoursAhead { get; init; }
}

/// <summary>One request, or one client as it is set up, as the code states it.</summary>
internal sealed record ApiRequest
{
    public ApiLibrary Library { get; init; }

    /// <summary>The call that sends; where none is seen, what sets the client up.</summary>
    public Place Start { get; init; }

    /// <summary>Whether a call that sends is seen.</summary>
    public bool IsSent { get; init; }

    /// <summary>The HTTP method, in capitals; null where it is not known.</summary>
    public string? Method { get; init; }

    public ImmutableArray<ApiUrl> Urls { get; init; } = ImmutableArray<ApiUrl>.Empty;

    public ImmutableArray<ApiHeader> Headers { get; init; } = ImmutableArray<ApiHeader>.Empty;

    /// <summary>The key in the place where Brevo looks for it.</summary>
    public ImmutableArray<SessionValue> Keys { get; init; } = ImmutableArray<SessionValue>.Empty;

    public BodyForm Form { get; init; }

    /// <summary>Where the body is given.</summary>
    public Place BodyPlace { get; init; }

    public PayloadValue? Body { get; init; }

    /// <summary>The parts of hand-built JSON whose text nobody escapes.</summary>
    public ImmutableArray<Place> UnescapedParts { get; init; } = ImmutableArray<Place>.Empty;

    /// <summary>When the message is to be sent, where it says so.</summary>
    public ImmutableArray<ScheduledTime> Schedules { get; init; } = ImmutableArray<ScheduledTime>.Empty;

    /// <summary>Contents of attachments that the source encodes as base64 although the serialiser does.</summary>
    public ImmutableArray<Place> EncodedTwice { get; init; } = ImmutableArray<Place>.Empty;

    /// <summary>Whether the request is made under a condition only.</summary>
    public bool IsConditional { get; init; }

    public ImmutableArray<Sender> Senders { get; init; } = ImmutableArray<Sender>.Empty;

    /// <summary>Whether this request goes to Brevo: see <see cref="BrevoRequest"/>.</summary>
    public bool IsBrevo { get; init; }

    /// <summary>Whether it sends a transactional mail, whatever else the URL could be.</summary>
    public bool IsEmail { get; init; }

    /// <summary>Whether a failure comes back as a response that nobody looks at.</summary>
    public bool IgnoresResponse { get; init; }

    /// <summary>Whether the request message has been sent before.</summary>
    public bool IsReused { get; init; }

    /// <summary>Whether the key is added to the SDK's shared configuration where that can happen again: the second time throws.</summary>
    public bool AddsKeyAgain { get; init; }

    /// <summary>True for each callback of the client's handler that accepts every certificate.</summary>
    public SessionValue? AcceptsAnyCertificate { get; init; }

    /// <summary>Those who get the message or its answers.</summary>
    public ImmutableArray<Sender> Recipients { get; init; } = ImmutableArray<Sender>.Empty;

    /// <summary>What an API class of the SDK is given as its base path.</summary>
    public SessionValue? BasePath { get; init; }

    /// <summary>A model of the SDK whose constructor throws, since it is not given what it demands.</summary>
    public SdkModelWithout? ModelWithout { get; init; }

    public SessionContext Context { get; init; } = null!;

    /// <summary>Other settings of the request, for the naming of a new one.</summary>
    public IEnumerable<Possibility> Siblings()
    {
        foreach (var key in Keys)
        {
            foreach (var possibility in key.Values)
                yield return possibility;
        }

        foreach (var sender in Senders)
        {
            foreach (var possibility in sender.Address.Values)
                yield return possibility;
        }
    }
}
