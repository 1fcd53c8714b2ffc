"""What a catalogue's files must hold beyond their shape: known references, sound ladders, evidence or a reason."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Final

from careerpath.catalog.circles import check_ladder, check_required_learning
from careerpath.catalog.learning_checks import check_learning
from careerpath.catalog.lookup import Lookup
from careerpath.catalog.role_checks import check_role
from careerpath.catalog.scoring_checks import check_scoring
from careerpath.model.skill import MAX_LEVEL
from careerpath.parsing.findings import EnoughError, Findings
from careerpath.parsing.node import quoted

if TYPE_CHECKING:
    from collections.abc import Mapping

    from careerpath.errors import Problem
    from careerpath.parsing.node import Node

_QUESTION_KINDS: Final = {
    "current_role": "role",
    "field": "choice",
    "education": "choice",
    "education_field": "choice",
    "experience": "years",
    "leading": "years",
    "credentials": "choices",
}
"""Questions that roles can refer to; their answers are compared with what a role asks for, so their kind is set."""


def reference_problems(files: Mapping[str, Node]) -> list[Problem]:
    """Every fault of the files that their shape alone does not show. All the files are there, in their right shape."""
    found = Findings()
    with suppress(EnoughError):
        look = Lookup(files, found)
        _check_tracks(look)
        _check_claims(look)
        _check_skills(look)
        for activity in look.entries("activities.yaml", "activities"):
            look.refer(activity.get("topic"), "activity topic")
            look.founded(activity, f"the activity {quoted(activity.text('id'))}")
        _check_questions(look)
        for role in look.entries("roles.yaml", "roles"):
            check_role(look, role)
        look.unambiguous("role", "title")
        check_ladder(look)
        for learning in look.entries("learning.yaml", "learning"):
            check_learning(look, learning)
        check_required_learning(look)
        check_scoring(look, files["scoring.yaml"])
    return found.problems


def _check_tracks(look: Lookup) -> None:
    for track in look.entries("catalog.yaml", "tracks"):
        look.choose_answer(track.get("field"), "field")


def _check_claims(look: Lookup) -> None:
    for claim in look.entries("claims.yaml", "claims"):
        look.refer(claim.get("document"), "document")
        if claim.get("caution_about") and not claim.text("caution"):
            message = "this says what a caution is about, but there is none."
            look.report(claim, "no-caution", message, "Add 'caution', or remove 'caution_about'.")
        pay = claim.get("pay")
        if pay is None or pay.value is None:
            continue
        if not (pay.text("as_of") or pay.text("accessed")):
            look.report(pay, "pay-date", "this pay figure has no date.", "Add 'as_of' or 'accessed'.")
        if (amount := pay.number("amount")) is not None and amount <= 0:
            look.report(pay, "range", f"a pay figure of {amount} says nothing.", "Give the amount that is paid.")
    for conflict in look.entries("conflicts.yaml", "conflicts"):
        look.refer_all(conflict, "claims", "claim")


def _check_skills(look: Lookup) -> None:
    for skill in look.entries("skills.yaml", "skills"):
        look.refer(skill.get("topic"), "skill topic")
        look.founded(skill, f"the skill {quoted(skill.text('id'))}")
        levels = skill.get("levels")
        if levels and len(levels.entries()) != MAX_LEVEL:
            look.report(
                levels,
                "levels",
                f"the number of level sentences is {len(levels.entries())}.",
                f"Give {MAX_LEVEL}: one for each of the levels 1 to {MAX_LEVEL}.",
            )
    look.unambiguous("skill", "label")


def _check_questions(look: Lookup) -> None:
    earlier: set[str] = set()
    for question in look.entries("questions.yaml", "questions"):
        identifier, kind = question.text("id") or "", question.text("kind")
        when = question.get("when")
        condition = when.get("question") if when else None
        if when is not None and condition is not None:
            look.choose(condition, earlier, f"{quoted(condition.value)} is no earlier question.")
            for answer in when.each("any_of") if condition.value in earlier else ():
                look.choose_answer(answer, str(condition.value))
        wanted = _QUESTION_KINDS.get(identifier, kind)
        if kind != wanted:
            message = f"the question '{identifier}' is of the kind '{kind}', but roles count on '{wanted}'."
            look.report(question, "question-kind", message, f"Write 'kind: {wanted}', or give it another id.")
        _check_choices(look, question)
        earlier.add(identifier)


def _check_choices(look: Lookup, question: Node) -> None:
    choices = question.each("choices")
    if question.text("kind") in {"choice", "choices"} and not choices:
        look.report(question, "choices", "this question has nothing to choose from.", "Add 'choices'.")
    seen: set[object] = set()
    for choice in choices:
        value = choice.text("value")
        if value in seen:
            look.report(choice, "duplicate-id", f"the choice {quoted(value)} is there already.", "Remove one of them.")
        seen.add(value)
