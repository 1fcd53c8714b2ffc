"""Ways to learn: courses and certificates, and what one does without a course."""

# No postponed annotations here: msgspec needs the types when the program runs, and has them sooner.

from typing import Literal

from careerpath.model.base import Value
from careerpath.model.evidence import Basis

LearningKind = Literal[
    "course",
    "certificate",
    "guided project",
    "internship",
    "volunteering",
    "shadowing",
    "hackathon",
    "portfolio",
    "entry role",
    "on the job",
    "self-directed",
    "reading postings",
]
Cost = Literal["free", "paid", "not stated"]
Stage = Literal["ready", "next", "later"]


class Hours(Value, frozen=True, kw_only=True):
    """A range of hours of work. `documented` if a claim gives it, else an editorial estimate with its reason."""

    low: int
    high: int
    basis: Basis
    claims: tuple[str, ...] = ()
    why: str | None = None


class Build(Value, frozen=True, kw_only=True):
    """A step that learning makes: somebody at `start` or above reaches `to`. `hours` if it can be done by itself."""

    skill: str
    to: int
    start: int = 0
    hours: Hours | None = None


class Learning(Value, frozen=True, kw_only=True):
    """A way to learn. With `hours` it is one whole; without, each of its builds has hours and can be done alone.

    `requires` names learning to be done before; `grants` the credential that it ends with; `stages` the bands of
    people that it is advice for, `tracks` the tracks (none: all).
    """

    id: str
    kind: LearningKind
    title: str
    description: str
    cost: Cost
    provider: str | None = None
    url: str | None = None
    builds: tuple[Build, ...] = ()
    hours: Hours | None = None
    requires: tuple[str, ...] = ()
    grants: str | None = None
    stages: tuple[Stage, ...] = ()
    tracks: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    caution: str | None = None
    why: str | None = None
