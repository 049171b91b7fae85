using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Reflection;
using System.Threading;
using System.Threading.Tasks;
using BrevoAnalyzers.CodeFixes;
using BrevoAnalyzers.CodeFixes.Infrastructure;
using BrevoAnalyzers.Tests.Docs;
using BrevoAnalyzers.Tests.Fixes.Infrastructure;
using BrevoAnalyzers.Tests.RuntimeProofs.Api;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace BrevoAnalyzers.Tests.Samples;

/// <summary>The mailers of samples/MisconfiguredShop that use Brevo's API, repaired by "fix all", send what the API takes.</summary>
public sealed class RepairedShopTests
{
    private static readonly string s_folder = Path.Combine(DocumentationFiles.Root, "samples", "MisconfiguredShop", "Pickup");

    private static readonly (string Rule, Func<BrevoCodeFix> Fix)[] s_fixes =
    [
        ("BREVO4008", () => new CorrectEndpoint()),
        ("BREVO2007", () => new UseApiKeyHeader()),
        ("BREVO2009", () => new AddKeyOnce()),
        ("BREVO4002", () => new CorrectMember()),
        ("BREVO4010", () => new EscapeJson()),
        ("BREVO5001", () => new EnsureSuccess()),
    ];

    [Theory]
    [InlineData("PickupMailer", "NotifyAsync", "ann@example.org", "Ann \"A\" Lee")]
    [InlineData("VoucherMailer", "SendAsync", "ann@example.org", "10 % \"off\" \\ all")]
    public async Task Repaired_it_sends_what_the_api_takes(string mailer, string method, string address, string text)
    {
        var source = File.ReadAllText(Path.Combine(s_folder, mailer + ".cs"));
        Assert.NotEqual(ApiReply.Created, await AnswerAsync(Compile(source), mailer, method, address, text));

        var repaired = await RepairAsync(source);
        Assert.Empty(AnalyzerRun.Findings(Compile(repaired)));
        Assert.Equal(ApiReply.Created, await AnswerAsync(Compile(repaired), mailer, method, address, text));
    }

    private static async Task<string> RepairAsync(string source)
    {
        foreach (var (rule, fix) in s_fixes)
        {
            if (AnalyzerRun.Findings(Compile(source)).Any(finding => finding.Id == rule))
                source = await new VerifyFix(fix(), rule, source, SampleCode.ImplicitUsings).FixAllAsync();
        }

        return source;
    }

    private static CSharpCompilation Compile(string source)
    {
        var compilation = AnalyzerRun.Compile(OutputKind.DynamicallyLinkedLibrary, ("Mailer.cs", source), ("ImplicitUsings.cs", SampleCode.ImplicitUsings)).WithReferences(LibraryReferences.WithoutSurfaces);
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        return compilation;
    }

    /// <summary>What the API answers to the second mail: some mistakes only show then.</summary>
    private static async Task<ApiReply> AnswerAsync(CSharpCompilation compilation, string mailer, string method, string address, string text)
    {
        using var image = new MemoryStream();
        Assert.True(compilation.Emit(image).Success);
        var type = Assembly.Load(image.ToArray()).GetType("MisconfiguredShop.Pickup." + mailer)!;
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Brevo:ApiKey"] = ApiStub.ApiKey }).Build();
        await using var api = new ApiStub();
        using var client = new HttpClient(new Redirect(new Uri(api.Origin)));
        var instance = Activator.CreateInstance(type, client, configuration);
        for (var i = 0; i < 2; i++)
            await (Task)type.GetMethod(method)!.Invoke(instance, [address, text])!;

        return DocumentedEndpoint.Answer(api.Requests[1]);
    }

    /// <summary>Sends to the stub what is meant for Brevo.</summary>
    private sealed class Redirect(Uri origin) : DelegatingHandler(new HttpClientHandler())
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.RequestUri = new Uri(origin, request.RequestUri!.PathAndQuery);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
