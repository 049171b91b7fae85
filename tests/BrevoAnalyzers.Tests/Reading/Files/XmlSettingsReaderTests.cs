using System.Linq;
using Xunit;
using static BrevoAnalyzers.Tests.Reading.Files.SettingsText;

namespace BrevoAnalyzers.Tests.Reading.Files;

public class XmlSettingsReaderTests
{
    private const string Smtp = "system.net/mailSettings/smtp";

    [Fact]
    public void The_smtp_element_and_its_network_are_one_section()
    {
        var file = Xml("""
            <?xml version="1.0" encoding="utf-8"?>
            <configuration>
              <system.net>
                <mailSettings>
                  <smtp deliveryMethod="Network" from="news@firm.example">
                    <network host='smtp-relay.brevo.com'
                             port = "25" enableSsl="true"
                             userName="1b2c3d001@smtp-brevo.com" password="" defaultCredentials="false" />
                  </smtp>
                </mailSettings>
              </system.net>
            </configuration>
            """);

        Assert.Equal(
            ["DeliveryMethod", "From", "Host", "Port", "EnableSsl", "UserName", "Password", "DefaultCredentials"],
            file.Section(Smtp).Names());
        file.AssertAt(Smtp + ":From", "news@firm.example", line: 5, column: 44);
        file.AssertAt(Smtp + ":Host", "smtp-relay.brevo.com", line: 6, column: 24);
        file.AssertAt(Smtp + ":Port", "25", line: 7, column: 26);
        file.AssertAt(Smtp + ":UserName", "1b2c3d001@smtp-brevo.com", line: 8, column: 28);
        Assert.Equal("'smtp-relay.brevo.com'", file.Text.ToString(file.Get(Smtp + ":Host").WholeValueSpan));
        Assert.Equal("port", file.Text.ToString(file.Get(Smtp + ":Port").NameSpan));
        Assert.Equal("\"\"", file.Text.ToString(file.LocationOf(file.Get(Smtp + ":Password")).SourceSpan));
    }

    [Fact]
    public void Entities_are_resolved_in_the_value_and_kept_in_its_place()
    {
        var file = Xml("""<configuration><appSettings><add key="A&amp;B" value="x&amp;&#65;&quot;'" /><add key="C" value="1"/></appSettings></configuration>""");

        Assert.Equal("x&A\"'", file.Get("A&B").Value);
        Assert.Equal("x&amp;&#65;&quot;'", file.Written(file.Get("A&B")));
        Assert.Equal("1", file.Written(file.Get("C")));
    }

    [Fact]
    public void App_settings_are_found_by_the_name_the_code_uses()
    {
        var file = Xml("""
            <configuration>
              <appSettings>
                <add key="Smtp:Port" value="25" />
                <add value="smtp-relay.brevo.com" key="Mail.Host" />
                <add key="Environment" value="live" />
                <add key="SmtpServer" value="smtp-relay.brevo.com" />
                <add key="SmtpUserName" value="u" />
                <add key="DbPassword" value="p" />
                <remove key="Old" /><clear /><add key="NoValue" />
              </appSettings>
            </configuration>
            """);

        file.AssertAt("Smtp:Port", "25", line: 3, column: 33);
        file.AssertAt("Mail.Host", "smtp-relay.brevo.com", line: 4, column: 17);
        file.AssertAt("Environment", "live", line: 5, column: 35);
        Assert.Equal("Smtp:Port", file.Text.ToString(file.Get("Smtp:Port").NameSpan));
        Assert.Equal(("Host", "Mail"), (file.Get("Mail.Host").Name, file.Get("Mail.Host").Section.FullKey));
        Assert.Equal(["Environment"], file.Section("appSettings").Names());
        Assert.Equal(["Port", "SmtpServer", "SmtpUserName"], file.Section("Smtp").Names());
        Assert.Equal(["DbPassword"], file.Section("Db").Names());
        Assert.Null(file.Find("NoValue"));
    }

    [Fact]
    public void Connection_strings_are_found_as_configuration_names_them()
    {
        var file = Xml("""
            <configuration><connectionStrings>
              <add name="Mail" connectionString="Host=smtp-relay.brevo.com;Port=25" providerName="x" />
            </connectionStrings></configuration>
            """);

        file.AssertAt("ConnectionStrings:Mail", "Host=smtp-relay.brevo.com;Port=25", line: 2, column: 38);
        Assert.Equal("Mail", file.Get("connectionstrings:mail").Name);
    }

    [Fact]
    public void Transforms_are_read_except_for_what_they_remove()
    {
        var file = Read("Web.Release.config", """
            <configuration xmlns:xdt="http://schemas.microsoft.com/XML-Document-Transform">
              <appSettings>
                <add key="SmtpPort" value="587" xdt:Transform="SetAttributes" xdt:Locator="Match(key)" />
                <add key="SmtpHost" value="localhost" xdt:Transform="Remove" xdt:Locator="Match(key)" />
              </appSettings>
              <system.net><mailSettings><smtp xdt:Transform="Replace"><network port="465" xdt:Locator="XPath(1)" /></smtp></mailSettings></system.net>
            </configuration>
            """);

        Assert.Equal("Release", file.EnvironmentName);
        Assert.Equal(["SmtpPort", "Port"], file.AllSettings().Select(setting => setting.Name));
    }

    [Fact]
    public void Namespaces_locations_and_named_smtp_sections_do_not_hide_settings()
    {
        var file = Xml("""
            <configuration xmlns="http://schemas.microsoft.com/.NetConfiguration/v2.0">
              <location path="admin"><system.net><mailSettings><smtp><network port="1" /></smtp></mailSettings></system.net></location>
              <mailSettings><smtp_news from="a@firm.example"><network port="2" /></smtp_news></mailSettings>
            </configuration>
            """);

        Assert.Equal([Smtp, "mailSettings/smtp_news"], file.Sections.Select(section => section.FullKey));
        Assert.Equal("1", file.Get(Smtp + ":Port").Value);
    }

    [Fact]
    public void Two_smtp_elements_are_two_sections()
    {
        const string element = """<system.net><mailSettings><smtp><network host="{0}" /></smtp></mailSettings></system.net>""";
        var file = Xml(
            "<configuration>" + element.Replace("{0}", "a") + "<location>" + element.Replace("{0}", "b") + "</location></configuration>");

        Assert.Equal(["a", "b"], file.Sections.Select(section => Assert.Single(section.Settings).Value));
        Assert.Equal("b", file.Get(Smtp + ":Host").Value);
    }

    [Theory]
    [InlineData("""<appSettings><add key="SmtpPort" value="25" /></appSettings>""", "SmtpPort")]
    [InlineData("""<smtp from="a"><network port="25" /></smtp>""", "smtp:Port")]
    public void Fragments_start_with_their_section(string text, string key) =>
        Assert.Equal("25", Read("web.mail.config", text).Get(key).Value);

    [Fact]
    public void A_byte_order_mark_and_carriage_returns_shift_nothing()
    {
        var file = Xml("\uFEFF<?xml version=\"1.0\"?>\r\n<configuration>\r\n<appSettings>\r\n  <add key=\"A\"\r\n    value=\"25\"/>\r\n</appSettings>\r\n</configuration>");

        file.AssertAt("A", "25", line: 5, column: 12);
    }

    [Fact]
    public void A_mark_before_the_root_on_the_first_line_shifts_nothing() =>
        Xml("\uFEFF<configuration><appSettings><add key=\"A\" value=\"25\"/></appSettings></configuration>").AssertAt("A", "25", line: 1, column: 50);

    [Fact]
    public void Line_breaks_that_only_the_compiler_knows_shift_nothing()
    {
        var file = Xml("<configuration><!-- a\u2028b\u0085c -->\n<appSettings>\r<add key=\"A\" value=\"25\"/></appSettings></configuration>");

        Assert.Equal("25", file.Written(file.Get("A")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("<configuration>")]
    [InlineData("<configuration><appSettings><add key=A value=\"1\" /></appSettings></configuration>")]
    [InlineData("<configuration><appSettings><add key=\"A\" value=\"1 & 2\" /></appSettings></configuration>")]
    [InlineData("<configuration><appSettings><add key=\"A\" key=\"B\" value=\"1\" /></appSettings></configuration>")]
    [InlineData("<!DOCTYPE x [<!ENTITY e \"1\">]><configuration><appSettings><add key=\"A\" value=\"&e;\" /></appSettings></configuration>")]
    [InlineData("<!DOCTYPE configuration SYSTEM \"file:///etc/hostname\"><configuration />")]
    [InlineData("<packages><add key=\"A\" value=\"1\" /></packages>")]
    public void Malformed_and_other_text_is_not_read(string text) => Assert.Null(TryRead("web.config", text));

    [Theory]
    [InlineData(63, true)]
    [InlineData(64, false)]
    public void Nesting_is_limited(int depth, bool isRead)
    {
        var inner = string.Concat(Enumerable.Repeat("<a>", depth)) + "x" + string.Concat(Enumerable.Repeat("</a>", depth));

        Assert.Equal(isRead, TryRead("web.config", "<configuration>" + inner + "</configuration>") is not null);
    }
}
