"""`careerpath verify`: what holds, what does not, and what is no result at all."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from careerpath.catalog.read import read_catalog
from careerpath.catalog.source import read_folder
from careerpath.errors import InvalidInputError, Problem
from careerpath.render.data.envelope import success, to_json
from careerpath.verification.verify import recompute, verify
from invalid_cases import DESIGN_TEAM
from support.program import Program

if TYPE_CHECKING:
    from collections.abc import Callable

    from careerpath.model.catalog import Catalog


@pytest.fixture(scope="module")
def team() -> Catalog:
    return read_catalog(read_folder(DESIGN_TEAM))


@pytest.fixture
def document(team: Catalog) -> Any:
    """A small result: of the design team, with hardly an answer."""
    from careerpath.model.answers import Answers  # noqa: PLC0415

    answers = Answers(background={"experience": 3}, skills={"visual-design": 2, "mentoring": None})
    return json.loads(to_json(success("results", recompute(team, answers, None))))


def problems(document: Any, catalog: Catalog) -> tuple[Problem, ...]:
    with pytest.raises(InvalidInputError) as caught:
        verify(json.dumps(document, indent=1).encode(), "r.json", catalog)
    return caught.value.problems


def test_a_result_holds_however_it_is_laid_out(document: Any, team: Catalog) -> None:
    for text in (json.dumps(document), json.dumps(document, indent=4, sort_keys=True)):
        data = verify(text.encode(), "r.json", team)
        assert data.holds
        assert data.kind == "results"
        assert data.catalog.digest == team.digest
        assert data.values > 500


def test_the_name_of_the_profile_is_not_compared_but_what_cannot_be_one_is(document: Any, team: Catalog) -> None:
    document["data"]["profile"] = "someone"
    assert verify(json.dumps(document).encode(), "r.json", team).not_compared[0].path == "data.profile"
    document["data"]["profile"] = 5
    assert [problem.message for problem in problems(document, team)] == ["data.profile is 5."]


def test_an_answer_that_no_figure_depends_on_is_told_by_the_digest(document: Any, team: Catalog) -> None:
    document["data"]["answers"]["background"]["current_role"] = "designer"
    assert [problem.message.partition(" is ")[0] for problem in problems(document, team)] == ["data.answers_digest"]


def test_a_difference_is_told_with_its_place(document: Any, team: Catalog) -> None:
    document["data"]["recommendations"][1]["match"] += 1
    del document["data"]["verdict"]["chance"]
    (chance, match) = problems(document, team)
    assert (match.code, match.message[: match.message.index(" is ")]) == (
        "verify-differs",
        "data.recommendations[1].match",
    )
    assert match.hint == f"It should be {document['data']['recommendations'][1]['match'] - 1}."
    assert match.location
    lines = json.dumps(document, indent=1).splitlines()
    assert lines[(match.location.line or 0) - 1].strip().startswith('"match"')
    assert chance.message == "data.verdict.chance is missing."


def test_what_is_around_the_result_is_compared_too(document: Any, team: Catalog) -> None:
    document |= {"status": "error", "note": "mine"}
    assert [problem.message for problem in problems(document, team)] == ['status is "error".', 'note is "mine".']


def test_many_differences_are_counted(document: Any, team: Catalog) -> None:
    document["data"]["answers"]["skills"]["visual-design"] = 4
    document["data"]["recommendations"] = [{"role": str(number), "n": number} for number in range(300)]
    found = problems(document, team)
    assert len(found) == 201
    assert found[-1].code == "verify-more"
    assert "more places differ" in found[-1].message


def test_another_catalogue_is_named_and_what_it_changes(document: Any, team: Catalog) -> None:
    document["data"]["catalog"] |= {"digest": "0" * 64, "version": "0"}
    (only,) = problems(document, team)
    assert only.code == "verify-other-catalog"
    assert f"version '0', digest '{'0' * 64}'" in only.message
    assert f"version '1', digest '{team.digest}'" in only.message
    assert only.hint.endswith("Roles and figures are the same in both.")
    first, *others = document["data"]["recommendations"]
    first["match"] -= 2
    document["data"]["recommendations"] = [first, *others[:-1], {**others[-1], "role": "intern"}]
    _, gone, new, figures = problems(document, team)
    assert gone.message == "roles that the catalogue in use does not have: 'intern'."
    assert new.message == f"roles that only the catalogue in use has: {others[-1]['role']}."
    assert figures.message.startswith(f"with the catalogue in use, {first['role']} has match ")


def test_answers_that_another_catalogue_does_not_know_are_told(document: Any, team: Catalog) -> None:
    document["data"]["catalog"]["digest"] = "0"
    document["data"]["answers"]["skills"]["juggling"] = 3
    _, no_figures, unknown = problems(document, team)
    assert "the answers cannot be scored" in no_figures.message
    assert unknown.message == "there is no question 'juggling' under 'skills'."


def _set(*path: str, value: Any) -> Callable[[Any], Any]:
    def change(document: Any) -> Any:
        inner = document
        for key in path[:-1]:
            inner = inner[key]
        inner[path[-1]] = value
        return document

    return change


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda _: [], "this is no saved result: a result is a mapping."),
        (lambda _: {}, "this is no saved result: it has no 'schema', and only"),
        (_set("schema", value=["x"]), "this is no saved result: its 'schema' is"),
        (_set("schema", value="careerpath.show/v1"), "this is no saved result: its 'schema' is 'careerpath.show/v1'"),
        (_set("data", value=None), "this is no saved result: 'data' must be a mapping."),
        (_set("data", "answers", value=3), "this is no saved result: 'answers' must be a mapping."),
        (_set("data", "catalog", value=[]), "this is no saved result: 'catalog' must be a mapping."),
        (_set("data", "recommendations", value={}), "this is no saved result: 'recommendations' must be a list."),
        (_set("data", "answers", "skills", value=[]), "'skills' must be a mapping"),
        (_set("data", "answers", "skills", value={"mentoring": 7}), "'7' is no answer to 'mentoring'."),
    ],
)
def test_what_is_no_result_is_said_to_be_none(
    change: Callable[[Any], Any], message: str, document: Any, team: Catalog
) -> None:
    found = problems(change(document), team)
    assert found[0].message.startswith(message)
    assert found[0].location
    assert found[0].location.line


def test_the_command(tmp_path: Path, document: Any) -> None:
    careerpath = Program(tmp_path)
    options = ("--catalog", str(DESIGN_TEAM))
    text = json.dumps(document, indent=1)
    run = careerpath("verify", "-", *options, stdin=text)
    assert (run.code, run.err) == (0, "")
    assert run.out.startswith("holds: all ")
    assert careerpath("verify", "-", *options, "--json", stdin=text).json["data"]["holds"] is True
    file = tmp_path / "false.json"
    file.write_text(text.replace('"tied": false', '"tied": true', 1), encoding="utf-8")
    run = careerpath("verify", "false.json", *options)
    assert (run.code, run.out) == (3, "")
    assert "tied is true. It should be false." in run.err
    assert run.err.startswith("false.json:")
    run = careerpath("verify", "false.json", *options, "--json")
    assert (run.code, run.json["status"], run.json["errors"][0]["code"]) == (3, "error", "verify-differs")
    assert run.json["errors"][0]["location"]["file"] == "false.json"
    assert careerpath("verify", "none.json").code == 3


def test_how_the_quiz_went_is_taken_over_but_must_have_its_shape(document: Any, team: Catalog) -> None:
    went = {"mode": "quick", "stopped_because": "sure", "sure": 93.5, "asked": 20, "skill_questions": 9}
    document["data"]["quiz"] = went | {"like_questions": 4, "questions": []}
    paths = [entry.path for entry in verify(json.dumps(document).encode(), "r.json", team).not_compared]
    assert paths == ["data.profile", "data.quiz"]
    document["data"]["quiz"] = went | {"like_questions": "four", "questions": []}
    assert [problem.code for problem in problems(document, team)] == ["type"]
