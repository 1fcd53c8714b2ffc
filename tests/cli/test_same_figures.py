"""The same answers have the same figures wherever they are told: in every format, by every command."""

from __future__ import annotations

import html
import json
import re
from typing import TYPE_CHECKING, Any

import pytest

from careerpath.catalog.load import load_catalog
from careerpath.quiz.questions import all_questions

if TYPE_CHECKING:
    from careerpath.model.answers import AnswerValue
    from careerpath.quiz.questions import AskedQuestion
    from support.program import Program

BANDS = {"ready": "ready now", "next": "next step", "later": "later"}
MARKUP = re.compile(r"<(style|script|svg)\b.*?</\1>|<[^>]*>|[|()\\■·]", re.DOTALL)


def most(question: AskedQuestion) -> AnswerValue:
    """The last answer that there is: the highest level, the strongest liking, all certificates."""
    values = [option.value for option in question.options]
    if question.answer == "years":
        return 20
    return tuple(map(str, values)) if question.answer == "several" else values[-1]


def every(choose: Any) -> dict[str, dict[str, Any]]:
    """Everything answered."""
    given: dict[str, dict[str, Any]] = {"background": {}, "skills": {}, "likes": {}}
    sections = {"background": "background", "skill": "skills", "activity": "likes"}
    for question in all_questions(load_catalog(None)):
        given[sections[question.id.partition(":")[0]]][question.subject] = choose(question)
    return given


PEOPLE: dict[str, Any] = {
    "nothing answered": dict,
    "only don't know": lambda: every(lambda _: None),
    "the most of everything": lambda: every(most),
    "nothing of any skill": lambda: {"skills": every(lambda _: 0)["skills"]},
    "one skill": lambda: {"skills": {"seo": 3}},
    "likes alone": lambda: {"likes": {"plan-campaigns": 5, "lead-people": 1}},
}


def figures(recommendation: dict[str, Any]) -> str:
    """A role as each table has it."""
    low, high = (f"{recommendation['readiness_range'][end]:.1f}" for end in ("low", "high"))
    told = [f"{recommendation[figure]:.1f}" for figure in ("match", "readiness", "appeal")]
    cells = [BANDS[recommendation["band"]], told[0], told[1], *([f"{low} to {high}"] if low != high else []), told[2]]
    return " ".join(cells)


def plain(output: str) -> str:
    """The words and figures alone."""
    return " ".join(MARKUP.sub(" ", html.unescape(MARKUP.sub(" ", output))).split())


@pytest.mark.parametrize("person", PEOPLE)
def test_the_tables_of_all_formats(careerpath: Program, person: str) -> None:
    (careerpath.home / "me.json").write_text(json.dumps(PEOPLE[person]()), encoding="utf-8")
    result = careerpath("quiz", "--answers", "me.json", "--json").json["data"]
    first = result["recommendations"][:10]
    outputs = {
        "text": careerpath("results", COLUMNS="120").out,
        "Markdown": careerpath("report", "--markdown", "-").out,
        "page": careerpath("report", "--html", "-").out,
    }
    for name, output in outputs.items():
        text = plain(output)
        at = 0
        for entry in first:
            title = entry["title"] + (" X" if entry["basis"] == "extrapolated" else "")
            row = f"{title} {figures(entry)}"
            assert row in text[at:], f"{name}: {row}"
            at = text.index(row, at) + len(row)


@pytest.mark.parametrize("person", PEOPLE)
def test_every_command_tells_the_same_of_a_role(careerpath: Program, person: str) -> None:
    (careerpath.home / "me.json").write_text(json.dumps(PEOPLE[person]()), encoding="utf-8")
    result = careerpath("quiz", "--answers", "me.json", "--json").json["data"]
    one, other = result["recommendations"][:2]
    told = {entry["role"]: (entry["readiness"], entry["match"]) for entry in (one, other)}

    def of(*arguments: str) -> Any:
        return careerpath(*arguments, "--json").json["data"]

    assert of("results") == {**result, "quiz": None} | {"profile": "me"}
    assert of("report")["result"]["recommendations"] == result["recommendations"]
    compared = of("compare", one["role"], other["role"], "--profile", "me")["person"]["roles"]
    assert {entry["role"]: (entry["readiness"], entry["match"]) for entry in compared} == told
    (kept,) = of("history", "me", one["role"], other["role"])["results"]
    assert {entry["role"]: (entry["readiness"], entry["match"]) for entry in kept["roles"]} == told
    assert {entry["readiness_then"] for entry in kept["roles"]} == {one["readiness"], other["readiness"]}
    plan = of("plan", one["role"], "--hours-per-week", "0.5", "--weeks", "520")
    assert plan["readiness_in_results"] == one["readiness"]
    explained = careerpath("results", "--explain", one["role"]).out
    assert f"match of {one['match']:.2f}" in " ".join(explained.split())
