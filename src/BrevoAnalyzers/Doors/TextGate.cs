using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace BrevoAnalyzers.Doors;

/// <summary>What the text of a file says before anything is bound.</summary>
[Flags]
internal enum Signs
{
    None = 0,

    /// <summary>It names Brevo: its hosts, packages or key prefixes.</summary>
    Brevo = 1,

    /// <summary>It holds the beginning of a key.</summary>
    Key = 2,

    /// <summary>It names an SMTP client.</summary>
    Smtp = 4,

    /// <summary>It names an HTTP client or Brevo's SDK.</summary>
    Api = 8,

    /// <summary>It names what can become of a mail.</summary>
    Event = 16,

    /// <summary>It names FluentEmail.</summary>
    FluentEmail = 32,

    /// <summary>It names Brevo, a key or password, and something to write to.</summary>
    Secret = 64,

    /// <summary>It names a way to send mail.</summary>
    Send = Smtp | Api | FluentEmail,
}

/// <summary>
/// One look at the text of a compilation's files decides whether anything is bound at all: registering the first operation action
/// costs as much as compiling, this look a thousandth of it.
/// </summary>
internal sealed class TextGate
{
    private static readonly WordScan s_wordsOfBrevo = new(
        ("brevo", Signs.Brevo),
        ("sendinblue", Signs.Brevo),
        ("sib_api", Signs.Brevo),
        ("smtp-relay", Signs.Brevo),
        (BrevoFacts.ApiKeyPrefix, Signs.Brevo | Signs.Key),
        (BrevoFacts.SmtpKeyPrefix, Signs.Brevo | Signs.Key));

    /// <summary>Words for events count as far as they follow a quote: they are too common without it.</summary>
    private static readonly WordScan s_wordsOfMail = new(
        ("smtp", Signs.Smtp),
        ("mailkit", Signs.Smtp),
        ("mailtransport", Signs.Smtp),
        ("mailservice", Signs.Smtp),
        ("httpclient", Signs.Api),
        ("httprequestmessage", Signs.Api),
        ("webrequest", Signs.Api),
        ("webclient", Signs.Api),
        ("restclient", Signs.Api),
        ("restrequest", Signs.Api),
        ("brevo_csharp", Signs.Api),
        ("sib_api", Signs.Api),
        ("transactionalemailsapi", Signs.Api),
        ("sendsmtpemail", Signs.Api),
        ("htmlcontent", Signs.Api),
        ("templateid", Signs.Api),
        ("fluentemail", Signs.FluentEmail),
        ("bounce", Signs.Event),
        ("\"invalid\"", Signs.Event),
        ("\"invalid_email\"", Signs.Event),
        ("\"blocked\"", Signs.Event),
        ("\"deferred\"", Signs.Event),
        ("\"delivered\"", Signs.Event),
        ("\"sent\"", Signs.Event),
        ("\"request\"", Signs.Event),
        ("\"requests\"", Signs.Event),
        ("\"click\"", Signs.Event),
        ("\"clicks\"", Signs.Event),
        ("\"open\"", Signs.Event),
        ("\"opened\"", Signs.Event),
        ("\"unique_opened\"", Signs.Event),
        ("\"uniqueopened\"", Signs.Event),
        ("\"loadedbyproxy\"", Signs.Event),
        ("\"unsubscribed", Signs.Event));

    /// <summary>Read once for all compilations that share a text, as every keystroke makes a new compilation.</summary>
    private static readonly SourceTextValueProvider<Found> Provider = new(text => new Found(s_wordsOfBrevo.Find(text.ToString())));

    /// <summary>The compilation's cache of what was found in a text: <c>CompilationStartAnalysisContext.TryGetValue</c>.</summary>
    public delegate bool TryGetFound(SourceText text, SourceTextValueProvider<Found> provider, [MaybeNullWhen(false)] out Found found);

    private readonly Lazy<bool> _isTestProject;
    private readonly Lazy<ICollection<SyntaxTree>?> _reach;
    private readonly ConcurrentDictionary<SyntaxTree, Signs> _signs = new();
    private readonly ConcurrentDictionary<SyntaxTree, Signs> _mailSigns = new();

    public TextGate(Compilation compilation, AnalyzerOptions options, TryGetFound cached, CancellationToken cancellation)
    {
        var all = Signs.None;
        foreach (var tree in compilation.SyntaxTrees)
        {
            cancellation.ThrowIfCancellationRequested();
            all |= _signs[tree] = SignsOf(tree.GetText(cancellation));
        }

        if ((all & Signs.Brevo) == 0)
        {
            foreach (var file in options.AdditionalFiles)
            {
                if (file.GetText(cancellation) is { } text)
                    all |= SignsOf(text);
            }
        }

        NamesBrevo = (all & Signs.Brevo) != 0;
        HoldsKey = (all & Signs.Key) != 0;
        _isTestProject = new Lazy<bool>(() => ReferencesTestFramework(compilation));
        _reach = new Lazy<ICollection<SyntaxTree>?>(() => ReachIn(compilation, options));

        Signs SignsOf(SourceText text) => cached(text, Provider, out var found) ? found.Signs : s_wordsOfBrevo.Find(text.ToString());
    }

    /// <summary>Whether any file of the compilation names Brevo; without that there is nothing to read.</summary>
    public bool NamesBrevo { get; }

    /// <summary>Whether any file holds the beginning of a key.</summary>
    public bool HoldsKey { get; }

    /// <summary>Whether a test framework is referenced: keys in tests are mostly made up.</summary>
    public bool IsTestProject => _isTestProject.Value;

    public bool HasKey(SyntaxTree tree) => _signs.TryGetValue(tree, out var signs) && (signs & Signs.Key) != 0;

    /// <summary>Which ways to send mail, or to hear of it, the file names; none where it is by SMTP and can be through others only.</summary>
    public Signs MailSigns(SyntaxTree tree, CancellationToken cancellation)
    {
        var signs = AllMailSigns(tree, cancellation);
        return signs == Signs.Smtp && !NamesBrevoIn(tree) && _reach.Value?.Contains(tree) == false ? Signs.None : signs;
    }

    private Signs AllMailSigns(SyntaxTree tree, CancellationToken cancellation)
    {
        if (_mailSigns.TryGetValue(tree, out var signs))
            return signs;

        var content = tree.GetText(cancellation).ToString();
        signs = s_wordsOfMail.Find(content, static (text, start) => !IsInDocumentation(text, start));
        if (NamesBrevoIn(tree) && MayLogSecret(content))
            signs |= Signs.Secret;

        return _mailSigns[tree] = signs;
    }

    /// <summary>A settings file may state for all code what is Brevo's.</summary>
    private ICollection<SyntaxTree>? ReachIn(Compilation compilation, AnalyzerOptions options)
    {
        foreach (var file in options.AdditionalFiles)
        {
            if (file.GetText() is { } text && s_wordsOfBrevo.Find(text.ToString()) != Signs.None)
                return null;
        }

        return ReachOfBrevo.Of(compilation, NamesBrevoIn, tree => (AllMailSigns(tree, CancellationToken.None) & Signs.Smtp) != 0, CancellationToken.None);
    }

    private bool NamesBrevoIn(SyntaxTree tree) => _signs.TryGetValue(tree, out var signs) && (signs & Signs.Brevo) != 0;

    private static bool MayLogSecret(string content) =>
        (Has(content, "key") || Has(content, "password")) && (Has(content, "logger") || Has(content, "log.") || Has(content, ".write") || Has(content, "exception("));

    private static bool Has(string content, string word) => content.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0;

    /// <summary>Whether a quote belongs to documentation, where many a parameter is called a request: <c>name="request"</c>.</summary>
    private static bool IsInDocumentation(string content, int quote)
    {
        const string Attribute = "name=";
        return content[quote] == '"' && quote >= Attribute.Length && string.CompareOrdinal(content, quote - Attribute.Length, Attribute, 0, Attribute.Length) == 0;
    }

    private static bool ReferencesTestFramework(Compilation compilation)
    {
        foreach (var assembly in compilation.ReferencedAssemblyNames)
        {
            if (assembly.Name is "xunit.core" or "xunit.v3.core" or "nunit.framework" or "Microsoft.VisualStudio.TestPlatform.TestFramework" or "MSTest.TestFramework" or "TUnit.Core")
                return true;
        }

        return false;
    }

    internal sealed class Found
    {
        public Found(Signs signs) => Signs = signs;

        public Signs Signs { get; }
    }
}
