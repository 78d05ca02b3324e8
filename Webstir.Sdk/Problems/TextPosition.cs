namespace Webstir.Sdk.Problems;

/// <summary>A place in a text file, as editors count.</summary>
/// <param name="Line">Line, from 1; a line ends with LF.</param>
/// <param name="Column">Column, from 1, in UTF-16 code units; a byte order mark has no column.</param>
public readonly record struct TextPosition(int Line, int Column);
