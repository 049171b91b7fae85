using System;
using System.Net;
using System.Net.Security;
using Xunit;

namespace BrevoAnalyzers.Tests.RuntimeProofs;

/// <summary>
/// System.Net.Mail has no certificate callback of its own: it asks the one of the whole process. So tests that set it run
/// alone, and each puts back what was there.
/// </summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class ProcessWideCertificateCallback
{
    public const string Name = "Process-wide certificate callback";

    internal static IDisposable Use(RemoteCertificateValidationCallback callback) => new Scope(callback);

    private sealed class Scope : IDisposable
    {
#pragma warning disable SYSLIB0014 // Obsolete for HttpClient, which has its own; for System.Net.Mail there is no other.
        private readonly RemoteCertificateValidationCallback? _before = ServicePointManager.ServerCertificateValidationCallback;

        public Scope(RemoteCertificateValidationCallback callback) =>
            ServicePointManager.ServerCertificateValidationCallback = callback;

        public void Dispose() => ServicePointManager.ServerCertificateValidationCallback = _before;
#pragma warning restore SYSLIB0014
    }
}
