using Xunit;

namespace BrevoAnalyzers.Tests.Values;

/// <summary>Members of objects, and rows of collections.</summary>
public sealed class ObjectValuesTests
{
    private const string Settings = """
        public class Server { public string Host { get; set; } = "default"; public int Port { get; set; } = 25; public Server? Next { get; set; } public string Url => Host + Port; public static Server Of(int port) => new() { Port = port }; public void UsePort(int port) => Port = port; public virtual void Reset() { Port = 0; } }
        public class Made { public Made() { } public Made(int port) { Port = port; } public Made(Server s) { Port = s.Port; } public int Port { get; set; } = 25; }
        public record Row(string Host, int Port = 25, bool Ssl = false);
        public struct Value { public int Port; }

        """;

    [Theory]
    [InlineData("""AskOf(new Server { Port = 587 }, "Port");""", "587")]
    [InlineData("""AskOf(new Server { Host = "a" }, "Port");""", "25")]
    [InlineData("""AskOf(new Server(), "Port");""", "25")]
    [InlineData("""AskOf(new Server { Next = new() { Port = 587 } }, "Next.Port");""", "587")]
    [InlineData("""AskOf(new Server(), "Next.Port");""", "unset")]
    [InlineData("""AskOf(new Server(), "Url");""", "unknown")]
    [InlineData("""AskOf(new Made(), "Port");""", "25")]
    [InlineData("""AskOf(new Made(587), "Port");""", "587")]
    [InlineData("""AskOf(new Made(465) { Port = 587 }, "Port");""", "587")]
    [InlineData("""AskOf(new Made(new Server { Port = 587 }), "Port");""", "587")]
    [InlineData("""AskOf(Server.Of(587), "Port");""", "587")]
    [InlineData("""AskOf(new Row("a", 587), "Port");""", "587")]
    [InlineData("""AskOf(new Row("a"), "Port");""", "25")]
    [InlineData("""AskOf(new Row(Port: 587, Host: "a"), "Port");""", "587")]
    [InlineData("""AskOf(new Row("a", 465) with { Port = 587 }, "Port");""", "587")]
    [InlineData("""AskOf(new Row("a", 587) with { Host = "b" }, "Port");""", "587")]
    [InlineData("""var row = new Row("a", 465); row = row with { Port = 587 }; AskOf(row, "Port");""", "587")]
    [InlineData("""var (host, port, _) = new Row("a", 587); Ask(port);""", "587")]
    [InlineData("""if (new Row("a", 587) is { Port: var port }) Ask(port);""", "587")]
    [InlineData("""if (new Row("a", 587) is (_, var port, _)) Ask(port);""", "587")]
    [InlineData("""AskOf(new { Port = 587 }, "Port");""", "587")]
    [InlineData("""var s = new Server(); s.Port = 587; AskOf(s, "Port");""", "587")]
    [InlineData("""var s = new Server { Port = 465 }; s.Port = 587; AskOf(s, "Port");""", "587")]
    [InlineData("""var s = new Server(); s.Next = new(); s.Next.Port = 587; AskOf(s, "Next.Port");""", "587")]
    [InlineData("""var s = new Server { Port = 587 }; s = new Server(); AskOf(s, "Port");""", "25")]
    [InlineData("""var s = new Server(); s.UsePort(587); AskOf(s, "Port");""", "587")]
    [InlineData("""var s = new Server(); s.Reset(); AskOf(s, "Port");""", "0", "25")]
    [InlineData("""var s = new Server(); Set(s); AskOf(s, "Port"); static void Set(Server x) => x.Port = 587;""", "587")]
    [InlineData("""var s = new Server(); Set(s); AskOf(s, "Port"); static void Set(Server x) { if (DateTime.Now.Year > 1) x.Port = 587; }""", "25", "587")]
    [InlineData("""var s = new Server(); new List<Server>().Add(s); AskOf(s, "Port");""", "25", "unknown")]
    [InlineData("""var s = new Server(); var other = s; other.Port = 587; AskOf(s, "Port");""", "587")]
    [InlineData("""var s = new Server(); var other = s; s.Port = 587; AskOf(other, "Port");""", "587")]
    [InlineData("""var v = new Value(); var other = v; other.Port = 587; AskOf(v, "Port");""", "unset")]
    [InlineData("""Server? s = null; if (flag) s = new() { Port = 587 }; Ask(s?.Port ?? 465);""", "465", "587")]
    [InlineData("""Server? s = flag ? new() { Port = 587 } : null; Ask((s ?? new() { Port = 465 }).Port);""", "465", "587")]
    [InlineData("""var s = text is null ? new Server { Port = 587 } : new Server { Port = 465 }; Ask(s.Port);""", "465", "587")]
    [InlineData("""var c = new System.Net.Mail.SmtpClient("a", 587); AskOf(c, "Host", "Port");""", "a 587")]
    [InlineData("""var c = new System.Net.Mail.SmtpClient("a") { Port = 587 }; AskOf(c, "Port", "EnableSsl");""", "587 unset")]
    [InlineData("""var c = new System.Net.Mail.SmtpClient("a") { Credentials = new NetworkCredential("u", "p") }; AskOf(c, "Credentials.UserName");""", "u")]
    [InlineData("""AskOf(new Uri("https://a"), "Host");""", "unknown")]
    public void Members_of_objects(string statements, params string[] expected) => In(statements, expected);

    [Theory]
    [InlineData("""var ports = new[] { 465, 587 }; Ask(ports[1]);""", "587")]
    [InlineData("""int[] ports = { 465, 587 }; Ask(ports[1]);""", "587")]
    [InlineData("""int[] ports = [465, 587]; Ask(ports[1]);""", "587")]
    [InlineData("""int[] more = [25]; int[] ports = [..more, 587]; Ask(ports[1]);""", "587", "unknown")]
    [InlineData("""var ports = new List<int> { 465, 587 }; Ask(ports[1]);""", "587")]
    [InlineData("""List<int> ports = [465, 587]; foreach (var port in ports) Ask(port);""", "465", "587")]
    [InlineData("""foreach (var port in new[] { 465, 587 }) Ask(port);""", "465", "587")]
    [InlineData("""foreach (var (host, port) in new[] { ("a", 465), ("b", 587) }) Ask(host, port);""", "a 465", "b 587")]
    [InlineData("""foreach (var s in new[] { (Host: "a", Port: 465), (Host: "b", Port: 587) }) Ask(s.Host, s.Port);""", "a 465", "b 587")]
    [InlineData("""foreach (var s in new[] { new Row("a", 465), new Row("b", 587) }) Ask(s.Host, s.Port);""", "a 465", "b 587")]
    [InlineData("""foreach (var (host, port, ssl) in new[] { new Row("a", 465), new Row("b", 587) }) Ask(host, port);""", "a 465", "b 587")]
    [InlineData("""foreach (var s in new Server[] { new() { Host = "a", Port = 465 }, new() { Host = "b" } }) Ask(s.Host, s.Port);""", "a 465", "b 25")]
    [InlineData("""foreach (var s in new[] { new { Host = "a", Port = 465 }, new { Host = "b", Port = 587 } }.ToList()) Ask(s.Host, s.Port);""", "a 465", "b 587")]
    [InlineData("""foreach (var p in new[] { 25 }) { var port = p; port = 587; Ask(port); }""", "587")]
    [InlineData("""var hosts = new[] { "a", "b" }; var ports = new[] { 465, 587 }; for (var i = 0; i < 2; i++) Ask(hosts[i], ports[i]);""", "a 465", "b 587")]
    [InlineData("""var d = new Dictionary<string, int> { ["a"] = 465, ["b"] = 587 }; Ask(d["b"]);""", "587")]
    [InlineData("""var d = new Dictionary<string, int> { { "a", 465 }, { "b", 587 } }; Ask(d["b"]);""", "587")]
    [InlineData("""var d = new Dictionary<string, int> { ["a"] = 465, ["b"] = 587 }; const string key = "b"; Ask(d[key]);""", "587")]
    [InlineData("""var d = new Dictionary<string, int> { ["a"] = 465, ["b"] = 587 }; var key = flag ? "b" : "c"; Ask(d[key]);""", "587")]
    [InlineData("""var d = new Dictionary<string, int> { ["a"] = 465, ["b"] = 587 }; Ask(d[text!]);""", "465", "587")]
    [InlineData("""var d = new Dictionary<string, int> { ["a"] = 465, ["b"] = 587 }; var e = new Dictionary<string, string> { ["a"] = "x", ["b"] = "y" }; Ask(d[text!], e[text!]);""", "465 x", "587 y")]
    [InlineData("""var d = new Dictionary<string, Row> { ["a"] = new("x", 465), ["b"] = new("y", 587) }; if (d.TryGetValue(text!, out var row)) Ask(row.Host, row.Port);""", "x 465", "y 587")]
    [InlineData("""var d = new Dictionary<string, int> { ["a"] = 465 }; Ask(d["z"]);""", "call:")]
    [InlineData("""var d = new Dictionary<string, int> { ["a"] = 465 }; d["a"] = 587; Ask(d["a"]);""", "call:")]
    [InlineData("""var ports = new[] { 25, 465 }; ports[0] = 587; Ask(ports[0]);""", "call:")]
    [InlineData("""var ports = new List<int> { 25 }; ports.Clear(); foreach (var p in ports) Ask(p);""", "call:")]
    [InlineData("""var ports = new[] { 587, 25 }; Array.Sort(ports); Ask(ports[0]);""", "call:")]
    [InlineData("""var ports = new List<int>(); ports.Add(25); Ask(ports[0]);""", "call:")]
    [InlineData("""Ask(new[] { 587, 25 }.First());""", "587")]
    [InlineData("""Ask(new[] { 25, 587 }.Last());""", "587")]
    [InlineData("""Ask(new[] { 25, 587 }.ElementAt(1));""", "587")]
    [InlineData("""var rows = new[] { new Row("a", 465), new Row("b", 587) }; var row = rows.First(r => r.Host == "b"); Ask(row.Port);""", "587")]
    [InlineData("""var rows = new List<Row> { new("a", 465), new("b", 587) }; var row = rows.Find(r => r.Host.Equals("b") && r.Port > 1); Ask(row!.Port);""", "587")]
    [InlineData("""var rows = new[] { new Row("a", 465), new Row("b", 587) }; var row = rows.Single(r => r.Host == text); Ask(row.Host, row.Port);""", "a 465", "b 587")]
    [InlineData("""var rows = new[] { new Row("a", 465), new Row("b", 587) }; Ask(rows.Where(r => r.Port > 500).First().Port);""", "call:")]
    public void Rows_of_collections(string statements, params string[] expected) => In(statements, expected);

    [Theory]
    [InlineData("static readonly Row[] s_rows = { new(\"a\", 465), new(\"b\", 587) }; void M() { foreach (var row in s_rows) Ask(row.Host, row.Port); }")]
    [InlineData("readonly List<Row> _rows = new() { new(\"a\", 465), new(\"b\", 587) }; void M() { foreach (var row in _rows) Ask(row.Host, row.Port); }")]
    [InlineData("IReadOnlyList<Row> Rows { get; } = [new(\"a\", 465), new(\"b\", 587)]; void M() { foreach (var row in Rows) Ask(row.Host, row.Port); }")]
    [InlineData("Row[] Rows() => [new(\"a\", 465), new(\"b\", 587)]; void M() { foreach (var row in Rows()) Ask(row.Host, row.Port); }")]
    [InlineData("static readonly Row[] s_rows = { new(\"a\", 465), new(\"b\", 587) }; void M() { foreach (var row in s_rows) Send(row); } private void Send(Row r) => Ask(r.Host, r.Port);")]
    [InlineData("static readonly Row[] s_rows = { new(\"a\", 465), new(\"b\", 587) }; void M() { foreach (var row in s_rows) Send(row.Host, row.Port); } private void Send(string h, int p) => Ask(h, p);")]
    [InlineData("static readonly Dictionary<string, Row> s_rows = new() { [\"x\"] = new(\"a\", 465), [\"y\"] = new(\"b\", 587) }; Row Get(string n) => s_rows[n]; void M(string n) => Ask(Get(n).Host, Get(n).Port);")]
    public void Tables_of_the_type(string members) => Question.InFiles([Settings, "class Tested { " + members + " }"], "a 465", "b 587");

    [Theory]
    [InlineData("readonly Server _s = new() { Port = 587 }; void M() => AskOf(_s, \"Port\");", "587")]
    [InlineData("readonly Server _s = new() { Port = 465 }; Tested() { _s.Port = 587; } void M() => AskOf(_s, \"Port\");", "587")]
    [InlineData("readonly Server _s = new(); void Set() => _s.Port = 587; void M() => AskOf(_s, \"Port\");", "25", "587")]
    [InlineData("readonly Server _s; Tested(Server s) => _s = s; void M() => Ask(_s.Port);", "25", "member:Port")]
    [InlineData("readonly Server _s; Tested(IOptions<Server> o) => _s = o.Value; void M() => Ask(_s.Port);", "25", "member:Port")]
    [InlineData("readonly IOptions<Server> _o; Tested(IOptions<Server> o) => _o = o; void M() => Ask(_o.Value.Port);", "25", "member:Port")]
    [InlineData("void M(IOptionsMonitor<Server> o) => Ask(o.CurrentValue.Port);", "25", "member:Port")]
    [InlineData("void M() => Ask(Options.Create(new Server { Port = 587 }).Value.Port);", "587")]
    [InlineData("Server Get() { var s = new Server(); s.Port = 587; return s; } void M() => Ask(Get().Port);", "587")]
    [InlineData("Server Make() => new() { Port = 587 }; void M() { var s = Make(); Ask(s.Port); }", "587")]
    [InlineData("void M(Server s) { s.Port = 587; Ask(s.Port); }", "587")]
    [InlineData("static Server Default { get; } = new() { Port = 587 }; void M() => Ask(Default.Port);", "587")]
    public void Settings_objects_of_the_type(string members, params string[] expected) => Question.InFiles([Settings, "class Tested { " + members + " }"], expected);

    [Theory]
    [InlineData("public class Options { public Options() { Port = 587; } public int Port { get; set; } = 25; }", "587")]
    [InlineData("public class Options { public Options() : this(587) { } public Options(int port) { Port = port; } public int Port { get; set; } = 25; }", "587")]
    [InlineData("public class Options : Base { } public class Base { public int Port { get; set; } = 587; }", "587")]
    [InlineData("public class Options : Base { public Options() { Port = 587; } } public class Base { public int Port { get; set; } = 25; }", "587")]
    [InlineData("public class Options : Base { public Options() : base(587) { } } public class Base { public Base(int p) { Port = p; } public int Port { get; set; } = 25; }", "587")]
    [InlineData("public class Options { public int Port { get; set; } = Defaults.Port; } static class Defaults { public const int Port = 587; }", "587")]
    [InlineData("public class Options { private int _p = 587; public int Port { get => _p; set => _p = value; } }", "unknown")]
    [InlineData("public class Options { public int Port { get; set; } }")]
    [InlineData("public interface Options { int Port { get; } }")]
    public void Defaults_of_an_options_class_in_another_file(string file, params string[] expected) =>
        Question.InFiles([file, "class Tested { void M(Options o) => Ask(o.Port); }"], [.. expected, "member:Port"]);

    [Fact]
    public void A_default_of_a_part_of_the_options() => Question.InFiles(
        [
            "public class Options { public Smtp Smtp { get; set; } = new() { Port = 587 }; } public class Smtp { public int Port { get; set; } = 25; }",
            "class Tested { void M(Options o) => Ask(o.Smtp.Port); }",
        ],
        "587",
        "member:Port");

    private static void In(string statements, string[] expected) =>
        Question.InFiles([Settings, "class Tested { void M(bool flag, string? text) { " + statements + " } }"], expected);

    [Fact]
    public void Defaults_of_a_positional_record_that_comes_from_outside() => Question.InFiles(
        ["record Settings(string Host = \"brevo\", int Port = 465, string Key = \"\"); class Tested(Settings s) { void M() => Ask(s.Host, s.Port); }"],
        "brevo 465", "brevo member:Port", "member:Host 465", "member:Host member:Port");
}
