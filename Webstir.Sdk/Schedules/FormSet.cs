namespace Webstir.Sdk.Schedules;

/// <summary>A set of <see cref="Form"/>s.</summary>
internal readonly record struct FormSet
{
    /// <summary>What every scheduler knows.</summary>
    public static readonly FormSet Basic = Of(Form.Any, Form.AnyStep, Form.Value, Form.Range, Form.RangeStep);

    /// <summary>The same with <c>5/15</c>.</summary>
    public static readonly FormSet Stepped = Basic.With(Form.ValueStep);

    /// <summary>Every form with a meaning.</summary>
    public static readonly FormSet Everything = new((1u << (int)Form.Malformed) - 1);

    private readonly uint _bits;

    private FormSet(uint bits) => _bits = bits;

    public static FormSet Of(params ReadOnlySpan<Form> forms)
    {
        uint bits = 0;
        foreach (Form form in forms)
            bits |= 1u << (int)form;
        return new FormSet(bits);
    }

    public FormSet With(params ReadOnlySpan<Form> forms) => new(_bits | Of(forms)._bits);

    public FormSet Without(params ReadOnlySpan<Form> forms) => new(_bits & ~Of(forms)._bits);

    public bool Contains(Form form) => (_bits & (1u << (int)form)) != 0;
}
