"""Names as people write them, into roles of the catalogue. Forgiving on the way in, canonical on the way out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerpath.errors import Problem, UsageError
from careerpath.suggest import closest

if TYPE_CHECKING:
    from careerpath.model.catalog import Catalog
    from careerpath.model.role import Role

MAX_SHOWN = 60


class RoleNames:
    """Everything that the roles of a catalogue are called."""

    def __init__(self, catalog: Catalog) -> None:
        self._roles = {
            folded(spelling): role for role in catalog.roles for spelling in (role.id, role.title, *role.aliases)
        }

    def resolve(self, name: str) -> Role:
        """The role that a name means: its id, title or alias, or the beginning of one, in any case.

        Raises:
            UsageError: the name means no role (with suggestions), or several (with the candidates).
        """
        wanted = folded(name)
        if wanted in self._roles:
            return self._roles[wanted]
        if wanted:
            for found in (
                {role.id: role for spelling, role in self._roles.items() if spelling.startswith(wanted)},
                {role.id: role for spelling, role in self._roles.items() if f" {wanted}" in f" {spelling}"},
            ):
                if len(found) == 1:
                    return next(iter(found.values()))
                if found:
                    raise _ambiguous(name, list(found.values()))
        raise _unknown(name, self._roles)


def resolve_role(catalog: Catalog, name: str) -> Role:
    """As `RoleNames.resolve`, for one name.

    Raises:
        UsageError: the name means no role, or several.
    """
    return RoleNames(catalog).resolve(name)


def folded(name: str) -> str:
    """A name without case, and with single blanks for hyphens, underlines and other white space."""
    return " ".join(name.casefold().replace("-", " ").replace("_", " ").split())


def folded_number(name: str) -> str:
    """As `folded`, for what may be a number: a sign before it stays, since -1 is not 1."""
    return ("-" if name.lstrip()[:1] == "-" else "") + folded(name)


def _ambiguous(name: str, candidates: list[Role]) -> UsageError:
    listed = ", ".join(sorted(role.id for role in candidates))
    return UsageError(
        Problem(
            code="ambiguous-role",
            message=f"'{name[:MAX_SHOWN]}' could be {len(candidates)} roles: {listed}.",
            hint="Write a little more of the name.",
        )
    )


def _unknown(name: str, names: dict[str, Role]) -> UsageError:
    guesses = dict.fromkeys(names[guess].id for guess in closest(folded(name), names, count=3))
    hint = f"Did you mean {' or '.join(guesses)}? " if guesses else ""
    return UsageError(
        Problem(
            code="unknown-role",
            message=f"there is no role '{name[:MAX_SHOWN]}' in the catalogue.",
            hint=f"{hint}'careerpath roles' lists them all.",
        )
    )
