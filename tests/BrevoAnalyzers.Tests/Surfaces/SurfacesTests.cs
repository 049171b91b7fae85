using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace BrevoAnalyzers.Tests;

public sealed class SurfacesTests
{
    public static IEnumerable<object[]> Names => Surfaces.Names.Select(static name => new object[] { name });

    [Theory]
    [MemberData(nameof(Names))]
    public void Compiles(string name) => Assert.NotNull(Surfaces.Reference(name));

    [Theory]
    [InlineData("brevo_csharp", "https://api.brevo.com/v3", 2)]
    [InlineData("sib_api_v3_sdk", "https://api.sendinblue.com/v3", 0)]
    public void The_two_sdks_differ_where_the_real_ones_do(string sdk, string basePath, int versionContents)
    {
        var compilation = CSharpCompilation.Create("consumer", references: LibraryReferences.All);
        var constructor = compilation.GetTypeByMetadataName(sdk + ".Client.Configuration")!
            .InstanceConstructors.Single(static candidate => candidate.Parameters.Length == 4);
        Assert.Equal(basePath, constructor.Parameters[3].ExplicitDefaultValue);

        var version = compilation.GetTypeByMetadataName(sdk + ".Model.SendSmtpEmailMessageVersions")!;
        Assert.Equal(versionContents, version.GetMembers().Count(static member => member.Name is "HtmlContent" or "TextContent"));
    }

    [Fact]
    public void Sender_takes_the_name_first_and_recipients_the_address()
    {
        var compilation = CSharpCompilation.Create("consumer", references: LibraryReferences.All);
        Assert.Equal("name", FirstParameter(compilation, "SendSmtpEmailSender"));
        Assert.Equal("email", FirstParameter(compilation, "SendSmtpEmailTo"));
        Assert.Equal("email", FirstParameter(compilation, "SendSmtpEmailReplyTo1"));
    }

    private static string FirstParameter(Compilation compilation, string type) =>
        compilation.GetTypeByMetadataName("brevo_csharp.Model." + type)!.InstanceConstructors
            .Single(static candidate => candidate.DeclaredAccessibility == Accessibility.Public).Parameters[0].Name;
}
