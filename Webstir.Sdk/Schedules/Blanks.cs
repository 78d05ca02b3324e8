namespace Webstir.Sdk.Schedules;

/// <summary>White space in a schedule that not every scheduler skips.</summary>
[Flags]
internal enum Blanks
{
    /// <summary>Single or repeated spaces between the fields only.</summary>
    None = 0,

    /// <summary>A tab.</summary>
    Tab = 1,

    /// <summary>A line feed, carriage return, vertical tab or form feed.</summary>
    Line = 2,

    /// <summary>Any other white space of Unicode, as the no-break space of pasted text.</summary>
    Unicode = 4,

    /// <summary>Something before the first field.</summary>
    Leading = 8,

    /// <summary>Something after the last field.</summary>
    Trailing = 16,

    /// <summary>A tab or line break anywhere but right after a number and before a space or the end.</summary>
    /// <remarks>NCrontab splits at spaces alone, but its numbers may drag such a blank along.</remarks>
    Loose = 32,

    /// <summary>A byte order mark.</summary>
    ByteOrderMark = 64,

    /// <summary>The next-line character U+0085.</summary>
    NextLine = 128,

    /// <summary>A blank other than space and tab between two fields, unless it just leads the second one or trails a number.</summary>
    /// <remarks>Quartz splits at spaces and tabs alone, and skips other blanks in those two places only.</remarks>
    Glued = 256,

    /// <summary>Whatever is white space to Go and to .NET, wherever it stands.</summary>
    Go = Tab | Line | Unicode | NextLine | Leading | Trailing | Loose | Glued,

    /// <summary>Whatever is white space to JavaScript, wherever it stands.</summary>
    JavaScript = (Go & ~NextLine) | ByteOrderMark,

    /// <summary>All of it.</summary>
    All = Go | JavaScript,
}
