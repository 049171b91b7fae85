using Xunit;

namespace BrevoAnalyzers.Tests.Values;

/// <summary>Fields, properties, methods, constructors, base types, other files.</summary>
public sealed class MemberValuesTests
{
    [Theory]
    [InlineData("readonly Lazy<int> _l = new(() => 25); void M() => Ask(_l.Value);", "25")]
    [InlineData("readonly Lazy<int> _l; readonly int _p = 25; Tested() { _l = new Lazy<int>(() => { return _p; }); } void M() => Ask(_l.Value);", "25")]
    [InlineData("readonly Lazy<int> _l = new(Make); static int Make() => 25; void M() => Ask(_l.Value);", "unknown")]
    public void What_is_made_late(string members, params string[] expected) => Question.InMembers(members, expected);

    [Theory]
    [InlineData("const int Port = 587; void M() => Ask(Port);")]
    [InlineData("static readonly int Port = 587; void M() => Ask(Port);")]
    [InlineData("readonly int _port = 587; void M() => Ask(_port);")]
    [InlineData("int _port = 587; void M() => Ask(_port);")]
    [InlineData("readonly int _port; Tested() => _port = 587; void M() => Ask(_port);")]
    [InlineData("readonly int _port; Tested() { _port = 587; } void M() { Ask(this._port); }")]
    [InlineData("readonly int _port; Tested() => (_port, _) = (587, 1); void M() => Ask(_port);")]
    [InlineData("int Port { get; } = 587; void M() => Ask(Port);")]
    [InlineData("int Port { get; set; } = 587; void M() => Ask(Port);")]
    [InlineData("int Port => 587; void M() => Ask(Port);")]
    [InlineData("int Port { get { return 587; } } void M() => Ask(Port);")]
    [InlineData("int Port { get => 587; } void M() => Ask(Port);")]
    [InlineData("int Port() => 587; void M() => Ask(Port());")]
    [InlineData("static int Port() { return 587; } void M() => Ask(Port());")]
    [InlineData("int _port = 587; int Port => _port; void M() => Ask(Port);")]
    [InlineData("int _port = 587; int Port() => _port; void M() => Ask(Port());")]
    [InlineData("int Port { get; } Tested() { Port = 587; } void M() => Ask(Port);")]
    [InlineData("int _p; public int Port { get => _p; private set => _p = value; } Tested() { Port = 587; } void M() => Ask(Port);")]
    [InlineData("int Port { get { if (DateTime.Now.Year > 0) return 587; return 587; } } void M() => Ask(Port);")]
    [InlineData("static int Port { get; } static Tested() { Port = 587; } static void M() => Ask(Port);")]
    [InlineData("readonly Lazy<int> _l = null!; async Task<int> PortAsync() => 587; async Task M() => Ask(await PortAsync());")]
    [InlineData("async Task<int> PortAsync() { return await Task.FromResult(587); } async Task M() => Ask(await PortAsync().ConfigureAwait(false));")]
    [InlineData("int Port<T>() => 587; void M() => Ask(Port<string>());")]
    public void What_the_type_states(string members) => Question.InMembers(members, "587");

    [Theory]
    [InlineData("readonly int _port = 25; Tested() { _port = 587; } void M() => Ask(_port);")]
    [InlineData("readonly int _port = 25; Tested() { _port = 587; } Tested(string s) { _port = 587; } void M() => Ask(_port);")]
    [InlineData("readonly int _port = 25; Tested() : this(587) { } Tested(int port) { _port = 587; } void M() => Ask(_port);")]
    [InlineData("readonly int _port; Tested() { _port = 25; _port = 587; } void M() => Ask(_port);")]
    [InlineData("readonly int _port = 25; Tested() { if (DateTime.Now.Year > 1) { _port = 587; return; } _port = 587; } void M() => Ask(_port);")]
    [InlineData("int _port = 25; public void M() { _port = 587; Ask(_port); }")]
    [InlineData("int _port = 25; public void M() { _port = 587; Inner(); } private void Inner() { Ask(_port); }")]
    [InlineData("int _port = 25; public void M() { Set(); Ask(_port); } private void Set() { _port = 587; }")]
    [InlineData("int _port = 25; public void M() { Outer(); Ask(_port); } private void Outer() => Set(); private int Set() => _port = 587;")]
    [InlineData("int _port = 25; int Port { set => _port = value; } public void M() { Port = 587; Ask(_port); }")]
    [InlineData("int _port = 25; int Port => _port; public void M() { _port = 587; Ask(Port); }")]
    [InlineData("int _port = 25; int Port() => _port; public void M() { _port = 587; Ask(Port()); }")]
    [InlineData("readonly int _port = 25; Tested() { Init(out _port); } static void Init(out int p) { p = 587; } void M() => Ask(_port);")]
    [InlineData("int _port = 25; int Port { set { if (value > 1) _port = value; } } public void M() { Port = 587; Ask(_port); }")]
    [InlineData("static int s_port = 25; static Tested() { s_port = 587; } static void M() => Ask(s_port);")]
    public void An_overwritten_initialiser_is_gone(string members) => Question.InMembers(members, "587");

    [Theory]
    [InlineData("int _port = 25; void Change() { _port = 587; } void M() => Ask(_port);")]
    [InlineData("readonly int _port = 25; Tested(bool b) { if (b) _port = 587; } void M() => Ask(_port);")]
    [InlineData("readonly int _port = 25; Tested() { _port = 587; } Tested(string s) { } void M() => Ask(_port);")]
    [InlineData("int _port = 25; public void M() { _port = 587; Inner(); } public void N() { _port = 25; Inner(); } private void Inner() { Ask(_port); }")]
    [InlineData("int _port = 25; public void M() { _port = 587; Do(() => _port = 25); Ask(_port); } void Do(Action a) { }")]
    [InlineData("int _port = 25; void Set() { if (DateTime.Now.Year > 1) return; _port = 587; } public void M() { Set(); Ask(_port); }")]
    [InlineData("int _port = 25; int Port { set { if (DateTime.Now.Year > 1) _port = value; } } public void M() { Port = 587; Ask(_port); }")]
    public void A_write_that_may_have_come_leaves_both(string members) => Question.InMembers(members, "25", "587");

    [Theory]
    [InlineData("readonly int _port = (587); void M() => Ask(_port);")]
    [InlineData("readonly int _port = 587!; void M() => Ask(_port);")]
    [InlineData("int Port { get; } = (587)!; void M() => Ask(Port);")]
    public void An_initialiser_in_parentheses_or_with_an_exclamation_mark(string members) => Question.InMembers(members, "587");

    [Theory]
    [InlineData("int _port; void M() => Ask(_port);", "member:_port")]
    [InlineData("public int Port { get; set; } = 25; void M() => Ask(Port);", "25", "member:Port")]
    [InlineData("public int Port { get; init; } = 25; void M() => Ask(Port);", "25", "member:Port")]
    [InlineData("public int Port = 25; void M() => Ask(Port);", "25", "member:Port")]
    [InlineData("public int Port { get; private set; } = 587; void M() => Ask(Port);", "587")]
    [InlineData("public virtual int Port => 25; void M() => Ask(Port);", "25", "member:Port")]
    [InlineData("public virtual int Port() => 25; void M() => Ask(Port());", "call:Port")]
    [InlineData("IEnumerable<int> Ports() { yield return 25; } void M() => Ask(Ports());", "call:Ports")]
    [InlineData("int Port => Port; void M() => Ask(Port);", "member:Port")]
    [InlineData("int A() => B(); int B() => A(); void M() => Ask(A());", "call:A")]
    [InlineData("Func<int> _f = () => 25; void M() => Ask(_f());", "call:Invoke")]
    [InlineData("int _port = 25; void M(Tested other) => Ask(other._port);", "25", "member:_port")]
    public void What_others_may_change_or_nobody_states(string members, params string[] expected) => Question.InMembers(members, expected);

    [Theory]
    [InlineData("class Tested(int port) { void M() => Ask(port); }", "parameter:port")]
    [InlineData("class Tested(int port = 587) { void M() => Ask(port); }", "587", "parameter:port")]
    [InlineData("class Tested(int port = 587) { readonly int _port = port; void M() => Ask(_port); }", "587", "parameter:port")]
    [InlineData("class Tested(int port) { int Port { get; } = port; Tested() : this(587) { } void M() => Ask(Port); }", "587", "parameter:port")]
    [InlineData("class Tested(int port) { void Set() => port = 25; void M() => Ask(port); }", "25", "parameter:port")]
    [InlineData("class Tested(int port) { void M() { port = 587; Ask(port); } }", "587")]
    [InlineData("record Tested(int Port = 587) { void M() => Ask(Port); }", "587", "member:Port", "parameter:Port")]
    [InlineData("class Tested { readonly int _p; Tested(int port = 587) { _p = port; } void M() => Ask(_p); }", "587", "parameter:port")]
    [InlineData("class Tested { readonly int _p; Tested(int port) { _p = port; } static Tested Make() => new Tested(587); void M() => Ask(_p); }", "587", "parameter:port")]
    public void Constructor_parameters(string file, params string[] expected) => Question.InFile(file, expected);

    [Theory]
    [InlineData("class Base { protected int Port = 25; } class Tested : Base { Tested() { Port = 587; } void M() => Ask(Port); }", "587", "member:Port")]
    [InlineData("class Base { protected readonly int Port = 25; protected Base() { Port = 587; } } class Tested : Base { void M() => Ask(Port); }", "587")]
    [InlineData("class Base { protected readonly int Port; protected Base(int port) { Port = port; } } class Tested : Base { Tested() : base(587) { } void M() => Ask(Port); }", "587")]
    [InlineData("class Base(int port) { protected readonly int Port = port; } class Tested() : Base(587) { void M() => Ask(Port); }", "587")]
    [InlineData("abstract class Base { protected abstract int Port { get; } void M() => Ask(Port); } class D : Base { protected override int Port => 25; }", "25", "member:Port")]
    [InlineData("abstract class Base<T> { protected abstract int Port { get; } void M() => Ask(Port); } class D : Base<int> { protected override int Port { get; } = 25; } class E : Base<string> { protected override int Port => 587; }", "25", "587", "member:Port")]
    [InlineData("abstract class Base { protected virtual int Port => 587; void M() => Ask(Port); } class D : Base { protected override int Port => 25; }", "587", "25", "member:Port")]
    [InlineData("interface ISettings { int Port { get; } } class Settings : ISettings { public int Port { get; set; } = 25; } class Tested { void M(ISettings settings) => Ask(settings.Port); }", "25", "member:Port")]
    [InlineData("interface ISettings { int Port { get; } } class Other { public int Port { get; set; } = 25; } class Tested { void M(ISettings settings) => Ask(settings.Port); }", "member:Port")]
    [InlineData("abstract class Base { protected abstract int Port { get; } } sealed class Tested : Base { protected override int Port => 587; void M() => Ask(Port); }", "587")]
    [InlineData("abstract class Base { protected abstract int Port { get; } } class Tested : Base { protected override int Port => 587; void M() => Ask(Port); }", "587", "member:Port")]
    [InlineData("class Base { private int _p = 25; protected void Set() { _p = 587; } protected int Get() => _p; } class Tested : Base { void M() { Set(); Ask(Get()); } }", "587")]
    [InlineData("class Base { protected int P { get; private set; } = 25; protected void Set() { P = 587; } } class Tested : Base { void M() { Set(); Ask(P); } }", "587")]
    [InlineData("record Base(int Port); record Tested() : Base(587) { void M() => Ask(Port); }", "587", "member:Port")]
    public void Inherited_members(string file, params string[] expected) => Question.InFile(file, expected);

    [Theory]
    [InlineData("static class Defaults { public const int Port = 587; }", "587")]
    [InlineData("static class Defaults { public static readonly int Port = 587; }", "587")]
    [InlineData("static class Defaults { public static int Port => 587; }", "587")]
    [InlineData("static class Defaults { public static int Port { get; } = 587; }", "587")]
    [InlineData("static class Defaults { public static int Port { get; set; } = 587; }", "587", "member:Port")]
    [InlineData("static class Defaults { static Defaults() { Port = 587; } public static readonly int Port = 25; }", "587")]
    [InlineData("static partial class Defaults { public static int Port => Hidden; } static partial class Defaults { const int Hidden = 587; }", "587")]
    public void Another_file(string file, params string[] expected) =>
        Question.InFiles([file, "class Tested { void M() => Ask(Defaults.Port); }"], expected);

    [Theory]
    [InlineData("partial void Set(int p);", "partial void Set(int port) { _port = port; }", "Set(587); Ask(_port);")]
    [InlineData("private partial int Get(int p);", "private partial int Get(int port) => port;", "Ask(Get(587));")]
    [InlineData("partial void Asking(int p);", "partial void Asking(int port) => Ask(port);", "Asking(587);")]
    public void Partial_methods(string declaration, string implementation, string statements) => Question.InFiles(
        [$"partial class Tested {{ private int _port = 25; {declaration} void M() {{ {statements} }} }}", $"partial class Tested {{ {implementation} }}"],
        "587");

    [Fact]
    public void Parts_of_one_class() => Question.InFiles(
        ["partial class Tested { private int _port = 25; partial void Set(); void M() { Set(); Ask(_port); } }", "partial class Tested { partial void Set() { _port = 587; } }"],
        "587");

    [Theory]
    [InlineData("private void Inner(int port) => Ask(port); void M() => Inner(587);", "587")]
    [InlineData("private void Inner(int port) => Ask(port); void M() => Inner(587); void N() => Inner(465);", "465", "587")]
    [InlineData("private void Inner(int port = 587) => Ask(port); void M() => Inner();", "587")]
    [InlineData("private void Inner(int port) { port = 587; Ask(port); } void M() => Inner(25);", "587")]
    [InlineData("private void Inner(int port) { if (port == 0) port = 587; Ask(port); } void M() => Inner(0);", "587")]
    [InlineData("public void Inner(int port = 587) => Ask(port);", "587", "parameter:port")]
    [InlineData("public void Inner(int port) => Ask(port); void M() => Inner(587);", "587", "parameter:port")]
    [InlineData("private void Inner(int port) => Ask(port); void M() { Action<int> a = Inner; Inner(587); }", "587", "parameter:port")]
    [InlineData("private void Outer(int p) => Inner(p); private void Inner(int port) => Ask(port); void M() => Outer(587);", "587")]
    [InlineData("private void Inner(int port, int again = 0) { Ask(port); if (again < 3) Inner(port, again + 1); } void M() => Inner(587);", "587")]
    [InlineData("int Choose(int p) => p; void M() => Ask(Choose(587));", "587")]
    [InlineData("static int Or(int? p, int other) => p ?? other; void M() => Ask(Or(null, 587));", "587")]
    [InlineData("static bool Try(string s, out int p) { p = 587; return true; } void M() { if (Try(\"\", out var port)) Ask(port); }", "587")]
    [InlineData("static void Set(ref int p) { p = 587; } void M() { var port = 25; Set(ref port); Ask(port); }", "unknown")]
    public void Arguments_of_helpers(string members, params string[] expected) => Question.InMembers(members, expected);
}
