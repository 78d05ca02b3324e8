namespace Webstir.Sdk.Workspaces;

/// <summary>What stands where a job's source belongs.</summary>
internal enum JobSourceState
{
    /// <summary>Nothing.</summary>
    Absent,

    /// <summary>The job's folder, without the source file.</summary>
    FolderOnly,

    /// <summary>The source file.</summary>
    Present,

    /// <summary>A file, or a folder whose name differs in case.</summary>
    Blocked,
}
