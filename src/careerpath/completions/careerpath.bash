# Completion of careerpath for bash: source <(careerpath completion bash)
_careerpath() {
    local value about
    COMPREPLY=()
    while IFS=$'\t' read -r value about; do
        case $value in
            :files) compopt -o default 2>/dev/null; return ;;
            :folders) compopt -o dirnames 2>/dev/null; return ;;
            *=) compopt -o nospace 2>/dev/null ;;
        esac
        COMPREPLY+=("$(printf '%q' "$value")")
    done < <("$1" --complete bash "${COMP_WORDS[@]:0:COMP_CWORD+1}" 2>/dev/null)
}
complete -F _careerpath careerpath
