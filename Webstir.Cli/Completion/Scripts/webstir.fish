# Completion of webstir for fish. For this shell: webstir completions fish | source
# For good: webstir completions fish > ~/.config/fish/completions/webstir.fish

function __webstir_complete
    for line in (webstir complete fish (commandline -cp | string collect) 2>/dev/null)
        if test "$line" = :folders
            set -l typed (commandline -ct | string replace -r -- '^--[^=]+=' '')
            # A list that is empty would make what it stands beside empty too.
            set -l option (commandline -ct | string match -r -- '^--[^=]+='; or echo '')
            string join \n -- $option(__fish_complete_directories "$typed")
        else
            echo $line
        end
    end
end

complete -c webstir -f -a '(__webstir_complete)'
