"""What can stand in the place of an argument or option value, for completion in a shell.

What a value is follows from its metavar, so that a new command is completed as soon as it uses one of these.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from careerpath.catalog.names import resolve_role
from careerpath.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from careerpath.model.catalog import Catalog


class Candidate(NamedTuple):
    """A word to offer, and what it means ('' if it says so itself)."""

    word: str
    about: str = ""


FILES: Final = Candidate(":files")
FOLDERS: Final = Candidate(":folders")
"""Left to the shell, which knows files best."""


class Asked(NamedTuple):
    """What is asked for: the word so far, the values that stand before it, the catalogue's folder if one is named."""

    word: str
    before: tuple[str, ...] = ()
    folder: str | None = None

    def catalog(self) -> Catalog:
        """The catalogue in use."""
        from careerpath.catalog.load import load_catalog

        folder = self.folder or os.environ.get("CAREERPATH_CATALOG")
        return load_catalog(Path(folder) if folder else None)


def roles(asked: Asked) -> list[Candidate]:
    """Role ids; where no id begins so, the one role that the name would find all the same."""
    catalog = asked.catalog()
    listed = [role for role in catalog.roles if role.id not in asked.before]
    beginning = [Candidate(role.id, role.title) for role in listed if role.id.startswith(asked.word)]
    if beginning or not asked.word:
        return beginning
    try:
        role = resolve_role(catalog, asked.word)
    except UsageError:
        return []
    return [Candidate(role.id, role.title)]


def profiles(asked: Asked) -> list[Candidate]:
    """The names of the stored profiles."""
    from careerpath.store.location import default_path

    path = default_path()
    if not path.exists():
        return []
    from careerpath.store.store import Store

    with Store.open(path, create=False) as store:
        return _beginning(asked, (Candidate(entry.name, f"{entry.answers} answers") for entry in store.profiles()))


def profile_then_roles(asked: Asked) -> list[Candidate]:
    """The name of a profile first, then roles."""
    return roles(asked) if asked.before else profiles(asked)


def skill_levels(asked: Asked) -> list[Candidate]:
    """`SKILL=`, and after the sign a level."""
    from careerpath.model.skill import LEVELS

    skill, sign, _ = asked.word.partition("=")
    if sign:
        return _beginning(asked, (Candidate(f"{skill}={level}", name) for level, name in enumerate(LEVELS)))
    return _beginning(asked, (Candidate(f"{entry.id}=", entry.label) for entry in asked.catalog().skills))


def tracks(asked: Asked) -> list[Candidate]:
    """The tracks."""
    return _beginning(asked, (Candidate(track.id, track.label) for track in asked.catalog().tracks))


def learning(asked: Asked) -> list[Candidate]:
    """What can be learnt."""
    return _beginning(asked, (Candidate(entry.id, entry.title) for entry in asked.catalog().learning))


def kinds(asked: Asked) -> list[Candidate]:
    """The kinds of output and input."""
    from careerpath.render.data.kinds import KINDS

    return _beginning(asked, (Candidate(name, kind.title.replace("`", "")) for name, kind in KINDS.items()))


def files(asked: Asked) -> list[Candidate]:  # noqa: ARG001 (one signature for all)
    """Any file."""
    return [FILES]


def folders(asked: Asked) -> list[Candidate]:  # noqa: ARG001 (one signature for all)
    """Any folder."""
    return [FOLDERS]


def nothing(asked: Asked) -> list[Candidate]:  # noqa: ARG001 (one signature for all)
    """Something that only the person knows."""
    return []


SOURCES: Final[dict[str, Callable[[Asked], list[Candidate]]]] = {
    "ROLE": roles,
    "A B [C ...]": roles,
    "[FROM] TO": roles,
    "NAME": profiles,
    "[NAME]": profiles,
    "[NAME] [ROLE ...]": profile_then_roles,
    "[SKILL=LEVEL ...]": skill_levels,
    "TRACK": tracks,
    "ID": learning,
    "[KIND]": kinds,
    "FILE": files,
    "[INPUT]": files,
    "OUTPUT": files,
    "PREFIX": files,
    "DIR": folders,
    "[DIR]": folders,
    "N": nothing,
    "H": nothing,
    "DATE": nothing,
}
"""Where the words come from, by metavar. Values of a fixed set need no entry."""


def _beginning(asked: Asked, candidates: Iterator[Candidate]) -> list[Candidate]:
    return [candidate for candidate in candidates if candidate.word.startswith(asked.word)]
