# Completion of webstir for PowerShell. For this shell: webstir completions powershell | Out-String | Invoke-Expression
# For good: add that line to your $PROFILE.

Register-ArgumentCompleter -Native -CommandName webstir -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    # The tree has no blanks at its end; the line up to the cursor may.
    $length = $cursorPosition - $commandAst.Extent.StartOffset
    $line = $commandAst.Extent.Text.PadRight($length).Substring(0, $length)
    foreach ($found in @(webstir complete powershell $line 2>$null)) {
        $value, $description = $found -split "`t", 2
        if ($value -eq ':folders') {
            $prefix, $typed = if ($wordToComplete -match '^(--[^=]+=)(.*)$') { $Matches[1], $Matches[2] } else { '', $wordToComplete }
            [System.Management.Automation.CompletionCompleters]::CompleteFilename($typed) |
                Where-Object ResultType -EQ ProviderContainer |
                ForEach-Object { [System.Management.Automation.CompletionResult]::new($prefix + $_.CompletionText, $_.ListItemText, $_.ResultType, $_.ToolTip) }
        }
        else {
            if (-not $description) { $description = $value }
            [System.Management.Automation.CompletionResult]::new($value, $value, 'ParameterValue', $description)
        }
    }
}
