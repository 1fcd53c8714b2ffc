"""Roles: what they ask for, what they consist of, and how they hang together."""

# No postponed annotations here: msgspec needs the types when the program runs, and has them sooner.

from typing import Literal, TypeAlias

from careerpath.model.base import Value
from careerpath.model.evidence import Basis

Importance = Literal["essential", "important", "useful"]
Weight = Literal["core", "regular", "some"]
RoleBasis = Literal["documented", "extrapolated"]


class Evidence(Value, frozen=True, kw_only=True):
    """What something rests on: claims, and the reason for whatever no document gives (a level, an importance)."""

    importance: Importance
    claims: tuple[str, ...] = ()
    why: str

    @property
    def basis(self) -> Basis:
        """`documented` if a claim says that this is asked for; its level and importance are editorial all the same."""
        return "documented" if self.claims else "editorial"


class SkillRequirement(Evidence, frozen=True, kw_only=True):
    """A skill at a level from 1 to 4."""

    skill: str
    level: int


class EducationRequirement(Evidence, frozen=True, kw_only=True):
    """An education level; `accepts` names other levels that employers take in its place."""

    level: str
    accepts: tuple[str, ...] = ()


class FieldRequirement(Evidence, frozen=True, kw_only=True):
    """One of several fields: of study, or of work so far."""

    any_of: tuple[str, ...]


class YearsRequirement(Evidence, frozen=True, kw_only=True):
    """At least `years` whole years; `up_to` closes the range that is usual, None if it is open."""

    years: int
    up_to: int | None = None


class CredentialRequirement(Evidence, frozen=True, kw_only=True):
    """A certificate or a training."""

    credential: str


Requirement: TypeAlias = (
    SkillRequirement | EducationRequirement | FieldRequirement | YearsRequirement | CredentialRequirement
)


class Requirements(Value, frozen=True, kw_only=True):
    """Everything that a role asks for."""

    skills: tuple[SkillRequirement, ...] = ()
    education: EducationRequirement | None = None
    education_field: FieldRequirement | None = None
    experience: YearsRequirement | None = None
    leading: YearsRequirement | None = None
    background: FieldRequirement | None = None
    credentials: tuple[CredentialRequirement, ...] = ()


class RoleActivity(Value, frozen=True, kw_only=True):
    """An activity that a role consists of, and how large a part it is."""

    activity: str
    weight: Weight
    claims: tuple[str, ...] = ()
    why: str | None = None

    @property
    def basis(self) -> Basis:
        """`documented` if a claim names this activity; how large a part it is is editorial all the same."""
        return "documented" if self.claims else "editorial"


class Link(Value, frozen=True, kw_only=True):
    """A link to another role. Without claims it is editorial and needs its reason."""

    role: str
    claims: tuple[str, ...] = ()
    why: str | None = None


class Contrast(Value, frozen=True, kw_only=True):
    """A role that this one is confused with, and what tells them apart."""

    role: str
    text: str
    claims: tuple[str, ...] = ()


class Feeder(Value, frozen=True, kw_only=True):
    """A field of work that people come from."""

    background: str
    text: str
    claims: tuple[str, ...] = ()


class Role(Value, frozen=True, kw_only=True):
    """A role, complete: what `extends` left to its parent has been filled in."""

    id: str
    title: str
    track: str
    rung: str
    basis: RoleBasis
    summary: str
    claims: tuple[str, ...]
    aliases: tuple[str, ...] = ()
    extends: str | None = None
    suits: str | None = None
    requirements: Requirements = Requirements()
    activities: tuple[RoleActivity, ...] = ()
    duties: tuple[str, ...] = ()
    tools: tuple[str, ...] = ()
    qualifications: tuple[str, ...] = ()
    pay: tuple[str, ...] = ()
    outlook: tuple[str, ...] = ()
    industries: tuple[str, ...] = ()
    advice: tuple[str, ...] = ()
    entry_roles: tuple[Link, ...] = ()
    leads_to: tuple[Link, ...] = ()
    contrasts: tuple[Contrast, ...] = ()
    feeders: tuple[Feeder, ...] = ()
