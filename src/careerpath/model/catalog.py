"""The catalogue: everything that is known about roles, with its evidence."""

# No postponed annotations here: msgspec needs the types when the program runs, and has them sooner.

from collections.abc import Mapping
from functools import cached_property

import msgspec

from careerpath.model.base import Value
from careerpath.model.evidence import Claim, Conflict, Document
from careerpath.model.learning import Learning
from careerpath.model.question import Question
from careerpath.model.role import Importance, Link, Role, Weight
from careerpath.model.skill import Activity, Skill, Topic


class Track(Value, frozen=True, kw_only=True):
    """A family of roles. `field` is the answer to "field of work so far" of somebody who works in it."""

    id: str
    label: str
    field: str | None = None


class Rung(Value, frozen=True, kw_only=True):
    """A step of the ladder. Rungs stand in order, from entry to executive."""

    id: str
    label: str


class Bands(Value, frozen=True, kw_only=True):
    """The readiness, 0 to 100, from which a role is `ready` or the `next` step; below, it is for `later`."""

    ready: int
    next: int


class Scoring(Value, frozen=True, kw_only=True):
    """The constants of the score. All of them are editorial; `why` gives the reason of each.

    importance: weight of a requirement. activity: weight of an activity in a role. surplus: what a level that the
    role does not use costs, in percent of what one that it asks for brings (lambda in the docs). appeal: points of
    match, in percent, for each point of appeal above or below 50. prior: how common the levels 0 to 4 are, in percent,
    where nothing else is known; other answers are held to be equally common.
    """

    importance: dict[Importance, int]
    activity: dict[Weight, int]
    surplus: int
    appeal: int
    prior: tuple[int, ...]
    bands: Bands
    why: dict[str, str]


class Catalog(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """A whole catalogue. `digest` is the SHA-256 of its files, so that a result can name what it was made from.

    Collections keep the order of the files. Look-ups by id raise KeyError for an unknown id.
    """

    name: str
    version: str
    digest: str
    tracks: tuple[Track, ...]
    rungs: tuple[Rung, ...]
    documents: tuple[Document, ...]
    claims: tuple[Claim, ...]
    conflicts: tuple[Conflict, ...]
    skill_topics: tuple[Topic, ...]
    skills: tuple[Skill, ...]
    activity_topics: tuple[Topic, ...]
    activities: tuple[Activity, ...]
    roles: tuple[Role, ...]
    learning: tuple[Learning, ...]
    questions: tuple[Question, ...]
    scoring: Scoring

    @cached_property
    def role_by_id(self) -> Mapping[str, Role]:
        """The roles by id."""
        return {role.id: role for role in self.roles}

    @cached_property
    def skill_by_id(self) -> Mapping[str, Skill]:
        """The skills by id."""
        return {skill.id: skill for skill in self.skills}

    @cached_property
    def activity_by_id(self) -> Mapping[str, Activity]:
        """The activities by id."""
        return {activity.id: activity for activity in self.activities}

    @cached_property
    def claim_by_id(self) -> Mapping[str, Claim]:
        """The claims by id."""
        return {claim.id: claim for claim in self.claims}

    @cached_property
    def document_by_id(self) -> Mapping[str, Document]:
        """The documents by id."""
        return {document.id: document for document in self.documents}

    @cached_property
    def question_by_id(self) -> Mapping[str, Question]:
        """The background questions by id."""
        return {question.id: question for question in self.questions}

    @cached_property
    def learning_by_id(self) -> Mapping[str, Learning]:
        """The ways to learn by id."""
        return {learning.id: learning for learning in self.learning}

    @cached_property
    def learning_by_skill(self) -> Mapping[str, tuple[Learning, ...]]:
        """For each skill that can be learnt the learning that builds it, in the order of the files."""
        building: dict[str, list[Learning]] = {}
        for learning in self.learning:
            for skill in dict.fromkeys(build.skill for build in learning.builds):
                building.setdefault(skill, []).append(learning)
        return {skill: tuple(entries) for skill, entries in building.items()}

    @cached_property
    def skills_by_learning(self) -> Mapping[str, tuple[str, ...]]:
        """The skills that each way to learn builds, in the order of their ids."""
        return {entry.id: tuple(sorted({build.skill for build in entry.builds})) for entry in self.learning}

    @cached_property
    def rung_order(self) -> Mapping[str, int]:
        """The place of each rung on the ladder, from 0."""
        return {rung.id: place for place, rung in enumerate(self.rungs)}

    @cached_property
    def ladder(self) -> Mapping[str, tuple[Link, ...]]:
        """For each role the links upwards, from `leads_to` and from the `entry_roles` of other roles, each once."""
        upwards: dict[str, dict[str, Link]] = {role.id: {} for role in self.roles}
        for role in self.roles:
            for link in role.leads_to:
                upwards[role.id].setdefault(link.role, link)
            for link in role.entry_roles:
                upwards[link.role].setdefault(role.id, Link(role=role.id, claims=link.claims, why=link.why))
        return {role: tuple(links.values()) for role, links in upwards.items()}

    def conflicts_about(self, claims: frozenset[str]) -> tuple[Conflict, ...]:
        """The conflicts that involve one of these claims."""
        return tuple(conflict for conflict in self.conflicts if claims.intersection(conflict.claims))
