using System;
using Microsoft.CodeAnalysis;

namespace BrevoAnalyzers.Reading.Files;

/// <summary>
/// Finds out by a look at the text whether code leaves port and TLS to <c>&lt;network&gt;</c>. Wherever a client and such a setting
/// are named in one file the code may set it, and nothing follows from its absence in the configuration.
/// </summary>
internal static class SystemNetMailText
{
    public static ClientDefaults Of(Compilation compilation)
    {
        bool makesClients = false, setsPort = false, setsTls = false;
        foreach (var tree in compilation.SyntaxTrees)
        {
            if (!tree.TryGetText(out var source))
                continue;

            var text = source.ToString();
            if (text.IndexOf("SmtpClient", StringComparison.Ordinal) < 0)
                continue;

            makesClients = true;
            setsPort |= text.IndexOf("Port", StringComparison.Ordinal) >= 0;
            setsTls |= text.IndexOf("EnableSsl", StringComparison.Ordinal) >= 0;
        }

        return new ClientDefaults(LeavePort: makesClients && !setsPort, LeaveEnableSsl: makesClients && !setsTls);
    }
}
