namespace Webstir.Sdk.Backend;

/// <summary>Something that happened while a backend is watched.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Text">A line about it.</param>
/// <param name="Build">Result of a build or type check; <see langword="null"/> for other events.</param>
public sealed record WatchEvent(WatchEventKind Kind, string Text, BuildResult? Build = null);
