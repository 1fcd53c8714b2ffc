"""What `careerpath` alone says: what to do first, and once there are answers, what to do next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerpath.cli.options import DEFAULT_PROFILE

if TYPE_CHECKING:
    from careerpath.model.profile import ProfileSummary

FIRST = """\
careerpath finds out which roles suit you, what you are missing, and what to do next.

Begin here:
  careerpath quiz                          answer questions; Ctrl-C stops at any time and keeps what you said
Or look first:
  careerpath compare marketing product     two roles side by side
  careerpath roles                         every role
"""

NEXT = """\
{name} has {answers} answers, last changed on {day}.

What you can do with them:
  careerpath results{argument:23}see where you stand, and what to do next
  careerpath plan ROLE --hours-per-week 5 --weeks 12{option}
                                         what to learn for a role, and in which order
  careerpath quiz{option:26}answer more, or change answers
"""

UNFINISHED = """\
A quiz was interrupted; nothing of it is lost.
  careerpath quiz{option:26}go on with it
"""

MORE = """
'careerpath --help' lists all commands. Everything stays on this machine.
"""


def welcome_text() -> str:
    """The text, by what is stored; a store that cannot be read is passed over here, other commands say why."""
    profile = _profile()
    if profile is None:
        return FIRST + MORE
    default = profile.name == DEFAULT_PROFILE
    words = {
        "name": f"The profile '{profile.name}'",
        "answers": profile.answers,
        "day": f"{profile.updated:%Y-%m-%d}",
        "argument": " " if default else f" {_quoted(profile.name)} ",
        "option": " " if default else f" --profile {_quoted(profile.name)} ",
    }
    text = NEXT.format(**words) if profile.answers else ""
    text += ("\n" if text and profile.has_draft else "") + (UNFINISHED.format(**words) if profile.has_draft else "")
    return "\n".join(line.rstrip() for line in text.splitlines()) + "\n" + MORE


def _profile() -> ProfileSummary | None:
    """The profile `me`, else the one that was changed last; None if there is none."""
    from careerpath.errors import CareerpathError
    from careerpath.store.location import default_path

    path = default_path()
    if not path.exists():
        return None
    from careerpath.store.store import Store

    try:
        with Store.open(path, create=False) as store:
            profiles = store.profiles()
    except CareerpathError:
        return None
    return max(profiles, key=lambda entry: (entry.name == DEFAULT_PROFILE, entry.updated), default=None)


def _quoted(name: str) -> str:
    import shlex

    return shlex.quote(name)
