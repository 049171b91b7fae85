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
    private readonly CancellationToken _cancellation;
    private OptionsBindings? _bindings;

    public ConfiguredSettings(IStatedSettings files, Compilation compilation, CancellationToken cancellation)
    {
        _files = files;
        _compilation = compilation;
        _cancellation = cancellation;
    }

    public ImmutableArray<StatedSetting>? Find(string key) => _files.Find(key);

    /// <summary>The keys of the sections that a class is bound to.</summary>
    public ImmutableArray<string> BindingsOf(ITypeSymbol type) => Bindings.Of(type);

    /// <summary>Whether objects of a class come from its binding wherever they come from outside: nobody makes and fills one.</summary>
    public bool IsOnlyBound(ITypeSymbol type) => Bindings.IsOnlyBound(type);

    // Two threads may find the same: cheaper than to hold one of them up, and cancellation leaves nothing half done.
    private OptionsBindings Bindings => _bindings ??= OptionsBindings.Find(_compilation, _cancellation);
}
