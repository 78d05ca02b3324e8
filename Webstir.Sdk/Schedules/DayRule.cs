namespace Webstir.Sdk.Schedules;

/// <summary>How the two day fields combine when both are set.</summary>
internal enum DayRule
{
    /// <summary>Either may match, unless one of the fields is exactly <c>*</c> or <c>?</c>.</summary>
    Or,

    /// <summary>Either may match, unless one of the fields starts with <c>*</c>.</summary>
    OrUnlessStar,

    /// <summary>Either may match, unless one of the fields has a <c>*</c> or <c>?</c> without a step beyond 1.</summary>
    OrUnlessUnstepped,

    /// <summary>Either may match, unless one of the fields has a <c>*</c> or <c>?</c> without any step: to Quartz <c>*/1</c> is a list of days.</summary>
    OrUnlessStepless,

    /// <summary>Both must match.</summary>
    And,

    /// <summary>Exactly one of the fields must be <c>?</c>.</summary>
    OneUnset,
}
