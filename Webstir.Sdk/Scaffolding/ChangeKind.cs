namespace Webstir.Sdk.Scaffolding;

/// <summary>What a plan does to a file.</summary>
public enum ChangeKind
{
    /// <summary>The file is written for the first time.</summary>
    Create,

    /// <summary>The file gets new content.</summary>
    Update,

    /// <summary>The file is deleted.</summary>
    Delete,

    /// <summary>The file stays as it is.</summary>
    Unchanged,

    /// <summary>The file, or what it says, is in the way: the whole plan is refused.</summary>
    Conflict,
}
