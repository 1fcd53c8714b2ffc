"""What the Python API returns: the values that `--json` prints, frozen and typed, with a picture for notebooks."""

# No postponed annotations here: msgspec needs the types that they name when the program runs.

from typing import Any, Self

import msgspec

from careerpath.api.html import html_page, html_table
from careerpath.render.data.comparison import ComparisonData
from careerpath.render.data.plan import PlanData
from careerpath.render.data.result import ResultData

SHOWN = 10
"""So many roles are shown in a notebook; the value holds them all."""


class Result(ResultData, frozen=True, kw_only=True):
    """Every role for one person, best match first. The fields are those of `careerpath schema quiz`, under `data`."""

    @classmethod
    def of(cls, data: ResultData) -> Self:
        """A result with the fields of another value."""
        return cls(**_fields(data))

    def to_dict(self) -> dict[str, Any]:
        """The fields as plain lists, dictionaries, texts and numbers."""
        return _plain(self)

    def _repr_html_(self) -> str:
        rows = [
            (role.rank, role.title, role.band, f"{role.match:.2f}", f"{role.readiness:.2f}", f"{role.appeal:.2f}")
            for role in self.recommendations[:SHOWN]
        ]
        left = len(self.recommendations) - len(rows)
        note = f"{self.answered} of {self.asked_for} answered; {self.catalog.name} {self.catalog.version}."
        more = f" {left} more roles are in `recommendations`." if left else ""
        return html_page(note + more, html_table(("", "role", "band", "match", "readiness", "appeal"), rows))


class Comparison(ComparisonData, frozen=True, kw_only=True):
    """Roles side by side. The fields are those of `careerpath schema compare`, under `data`."""

    @classmethod
    def of(cls, data: ComparisonData) -> Self:
        """A comparison with the fields of another value."""
        return cls(**_fields(data))

    def to_dict(self) -> dict[str, Any]:
        """The fields as plain lists, dictionaries, texts and numbers."""
        return _plain(self)

    def _repr_html_(self) -> str:
        standing = {role.role: f"{role.readiness:.2f}" for role in self.person.roles} if self.person else {}
        rows = [
            (
                role.title,
                standing.get(role.role, ""),
                ", ".join(entry.label for entry in self.distinct[role.role]),
            )
            for role in self.roles
        ]
        shared = ", ".join(entry.label for entry in self.shared) or "nothing"
        table = html_table(("role", "readiness", "asked for by this one only"), rows)
        return html_page(f"Asked for by all: {shared}.", table, *(point.text for point in self.verdict))


class Plan(PlanData, frozen=True, kw_only=True):
    """What to learn for a role, in order. The fields are those of `careerpath schema plan`, under `data`."""

    @classmethod
    def of(cls, data: PlanData) -> Self:
        """A plan with the fields of another value."""
        return cls(**_fields(data))

    def to_dict(self) -> dict[str, Any]:
        """The fields as plain lists, dictionaries, texts and numbers."""
        return _plain(self)

    def _repr_html_(self) -> str:
        rows = [
            (step.ends_week, step.title, step.label, f"{step.hours:g}", f"{step.readiness_gain:.2f}")
            for step in self.steps
        ]
        note = (
            f"{self.title}: readiness {self.readiness_before:.2f} to {self.readiness_after:.2f} "
            f"in about {self.hours:g} hours."
        )
        return html_page(note, html_table(("done in week", "step", "raises", "hours", "readiness"), rows))


def _fields(data: msgspec.Struct) -> dict[str, Any]:
    return {name: getattr(data, name) for name in data.__struct_fields__}


def _plain(data: msgspec.Struct) -> dict[str, Any]:
    plain: dict[str, Any] = msgspec.to_builtins(data)
    return plain
