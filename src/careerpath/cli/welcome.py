"""What `careerpath` alone says: what to do first, and once there are answers, what to do next."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from careerpath.cli.options import DEFAULT_PROFILE
from careerpath.cli.saying import say, say_beside

if TYPE_CHECKING:
    from careerpath.model.profile import ProfileSummary

COLUMN: Final = 40
"""Where the explanations begin; a command that is longer has its explanation below it."""

MORE: Final = "'careerpath --help' lists all commands. Everything stays on this machine."


def welcome() -> None:
    """Says it, by what is stored; a store that cannot be read is passed over here, other commands say why."""
    found = _profile()
    for line in _first() if found is None else _next(*found):
        if isinstance(line, str):
            say(line)
        else:
            say_beside(f"  {line.call}", line.about, COLUMN)
    say("", MORE)


class Line(NamedTuple):
    """A command, and what it does."""

    call: str
    about: str


def _first() -> list[str | Line]:
    return [
        "Find out which roles suit you, what you are missing, and what to do next.",
        "",
        "Begin here:",
        Line("careerpath quiz", "answer questions; Ctrl-C keeps them"),
        "Or look first:",
        Line("careerpath compare marketing product", "two roles side by side"),
        Line("careerpath roles", "every role"),
    ]


def _next(profile: ProfileSummary, leader: str | None) -> list[str | Line]:
    from careerpath.cli.calls import with_name, with_option
    from careerpath.render.text.numbers import counted
    from careerpath.render.text.times import day_of

    held, day = counted(profile.answers, "answer"), day_of(profile.updated)
    ask = with_option("quiz", profile.name)
    if not profile.answers:
        if profile.has_draft:
            return ["A quiz was interrupted; nothing of it is lost.", Line(ask, "go on with it")]
        return [
            f"The profile '{profile.name}' has no answers yet.",
            "",
            Line(ask, "answer questions; Ctrl-C keeps them"),
        ]
    plan = with_option(f"plan {leader or 'ROLE'} --hours-per-week 5 --weeks 12", profile.name)
    return [
        f"The profile '{profile.name}' has {held}, last changed on {day}.",
        *([f"In its last result, {leader} came first."] if leader else ()),
        "",
        "What you can do with them:",
        Line(with_name("results", profile.name), "where you stand, and what to do next"),
        Line(plan, "what to learn for it, in order" if leader else "what to learn for a role, in order"),
        Line(ask, "go on where you stopped" if profile.has_draft else "change your answers"),
    ]


def _profile() -> tuple[ProfileSummary, str | None] | None:
    """The profile `me`, else the one that was changed last, with its leading role; None if there is none."""
    from careerpath.errors import CareerpathError
    from careerpath.store.location import default_path

    try:
        path = default_path()
        if not path.exists():
            return None
        from careerpath.store.store import Store

        with Store.open(path, create=False) as store:
            profiles = store.profiles()
            if not profiles:
                return None
            chosen = max(profiles, key=lambda entry: (entry.name == DEFAULT_PROFILE, entry.updated))
            results = store.results(chosen.name)
    except (CareerpathError, OSError):
        return None
    return chosen, leader_of(results[-1].summary_json) if results else None


def leader_of(summary: bytes) -> str | None:
    """The id of the role that came first in a stored result; None if that cannot be made out."""
    import msgspec

    try:
        return next(iter(msgspec.json.decode(summary, type=dict[str, dict[str, object]])["roles"]), None)
    except (msgspec.DecodeError, KeyError):
        return None
