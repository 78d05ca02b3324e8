# Completion of webstir for bash. For this shell: source <(webstir completions bash)
# For good: webstir completions bash > ~/.local/share/bash-completion/completions/webstir

_webstir() {
    local value description
    COMPREPLY=()
    while IFS=$'\t' read -r value description; do
        if [[ $value == :folders ]]; then
            compopt -o dirnames
        else
            # Where bash takes "--option=value" for three words, it replaces the last one only.
            [[ $COMP_WORDBREAKS == *=* ]] && value=${value#--*=}
            COMPREPLY+=("$value")
        fi
    done < <(webstir complete bash "${COMP_LINE:0:COMP_POINT}" 2>/dev/null)
}

complete -F _webstir webstir
