namespace BrevoAnalyzers.Reading.Files;

/// <summary>
/// What the code is known to leave to <c>&lt;network&gt;</c>: a client takes its defaults for what the element does not say, unless
/// code sets it.
/// </summary>
/// <param name="LeavePort">Clients are made and none is given a port.</param>
/// <param name="LeaveEnableSsl">Clients are made and none is told whether to use TLS.</param>
internal readonly record struct ClientDefaults(bool LeavePort, bool LeaveEnableSsl);
