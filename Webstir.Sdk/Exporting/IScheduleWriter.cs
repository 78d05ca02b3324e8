using Webstir.Sdk.Schedules;

namespace Webstir.Sdk.Exporting;

/// <summary>Says what a schedule means in the syntax of a target.</summary>
internal interface IScheduleWriter
{
    /// <summary>The schedule there, or why there is none.</summary>
    Conversion Convert(Meaning meaning);
}
