using System.Linq;
using BrevoAnalyzers.Reading.Files;
using Xunit;
using static BrevoAnalyzers.Tests.Reading.Files.SettingsText;

namespace BrevoAnalyzers.Tests.Reading.Files;

public class JsonSettingsReaderTests
{
    [Fact]
    public void Nested_objects_are_sections()
    {
        var file = Json("""
            {
              "Email": {
                "From": "shop@firm.example",
                "Smtp": { "Host": "smtp-relay.brevo.com", "Port": 465 }
              }
            }
            """);

        file.AssertAt("Email:Smtp:Port", "465", line: 4, column: 55);
        file.AssertAt("email__smtp__HOST", "smtp-relay.brevo.com", line: 4, column: 24);
        Assert.Equal(["Email", "Email:Smtp"], file.Sections.Select(section => section.FullKey));
        Assert.Equal(["Host", "Port"], file.Section("Email:Smtp").Names());
        Assert.Same(file.Section("Email"), file.Section("Email:Smtp").Parent);
        Assert.Same(file.Section("Email:Smtp"), file.Get("Email:Smtp:Port").Section);
    }

    [Fact]
    public void Settings_at_the_top_are_in_the_root()
    {
        var file = Json("""{ "SmtpHost": "smtp-relay.brevo.com", "Other": { "A": 1 } }""");

        Assert.Equal(["", "Other"], file.Sections.Select(section => section.FullKey));
        Assert.Equal(["SmtpHost"], file.Root.Names());
        Assert.Null(file.Root.Parent);
    }

    [Theory]
    [InlineData("\"587\"", "587", SettingValueKind.String, "587")]
    [InlineData("587", "587", SettingValueKind.Number, "587")]
    [InlineData("-1", "-1", SettingValueKind.Number, "-1")]
    [InlineData("1e5", "1e5", SettingValueKind.Number, "1e5")]
    [InlineData("-0.25E-3", "-0.25E-3", SettingValueKind.Number, "-0.25E-3")]
    [InlineData("123456789012345678901234567890", "123456789012345678901234567890", SettingValueKind.Number, "123456789012345678901234567890")]
    [InlineData("true", "true", SettingValueKind.Boolean, "true")]
    [InlineData("false", "false", SettingValueKind.Boolean, "false")]
    [InlineData("null", null, SettingValueKind.Null, "null")]
    [InlineData("\"\"", "", SettingValueKind.String, "")]
    public void Values_have_their_kind_and_place(string written, string? value, object kind, string inner)
    {
        var file = Json("{ \"A\": " + written + " }");
        var setting = file.Get("A");

        Assert.Equal((value, (SettingValueKind)kind), (setting.Value, setting.Kind));
        Assert.Equal(inner, file.Written(setting));
        Assert.Equal(written, file.Text.ToString(setting.WholeValueSpan));
        Assert.Equal("A", file.Text.ToString(setting.NameSpan));
    }

    [Theory]
    [InlineData(@"a\/b", "a/b")]
    [InlineData(@"\u0041\u00e9", "A\u00e9")]
    [InlineData(@"x\u0000y", "x\0y")]
    [InlineData(@"\uD83D\uDE00", "\U0001F600")]
    [InlineData(@"\""\\\b\f\n\r\t", "\"\\\b\f\n\r\t")]
    [InlineData("it's 5$ {x} #1 // no comment /* nor this */", "it's 5$ {x} #1 // no comment /* nor this */")]
    [InlineData("line\u2028separator\u0085", "line\u2028separator\u0085")]
    public void Strings_are_unescaped_and_their_place_is_the_raw_text(string written, string value)
    {
        var file = Json("{\"Key\":\"" + written + "\",\"Next\":7}");

        Assert.Equal(value, file.Get("Key").Value);
        Assert.Equal(written, file.Written(file.Get("Key")));
        Assert.Equal("7", file.Written(file.Get("Next")));
    }

    [Fact]
    public void Escaped_names_count_as_what_they_mean()
    {
        var file = Json("""{ "\u0053mtp": { "Po\u0072t": 25 } }""");

        file.AssertAt("Smtp:Port", "25", line: 1, column: 31);
        Assert.Equal("Po\\u0072t", file.Text.ToString(file.Get("Smtp:Port").NameSpan));
    }

    [Fact]
    public void Comments_and_trailing_commas_are_allowed()
    {
        var file = Json("""
            // the relay, "Port": 1
            {
              /* { */ "Smtp": { // why not 25?
                "Port": /* was 25 */ 587,
                "Ports": [1, 2,],
              }, /** doc **/
            } // end
            """);

        file.AssertAt("Smtp:Port", "587", line: 4, column: 26);
        file.AssertAt("Smtp:Ports:1", "2", line: 5, column: 18);
    }

    [Theory]
    [InlineData("Smtp:Port")]
    [InlineData("Smtp__Port")]
    public void Names_with_separators_join_the_section_they_name(string name)
    {
        var file = Json("{ \"Smtp\": { \"Host\": \"h\" }, \"" + name + "\": 25 }");

        Assert.Equal(["Host", "Port"], file.Section("Smtp").Names());
        Assert.Equal("25", file.Get("Smtp:Port").Value);
        Assert.Equal(name, file.Text.ToString(file.Get("Smtp:Port").NameSpan));
    }

    [Fact]
    public void A_name_with_separators_may_hold_an_object()
    {
        var file = Json("""{ "Brevo:Smtp": { "Host": "h" } }""");

        Assert.Equal("Host", file.Get("Brevo:Smtp:Host").Name);
        Assert.Equal(["Brevo:Smtp"], file.Sections.Select(section => section.FullKey));
    }

    [Theory]
    [InlineData("__comment")]
    [InlineData("::")]
    public void Names_that_are_no_path_stay_whole(string name)
    {
        var file = Json("{ \"" + name + "\": \"x\" }");

        Assert.Equal(name, file.Get(name).Name);
        Assert.Equal([""], file.Sections.Select(section => section.FullKey));
    }

    [Fact]
    public void Array_rows_are_sections_of_their_own()
    {
        var file = Json("""{ "Accounts": [ { "Host": "a", "Port": 25 }, { "Host": "b" } ], "Ports": [ 465, "587" ] }""");

        Assert.Equal(["Accounts:0", "Accounts:1", "Ports"], file.Sections.Select(section => section.FullKey));
        Assert.Equal("b", file.Get("Accounts:1:Host").Value);
        Assert.Null(file.Find("Accounts:1:Port"));
        Assert.Equal(("0", "465"), (file.Get("Ports:0").Name, file.Get("Ports:0").Value));
        Assert.True(file.Get("Ports:0").NameSpan.IsEmpty);
    }

    [Fact]
    public void Of_a_repeated_key_the_last_wins_and_all_are_kept()
    {
        var file = Json("""{ "Smtp": { "Port": 25, "port": 587 }, "Smtp:Port": 465 }""");

        Assert.Equal("465", file.Get("Smtp:Port").Value);
        Assert.Equal(["25", "587", "465"], file.FindAll("SMTP:PORT").Select(setting => setting.Value));
        Assert.Equal(3, file.AllSettings().Count());
    }

    [Fact]
    public void The_last_in_the_file_wins_even_if_the_tree_has_another_order()
    {
        // Brevo:Smtp:Port=25 stands last, but its section was made first.
        var file = Json("""{ "Brevo": { "Smtp": { "Port": 587 }, "Key": "k" }, "Brevo:Smtp": { "Port": 25 } }""");

        Assert.Equal("25", file.Get("Brevo:Smtp:Port").Value);
        Assert.Equal(["587", "k", "25"], file.AllSettings().Select(setting => setting.Value));
    }

    [Fact]
    public void A_byte_order_mark_and_carriage_returns_shift_nothing()
    {
        var file = Json("\uFEFF{\r\n  \"Smtp\": {\r\n    \"Port\": 25\r\n  }\r\n}\r\n");

        file.AssertAt("Smtp:Port", "25", line: 3, column: 13);
    }

    [Fact]
    public void A_very_long_string_is_read()
    {
        var value = new string('x', 200_000);

        Assert.Equal(value, Json("{ \"A\": \"" + value + "\" }").Get("A").Value);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   // nothing\n")]
    [InlineData("[ { \"A\": 1 } ]")]
    [InlineData("\"A\"")]
    [InlineData("{ 'A': 1 }")]
    [InlineData("{ \"A\": 'x' }")]
    [InlineData("{ A: 1 }")]
    [InlineData("{ \"A\" 1 }")]
    [InlineData("{ \"A\": 1 \"B\": 2 }")]
    [InlineData("{ \"A\": 1,, \"B\": 2 }")]
    [InlineData("{ , }")]
    [InlineData("{ \"A\": [ , ] }")]
    [InlineData("{ \"A\": }")]
    [InlineData("{ \"A\": 1 ] }")]
    [InlineData("{ \"A\": 1 } }")]
    [InlineData("{ \"A\": 1 } x")]
    [InlineData("{ \"A\": \"open }")]
    [InlineData("{ \"A\": \"line\nbreak\" }")]
    [InlineData("{ \"A\": \"tab\there\" }")]
    [InlineData(@"{ ""A"": ""\x41"" }")]
    [InlineData(@"{ ""A"": ""\u12"" }")]
    [InlineData(@"{ ""A"": ""\u+123"" }")]
    [InlineData("{ \"A\": \"\"\"raw\"\"\" }")]
    [InlineData("{ \"A\": @\"verbatim\" }")]
    [InlineData("{ \"A\": $\"{1}\" }")]
    [InlineData("{ \"A\": 01 }")]
    [InlineData("{ \"A\": +1 }")]
    [InlineData("{ \"A\": 1. }")]
    [InlineData("{ \"A\": .5 }")]
    [InlineData("{ \"A\": 1e }")]
    [InlineData("{ \"A\": - 1 }")]
    [InlineData("{ \"A\": 0x19 }")]
    [InlineData("{ \"A\": 1_000 }")]
    [InlineData("{ \"A\": 5f }")]
    [InlineData("{ \"A\": True }")]
    [InlineData("{ \"A\": nullable }")]
    [InlineData("{ \"A\": undefined }")]
    [InlineData("{\n#if DEBUG\n \"A\": 1\n#endif\n}")]
    [InlineData("# comment\n{ \"A\": 1 }")]
    [InlineData("{ \"A\": 1 /* open }")]
    [InlineData("{ \"A\": 1 / }")]
    [InlineData("{ \"A\": 1 } \0")]
    public void Malformed_text_is_not_read(string text) => Assert.Null(TryRead("appsettings.json", text));

    [Theory]
    [InlineData(64, true)]
    [InlineData(65, false)]
    public void Nesting_is_limited(int depth, bool isRead)
    {
        var arrays = depth - 1;
        var text = "{ \"A\": " + new string('[', arrays) + "1" + new string(']', arrays) + " }";

        Assert.Equal(isRead, TryRead("appsettings.json", text) is not null);
    }
}
