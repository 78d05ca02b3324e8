namespace Webstir.Sdk.Scaffolding;

/// <summary>What a plan does to a file.</summary>
public enum ChangeKind
{
    /// <summary>The file is written for the first time.</summary>
    Create,

    /// <summary>The file gets new content.</summary>
    Update,

    /// <summary>The file is as it should be.</summary>
    Unchanged,

    /// <summary>The file, or what it says, is in the way: the whole plan is refused.</summary>
    Conflict,
}
