using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BrevoAnalyzers.Reading;

/// <summary>Recognises the types of HTTP clients, serialisers and Brevo's SDKs by name and namespace, whatever assembly they come from.</summary>
internal static class HttpTypes
{
    public static bool IsHttpClient(ITypeSymbol? type) => Inherits(type, "HttpClient", "System.Net.Http") || Inherits(type, "HttpMessageInvoker", "System.Net.Http");

    public static bool IsHttp(ITypeSymbol? type, string name) => Inherits(type, name, "System.Net.Http");

    /// <summary>Whether a call gives a response of System.Net.Http, at once or as a task.</summary>
    public static bool ReturnsResponse(IInvocationOperation call)
    {
        var type = call.Type is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments: { Length: 1 } arguments } ? arguments[0] : call.Type;
        return IsHttp(type, "HttpResponseMessage");
    }

    /// <summary>A header collection of System.Net.Http: <c>DefaultRequestHeaders</c> or a request's <c>Headers</c>.</summary>
    public static bool IsRequestHeaders(ITypeSymbol? type) => Inherits(type, "HttpRequestHeaders", "System.Net.Http.Headers");

    /// <summary>Whether the project knows RestSharp: without it there is nothing of it to be read.</summary>
    public static bool HasRestSharp(Compilation compilation) => Has(compilation, "RestSharp");

    /// <summary>Whether the project knows one of Brevo's SDKs.</summary>
    public static bool HasSdk(Compilation compilation) => Has(compilation, "brevo_csharp") || Has(compilation, "sib_api_v3_sdk");

    private static bool Has(Compilation compilation, string @namespace) => compilation.GlobalNamespace.GetMembers(@namespace).Any();

    public static bool IsRestSharp(ITypeSymbol? type, string name) =>
        Inherits(type, name, "RestSharp") || Inherits(type, "I" + name, "RestSharp") || Implements(type, "I" + name, "RestSharp");

    /// <summary>Whether the type is one of Brevo's SDK, in the namespace <c>Api</c>, <c>Client</c> or <c>Model</c> of either package.</summary>
    public static bool IsSdk(ITypeSymbol? type, string part)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current.ContainingNamespace is { } inner
                && inner.Name == part
                && inner.ContainingNamespace is { Name: "brevo_csharp" or "sib_api_v3_sdk", ContainingNamespace.IsGlobalNamespace: true })
            {
                return true;
            }
        }

        return false;
    }

    public static bool IsSdk(ITypeSymbol? type, string part, string name) => type?.Name == name && IsSdk(type, part);

    public static bool IsIn(ITypeSymbol? type, string @namespace, string name) => type is not null && type.Name == name && IsNamed(type.ContainingNamespace, @namespace);

    private static bool Inherits(ITypeSymbol? type, string name, string @namespace)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (IsIn(current, @namespace, name))
                return true;
        }

        return false;
    }

    private static bool Implements(ITypeSymbol? type, string name, string @namespace)
    {
        if (type is null)
            return false;

        foreach (var contract in type.AllInterfaces)
        {
            if (IsIn(contract, @namespace, name))
                return true;
        }

        return false;
    }

    private static bool IsNamed(INamespaceSymbol? @namespace, string name)
    {
        var end = name.Length;
        for (var current = @namespace; current is { IsGlobalNamespace: false }; current = current.ContainingNamespace)
        {
            var start = end - current.Name.Length;
            if (start < 0 || string.CompareOrdinal(name, start, current.Name, 0, current.Name.Length) != 0)
                return false;
            if (start == 0)
                return current.ContainingNamespace is { IsGlobalNamespace: true };
            if (name[start - 1] != '.')
                return false;

            end = start - 1;
        }

        return false;
    }
}
