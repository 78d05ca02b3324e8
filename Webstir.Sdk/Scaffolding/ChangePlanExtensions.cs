using Webstir.Sdk.Problems;

namespace Webstir.Sdk.Scaffolding;

/// <summary>What is added to a plan when it is carried out.</summary>
internal static class ChangePlanExtensions
{
    /// <summary>The plan with one more problem, if there is one.</summary>
    public static T And<T>(this T plan, Problem? problem)
        where T : ChangePlan => problem is null ? plan : plan with { Problems = [.. plan.Problems, problem] };
}
