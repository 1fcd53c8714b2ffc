"""Every word that the prompts say, in one place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from careerpath import ascii_likeness
from careerpath.model.question import MAX_YEARS
from careerpath.prompts.wrap import measure

if TYPE_CHECKING:
    from careerpath.quiz.questions import AskedQuestion

UNKNOWN: Final = "don't know yet"
NONE: Final = "none of these"
PREVIOUS: Final = "(your answer)"
YES, NO = "yes", "no"

UNKNOWN_KEY, NONE_KEY, WHY_KEY, FINISH_KEY, BACK_KEY = "u", "n", "?", "f", "b"

UNKNOWN_WORDS: Final = frozenset({UNKNOWN_KEY, "unknown", UNKNOWN})
NONE_WORDS: Final = frozenset({NONE_KEY, "none", NONE})
BACK_WORDS: Final = frozenset({BACK_KEY, "back"})
WHY_WORDS: Final = frozenset({WHY_KEY, "why", "help"})
FINISH_WORDS: Final = frozenset({FINISH_KEY, "finish"})
YES_WORDS: Final = frozenset({"y", YES})
NO_WORDS: Final = frozenset({NO, "n"})

LOOK_OVER: Final = "Look over your answers first, to change one or to go on?"

NOT_YEARS: Final = f"Please give whole years, 0 to {MAX_YEARS}."
NOT_BACK: Final = "This is the first question."
NOT_TICKED: Final = f"Nothing is ticked. Space ticks; or choose '{NONE}'."
NOT_PASTED: Final = "Pasted text is no answer here: choose one."
NOT_READABLE: Final = "That could not be read as text."
NOT_YES_OR_NO: Final = "Please answer yes or no."

_LIST_HINTS: Final = {
    # several answers, type to filter
    (False, False): ("↑↓ or number, Enter", "↑↓ Enter"),
    (False, True): ("↑↓ or type to filter, Enter", "↑↓ type, Enter", "type, Enter"),
    (True, False): ("↑↓, Space ticks, Enter", "Space, Enter", "Space Enter"),
    (True, True): ("↑↓ or type to filter, Space ticks, Enter", "type, Space, Enter", "Space Enter"),
}
_ASCII: Final = {"↑↓": "Up/Down", "↑": "^", "↓": "v", "←": "Left", "·": "|", "…": ".."}


def list_hints(*, several: bool, filtered: bool, can_go_back: bool) -> tuple[str, ...]:
    """The keys of a list, from the longest hint to the shortest."""
    finish = "Ctrl-F finish" if filtered else "f finish"
    back = ["← back"] if can_go_back else []
    hints = [" · ".join([start, *back, "? why", finish]) for start in _LIST_HINTS[several, filtered]]
    return (*hints, " · ".join([_LIST_HINTS[several, filtered][-1], *back, "?", finish.replace("Ctrl-", "^")]))


def years_hints(*, can_go_back: bool) -> tuple[str, ...]:
    """What can be entered instead of years, from the longest hint to the shortest."""
    back = ["back"] if can_go_back else []
    return (
        " · ".join([f"Years, 0 to {MAX_YEARS}; empty: {UNKNOWN}", *back, "? why", "finish"]),
        " · ".join([f"0-{MAX_YEARS} or empty", *back, "? why", "finish"]),
        " · ".join([f"0-{MAX_YEARS}", *back, "?", "finish"]),
    )


def line_hint(question: AskedQuestion, *, can_go_back: bool) -> str:
    """What can be entered, where lines are read."""
    if question.part == "review":
        return f"A number, or Enter for the result, {BACK_KEY} back, {WHY_KEY} why"
    start = {
        "one": "A number or name",
        "several": "Numbers or names, with commas between",
        "years": f"Whole years, 0 to {MAX_YEARS}",
    }[question.answer]
    back = [f"{BACK_KEY} back"] if can_go_back else []
    return ", ".join([start, f"{UNKNOWN_KEY} {UNKNOWN}", *back, f"{WHY_KEY} why", f"{FINISH_KEY} finish"])


def keeps(answer: str) -> str:
    """Said where an empty entry leaves an earlier answer as it is."""
    return f"Enter keeps your answer: {answer}."


def more(count: int, arrow: str) -> str:
    """Said where a list goes on."""
    return f"{arrow} {count} more"


def ticked(count: int) -> str:
    """Several answers, where there is no room for their names."""
    return f"{count} ticked"


def filter_note(text: str, *, found: int, total: int) -> str:
    """Said while a list is filtered; found is 0 if nothing fits, and then the whole list is shown."""
    if not found:
        return f"Filter: {text} (no match, all shown)"
    return f"Filter: {text} ({found} of {total})"


def no_such_option(entry: str) -> str:
    """Said where an entry is none of the answers."""
    return f"'{entry}' is none of the answers."


def ambiguous_option(entry: str, labels: list[str]) -> str:
    """Said where an entry could mean several answers."""
    return f"'{entry}' could be: {', '.join(labels)}."


def yes_or_no(*, default: bool) -> str:
    """The choices after a question of yes or no, the default in capitals."""
    return "[Y/n]" if default else "[y/N]"


def in_ascii(text: str) -> str:
    """In ASCII, for terminals that know no more: arrows in words, and of other signs what is like them."""
    for sign, plain in _ASCII.items():
        text = text.replace(sign, plain)
    return ascii_likeness.in_ascii(text, measure)
