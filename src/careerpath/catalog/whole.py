"""What a catalogue must hold as a whole, once its roles have what they inherit: enough to score, and not too much."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerpath.errors import Problem
from careerpath.parsing.limits import MAX_PAIRS
from careerpath.parsing.node import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from careerpath.parsing.node import Node


def whole_problems(nodes: dict[str, Node], roles: list[Node]) -> list[Problem]:
    """Whether there are roles and skills, no more than can be scored in good time, and each role asks for something."""
    missing = [*_nothing_to_score(nodes)]
    return missing or [*_size_problems(nodes, roles), *_roles_without_demands(roles)]


def _nothing_to_score(nodes: dict[str, Node]) -> Iterator[Problem]:
    hint = "Add one: without roles and skills there is nothing to advise on."
    roles, skills = nodes["roles.yaml"], nodes["skills.yaml"]
    if not roles.each("roles"):
        place = (roles.get("roles") or roles).location
        yield Problem(code="no-roles", message="there are no roles.", hint=hint, location=place)
    if not skills.each("skills"):
        place = (skills.get("skills") or skills).location
        yield Problem(code="no-skills", message="there are no skills.", hint=hint, location=place)


def _size_problems(nodes: dict[str, Node], roles: list[Node]) -> Iterator[Problem]:
    skills = nodes["skills.yaml"].each("skills")
    pairs = len(roles) * len(skills)
    if pairs > MAX_PAIRS:
        message = (
            f"{len(roles):,} roles and {len(skills):,} skills are {pairs:,} pairs, and no more than {MAX_PAIRS:,} can "
            "be scored."
        )
        hint = "Split the catalogue, or drop skills that no role asks for."
        yield Problem(code="too-large", message=message, hint=hint, location=roles[-1].location)


def _roles_without_demands(roles: list[Node]) -> Iterator[Problem]:
    for role in roles:
        requirements = role.get("requirements")
        asked = requirements.value if requirements else None
        if not isinstance(asked, dict) or all(node.value in (None, []) for node in asked.values()):
            message = f"the role {quoted(role.text('id'))} asks for nothing."
            hint = "Add 'requirements', or let it extend another role."
            yield Problem(code="no-requirements", message=message, hint=hint, location=role.location)
