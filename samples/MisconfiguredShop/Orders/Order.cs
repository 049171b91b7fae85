namespace MisconfiguredShop.Orders;

/// <summary>What somebody has bought.</summary>
public sealed record Order(string Number, string CustomerName, string CustomerEmail, decimal Total);
