using System.Collections.Immutable;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace BrevoAnalyzers.Values;

/// <summary>
/// The settings files of a compilation as its code sees them: by configuration keys, and by the options classes that it binds to
/// sections. What is bound is sought when it is first asked for.
/// </summary>
internal sealed class ConfiguredSettings
{
    private readonly IStatedSettings _files;
    private readonly Compilation _compilation;
    private OptionsBindings? _bindings;

    public ConfiguredSettings(IStatedSettings files, Compilation compilation)
    {
        _files = files;
        _compilation = compilation;
    }

    public ImmutableArray<StatedSetting>? Find(string key) => _files.Find(key);

    /// <summary>The keys of the sections that a class is bound to.</summary>
    public ImmutableArray<string> BindingsOf(ITypeSymbol type, CancellationToken cancellation) => Bindings(cancellation).Of(type);

    /// <summary>Whether objects of a class come from its binding wherever they come from outside: nobody makes and fills one.</summary>
    public bool IsOnlyBound(ITypeSymbol type, CancellationToken cancellation) => Bindings(cancellation).IsOnlyBound(type);

    // Two threads may find the same: cheaper than to hold one of them up, and cancellation leaves nothing half done.
    private OptionsBindings Bindings(CancellationToken cancellation) => _bindings ??= OptionsBindings.Find(_compilation, cancellation);
}
