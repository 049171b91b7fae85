using Xunit;

namespace BrevoAnalyzers.Tests.Values;

/// <summary>Which values meet: those of one branch, row, call or constructor, and never those of two that exclude each other.</summary>
public sealed class GuardTests
{
    private const string Production = "brevo 587";
    private const string Development = "localhost 1025";

    [Theory]
    [InlineData("string host; int port; if (flag) { host = \"localhost\"; port = 1025; } else { host = \"brevo\"; port = 587; } Ask(host, port);")]
    [InlineData("var host = \"brevo\"; var port = 587; if (flag) { host = \"localhost\"; port = 1025; } Ask(host, port);")]
    [InlineData("var host = \"brevo\"; var port = 587; if (flag) host = \"localhost\"; if (flag) port = 1025; Ask(host, port);")]
    [InlineData("var host = flag ? \"localhost\" : \"brevo\"; var port = flag ? 1025 : 587; Ask(host, port);")]
    [InlineData("var host = flag ? \"localhost\" : \"brevo\"; var port = !flag ? 587 : 1025; Ask(host, port);")]
    [InlineData("var host = flag == true ? \"localhost\" : \"brevo\"; var port = flag is false ? 587 : 1025; Ask(host, port);")]
    [InlineData("var host = flag ? \"localhost\" : \"brevo\"; int port; if (flag) port = 1025; else port = 587; Ask(host, port);")]
    [InlineData("var (host, port) = flag ? (\"localhost\", 1025) : (\"brevo\", 587); Ask(host, port);")]
    [InlineData("var host = env.IsDevelopment() ? \"localhost\" : \"brevo\"; var port = env.IsDevelopment() ? 1025 : 587; Ask(host, port);")]
    [InlineData("var host = \"\"; var port = 0; if (env.IsDevelopment()) { host = \"localhost\"; port = 1025; } if (!env.IsDevelopment()) { host = \"brevo\"; port = 587; } if (host == \"\") return; Ask(host, port);")]
    [InlineData("var host = env.IsDevelopment() ? \"localhost\" : \"brevo\"; var port = env.EnvironmentName == \"Development\" ? 1025 : 587; Ask(host, port);")]
    [InlineData("var host = env.IsDevelopment() ? \"localhost\" : \"brevo\"; var port = env.IsEnvironment(\"Development\") ? 1025 : 587; Ask(host, port);")]
    [InlineData("var dev = text == \"dev\"; var host = text == \"dev\" ? \"localhost\" : \"brevo\"; var port = dev ? 1025 : 587; Ask(host, port);")]
    [InlineData("var prod = text != \"dev\"; var host = text == \"dev\" ? \"localhost\" : \"brevo\"; var port = prod ? 587 : 1025; Ask(host, port);")]
    [InlineData("var host = text == \"dev\" ? \"localhost\" : \"brevo\"; var port = text!.Equals(\"dev\") ? 1025 : 587; Ask(host, port);")]
    [InlineData("var host = string.Equals(text, \"dev\", StringComparison.Ordinal) ? \"localhost\" : \"brevo\"; var port = text is \"dev\" ? 1025 : 587; Ask(host, port);")]
    [InlineData("var host = text is null ? \"localhost\" : \"brevo\"; var port = text is not null ? 587 : 1025; Ask(host, port);")]
    [InlineData("var host = text is null ? \"localhost\" : \"brevo\"; var port = text is { } ? 587 : 1025; Ask(host, port);")]
    [InlineData("var host = string.IsNullOrEmpty(text) ? \"localhost\" : \"brevo\"; var port = string.IsNullOrEmpty(text) ? 1025 : 587; Ask(host, port);")]
    [InlineData("var host = text == null ? \"localhost\" : \"brevo\"; var port = (text == null) == true ? 1025 : 587; Ask(host, port);")]
    [InlineData("var host = number > 3 ? \"localhost\" : \"brevo\"; var port = number > 3 ? 1025 : 587; Ask(host, port);")]
    [InlineData("var host = flag && number > 3 ? \"localhost\" : \"brevo\"; var port = flag && number > 3 ? 1025 : 587; Ask(host, port);")]
    [InlineData("var host = number == 1 || number == 2 ? \"localhost\" : \"brevo\"; var port = number is 1 or 2 ? 1025 : 587; Ask(host, port);")]
    [InlineData("var host = text switch { \"dev\" => \"localhost\", _ => \"brevo\" }; var port = text switch { \"dev\" => 1025, _ => 587 }; Ask(host, port);")]
    [InlineData("var host = text switch { \"dev\" or \"test\" => \"localhost\", _ => \"brevo\" }; var port = text is \"dev\" or \"test\" ? 1025 : 587; Ask(host, port);")]
    [InlineData("var (host, port) = text switch { \"dev\" => (\"localhost\", 1025), _ => (\"brevo\", 587) }; Ask(host, port);")]
    [InlineData("string host; int port; switch (text) { case \"dev\": host = \"localhost\"; port = 1025; break; default: host = \"brevo\"; port = 587; break; } Ask(host, port);")]
    [InlineData("var host = \"brevo\"; switch (text) { case \"dev\": host = \"localhost\"; break; } var port = text == \"dev\" ? 1025 : 587; Ask(host, port);")]
    [InlineData("var host = flag switch { true => \"localhost\", false => \"brevo\" }; var port = flag ? 1025 : 587; Ask(host, port);")]
    [InlineData("var (host, port) = (flag, number) switch { (true, _) => (\"localhost\", 1025), _ => (\"brevo\", 587) }; Ask(host, port);")]
    [InlineData("var s = flag ? new { Host = \"localhost\", Port = 1025 } : new { Host = \"brevo\", Port = 587 }; Ask(s.Host, s.Port);")]
    [InlineData("Inner(\"localhost\", 1025); Inner(\"brevo\", 587); void Inner(string host, int port) => Ask(host, port);")]
    [InlineData("var port = flag ? 1025 : 587; Inner(flag ? \"localhost\" : \"brevo\", port); void Inner(string host, int p) => Ask(host, p);")]
    [InlineData("var host = Host(flag); var port = Port(flag); Ask(host, port); string Host(bool dev) => dev ? \"localhost\" : \"brevo\"; int Port(bool isDev) => isDev ? 1025 : 587;")]
    [InlineData("var host = Host(); var port = flag ? 1025 : 587; Ask(host, port); string Host() { if (flag) return \"localhost\"; return \"brevo\"; }")]
    public void Development_and_production_do_not_mix(string statements) => Question.In(statements, Production, Development);

    [Theory]
    [InlineData("readonly string _h; readonly int _p; Tested(bool dev) { if (dev) { _h = \"localhost\"; _p = 1025; } else { _h = \"brevo\"; _p = 587; } } void M() => Ask(_h, _p);")]
    [InlineData("readonly string _h; readonly int _p; Tested() { _h = \"localhost\"; _p = 1025; } Tested(int x) { _h = \"brevo\"; _p = 587; } void M() => Ask(_h, _p);")]
    [InlineData("readonly string _h; readonly int _p; Tested() : this(\"localhost\", 1025) { } Tested(bool b) : this(\"brevo\", 587) { } Tested(string h, int p) { _h = h; _p = p; } void M() { Ask(_h, _p); }", "parameter:h parameter:p")]
    [InlineData("private void Send(string h, int p) => Ask(h, p); void A() => Send(\"localhost\", 1025); void B() => Send(\"brevo\", 587);")]
    [InlineData("private void Send(string h, int p) => Inner(h, p); private void Inner(string h, int p) => Ask(h, p); void A() => Send(\"localhost\", 1025); void B() => Send(\"brevo\", 587);")]
    [InlineData("string _h = \"\"; private void Send(int p) => Ask(_h, p); void A() { _h = \"localhost\"; Send(1025); } void B() { _h = \"brevo\"; Send(587); }")]
    [InlineData("static bool IsDev => Environment.GetEnvironmentVariable(\"X\") == \"1\"; string H => IsDev ? \"localhost\" : \"brevo\"; int P => IsDev ? 1025 : 587; void M() => Ask(H, P);")]
    [InlineData("bool IsDev() => Environment.GetEnvironmentVariable(\"X\") == \"1\"; void M() { var h = IsDev() ? \"localhost\" : \"brevo\"; var p = Environment.GetEnvironmentVariable(\"X\") == \"1\" ? 1025 : 587; Ask(h, p); }")]
    [InlineData("static readonly bool s_dev = Environment.GetEnvironmentVariable(\"X\") == \"1\"; void M() { var h = s_dev ? \"localhost\" : \"brevo\"; var p = Environment.GetEnvironmentVariable(\"X\") == \"1\" ? 1025 : 587; Ask(h, p); }")]
    [InlineData("(string, int) Server(bool dev) { if (dev) return (\"localhost\", 1025); return (\"brevo\", 587); } void M(bool b) { var (h, p) = Server(b); Ask(h, p); }")]
    [InlineData("static string Host(string e) => e switch { \"dev\" => \"localhost\", _ => \"brevo\" }; static int Port(string e) { switch (e) { case \"dev\": return 1025; default: return 587; } } void M(string e) => Ask(Host(e), Port(e));")]
    [InlineData("enum Kind { Dev, Prod } void M(Kind k) { var h = k == Kind.Dev ? \"localhost\" : \"brevo\"; var p = k switch { Kind.Dev => 1025, _ => 587 }; Ask(h, p); }")]
    public void Nor_do_constructors_calls_and_helpers(string members, string? further = null) =>
        Question.InMembers(members, further is null ? [Production, Development] : [Production, Development, further]);

    /// <summary>Inside a branch only its own values are there.</summary>
    [Theory]
    [InlineData("var port = flag ? 25 : 587; if (!flag) Ask(port);")]
    [InlineData("var port = flag ? 25 : 587; if (flag) return; Ask(port);")]
    [InlineData("var port = flag ? 25 : 587; if (flag) throw new Exception(); Ask(port);")]
    [InlineData("var port = flag ? 25 : 587; if (flag) { Console.Write(1); return; } else { Console.Write(2); } Ask(port);")]
    [InlineData("var port = flag ? 25 : 587; if (!flag) { } else { return; } Ask(port);")]
    [InlineData("var port = flag ? 25 : 587; while (!flag) { Ask(port); }")]
    [InlineData("var port = flag ? 25 : 587; foreach (var x in text!) { if (flag) continue; Ask(port); }")]
    [InlineData("var port = flag ? 25 : 587; _ = flag ? 0 : Asking(); int Asking() { return 1; } if (flag) { } else Ask(port);")]
    [InlineData("var port = flag ? 25 : 587; switch (flag) { case false: Ask(port); break; }")]
    [InlineData("var port = 587; if (flag) port = 25; if (!flag) Ask(port);")]
    [InlineData("var port = flag ? 25 : 587; if (port != 25) Ask(port);")]
    [InlineData("var port = flag ? 25 : 587; if (port is 587 or 465) Ask(port);")]
    [InlineData("var port = flag ? 25 : 587; if (port == 25) port = 587; Ask(port);")]
    [InlineData("var port = flag ? 25 : 587; var known = port == 587; if (known) Ask(port);")]
    [InlineData("var port = flag ? 25 : 587; Task.Run(() => { if (!flag) Ask(port); });")]
    [InlineData("var port = number switch { 1 => 25, _ => 587 }; if (number == 2) Ask(port);")]
    [InlineData("var port = number switch { 1 => 25, 2 => 465, _ => 587 }; switch (number) { case 1: case 2: break; default: Ask(port); break; }")]
    public void A_branch_shuts_out_the_others_values(string statements) => Question.In(statements, "587");

    [Theory]
    [InlineData("var port = flag ? 465 : 587; Ask(port, port == 465 ? \"ssl\" : \"starttls\");")]
    [InlineData("int port; if (flag) port = 465; else port = 587; var mode = \"starttls\"; if (port == 465) mode = \"ssl\"; Ask(port, mode);")]
    [InlineData("var port = flag ? 465 : 587; var mode = port switch { 465 => \"ssl\", 587 => \"starttls\", _ => \"none\" }; Ask(port, mode);")]
    [InlineData("var port = flag ? 465 : 587; Ask(port, ModeFor(port)); string ModeFor(int p) => p == 465 ? \"ssl\" : \"starttls\";")]
    [InlineData("var port = flag ? 465 : 587; Ask(port, ModeFor(port)); string ModeFor(int p) { if (p == 465) return \"ssl\"; return \"starttls\"; }")]
    [InlineData("var port = flag ? 465 : 587; Ask(port, ModeFor(port)); string ModeFor(int p) => p switch { 465 => \"ssl\", _ => \"starttls\" };")]
    [InlineData("var port = flag ? 465 : 587; var ssl = port == 465; Ask(port, ssl ? \"ssl\" : \"starttls\");")]
    [InlineData("Send(465); Send(587); void Send(int port) => Ask(port, port == 465 ? \"ssl\" : \"starttls\");")]
    [InlineData("foreach (var port in new[] { 465, 587 }) Ask(port, port == 465 ? \"ssl\" : \"starttls\");")]
    public void A_mode_chosen_by_the_port_meets_only_its_port(string statements) => Question.In(statements, "465 ssl", "587 starttls");

    [Theory]
    [InlineData("readonly int _port; readonly string _mode; Tested(bool b) { _port = b ? 465 : 587; _mode = _port == 465 ? \"ssl\" : \"starttls\"; } void M() => Ask(_port, _mode);")]
    [InlineData("readonly int _port; Tested(bool b) { _port = b ? 465 : 587; } string Mode => _port == 465 ? \"ssl\" : \"starttls\"; void M() => Ask(_port, Mode);")]
    [InlineData("private static string ModeFor(int p) => p == 465 ? \"ssl\" : \"starttls\"; void M(bool b) { var s = b ? (P: 465, X: 1) : (P: 587, X: 2); Ask(s.P, ModeFor(s.P)); }")]
    public void Also_across_members(string members) => Question.InMembers(members, "465 ssl", "587 starttls");

    /// <summary>Conditions that say nothing about each other keep nothing apart; a flag written in between is another flag.</summary>
    [Theory]
    [InlineData("var a = flag ? 1 : 2; var b = number > 3 ? 3 : 4; Ask(a, b);")]
    [InlineData("var a = flag ? 1 : 2; flag = !flag; var b = flag ? 3 : 4; Ask(a, b);")]
    [InlineData("var a = text == \"x\" ? 1 : 2; text = Console.ReadLine(); var b = text == \"x\" ? 3 : 4; Ask(a, b);")]
    [InlineData("var a = int.TryParse(text, out number) && number == 1 ? 1 : 2; number = 5; var b = number == 1 ? 3 : 4; Ask(a, b);")]
    [InlineData("var f1 = flag; var f2 = number == 1; var a = f1 ? 1 : 2; var b = f2 ? 3 : 4; Ask(a, b);")]
    [InlineData("var a = number > 3 ? 1 : 2; var b = number > 4 ? 3 : 4; Ask(a, b);")]
    [InlineData("var a = number < 3 ? 1 : 2; var b = number > 3 ? 3 : 4; Ask(a, b);")]
    [InlineData("var a = number switch { 1 => 1, _ => 2 }; var b = number switch { 1 when flag => 3, _ => 4 }; Ask(a, b);", "2 3")]
    [InlineData("var a = number is > 3 ? 1 : 2; var b = number is > 3 and < 9 ? 3 : 4; Ask(a, b);")]
    [InlineData("var a = new[] { 1, 2 }[number]; var b = new[] { 3, 4 }[number + 1]; Ask(a, b);")]
    public void What_can_meet_meets(string statements, string? never = null) =>
        Question.In(statements, System.Array.FindAll(["1 3", "1 4", "2 3", "2 4"], pair => pair != never));

    private const string Profile = "class Profile { public string Host { get; set; } = \"localhost\"; public int Port { get; set; } = 1025; public bool Tls { get; set; } public Kind Kind { get; set; } } enum Kind { Local, Relay } ";

    [Theory]
    [InlineData("p.Tls ? 587 : 1025")]
    [InlineData("p.Port == 587 ? 587 : 1025")]
    [InlineData("p.Kind == Kind.Relay ? 587 : 1025")]
    [InlineData("p.Kind switch { Kind.Relay => 587, _ => 1025 }")]
    [InlineData("!p.Tls ? 1025 : p.Port == 1025 ? 25 : 587")]
    public void What_a_rows_flag_decides_meets_that_row_only(string port)
    {
        const string rows = "Profile Of(string e) => e switch { \"live\" => new Profile { Host = \"brevo\", Port = 587, Tls = true, Kind = Kind.Relay }, _ => new Profile() }; ";
        Question.InMembers(Profile + rows + $"void M(string e) {{ var p = Of(e); Ask(p.Host, {port}); }}", Production, Development);
        Question.InMembers(Profile + rows + $"readonly Profile p; Tested(string e) => p = Of(e); void M() => Ask(p.Host, {port});", Production, Development);
    }

    [Fact]
    public void A_record_states_its_flags_by_its_constructor() => Question.InMembers(
        "record Row(string Host, bool Tls); Row Of(bool b) => b ? new(\"localhost\", false) : new Row(\"brevo\", Tls: true); void M(bool b) { var row = Of(b); int port; if (row.Tls) port = 587; else port = 1025; Ask(row.Host, port); }",
        Production, Development);

    [Fact]
    public void A_flag_that_is_written_later_says_nothing_of_the_row() => Question.InMembers(
        Profile + "void M(bool b) { var p = new Profile { Host = \"brevo\" }; p.Tls = b; Ask(p.Host, p.Tls ? 587 : 1025); }",
        "brevo 1025", "brevo 587");

    [Fact]
    public void An_object_that_is_handed_to_a_serialiser_stays_as_it_is() => Question.In(
        "var p = new Settings { Host = \"brevo\" }; while (flag) System.Text.Json.JsonSerializer.Serialize(p); AskOf(p, \"Host\"); } class Settings { public string Host { get; set; } = \"\"; } void Rest() {",
        "brevo");

    private const string Table = "private static readonly (string Old, string New)[] Names = { (\"old key\", \"key\"), (\"old host\", \"host\"), (\"old port\", \"port\") }; ";

    /// <summary>A row that the conditions on the way shut out is not there.</summary>
    [Theory]
    [InlineData("void M() { foreach (var (old, name) in Names) if (name == \"host\") Ask(old); }")]
    [InlineData("void M() { foreach (var (old, name) in Names) { if (name != \"host\") continue; Ask(old); } }")]
    [InlineData("void M() { foreach (var row in Names) if (\"host\" == row.New && row.Old.Length > 0) Ask(row.Old); }")]
    [InlineData("void M() { foreach (var row in Names) _ = row.New == \"host\" && Asks(row.Old); bool Asks(string old) { Ask(old); return true; } }")]
    [InlineData("void M() { foreach (var row in Names) if (string.Equals(row.New, \"HOST\", StringComparison.OrdinalIgnoreCase)) Ask(row.Old); }")]
    [InlineData("void M() { foreach (var row in Names) if (row.New.Equals(\"host\") || row.New == \"none\") Ask(row.Old); }")]
    [InlineData("void M() { foreach (var row in Names) { if (!(row.New == \"host\")) { } else Ask(row.Old); } }")]
    [InlineData("void M() => Read(\"host\"); private void Read(string wanted) { foreach (var (old, name) in Names) if (name == wanted) Ask(old); }")]
    public void A_loop_sees_the_rows_that_its_conditions_let_through(string members) => Question.InMembers(Table + members, "old host");

    [Theory]
    [InlineData("void M(string wanted) { foreach (var (old, name) in Names) if (name == wanted) Ask(old); }")]
    [InlineData("void M(bool flag) { foreach (var (old, name) in Names) if (flag) Ask(old); }")]
    [InlineData("void M() { foreach (var (old, name) in Names) { if (name == \"host\") Console.Write(1); Ask(old); } }")]
    public void And_all_rows_where_they_may_let_any_through(string members) => Question.InMembers(Table + members, "old host", "old key", "old port");

    [Theory]
    [InlineData("Cut(\"a long name\")", "cut")]
    [InlineData("Cut(\"short\")", "short")]
    public void The_length_of_a_text_decides(string call, string expected) => Question.InMembers(
        $"private const int Most = 6; static string Cut(string name) => name.Length <= Most ? name : \"cut\"; void M() => Ask({call});", expected);

    private const string Rows = "private static readonly Dictionary<string, (string Host, int Port, bool Tls)> Rows = new() { [\"live\"] = (\"brevo\", 587, true), [\"dev\"] = (\"localhost\", 1025, false) }; ";

    /// <summary>The flag of a tuple keeps its row together too, whether the tuple is kept or taken apart.</summary>
    [Theory]
    [InlineData("void M(string name) { var row = Rows[name]; Ask(row.Host, row.Tls ? 587 : 1025); }")]
    [InlineData("void M(string name) { var (host, _, tls) = Rows[name]; Ask(host, tls ? 587 : 1025); }")]
    [InlineData("void M(string name) { string host; bool tls; (host, _, tls) = Rows[name]; Ask(host, tls ? 587 : 1025); }")]
    [InlineData("void M(bool live) { var row = live ? (Host: \"brevo\", Tls: true) : (Host: \"localhost\", Tls: false); Ask(row.Host, row.Tls ? 587 : 1025); }")]
    [InlineData("void M() { foreach (var (host, tls) in new[] { (\"brevo\", true), (\"localhost\", false) }) Ask(host, tls ? 587 : 1025); }")]
    [InlineData("void M() { foreach (var row in new[] { (Host: \"brevo\", Tls: true), (Host: \"localhost\", Tls: false) }) Ask(row.Host, row.Tls ? 587 : 1025); }")]
    [InlineData("static (string, int, bool) Of(string e) => e switch { \"live\" => (\"brevo\", 587, true), _ => (\"localhost\", 1025, false) }; void M(string e) { var (host, port, tls) = Of(e); Ask(host, tls ? port : 1025); }")]
    [InlineData("void M(string name) { var (host, port, _) = Rows[name]; Ask(host, port == 587 ? 587 : 1025); }")]
    public void What_a_tuples_flag_decides_meets_that_row_only(string members) => Question.InMembers(Rows + members, Production, Development);

    [Fact]
    public void A_flag_of_a_tuple_that_is_written_later_says_nothing_of_the_row() => Question.InMembers(
        Rows + "void M(string name, bool b) { var (host, _, tls) = Rows[name]; tls = b; Ask(host, tls ? 587 : 1025); }", "brevo 587", "brevo 1025", "localhost 587", "localhost 1025");
}
