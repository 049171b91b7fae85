using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BrevoAnalyzers.Reading.Files;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace BrevoAnalyzers.Tests.Reading.Files;

public class CachedSettingsFileTests
{
    [Fact]
    public async Task An_unchanged_text_is_parsed_once_and_each_file_keeps_its_path()
    {
        const string json = "{ \"Smtp\": { \"Port\": 25 } }";
        var reader = new ReadingAnalyzer();
        await RunAsync(reader, [new TextFile("appsettings.json", json), new TextFile("appsettings.Production.json", json), new TextFile("stylecop.json", json)]);

        Assert.Equal(["appsettings.json", "appsettings.Production.json"], reader.Files.Select(file => file.Path));
        Assert.Equal([null, "Production"], reader.Files.Select(file => file.EnvironmentName));
        Assert.Same(reader.Files[0].Find("Smtp:Port"), reader.Files[1].Find("Smtp:Port"));
    }

    [Fact]
    public async Task One_text_means_to_each_kind_of_file_what_its_grammar_says()
    {
        const string text = "{ \"profiles\": { \"a\": { \"environmentVariables\": { \"Smtp__Port\": \"25\" } } } }";
        var reader = new ReadingAnalyzer();
        await RunAsync(reader, [new TextFile("launchSettings.json", text), new TextFile("appsettings.json", text), new TextFile(".env", text)]);

        Assert.Equal(
            ["Smtp:Port", "profiles:a:environmentVariables:Smtp:Port", ""],
            reader.Files.Select(file => file.AllSettings().SingleOrDefault()?.FullKey ?? ""));
    }

    [Fact]
    public async Task Malformed_and_missing_texts_give_no_file()
    {
        var reader = new ReadingAnalyzer();
        await RunAsync(reader, [new TextFile("appsettings.json", "{"), new TextFile("web.config", null)]);

        Assert.Empty(reader.Files);
        Assert.Null(SettingsFileReader.Read(new TextFile("web.config", null), CancellationToken.None));
        Assert.NotNull(SettingsFileReader.Read(new TextFile("appsettings.json", "{}"), CancellationToken.None));
    }

    private static async Task RunAsync(ReadingAnalyzer reader, ImmutableArray<AdditionalText> files)
    {
        var compilation = CSharpCompilation.Create("Empty").WithAnalyzers([reader], new AnalyzerOptions(files));
        Assert.Empty(await compilation.GetAnalyzerDiagnosticsAsync());
    }

    private sealed class TextFile(string path, string? text) : AdditionalText
    {
        public override string Path => path;

        public override SourceText? GetText(CancellationToken cancellationToken = default) => text is null ? null : SourceText.From(text);
    }

    [DiagnosticAnalyzer(LanguageNames.CSharp)]
    private sealed class ReadingAnalyzer : DiagnosticAnalyzer
    {
#pragma warning disable RS2008 // A rule of this test, never shipped.
        private static readonly DiagnosticDescriptor Unused = new("TEST0001", "t", "m", "c", DiagnosticSeverity.Warning, isEnabledByDefault: true);
#pragma warning restore RS2008

        public List<SettingsFile> Files { get; } = [];

        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Unused];

        public override void Initialize(AnalysisContext context)
        {
            context.EnableConcurrentExecution();
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.RegisterCompilationStartAction(start =>
            {
                foreach (var file in start.Options.AdditionalFiles)
                {
                    if (SettingsFileReader.ReadCached(start, file) is { } read)
                        Files.Add(read);
                }

                start.RegisterCompilationEndAction(static _ => { });
            });
        }
    }
}
