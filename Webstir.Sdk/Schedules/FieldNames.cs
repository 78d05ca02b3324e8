namespace Webstir.Sdk.Schedules;

/// <summary>Fields in words.</summary>
internal static class FieldNames
{
    public static string Of(Field field) => field switch
    {
        Field.Second => "second",
        Field.Minute => "minute",
        Field.Hour => "hour",
        Field.Day => "day of month",
        Field.Month => "month",
        Field.Weekday => "day of week",
        _ => "year",
    };
}
