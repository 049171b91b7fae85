using Xunit;

namespace BrevoAnalyzers.Tests.Values;

/// <summary>Literals, constants and locals: what is written in one body.</summary>
public sealed class LocalValuesTests
{
    [Theory]
    [InlineData("Ask(587);", "587")]
    [InlineData("Ask(\"a\");", "a")]
    [InlineData("Ask(true);", "True")]
    [InlineData("string? nothing = null; Ask(nothing);", "null")]
    [InlineData("Ask(default(int));", "0")]
    [InlineData("Ask((int)587.0);", "587")]
    [InlineData("Ask((DayOfWeek)3);", "3")]
    [InlineData("Ask((int)DayOfWeek.Monday);", "1")]
    [InlineData("Ask(DayOfWeek.Monday);", "1")]
    [InlineData("Ask(500 + 87);", "587")]
    [InlineData("Ask(nameof(String));", "String")]
    [InlineData("Ask(\"\"\"raw\"\"\");", "raw")]
    [InlineData("ushort port = 587; Ask(port);", "587")]
    [InlineData("int? port = 587; Ask(port);", "587")]
    [InlineData("const int port = 587; Ask(port);", "587")]
    [InlineData("var port = 587; Ask((port));", "587")]
    [InlineData("var port = 587; Ask(port!);", "587")]
    [InlineData("Ask(number);", "parameter:number")]
    [InlineData("Ask(number + 1);", "unknown")]
    [InlineData("Ask(new Random().Next());", "call:Next")]
    public void A_value_as_it_is_written(string statements, string expected) => Question.In(statements, expected);

    [Theory]
    [InlineData("var port = 25; port = 587; Ask(port);")]
    [InlineData("int port; port = 587; Ask(port);")]
    [InlineData("var port = 587; Ask(port); port = 25;")]
    [InlineData("var port = 25; { port = 587; } Ask(port);")]
    [InlineData("int a, b; a = b = 587; Ask(a);")]
    [InlineData("var port = 25; var other = port = 587; Ask(port);")]
    [InlineData("int port; if (flag) { port = 25; port = 587; } else port = 587; Ask(port);")]
    [InlineData("var port = 25; lock (this) { port = 587; } Ask(port);")]
    [InlineData("var port = 25; using (var x = new System.IO.MemoryStream()) { port = 587; } Ask(port);")]
    [InlineData("var port = 25; checked { port = 587; } Ask(port);")]
    [InlineData("var port = 25; do { port = 587; } while (flag); Ask(port);")]
    [InlineData("var port = 25; while (flag) { port = 587; Ask(port); port = 25; }")]
    [InlineData("foreach (var x in new int[3]) { var port = 25; port = 587; Ask(port); }")]
    [InlineData("var port = 25; (port, number) = (587, 1); Ask(port);")]
    [InlineData("var port = 25; try { port = int.Parse(text!); } finally { port = 587; } Ask(port);")]
    [InlineData("var port = 25; try { port = 587; } catch { return; } Ask(port);")]
    [InlineData("var port = 25; switch (number) { case 1: port = 587; break; default: port = 587; break; } Ask(port);")]
    [InlineData("var port = 25; if (flag) { port = 465; throw new Exception(); } port = 587; Ask(port);")]
    [InlineData("var port = 25; if (port == 25) port = 587; Ask(port);")]
    [InlineData("var port = 0; port = port == 0 ? 587 : port; Ask(port);")]
    public void A_write_that_always_comes_kills_the_ones_before_it(string statements) => Question.In(statements, "587");

    [Theory]
    [InlineData("var port = 25; if (flag) port = 587; Ask(port);")]
    [InlineData("int port; if (flag) port = 587; else port = 25; Ask(port);")]
    [InlineData("var port = 25; while (flag) port = 587; Ask(port);")]
    [InlineData("var port = 25; while (flag) { Ask(port); port = 587; }")]
    [InlineData("var port = 25; foreach (var x in text!) port = 587; Ask(port);")]
    [InlineData("for (var port = 25; flag; port = 587) Ask(port);")]
    [InlineData("var port = 25; for (var i = 0; i < number; i++) { if (flag) continue; port = 587; } Ask(port);")]
    [InlineData("var port = 25; for (var i = 0; i < number; i++) { port = 587; if (flag) break; port = 25; } Ask(port);")]
    [InlineData("var port = 25; try { port = 587; } catch { } Ask(port);")]
    [InlineData("var port = 25; try { port = 587; Console.Write(1); } catch { Ask(port); }")]
    [InlineData("var port = 25; try { port = 587; Console.Write(1); } finally { Ask(port); }")]
    [InlineData("var port = 25; try { Console.Write(1); } catch (Exception) { port = 587; } Ask(port);")]
    [InlineData("var port = 25; switch (number) { case 1: port = 587; break; } Ask(port);")]
    [InlineData("int port; switch (number) { case 1: if (flag) { port = 25; break; } port = 587; break; default: return; } Ask(port);")]
    [InlineData("int port; switch (number) { case 1: port = 25; break; case 2: port = 465; goto case 1; default: port = 587; break; } Ask(port);", "465")]
    [InlineData("var port = 25; again: Ask(port); if (flag) { port = 587; goto again; }")]
    [InlineData("var port = 25; Action change = () => port = 587; change(); Ask(port);")]
    [InlineData("var port = 25; Action ask = () => Ask(port); port = 587; ask();")]
    [InlineData("var port = 25; _ = flag && (port = 587) > 0; Ask(port);")]
    [InlineData("var port = 25; _ = text ?? (port = 587).ToString(); Ask(port);")]
    public void A_write_that_may_come_leaves_both(string statements, string? further = null) =>
        Question.In(statements, further is null ? ["25", "587"] : ["25", "587", further]);

    [Theory]
    [InlineData("var port = 25; port++; Ask(port);")]
    [InlineData("var port = 25; port += 1; Ask(port);")]
    [InlineData("int.TryParse(Console.ReadLine(), out var port); port *= 2; Ask(port);")]
    [InlineData("var ports = Array.ConvertAll(new[] { \"1\" }, int.Parse); foreach (var port in ports) { var p = port; p -= 1; Ask(p); }")]
    public void A_computed_value_is_unknown(string statements) => Question.In(statements, "unknown");

    [Theory]
    [InlineData("""Ask("smtp-relay." + "brevo.com");""", "smtp-relay.brevo.com")]
    [InlineData("""var name = "brevo"; Ask("smtp-relay." + name + ".com");""", "smtp-relay.brevo.com")]
    [InlineData("""var name = "brevo"; Ask($"smtp-relay.{name}.com");""", "smtp-relay.brevo.com")]
    [InlineData("""var port = 587; Ask($"{port}");""", "587")]
    [InlineData("""var url = "https://"; url += "api.brevo.com"; Ask(url);""", "https://api.brevo.com")]
    [InlineData("""Ask(new Uri("https://api.brevo.com/v3/"));""", "https://api.brevo.com/v3/")]
    [InlineData("""var url = new Uri("https://api.brevo.com", UriKind.Absolute); Ask(url);""", "https://api.brevo.com")]
    [InlineData("""Ask(" a ".Trim());""", "a")]
    [InlineData("""Ask("ABC".ToLowerInvariant());""", "abc")]
    [InlineData("""Ask(587.ToString());""", "587")]
    [InlineData("""Ask("smtp" + text);""", "unknown")]
    [InlineData("""Ask($"{number:X}");""", "unknown")]
    [InlineData("""var n = "a"; Ask($"{n,5}");""", "unknown")]
    [InlineData("""var url = "a"; while (flag) url += "b"; Ask(url);""", "a", "ab", "unknown")]
    [InlineData("""Ask(1.5 + "a");""", "unknown")]
    public void Text_put_together(string statements, params string[] expected) => Question.In(statements, expected);

    [Theory]
    [InlineData("Ask(int.Parse(\"587\"));", "587")]
    [InlineData("Ask(Convert.ToInt32(\"587\"));", "587")]
    [InlineData("Ask(bool.Parse(\"true\"));", "True")]
    [InlineData("Ask(Enum.Parse<DayOfWeek>(\"monday\"));", "1")]
    [InlineData("Ask((DayOfWeek)Enum.Parse(typeof(DayOfWeek), \"Monday\"));", "1")]
    [InlineData("Ask(int.Parse(text ?? \"587\"));", "587", "parameter:text")]
    [InlineData("var port = int.TryParse(text, out var p) ? p : 587; Ask(port);", "587", "parameter:text")]
    [InlineData("if (!int.TryParse(text, out var port)) port = 587; Ask(port);", "587", "parameter:text")]
    [InlineData("var port = text is not null && int.TryParse(text, out var p) ? p : 587; Ask(port);", "587", "parameter:text")]
    [InlineData("Ask(int.Parse(\"not a number\"));", "unknown")]
    [InlineData("Ask(Enum.Parse<DayOfWeek>(\"Noday\"));", "unknown")]
    [InlineData("Ask(Version.Parse(\"1.2\"));", "call:Parse")]
    public void Text_that_is_parsed(string statements, params string[] expected) => Question.In(statements, expected);

    [Theory]
    [InlineData("int? port = 587; Ask(port.Value);", "587")]
    [InlineData("int? port = 587; Ask(port.GetValueOrDefault());", "587")]
    [InlineData("int? port = null; Ask(port.GetValueOrDefault());", "0")]
    [InlineData("int? port = null; Ask(port.GetValueOrDefault(587));", "587")]
    [InlineData("int? port = null; Ask(port ?? 587);", "587")]
    [InlineData("int? port = 465; Ask(port ?? 587);", "465")]
    [InlineData("int? port = null; port ??= 587; Ask(port);", "587")]
    [InlineData("int? port = flag ? 465 : null; port ??= 587; Ask(port);", "465", "587")]
    [InlineData("int? port = flag ? 465 : null; Ask(port.HasValue ? port.Value : 587);", "465", "587")]
    [InlineData("int? port = flag ? 465 : null; if (port is null) port = 587; Ask(port);", "465", "587")]
    [InlineData("string? host = null; if (string.IsNullOrEmpty(host)) host = \"a\"; Ask(host);", "a")]
    [InlineData("var host = \"\"; if (string.IsNullOrWhiteSpace(host)) host = \"a\"; Ask(host);", "a")]
    [InlineData("var host = string.IsNullOrEmpty(text) ? \"a\" : text; Ask(host);", "a", "parameter:text")]
    [InlineData("var host = text ?? throw new Exception(); Ask(host);", "parameter:text")]
    [InlineData("if (text is { } host) Ask(host);", "parameter:text")]
    [InlineData("if (text is not { } host) return; Ask(host);", "parameter:text")]
    [InlineData("if (text is { Length: > 0 } host) Ask(host);", "parameter:text")]
    [InlineData("Ask(text is { } host ? host : \"a\");", "a", "parameter:text")]
    public void What_may_be_null(string statements, params string[] expected) => Question.In(statements, expected);

    [Theory]
    [InlineData("var (host, port) = (\"a\", 587); Ask(port);")]
    [InlineData("(string Host, int Port) server = (\"a\", 587); Ask(server.Port);")]
    [InlineData("var server = (\"a\", 587); Ask(server.Item2);")]
    [InlineData("var server = (Host: \"a\", Port: 25); server.Port = 587; Ask(server.Port);")]
    [InlineData("(string A, int B) server = (Host: \"a\", Port: 587); var (host, port) = server; Ask(port);")]
    [InlineData("var ((host, port), login) = ((\"a\", 587), \"b\"); Ask(port);")]
    [InlineData("var server = new { Host = \"a\", Port = 587 }; Ask(server.Port);")]
    [InlineData("if ((Host: \"a\", Port: 587) is (var host, var port)) Ask(port);")]
    [InlineData("(int, int) Both() => (25, 587); var (one, port) = Both(); Ask(port);")]
    public void A_part_of_a_tuple_or_anonymous_object(string statements) => Question.In(statements, "587");

    [Theory]
    [InlineData("var port = 25; Change(); Ask(port); void Change() { port = 587; }", "587")]
    [InlineData("var port = 25; port = 587; Inner(); void Inner() => Ask(port);", "587")]
    [InlineData("var port = 25; Inner(); port = 587; void Inner() => Ask(port);", "25")]
    [InlineData("var port = 25; Inner(); port = 587; Inner(); void Inner() => Ask(port);", "25", "587")]
    [InlineData("var port = 25; Action a = Inner; port = 587; a(); void Inner() => Ask(port);", "25", "587")]
    [InlineData("Inner(587); void Inner(int port) => Ask(port);", "587")]
    [InlineData("Ask(Port()); int Port() => 587;", "587")]
    [InlineData("Ask(Port(465)); int Port(int p) { if (p == 465) return p; return 25; }", "465")]
    [InlineData("Inner(); void Inner() => Ask(number);", "parameter:number")]
    [InlineData("Func<int, int> f = port => { Ask(port); return port; }; f(587);", "parameter:port")]
    [InlineData("static int Twice(int p) => p * 2; Ask(Twice(25));", "unknown")]
    public void Local_functions_and_lambdas(string statements, params string[] expected) => Question.In(statements, expected);

    [Fact]
    public void Top_level_statements() => Question.InFile("""
        // top-level
        var port = 25;
        Configure();
        Ask(port, Host());
        void Configure() => port = 587;
        static string Host() => "a";
        """, "587 a");
}
