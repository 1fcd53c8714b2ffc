# Completion of careerpath for fish: careerpath completion fish | source
function __careerpath_complete
    set -l words (commandline -opc)
    set -l current (commandline -ct)
    for line in ($words[1] --complete fish $words "$current" 2>/dev/null)
        switch $line
            case ':files*'
                __fish_complete_path "$current"
            case ':folders*'
                __fish_complete_directories "$current"
            case '*'
                echo $line
        end
    end
end
complete --command careerpath --no-files --arguments '(__careerpath_complete)'
