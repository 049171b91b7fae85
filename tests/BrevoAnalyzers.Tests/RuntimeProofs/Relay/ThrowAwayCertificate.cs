using System;
using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace BrevoAnalyzers.Tests.RuntimeProofs.Relay;

/// <summary>
/// A self-signed certificate for 127.0.0.1, made once per test run and never stored. Nobody trusts it, so the right code
/// under test trusts this one certificate by its thumbprint, and code that accepts everything is told apart.
/// </summary>
internal static class ThrowAwayCertificate
{
    public static X509Certificate2 Instance { get; } = Create();

    /// <summary>Accepts this certificate and no other: a callback that looks.</summary>
    public static RemoteCertificateValidationCallback Pinned { get; } =
        (_, certificate, _, _) => certificate?.GetCertHashString() == Instance.GetCertHashString();

    private static X509Certificate2 Create()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=relay.test", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());

        using var ephemeral = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));

        // SChannel does not serve a certificate with an ephemeral key; the round trip through PFX gives it a stored one.
        return X509CertificateLoader.LoadPkcs12(ephemeral.Export(X509ContentType.Pfx), password: null);
    }
}
