namespace HealthyShop.Mail;

/// <summary>A mail of the shop, whatever way it takes. The sender is always the shop.</summary>
/// <param name="ReplyTo">Who gets the answers, if not the shop: a visitor's address belongs here and never into the sender.</param>
public sealed record Email(string ToAddress, string ToName, string Subject, string Html, string? ReplyTo = null);
