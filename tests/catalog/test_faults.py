"""One change to a sound catalogue, and exactly what is said about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from careerpath.catalog.read import read_catalog
from careerpath.catalog.source import read_folder
from careerpath.errors import InvalidInputError

if TYPE_CHECKING:
    from pathlib import Path

NO_REASON = "cites no claim and gives no reason. Add 'claims', or a 'why'."
A_COURSE = "{credential: accessibility-course, importance: useful, why: The lead answers for the standard.}"
FEW_YEARS = "      experience:\n        years: 2\n"
A_STEP = "{skill: accessibility, start: 2, to: 3}"


def faults(team: Path, file: str, old: str, new: str) -> list[str]:
    """What is said, without places, once a piece of a file is replaced."""
    path = team / file
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, old
    path.write_text(text.replace(old, new), encoding="utf-8")
    try:
        read_catalog(read_folder(team))
    except InvalidInputError as error:
        return [f"{problem.code}: {problem.message} {problem.hint}" for problem in error.problems]
    return []


@pytest.mark.parametrize(
    ("reason", "what"),
    [
        ("why: Quickly learnt in the job.", "the requirement 'prototyping'"),
        ("why: A portfolio counts as much.", "the education asked for"),
        ("why: Two years as a junior are usual with us.", "the requirement 'experience'"),
        ("why: Projects count as well.", "the requirement 'leading'"),
        ("why: The lead answers for the standard.", "the requirement 'accessibility-course'"),
        ("why: The next step within the team.", "the link to 'designer'"),
        ("why: Most of the first year.", "the activity 'draw-screens'"),
    ],
)
def test_whatever_a_role_asks_for_has_a_claim_or_a_reason(team: Path, reason: str, what: str) -> None:
    assert faults(team, "roles.yaml", reason, "why: ' '") == [f"no-evidence: {what} {NO_REASON}"]


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        (
            FEW_YEARS,
            "      background: {any_of: [other, desing], importance: useful, why: x}\n" + FEW_YEARS,
            "'desing' is no answer to the question 'field'. Did you mean 'design'?",
        ),
        (
            FEW_YEARS,
            "      education_field: {any_of: [other, art], importance: useful, why: x}\n" + FEW_YEARS,
            "'art' is no answer to the question 'education_field'. Known: design, other.",
        ),
        ("accepts: [bachelor]", "accepts: [bachelors]", None),
        (
            "{role: design-lead, text",
            "{role: design-led, text",
            "unknown role 'design-led'. Did you mean 'design-lead'?",
        ),
        ("claims: [handbook-senior, handbook-lead]}", "claims: [handbook-leda]}", None),
        ("own screens., claims: []", "own screens., claims: [handbook-x]", None),
        ("duties: [handbook-research,", "duties: [handbook-reserch,", None),
        ("{role: senior-designer, claims: [handbook-lead]}", "{role: senior, claims: [handbook-lead]}", None),
        ("extends: designer", "extends: desinger", "unknown role 'desinger'. Did you mean 'designer'?"),
    ],
)
def test_whatever_a_role_names_is_known(team: Path, old: str, new: str, fault: str | None) -> None:
    (found,) = faults(team, "roles.yaml", old, new)
    assert found.startswith("unknown-reference: ")
    assert found == f"unknown-reference: {fault}" or fault is None


@pytest.mark.parametrize(
    ("file", "old", "new", "fault"),
    [
        (
            "roles.yaml", A_COURSE, f"{A_COURSE}\n        - {{credential: yoga, importance: useful, why: x}}",
            "unknown-reference: 'yoga' is no answer to the question 'credentials'. Known: accessibility-course.",
        ),
        (
            "roles.yaml", "{activity: review-work, weight: core, claims: [handbook-senior]}",
            "{activity: review-work, weight: core, why: x}\n      - {activity: review-work, weight: some, why: x}",
            "duplicate-id: the activity 'review-work' stands here twice. Keep one of them.",
        ),
        (
            "roles.yaml", "up_to: 8", "up_to: 21",
            "range: the end of the range of years is 21. Give a number from 4 to 20.",
        ),
        ("learning.yaml", A_STEP, A_STEP.replace("2", "-1"), "range: the level is -1. Give a number from 0 to 4."),
        (
            "learning.yaml", A_STEP, A_STEP.replace("2", "3"),
            "range: a step from level 3 to level 3 builds nothing. Let 'to' be the higher.",
        ),
        (
            "learning.yaml", "{low: 20, high: 30,", "{low: -1, high: 30,",
            "range: -1 to 30 hours are no range. Give the lower number as 'low', and at least 1 as 'high'.",
        ),
        (
            "learning.yaml", "{low: 20, high: 30,", "{low: 0, high: 0,",
            "range: 0 to 0 hours are no range. Give the lower number as 'low', and at least 1 as 'high'.",
        ),
        (
            "learning.yaml", ", why: One week of work.", "",
            f"no-evidence: the number of hours {NO_REASON}",
        ),
        (
            "questions.yaml", "any_of: [bootcamp, bachelor]", "any_of: [bootcamp, doctor]",
            "unknown-reference: 'doctor' is no answer to the question 'education'. Known: bachelor, bootcamp, school.",
        ),
        (
            "questions.yaml", "      - {value: school, label: School}\n",
            "      - {value: school, label: School}\n      - {value: school, label: Again}\n",
            "duplicate-id: the choice 'school' is there already. Remove one of them.",
        ),
        (
            "questions.yaml", "kind: role\n", "kind: years\n",
            (
                "question-kind: the question 'current_role' is of the kind 'years', but roles count on 'role'. "
                "Write 'kind: role', or give it another id."
            ),
        ),
        (
            "questions.yaml", "  - id: leading\n", "  - id: led\n",
            (
                "unknown-reference: this needs a background question 'leading', which is not there. "
                "Add it to questions.yaml."
            ),
        ),
        ("scoring.yaml", "appeal: 20", "appeal: -1", "range: 'appeal' is -1. Give a number from 0 to 100."),
        (
            "scoring.yaml", "some: 1}", "some: 1001}",
            "range: the weight of 'some' is 1001. Give a number from 1 to 1000.",
        ),
        (
            "scoring.yaml", "prior: [40, 25, 20, 10, 5]", "prior: [40, 25, 20, 15, 0]",
            (
                "prior: '40, 25, 20, 15, 0' does not share 100 % among the levels 0 to 4. "
                "Give 5 whole numbers from 1 that add up to 100."
            ),
        ),
        (
            "scoring.yaml", "next: 55}", "next: 0}",
            (
                "bands: the bands begin at 0 and 85, which leaves one of them empty. "
                "Let 'next' be above 0 and below 'ready', and 'ready' at most 100."
            ),
        ),
        (
            "scoring.yaml", "next: 55}", "next: 85}",
            (
                "bands: the bands begin at 85 and 85, which leaves one of them empty. "
                "Let 'next' be above 0 and below 'ready', and 'ready' at most 100."
            ),
        ),
    ],
)  # fmt: skip
def test_each_other_fault_is_said_once(team: Path, file: str, old: str, new: str, fault: str) -> None:
    assert faults(team, file, old, new) == [fault]


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        (
            "skills.yaml",
            "label: Mentoring",
            "label: facilitation",
            "'facilitation' already means the skill 'facilitation'",
        ),
        ("roles.yaml", "title: Design lead", "title: Product designer", None),
        ("roles.yaml", "id: design-lead", "id: ux-designer", None),
    ],
)
def test_no_name_means_two_things(team: Path, file: str, old: str, new: str, message: str | None) -> None:
    found = [fault for fault in faults(team, file, old, new) if not fault.startswith("unknown-reference")]
    assert len(found) == 1
    assert found[0].startswith("ambiguous-name: ")
    assert message is None or f" {message}." in found[0]


def test_circles_are_found_behind_what_is_sound(team: Path) -> None:
    weekly, course = "    claims: [handbook-prototypes]\n", "    grants: accessibility-course\n"
    path = team / "learning.yaml"
    text = path.read_text(encoding="utf-8")
    # The first requires the second, which the walk then meets again before it comes to the circle.
    path.write_text(text.replace(weekly, f"{weekly}    requires: [interview-shadowing]\n"), encoding="utf-8")
    way = "accessibility-course -> accessibility-audit -> accessibility-course"
    assert faults(team, "learning.yaml", course, f"{course}    requires: [accessibility-audit]\n") == [
        f"learning-circle: 'requires' runs in a circle: {way}. Remove one of these entries."
    ]


def test_a_file_that_cannot_be_parsed_hides_no_fault_of_another(team: Path) -> None:
    (team / "claims.yaml").write_text("[", encoding="utf-8")
    (team / "skills.yaml").write_text("skills: 1\n", encoding="utf-8")
    with pytest.raises(InvalidInputError) as caught:
        read_catalog(read_folder(team))
    assert [problem.code for problem in caught.value.problems] == ["yaml-syntax", "type"]


def test_every_file_but_one_has_to_be_there(team: Path) -> None:
    for name in ("catalog.yaml", "scoring.yaml"):
        (team / name).unlink()
    with pytest.raises(InvalidInputError) as caught:
        read_catalog(read_folder(team))
    assert [problem.location and problem.location.file for problem in caught.value.problems] == [
        str(team / "catalog.yaml"),
        str(team / "scoring.yaml"),
    ]


def test_a_question_of_several_choices_has_some_too(team: Path) -> None:
    found = faults(
        team,
        "questions.yaml",
        "    choices:\n      - {value: accessibility-course, label: Accessibility course}\n",
        "    choices: []\n",
    )
    assert "choices: this question has nothing to choose from. Add 'choices'." in found


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("learning.yaml", "{low: 20, high: 30,", "{low: 0, high: 1,"),
        ("scoring.yaml", "bands: {ready: 85, next: 55}", "bands: {ready: 100, next: 1}"),
        ("scoring.yaml", "surplus: 50", "surplus: 100"),
        ("scoring.yaml", "appeal: 20", "appeal: 0"),
        ("roles.yaml", "up_to: 8", "up_to: 4"),
    ],
)
def test_the_ends_of_a_range_belong_to_it(team: Path, file: str, old: str, new: str) -> None:
    assert faults(team, file, old, new) == []
