using System.Text.Json.Serialization;

namespace HealthyShop.Delivery;

/// <summary>What Brevo's webhook sends, as far as the shop needs it.</summary>
public sealed record DeliveryEvent(
    [property: JsonPropertyName("event")] string Event,
    [property: JsonPropertyName("email")] string Email,
    [property: JsonPropertyName("message-id")] string? MessageId,
    [property: JsonPropertyName("reason")] string? Reason);
