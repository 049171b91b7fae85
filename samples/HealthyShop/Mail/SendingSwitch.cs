namespace HealthyShop.Mail;

/// <summary>
/// Off after a failure that every further mail would meet too: a wrong key or a suspended account gets no better by being tried again.
/// It goes on again when somebody has seen to it and the shop is restarted.
/// </summary>
public sealed class SendingSwitch(ILogger<SendingSwitch> logger)
{
    private MailException? _reason;

    public bool IsOff => Volatile.Read(ref _reason) is not null;

    public void TurnOff(MailException reason)
    {
        if (Interlocked.CompareExchange(ref _reason, reason, null) is null)
            logger.LogCritical(reason, "No mail is sent any more until somebody has seen to this: {Failure}", reason.Failure);
    }

    /// <exception cref="MailException">Sending is off; what it was turned off for.</exception>
    public void ThrowIfOff()
    {
        if (Volatile.Read(ref _reason) is { } reason)
            throw new MailException(reason.Failure, "Sending is stopped since an earlier failure.", reason);
    }
}
