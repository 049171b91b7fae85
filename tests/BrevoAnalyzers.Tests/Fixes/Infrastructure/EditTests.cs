using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using BrevoAnalyzers.CodeFixes.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace BrevoAnalyzers.Tests.Fixes.Infrastructure;

/// <summary>Arguments, initializers and statements: the layout of what is there is kept, and taken up.</summary>
public class EditTests
{
    private const string Usings = "using System;\nusing System.Net.Mail;\n";

    private static readonly ExpressionSyntax True = SyntaxFactory.LiteralExpression(SyntaxKind.TrueLiteralExpression);

    private static void AddStartTls(DocumentEdits edits, FixTarget target)
        => edits.AddArgument(target.Find<ArgumentListSyntax>()!, Imports.AddMember("MailKit.Security.SecureSocketOptions", "StartTls"), "options", 2);

    private static void EnableSsl(DocumentEdits edits, FixTarget target)
        => edits.SetMember(target.Find<BaseObjectCreationExpressionSyntax>()!, "EnableSsl", True);

    private static void EnableSslBehind(DocumentEdits edits, FixTarget target)
        => edits.InsertStatementAfter(target.Find<StatementSyntax>()!, StatementEdits.Assign(SyntaxFactory.IdentifierName("c"), "EnableSsl", True));

    private static async Task Becomes(string source, string expected, Action<DocumentEdits, FixTarget> edit, string usings = Usings, string imported = "", bool script = false)
    {
        var run = new FixRun(usings + source, output: script ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary);
        Assert.Equal(usings + imported + expected, await run.FixFirstAsync(new EditFix(edit)));
    }

    [Theory]
    [InlineData("""c.Connect("FLAG", 587)""", """c.Connect("FLAG", 587, SecureSocketOptions.StartTls)""")]
    [InlineData("""c.Connect(host: "FLAG", 587)""", """c.Connect(host: "FLAG", 587, options: SecureSocketOptions.StartTls)""")]
    [InlineData("""c.Connect(host: "FLAG", port: 587)""", """c.Connect(host: "FLAG", port: 587, options: SecureSocketOptions.StartTls)""")]
    [InlineData("""c.Connect("FLAG")""", """c.Connect("FLAG", options: SecureSocketOptions.StartTls)""")]
    [InlineData("""c.Connect(port: 587, host: "FLAG")""", """c.Connect(port: 587, host: "FLAG", options: SecureSocketOptions.StartTls)""")]
    [InlineData("c.Connect(\n            \"FLAG\",\n            587)", "c.Connect(\n            \"FLAG\",\n            587,\n            SecureSocketOptions.StartTls)")]
    [InlineData("c.Connect(\n            \"FLAG\", // host\n            587 // port\n        )", "c.Connect(\n            \"FLAG\", // host\n            587, // port\n            SecureSocketOptions.StartTls\n        )")]
    [InlineData("c.Connect(\"FLAG\",\n            587)", "c.Connect(\"FLAG\",\n            587,\n            SecureSocketOptions.StartTls)")]
    public Task An_argument_is_added(string call, string expected)
        => Becomes(
            $"class A\n{{\n    void M(MailKit.Net.Smtp.SmtpClient c) =>\n        {call};\n}}\n",
            $"class A\n{{\n    void M(MailKit.Net.Smtp.SmtpClient c) =>\n        {expected};\n}}\n",
            AddStartTls,
            usings: "using System.Threading;\n",
            imported: "using MailKit.Security;\n");

    [Theory]
    [InlineData("M(\"FLAG\", 587, CancellationToken.None)", "M(\"FLAG\", 587, SecureSocketOptions.StartTls, CancellationToken.None)")]
    [InlineData("M(\"FLAG\",\n        587,\n        CancellationToken.None)", "M(\"FLAG\",\n        587,\n        SecureSocketOptions.StartTls,\n        CancellationToken.None)")]
    public Task An_argument_is_added_in_front_of_another(string call, string expected)
        => Becomes(
            $"class A\n{{\n    void N() => {call};\n    void M(string h, int p, CancellationToken t) {{ }}\n    void M(string h, int p, SecureSocketOptions o, CancellationToken t) {{ }}\n}}\n",
            $"class A\n{{\n    void N() => {expected};\n    void M(string h, int p, CancellationToken t) {{ }}\n    void M(string h, int p, SecureSocketOptions o, CancellationToken t) {{ }}\n}}\n",
            AddStartTls,
            usings: "using System.Threading;\nusing MailKit.Security;\n");

    [Fact]
    public Task An_argument_is_replaced_with_its_using()
        => Becomes(
            "class A { void M(MailKit.Net.Smtp.SmtpClient c) => c.Connect(\"FLAG\", 587, options: /* TLS */ MailKit.Security.SecureSocketOptions.None); }\n",
            "class A { void M(MailKit.Net.Smtp.SmtpClient c) => c.Connect(\"FLAG\", 587, options: /* TLS */ SecureSocketOptions.StartTls); }\n",
            (edits, target) => edits.ReplaceArgument(ArgumentEdits.Find(target.Find<ArgumentListSyntax>()!, "options", 2)!, Imports.AddMember("MailKit.Security.SecureSocketOptions", "StartTls")),
            usings: "using System;\n",
            imported: "using MailKit.Security;\n");

    [Theory]
    [InlineData("new SmtpClient(\"FLAG\")", "new SmtpClient(\"FLAG\") { EnableSsl = true }")]
    [InlineData("new(\"FLAG\", 587)", "new(\"FLAG\", 587) { EnableSsl = true }")]
    [InlineData("new SmtpClient(\"FLAG\") { }", "new SmtpClient(\"FLAG\") { EnableSsl = true }")]
    [InlineData("new SmtpClient(\"FLAG\") { Port = 587 }", "new SmtpClient(\"FLAG\") { Port = 587, EnableSsl = true }")]
    [InlineData("new SmtpClient(\"FLAG\") { Port = 587, }", "new SmtpClient(\"FLAG\") { Port = 587, EnableSsl = true, }")]
    [InlineData("new SmtpClient(\"FLAG\") { EnableSsl = false }", "new SmtpClient(\"FLAG\") { EnableSsl = true }")]
    [InlineData("new SmtpClient(\"FLAG\") { EnableSsl = false /* no */, Port = 587 }", "new SmtpClient(\"FLAG\") { EnableSsl = true /* no */, Port = 587 }")]
    [InlineData("new SmtpClient(\"FLAG\")\n        {\n            Port = 587\n        }", "new SmtpClient(\"FLAG\")\n        {\n            Port = 587,\n            EnableSsl = true\n        }")]
    [InlineData("new SmtpClient(\"FLAG\")\n        {\n            Port = 587,\n        }", "new SmtpClient(\"FLAG\")\n        {\n            Port = 587,\n            EnableSsl = true,\n        }")]
    [InlineData("new SmtpClient(\"FLAG\")\n        {\n            Port = 587 // TLS\n        }", "new SmtpClient(\"FLAG\")\n        {\n            Port = 587, // TLS\n            EnableSsl = true\n        }")]
    [InlineData("new SmtpClient(\"FLAG\")\n        {\n            // Why 587.\n            Port = 587, // TLS\n        }", "new SmtpClient(\"FLAG\")\n        {\n            // Why 587.\n            Port = 587, // TLS\n            EnableSsl = true,\n        }")]
    [InlineData("new SmtpClient(\"FLAG\") { Port = 587,\n            Timeout = 1 }", "new SmtpClient(\"FLAG\") { Port = 587,\n            Timeout = 1,\n            EnableSsl = true }")]
    public async Task A_member_is_set(string creation, string expected)
    {
        var (before, after) = ($"class A\n{{\n    SmtpClient M() =>\n        {creation};\n}}\n", $"class A\n{{\n    SmtpClient M() =>\n        {expected};\n}}\n");
        await Becomes(before, after, EnableSsl);
        await Becomes(before.Replace("\n", "\r\n"), after.Replace("\n", "\r\n"), EnableSsl, Usings.Replace("\n", "\r\n"));
    }

    [Theory]
    [InlineData("        var c = new SmtpClient(\"FLAG\");\n", "        var c = new SmtpClient(\"FLAG\");\n        c.EnableSsl = true;\n")]
    [InlineData("        // Brevo.\n        var c = new SmtpClient(\"FLAG\"); // relay\n        c.Dispose();\n", "        // Brevo.\n        var c = new SmtpClient(\"FLAG\"); // relay\n        c.EnableSsl = true;\n        c.Dispose();\n")]
    [InlineData("\n        var c = new SmtpClient(\"FLAG\");\n\n        c.Dispose();\n", "\n        var c = new SmtpClient(\"FLAG\");\n        c.EnableSsl = true;\n\n        c.Dispose();\n")]
    [InlineData("        var c = new SmtpClient(\"FLAG\"); c.Dispose();\n", "        var c = new SmtpClient(\"FLAG\"); c.EnableSsl = true; c.Dispose();\n")]
    [InlineData("        SmtpClient c;\n        if (DateTime.Now.Year > 1)\n            c = new SmtpClient(\"FLAG\"); // relay\n        else\n            c = new();\n", "        SmtpClient c;\n        if (DateTime.Now.Year > 1)\n        {\n            c = new SmtpClient(\"FLAG\"); // relay\n            c.EnableSsl = true;\n        }\n        else\n            c = new();\n")]
    [InlineData("        SmtpClient c;\n        switch (DateTime.Now.Year)\n        {\n            case 1:\n                c = new SmtpClient(\"FLAG\");\n                break;\n        }\n", "        SmtpClient c;\n        switch (DateTime.Now.Year)\n        {\n            case 1:\n                c = new SmtpClient(\"FLAG\");\n                c.EnableSsl = true;\n                break;\n        }\n")]
    public async Task A_statement_is_inserted(string body, string expected)
    {
        var (before, after) = ($"class A\n{{\n    void M()\n    {{\n{body}    }}\n}}\n", $"class A\n{{\n    void M()\n    {{\n{expected}    }}\n}}\n");
        await Becomes(before, after, EnableSslBehind);
        await Becomes(before.Replace("\n", "\r\n"), after.Replace("\n", "\r\n"), EnableSslBehind, Usings.Replace("\n", "\r\n"));
    }

    [Fact]
    public Task A_statement_is_inserted_at_top_level()
        => Becomes(
            "var c = new SmtpClient(\"FLAG\"); // relay\nc.Dispose();\n",
            "var c = new SmtpClient(\"FLAG\"); // relay\nc.EnableSsl = true;\nc.Dispose();\n",
            EnableSslBehind,
            script: true);

    [Fact]
    public async Task Edits_of_several_findings_add_up_in_one_initializer()
    {
        const string source = "class A { SmtpClient M() => new SmtpClient(\"FLAG\", 25) { Host = \"FLAG\" }; }\n";
        var expected = "class A { SmtpClient M() => new SmtpClient(\"FLAG!\", 25) { Host = \"FLAG!\", EnableSsl = true }; }\n";
        Assert.Equal(Usings + expected, await new FixRun(Usings + source).FixAllAsync(new EditFix((edits, target) =>
        {
            edits.Replace(target.Node, SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal("FLAG!")));
            EnableSsl(edits, target);
        })));
    }

    [Fact]
    public async Task Of_two_findings_that_replace_the_same_node_the_first_wins()
    {
        const string source = "class A { string M(string a, string b) => M(\"FLAG1\", \"FLAG2\"); }\n";
        Assert.Equal(
            "class A { string M(string a, string b) => \"FLAG1\"; }\n",
            await new FixRun(source).FixAllAsync(new EditFix((edits, target) => edits.Replace(target.Find<InvocationExpressionSyntax>()!, target.Node))));
    }

    [Fact]
    public async Task An_edit_inside_a_replaced_node_is_left_out()
    {
        const string source = "class A { string M(string a, string b) => M(\"FLAG1\", M(\"FLAG2\", \"x\")); }\n";
        Assert.Equal(
            "class A { string M(string a, string b) => \"FLAG1\"; }\n",
            await new FixRun(source).FixAllAsync(new EditFix((edits, target) => edits.Replace(target.Find<InvocationExpressionSyntax>()!, target.Node))));
    }

    [Fact]
    public async Task An_edit_around_a_replaced_node_is_left_out()
    {
        const string source = "class A { string M(string a, string b) => M(M(\"FLAG1\", \"x\"), \"FLAG2\"); }\n";
        Assert.Equal(
            "class A { string M(string a, string b) => M(\"FLAG1\", \"FLAG2\"); }\n",
            await new FixRun(source).FixAllAsync(new EditFix((edits, target) => edits.Replace(target.Find<InvocationExpressionSyntax>()!, target.Node))));
    }

    [Theory]
    [InlineData("        Console.Write(\"FLAG\");\n", "")]
    [InlineData("        // Why.\n        Console.Write(\"FLAG\");\n", "        // Why.\n")]
    [InlineData("        Console.Write(\"FLAG\"); // why\n", "        // why\n")]
    [InlineData("        // Why.\n        Console.Write(\"FLAG\"); // why\n", "        // Why.\n        // why\n")]
    [InlineData("#if true\n        Console.Write(\"FLAG\");\n#endif\n", "\n#if true\n#endif\n")]
    public Task A_statement_is_removed_and_its_comments_stay(string statement, string rest)
        => Becomes(
            $"class A\n{{\n    void M()\n    {{\n{statement}        Console.Write(1);\n    }}\n}}\n",
            $"class A\n{{\n    void M()\n    {{\n{rest}        Console.Write(1);\n    }}\n}}\n",
            (edits, target) => edits.Remove(target.Find<StatementSyntax>()!),
            "using System;\n");

    [Fact]
    public async Task An_edit_that_throws_changes_nothing()
    {
        const string source = "class A { string M() => \"FLAG\"; }\n";
        var failures = 0;
        var edits = new DocumentEdits(_ => failures++);
        Assert.False(edits.TryRecord(_ => throw new InvalidOperationException()));

        var document = new FixRun(source).Document;
        Assert.Same(document, await edits.ApplyAsync(document, default));
        Assert.Equal(1, failures);
    }

    [Fact]
    public async Task A_fix_that_throws_takes_nothing_from_the_others()
    {
        var fix = new ThrowingFix();
        var actions = 0;
        var document = new FixRun("class A { string M() => \"FLAG\"; }\n").Document;
        var finding = Assert.Single(await FixRun.FindingsAsync(document));
        await fix.RegisterCodeFixesAsync(new Microsoft.CodeAnalysis.CodeFixes.CodeFixContext(document, finding, (_, _) => actions++, default));
        Assert.Equal(0, actions);
    }

    private sealed class EditFix(Action<DocumentEdits, FixTarget> edit) : BrevoCodeFix
    {
        public override ImmutableArray<string> FixableDiagnosticIds { get; } = [ToyRule.Id];

        protected override IEnumerable<FixChoice> Choices(FixTarget target)
        {
            yield return new FixChoice("Edit", "Edit", edits => edit(edits, target));
        }
    }

    private sealed class ThrowingFix : BrevoCodeFix
    {
        public override ImmutableArray<string> FixableDiagnosticIds { get; } = [ToyRule.Id];

        protected override IEnumerable<FixChoice> Choices(FixTarget target) => Enumerable.Range(0, 1).Select<int, FixChoice>(_ => throw new InvalidOperationException());
    }
}
