#compdef webstir
# Completion of webstir for zsh. For this shell: source <(webstir completions zsh)
# For good: webstir completions zsh > a folder of your $fpath/_webstir

_webstir() {
    local line
    local -a found candidates
    found=("${(@f)$(webstir complete zsh "${(j: :)words[1,CURRENT-1]} $PREFIX" 2>/dev/null)}")
    for line in $found; do
        if [[ $line == :folders ]]; then
            compset -P '--*='
            _files -/
        else
            # A colon ends the word in what is described.
            candidates+=("${${line%%$'\t'*}//:/\\:}:${line#*$'\t'}")
        fi
    done
    (( $#candidates == 0 )) || _describe -V webstir candidates
}

# As a file of $fpath it runs when it is needed first; sourced, it registers itself.
if [[ $funcstack[1] == _webstir ]]; then
    _webstir "$@"
else
    compdef _webstir webstir
fi
