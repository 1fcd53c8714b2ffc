#compdef careerpath
# Completion of careerpath for zsh: source <(careerpath completion zsh), after compinit.
_careerpath() {
    local value about found=1
    local -a whole shown open
    while IFS=$'\t' read -r value about; do
        case $value in
            :files) _files; return ;;
            :folders) _files -/; return ;;
            *=) open+=("$value") ;;
            *) whole+=("$value"); shown+=("$value${about:+  $about}") ;;
        esac
    done < <("$words[1]" --complete zsh "${(@Q)words[1,CURRENT]}" 2>/dev/null)
    (( $#whole )) && compadd -U -l -d shown -a whole && found=0
    (( $#open )) && compadd -U -S '' -a open && found=0
    return found
}
if [[ $funcstack[1] == _careerpath ]]; then
    _careerpath "$@"
else
    compdef _careerpath careerpath
fi
