namespace Webstir.Sdk.Benchmarks.Library;

/// <summary>
/// A heap with room for large arrays, as that of a program which has been at work. The collector gives back to the system what lies
/// behind the last object of a region, so one that stays lies at the end of each. Otherwise the time is that of the system, which hands
/// out the same pages over and over: on a virtual machine that can take ten times as long as all the work.
/// </summary>
internal static class RoomyHeap
{
    /// <summary>Two of these sizes fill a region for large arrays, which has 32 MiB.</summary>
    private const int Room = 30_200_000;
    private const int End = 3_000_000;
    private const int Regions = 4;

    /// <summary>What must stay while the room is used.</summary>
    private static byte[][]? _ends;

    /// <summary>Makes the room. Nothing large lies in the heap yet, or the ends would lie elsewhere.</summary>
    public static void Make()
    {
        byte[][] rooms = new byte[Regions][];
        byte[][] ends = new byte[Regions][];
        for (int region = 0; region < Regions; region++)
            (rooms[region], ends[region]) = (new byte[Room], new byte[End]);
        GC.KeepAlive(rooms);
        _ends = ends;
    }
}
