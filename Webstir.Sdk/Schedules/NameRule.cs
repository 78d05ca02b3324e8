namespace Webstir.Sdk.Schedules;

/// <summary>Which words name a month or a day of the week; case never matters.</summary>
internal enum NameRule
{
    /// <summary>Exactly the first three letters.</summary>
    Three,

    /// <summary>At least three letters of a month, two of a day of the week.</summary>
    Prefix,

    /// <summary>Any prefix, down to one letter.</summary>
    AnyPrefix,
}
