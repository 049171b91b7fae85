using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BrevoAnalyzers.Values;

/// <summary>
/// Tells a variable's values before and after a write apart, so that <c>if (port == 0) port = 587;</c> asks about the old port and
/// not about the new one. A revision is the number of writes that stand before a place in the text of its body.
/// </summary>
internal sealed class Revisions
{
    private readonly Dictionary<SyntaxNode, Body> _bodies = new();

    /// <summary>
    /// The revision of <paramref name="path"/> at a position of the body that <paramref name="at"/> belongs to; empty for the value
    /// that the body starts with. A constructor counts from its end, as its last value is the one that methods start with.
    /// </summary>
    public string At(AccessPath path, IOperation at, int position)
    {
        var body = BodyOf(at);
        int before = 0, after = 0;
        foreach (var (written, end) in body.Writes)
        {
            if (!path.StartsWith(written, out _))
                continue;

            if (end <= position)
                before++;
            else
                after++;
        }

        var count = body.IsConstructor && path.RootIsMember ? -after : before;
        return count == 0 ? "" : "~" + count.ToString(CultureInfo.InvariantCulture);
    }

    public string At(AccessPath path, IOperation at) => At(path, at, at.Syntax.SpanStart);

    /// <summary>Whether nothing but its declaration gives the variable a value, as far as the body around <paramref name="at"/> shows.</summary>
    public bool IsNeverRewritten(AccessPath path, IOperation at)
    {
        foreach (var (written, _) in BodyOf(at).Writes)
        {
            if (path.StartsWith(written, out _))
                return false;
        }

        return true;
    }

    /// <summary>Whether the body around <paramref name="at"/> has a <c>goto</c>: then the order of its text says little.</summary>
    public bool HasGoto(IOperation at) => BodyOf(at).HasGoto;

    private Body BodyOf(IOperation at)
    {
        var root = Operations.RootOf(at);
        if (!_bodies.TryGetValue(root.Syntax, out var body))
            _bodies.Add(root.Syntax, body = new Body(root));

        return body;
    }

    private sealed class Body
    {
        public Body(IOperation root)
        {
            IsConstructor = root.Syntax is ConstructorDeclarationSyntax;
            foreach (var operation in Operations.Below(root, intoFunctions: true))
                Add(operation);
        }

        public bool IsConstructor { get; }

        public bool HasGoto { get; private set; }

        public List<(AccessPath Path, int End)> Writes { get; } = new();

        private void Add(IOperation operation)
        {
            switch (operation)
            {
                case IDeconstructionAssignmentOperation deconstruction:
                    AddTargets(deconstruction.Target, deconstruction.Syntax.Span.End);
                    break;
                case IAssignmentOperation assignment:
                    AddTargets(assignment.Target, assignment.Syntax.Span.End);
                    break;
                case IIncrementOrDecrementOperation increment:
                    AddTargets(increment.Target, increment.Syntax.Span.End);
                    break;
                case IArgumentOperation { Parameter.RefKind: RefKind.Out or RefKind.Ref } argument:
                    AddTargets(argument.Value, argument.Syntax.Span.End);
                    break;
                case IBranchOperation { BranchKind: BranchKind.GoTo }:
                    HasGoto = true;
                    break;
            }
        }

        private void AddTargets(IOperation target, int end)
        {
            switch (Operations.Unwrap(target))
            {
                case IDeclarationExpressionOperation:
                    break; // the variable's first value
                case ITupleOperation tuple:
                    foreach (var element in tuple.Elements)
                        AddTargets(element, end);
                    break;
                case { } single when AccessPath.TryGet(single, out var path):
                    Writes.Add((path, end));
                    break;
            }
        }
    }
}
