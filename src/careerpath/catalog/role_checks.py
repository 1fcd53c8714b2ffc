"""What a role must hold beyond its shape: everything it names is known, and everything it asks for has its evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerpath.model.question import MAX_YEARS
from careerpath.model.skill import MAX_LEVEL
from careerpath.parsing.node import quoted

if TYPE_CHECKING:
    from careerpath.catalog.lookup import Lookup
    from careerpath.parsing.node import Node

_CITING = ("claims", "duties", "tools", "qualifications", "pay", "outlook", "industries", "advice")


def check_role(look: Lookup, role: Node) -> None:
    """Reports every fault of a role, as it is written: what it inherits is checked where it stands."""
    for key, kind in (("track", "track"), ("rung", "rung"), ("extends", "role")):
        look.refer(role.get(key), kind)
    for key in _CITING:
        look.refer_all(role, key, "claim")
    if role.text("basis") == "documented" and not role.each("claims"):
        message = f"the role {quoted(role.text('id'))} is called documented, but cites no claim."
        look.report(role, "no-evidence", message, "Add 'claims', or write 'basis: extrapolated'.")
    _check_pay(look, role)
    _check_activities(look, role)
    _check_links(look, role)
    requirements = role.get("requirements")
    if requirements is not None and requirements.value:
        _check_skills(look, requirements)
        _check_background(look, requirements)
        _check_years(look, requirements)


def _check_pay(look: Lookup, role: Node) -> None:
    for entry in role.each("pay"):
        claim = look.known["claim"].get(str(entry.value))
        pay = claim.get("pay") if claim else None
        if claim is not None and (pay is None or pay.value is None):
            look.report(entry, "pay", f"the claim {quoted(entry.value)} holds no pay figure.", "Cite one that does.")


def _check_activities(look: Lookup, role: Node) -> None:
    known = {*look.known["skill"], *look.known["activity"]}
    for entry in role.each("without"):
        look.choose(entry, known, f"unknown skill or activity {quoted(entry.value)}.")
    seen: set[object] = set()
    for entry in role.each("activities"):
        look.refer(entry.get("activity"), "activity")
        look.founded(entry, f"the activity {quoted(entry.text('activity'))}")
        _once(look, entry, "activity", seen)


def _check_links(look: Lookup, role: Node) -> None:
    for key in ("entry_roles", "leads_to", "contrasts"):
        for entry in role.each(key):
            look.refer(entry.get("role"), "role")
            if key == "contrasts":
                look.refer_all(entry, "claims", "claim")
            else:
                look.founded(entry, f"the link to {quoted(entry.text('role'))}")
    for entry in role.each("feeders"):
        look.choose_answer(entry.get("background"), "field")
        look.refer_all(entry, "claims", "claim")


def _check_skills(look: Lookup, requirements: Node) -> None:
    seen: set[object] = set()
    for entry in requirements.each("skills"):
        look.refer(entry.get("skill"), "skill")
        look.between(entry.get("level"), 1, MAX_LEVEL, "the level")
        look.founded(entry, f"the requirement {quoted(entry.text('skill'))}")
        _once(look, entry, "skill", seen)


def _check_background(look: Lookup, requirements: Node) -> None:
    for education in _present(requirements, "education"):
        look.founded(education, "the education asked for")
        for node in (education.get("level"), *education.each("accepts")):
            look.choose_answer(node, "education")
    for key, question in (("education_field", "education_field"), ("background", "field")):
        for node in _present(requirements, key):
            look.founded(node, f"the requirement '{key}'")
            for entry in node.each("any_of"):
                look.choose_answer(entry, question)
    for entry in requirements.each("credentials"):
        look.founded(entry, f"the requirement {quoted(entry.text('credential'))}")
        look.choose_answer(entry.get("credential"), "credentials")


def _check_years(look: Lookup, requirements: Node) -> None:
    for key in ("experience", "leading"):
        for node in _present(requirements, key):
            look.founded(node, f"the requirement '{key}'")
            if key not in look.known["question"]:
                message = f"this needs a background question '{key}', which is not there."
                look.report(node, "unknown-reference", message, "Add it to questions.yaml.")
            look.between(node.get("years"), 1, MAX_YEARS, "the number of years")
            look.between(node.get("up_to"), node.number("years") or 1, MAX_YEARS, "the end of the range of years")


def _present(owner: Node, key: str) -> list[Node]:
    """The node under a key in a list; an empty list if there is none, or a null."""
    node = owner.get(key)
    return [] if node is None or node.value is None else [node]


def _once(look: Lookup, entry: Node, key: str, seen: set[object]) -> None:
    name = entry.text(key)
    if name in seen:
        look.report(entry, "duplicate-id", f"the {key} {quoted(name)} stands here twice.", "Keep one of them.")
    seen.add(name)
