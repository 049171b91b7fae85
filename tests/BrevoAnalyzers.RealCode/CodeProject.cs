using System.Collections.Generic;

namespace BrevoAnalyzers.RealCode;

/// <summary>One project as found on disk.</summary>
internal sealed record CodeProject(string Path, IReadOnlyList<string> Sources, IReadOnlyList<string> Settings)
{
    /// <summary>The projects that it names, by full path.</summary>
    public IReadOnlyList<string> References { get; init; } = [];

    /// <summary>The usings that the SDK would add, as a source text.</summary>
    public string ImplicitUsings { get; init; } = "";

    /// <summary>It names a test framework.</summary>
    public bool IsTest { get; init; }
}
