"""What a catalogue's files must hold beyond their shape: known references, sound ladders, evidence or a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from careerpath.errors import Problem
from careerpath.model.question import MAX_YEARS
from careerpath.model.skill import MAX_LEVEL
from careerpath.suggest import closest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from careerpath.parsing.node import Node

EDUCATION: Final = "education"
EDUCATION_FIELD: Final = "education_field"
FIELD: Final = "field"
CREDENTIALS: Final = "credentials"


def reference_problems(files: Mapping[str, Node]) -> list[Problem]:
    """Every fault of the files that their shape alone does not show."""
    return _Checker(files).problems()


class _Checker:
    def __init__(self, files: Mapping[str, Node]) -> None:
        self._files = files
        self._found: list[Problem] = []
        self._known: dict[str, dict[str, Node]] = {}

    def problems(self) -> list[Problem]:
        for kind, file, key in (
            ("track", "catalog.yaml", "tracks"),
            ("rung", "catalog.yaml", "rungs"),
            ("document", "documents.yaml", "documents"),
            ("claim", "claims.yaml", "claims"),
            ("conflict", "conflicts.yaml", "conflicts"),
            ("skill topic", "skills.yaml", "topics"),
            ("skill", "skills.yaml", "skills"),
            ("activity topic", "activities.yaml", "topics"),
            ("activity", "activities.yaml", "activities"),
            ("role", "roles.yaml", "roles"),
            ("learning", "learning.yaml", "learning"),
            ("question", "questions.yaml", "questions"),
        ):
            self._known[kind] = self._ids(kind, self._entries(file, key))
        self._check_claims()
        self._check_conflicts()
        self._check_skills()
        self._check_activities()
        self._check_questions()
        for role in self._entries("roles.yaml", "roles"):
            self._check_role(role)
        self._check_aliases("roles.yaml", "roles", "title")
        self._check_ladder()
        self._check_learning()
        self._check_scoring()
        return self._found

    # -- small tools -------------------------------------------------------------------------------------------------

    def _entries(self, file: str, key: str) -> list[Node]:
        node = self._files[file].get(key) if file in self._files else None
        return node.entries() if node else []

    def _report(self, node: Node, code: str, message: str, hint: str) -> None:
        self._found.append(Problem(code=code, message=message, hint=hint, location=node.location))

    def _ids(self, kind: str, entries: list[Node]) -> dict[str, Node]:
        known: dict[str, Node] = {}
        for entry in entries:
            identifier, node = entry.text("id"), entry.get("id")
            if identifier is None or node is None:
                continue
            if identifier in known:
                first = known[identifier].line
                self._report(
                    node, "duplicate-id", f"the {kind} '{identifier}' is there already (line {first}).", "Rename one."
                )
            else:
                known[identifier] = entry
            if not all(part.isalnum() and part.isascii() for part in identifier.replace("_", "-").split("-")):
                self._report(node, "id", f"'{identifier}' is not an id.", "Use letters, digits and single hyphens.")
        return known

    def _refer(self, node: Node | None, kind: str) -> None:
        """The node, if there, names something of that kind."""
        if node is not None and isinstance(node.value, str):
            self._choose(node, self._known[kind], f"unknown {kind} '{node.value}'.")

    def _choose(self, node: Node, known: Mapping[str, object] | set[str], message: str) -> None:
        if node.value in known:
            return
        guess = closest(str(node.value), known)
        hint = f"Did you mean '{guess[0]}'?" if guess else f"Known: {_listed(known)}."
        self._report(node, "unknown-reference", message, hint)

    def _refer_all(self, owner: Node, key: str, kind: str) -> None:
        node = owner.get(key)
        for entry in node.entries() if node else ():
            self._refer(entry, kind)

    def _choices(self, question: str) -> set[str]:
        node = self._known["question"].get(question)
        choices = node.get("choices") if node else None
        return {value for choice in (choices.entries() if choices else ()) if (value := choice.text("value"))}

    def _choose_value(self, node: Node | None, question: str) -> None:
        if node is not None:
            self._choose(node, self._choices(question), f"'{node.value}' is no answer to the question '{question}'.")

    def _between(self, node: Node | None, low: int, high: int, what: str) -> None:
        if node is not None and isinstance(node.value, int) and not low <= node.value <= high:
            self._report(node, "range", f"{what} is {node.value}.", f"It goes from {low} to {high}.")

    def _evidence(self, node: Node, what: str) -> None:
        self._refer_all(node, "claims", "claim")
        claims = node.get("claims")
        if not (claims and claims.entries()) and not (node.text("why") or "").strip():
            self._report(
                node, "no-evidence", f"{what} rests on no claim and gives no reason.", "Add 'claims' or a 'why'."
            )

    # -- file by file ------------------------------------------------------------------------------------------------

    def _check_claims(self) -> None:
        for claim in self._entries("claims.yaml", "claims"):
            self._refer(claim.get("document"), "document")
            pay = claim.get("pay")
            if pay is not None and not (pay.text("as_of") or pay.text("accessed")):
                self._report(pay, "pay-date", "a pay figure has no date.", "Add 'as_of' or 'accessed'.")
            if pay is not None and isinstance(amount := getattr(pay.get("amount"), "value", None), int) and amount <= 0:
                self._report(pay, "range", f"a pay figure of {amount} says nothing.", "Give the amount.")

    def _check_conflicts(self) -> None:
        for conflict in self._entries("conflicts.yaml", "conflicts"):
            self._refer_all(conflict, "claims", "claim")

    def _check_skills(self) -> None:
        for skill in self._entries("skills.yaml", "skills"):
            self._refer(skill.get("topic"), "skill topic")
            self._evidence(skill, f"the skill '{skill.text('id')}'")
            levels = skill.get("levels")
            if levels and len(levels.entries()) != MAX_LEVEL:
                self._report(
                    levels, "levels", f"there are {len(levels.entries())} level sentences.",
                    f"Give {MAX_LEVEL}: one each for the levels 1 to {MAX_LEVEL}.",
                )
        self._check_aliases("skills.yaml", "skills", "label")

    def _check_aliases(self, file: str, key: str, name: str) -> None:
        names: dict[str, str] = {}
        for entry in self._entries(file, key):
            owner = entry.text("id") or ""
            aliases = entry.get("aliases")
            nodes = [node for node in (entry.get("id"), entry.get(name)) if node]
            for node in [*nodes, *(aliases.entries() if aliases else ())]:
                alias = str(node.value).casefold()
                if names.setdefault(alias, owner) != owner:
                    self._report(
                        node, "ambiguous-name", f"'{node.value}' already means '{names[alias]}'.", "Use another name."
                    )

    def _check_activities(self) -> None:
        for activity in self._entries("activities.yaml", "activities"):
            self._refer(activity.get("topic"), "activity topic")
            self._evidence(activity, f"the activity '{activity.text('id')}'")

    def _check_questions(self) -> None:
        earlier: set[str] = set()
        for question in self._entries("questions.yaml", "questions"):
            when = question.get("when")
            condition = when.get("question") if when else None
            if condition is not None:
                self._choose(condition, earlier, f"'{condition.value}' is no earlier question.")
                answers = when.get("any_of") if when else None
                for answer in answers.entries() if answers else ():
                    self._choose_value(answer, str(condition.value))
            choices = question.get("choices")
            if question.text("kind") in {"choice", "choices"} and not (choices and choices.entries()):
                self._report(question, "choices", "there is nothing to choose from.", "Add 'choices'.")
            earlier.add(question.text("id") or "")

    def _check_role(self, role: Node) -> None:
        self._refer(role.get("track"), "track")
        self._refer(role.get("rung"), "rung")
        self._refer(role.get("extends"), "role")
        for key in ("claims", "duties", "tools", "qualifications", "pay", "outlook", "industries", "advice"):
            self._refer_all(role, key, "claim")
        self._check_pay(role)
        for entry in _each(role, "without"):
            self._choose(
                entry, {*self._known["skill"], *self._known["activity"]}, f"unknown skill or activity '{entry.value}'."
            )
        for entry in _each(role, "activities"):
            self._refer(entry.get("activity"), "activity")
            self._evidence(entry, f"the activity '{entry.text('activity')}'")
        for key in ("entry_roles", "leads_to", "contrasts"):
            for entry in _each(role, key):
                self._refer(entry.get("role"), "role")
                self._refer_all(entry, "claims", "claim")
                if key != "contrasts":
                    self._evidence(entry, f"the link to '{entry.text('role')}'")
        for entry in _each(role, "feeders"):
            self._choose_value(entry.get("background"), FIELD)
            self._refer_all(entry, "claims", "claim")
        requirements = role.get("requirements")
        if requirements is not None:
            self._check_requirements(requirements)
        elif role.get("extends") is None:
            self._report(role, "no-requirements", f"'{role.text('id')}' asks for nothing.", "Add 'requirements'.")

    def _check_pay(self, role: Node) -> None:
        for entry in _each(role, "pay"):
            claim = self._known["claim"].get(str(entry.value))
            if claim is not None and claim.get("pay") is None:
                self._report(entry, "pay", f"the claim '{entry.value}' holds no pay figure.", "Cite one that does.")

    def _check_requirements(self, requirements: Node) -> None:
        seen: set[str] = set()
        for entry in _each(requirements, "skills"):
            self._refer(entry.get("skill"), "skill")
            self._between(entry.get("level"), 1, MAX_LEVEL, "the level")
            self._evidence(entry, f"the requirement '{entry.text('skill')}'")
            if (skill := entry.text("skill") or "") in seen:
                self._report(entry, "duplicate-id", f"'{skill}' is asked for twice.", "Keep one.")
            seen.add(skill)
        if education := requirements.get("education"):
            self._evidence(education, "the education asked for")
            self._choose_value(education.get("level"), EDUCATION)
            for entry in _each(education, "accepts"):
                self._choose_value(entry, EDUCATION)
        for key, question in (("education_field", EDUCATION_FIELD), ("background", FIELD)):
            if node := requirements.get(key):
                self._evidence(node, f"the requirement '{key}'")
                for entry in _each(node, "any_of"):
                    self._choose_value(entry, question)
        for key in ("experience", "leading"):
            if node := requirements.get(key):
                self._evidence(node, f"the requirement '{key}'")
                self._between(node.get("years"), 1, MAX_YEARS, "the number of years")
                self._between(node.get("up_to"), 1, MAX_YEARS, "the number of years")
        for entry in _each(requirements, "credentials"):
            self._evidence(entry, "the credential asked for")
            self._choose_value(entry.get("credential"), CREDENTIALS)

    def _check_ladder(self) -> None:
        links: dict[str, list[tuple[str, Node]]] = {}
        for role in self._entries("roles.yaml", "roles"):
            identifier = role.text("id") or ""
            for entry in _each(role, "leads_to"):
                links.setdefault(identifier, []).append((entry.text("role") or "", entry))
            for entry in _each(role, "entry_roles"):
                links.setdefault(entry.text("role") or "", []).append((identifier, entry))
        for circle, node in _circles(links):
            self._report(
                node, "ladder-circle", f"the ladder runs in a circle: {' -> '.join(circle)}.", "Remove one link."
            )

    def _check_learning(self) -> None:
        for learning in self._entries("learning.yaml", "learning"):
            self._evidence(learning, f"'{learning.text('id')}'")
            self._refer_all(learning, "requires", "learning")
            self._refer_all(learning, "tracks", "track")
            if grants := learning.get("grants"):
                self._choose_value(grants, CREDENTIALS)
            for hours in (learning.get("hours"), *(build.get("hours") for build in _each(learning, "builds"))):
                if hours is not None and hours.value is not None:
                    self._evidence(hours, "the number of hours")
                    self._check_hours(hours)
            for build in _each(learning, "builds"):
                self._check_build(learning, build)

    def _check_hours(self, hours: Node) -> None:
        low, high = (getattr(hours.get(key), "value", None) for key in ("low", "high"))
        if isinstance(low, int) and isinstance(high, int) and not 0 <= low <= high:
            self._report(hours, "range", f"{low} to {high} hours is no range.", "Give the lower number first.")
        if hours.text("basis") == "documented" and not _each(hours, "claims"):
            self._report(hours, "no-evidence", "documented hours cite no claim.", "Add 'claims', or call it editorial.")

    def _check_build(self, learning: Node, build: Node) -> None:
        self._refer(build.get("skill"), "skill")
        self._between(build.get("to"), 1, MAX_LEVEL, "the level")
        self._between(build.get("start"), 0, MAX_LEVEL - 1, "the level")
        start, to = getattr(build.get("start"), "value", 0) or 0, getattr(build.get("to"), "value", MAX_LEVEL)
        if isinstance(start, int) and isinstance(to, int) and start >= to:
            self._report(build, "range", f"from level {start} to level {to} builds nothing.", "Let 'to' be higher.")
        if (learning.get("hours") is None) == (build.get("hours") is None):
            self._report(
                build, "hours", "it is not clear how long this takes.", "Give hours to the whole, or to each of its builds."
            )

    def _check_scoring(self) -> None:
        file = self._files.get("scoring.yaml")
        scoring = file.get("scoring") if file else None
        prior = scoring.get("prior") if scoring else None
        shares = [entry.value for entry in prior.entries()] if prior else []
        if prior and (len(shares) != MAX_LEVEL + 1 or sum(s for s in shares if isinstance(s, int)) != 100):  # noqa: PLR2004
            self._report(prior, "prior", "the prior is not a share for each level.", "Five percentages that add up to 100.")
        for key, names in (("importance", ("essential", "important", "useful")), ("activity", ("core", "regular", "some"))):
            node = scoring.get(key) if scoring else None
            for name in names if node else ():
                weight = node.get(name) if node else None
                if weight is None or not isinstance(weight.value, int) or weight.value < 1:
                    self._report(node or file, "weight", f"'{name}' needs a weight.", "Give a whole number from 1.")  # type: ignore[arg-type]


def _each(owner: Node, key: str) -> list[Node]:
    node = owner.get(key)
    return node.entries() if node else []


def _listed(known: Mapping[str, object] | set[str]) -> str:
    names = sorted(known)
    return ", ".join(names[:12]) + (", ..." if len(names) > 12 else "") if names else "none"  # noqa: PLR2004


def _circles(links: dict[str, list[tuple[str, Node]]]) -> Iterator[tuple[list[str], Node]]:
    """Each circle of a graph that a depth-first walk meets, with the link that closes it."""
    finished: set[str] = set()
    for start in links:
        path = [start]
        pending = [iter(links.get(start, ()))]
        while pending:
            target, node = next(pending[-1], (None, None))
            if target is None or node is None:
                finished.add(path.pop())
                pending.pop()
            elif target in path:
                yield [*path[path.index(target) :], target], node
            elif target not in finished:
                path.append(target)
                pending.append(iter(links.get(target, ())))
