namespace BrevoAnalyzers; internal static class X { }
