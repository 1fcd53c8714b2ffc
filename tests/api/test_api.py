"""The Python API, by its page and by its promises."""

from __future__ import annotations

import inspect
import json
import math
import re
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import msgspec
import pytest

import careerpath
from careerpath.api.html import html_page, html_table
from support.program import ROOT, Program

if TYPE_CHECKING:
    from pathlib import Path

ANNA = ROOT / "docs" / "examples" / "anna.yaml"


@pytest.fixture(scope="module")
def catalog() -> careerpath.Catalog:
    return careerpath.load_catalog()


@pytest.fixture(scope="module")
def answers(catalog: careerpath.Catalog) -> careerpath.Answers:
    return careerpath.load_answers(ANNA, catalog)


@pytest.mark.parametrize("code", ["import careerpath", "import careerpath; careerpath.__version__; dir(careerpath)"])
def test_importing_it_loads_nothing(code: str) -> None:
    probe = f"import sys; before = set(sys.modules); {code}; print(*(set(sys.modules) - before))"
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.split() == ["careerpath"]


def test_a_catalogue_needs_no_numpy_and_no_terminal() -> None:
    probe = "import sys, careerpath; careerpath.compare(careerpath.load_catalog(), 'pm', 'cmo'); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, encoding="utf-8", check=True)
    assert not {"numpy", "rich", "typer", "questionary"} & set(done.stdout.split())


def test_everything_that_is_promised_is_there_and_explained() -> None:
    for name in careerpath.__all__:
        assert getattr(careerpath, name).__doc__, name
    with pytest.raises(AttributeError, match="nothing_of_this_name"):
        careerpath.nothing_of_this_name  # type: ignore[attr-defined]  # noqa: B018
    page = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
    assert [name for name in careerpath.__all__ if not re.search(rf"`{name}[(`]", page)] == []
    listed = set(re.findall(r" as (\w+)$", (ROOT / "src/careerpath/__init__.pyi").read_text("utf-8"), re.MULTILINE))
    assert listed == set(careerpath.__all__)


def test_the_page_shows_how_each_function_is_called() -> None:
    page = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
    shown = dict(re.findall(r"^\| `(\w+)\(([^`]*)\)` \|", page, re.MULTILINE))
    assert len(shown) == 6
    for name, parameters in shown.items():
        made = inspect.signature(getattr(careerpath, name)).replace(return_annotation=inspect.Signature.empty)
        bare = [parameter.replace(annotation=inspect.Parameter.empty) for parameter in made.parameters.values()]
        assert str(made.replace(parameters=bare)) == f"({parameters.replace(chr(34), chr(39))})"


def test_the_values_are_those_of_the_program(
    catalog: careerpath.Catalog, answers: careerpath.Answers, tmp_path: Path
) -> None:
    program = Program(tmp_path)
    told = program("quiz", "--answers", str(ANNA), "--no-save", "--json").json["data"]
    result = careerpath.assess(catalog, answers)
    assert json.loads(msgspec.json.encode(result)) == told
    assert json.loads(json.dumps(result.to_dict())) == told
    told = program("compare", "pm", "marketing", "--answers", str(ANNA), "--json").json["data"]
    assert careerpath.compare(catalog, "pm", "marketing", answers=answers).to_dict() == _tuples(told)
    order = ("plan", "pm", "--hours-per-week", "2.5", "--weeks", "8", "--answers", str(ANNA), "--json")
    plan = careerpath.plan(catalog, answers, "pm", hours_per_week=2.5, weeks=8)
    assert json.loads(json.dumps(plan.to_dict())) == program(*order).json["data"]


def _tuples(value: Any) -> Any:
    """Lists as the tuples that the values hold."""
    if isinstance(value, dict):
        return {key: _tuples(entry) for key, entry in value.items()}
    return tuple(map(_tuples, value)) if isinstance(value, list) else value


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"hours_per_week": math.nan}, "half-hours"),
        ({"hours_per_week": math.inf}, "half-hours"),
        ({"hours_per_week": -1}, "half-hours"),
        ({"weeks": 2.5}, "weeks"),
        ({"weeks": math.nan}, "weeks"),
        ({"weeks": 0}, "weeks"),
        ({"done": ["no-such-course"]}, "unknown-learning"),
        ({"done": "scrum"}, "unknown-learning"),
    ],
)
def test_a_plan_is_asked_for_as_on_the_command_line(catalog: careerpath.Catalog, given: Any, code: str) -> None:
    with pytest.raises(careerpath.UsageError) as failed:
        careerpath.plan(catalog, {"skills": {}}, "pm", **{"hours_per_week": 5, "weeks": 2, **given})
    assert [problem.code for problem in failed.value.problems] == [code]


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"mode": "swift"}, "quiz-mode"),
        ({"mode": None}, "quiz-mode"),
        ({"sure": 0.9}, "quiz-sure"),
        ({"sure": 100}, "quiz-sure"),
        ({"sure": math.nan}, "quiz-sure"),
        ({"most": 0}, "quiz-most"),
        ({"most": -1}, "quiz-most"),
    ],
)
def test_a_quiz_is_asked_for_as_on_the_command_line(catalog: careerpath.Catalog, given: Any, code: str) -> None:
    with pytest.raises(careerpath.UsageError) as failed:
        careerpath.QuizSession(catalog, **given)
    assert [problem.code for problem in failed.value.problems] == [code]
    assert all(problem.hint for problem in failed.value.problems)


def test_results_are_frozen(catalog: careerpath.Catalog, answers: careerpath.Answers) -> None:
    result = careerpath.assess(catalog, answers)
    with pytest.raises(AttributeError):
        result.answered = 0  # type: ignore[misc]


def test_a_mapping_is_read_as_an_answers_file(catalog: careerpath.Catalog) -> None:
    given = {"skills": {"SEO": "working", "leadership": None}, "background": {"experience": 3}}
    result = careerpath.assess(catalog, given)
    assert result.answers.skills == {"seo": 2, "leadership": None}
    with pytest.raises(careerpath.InvalidInputError) as failed:
        careerpath.assess(catalog, {"skills": {"seo": 9, "nothing": 1}})
    assert [problem.code for problem in failed.value.problems] == ["unknown-answer", "unknown-question"]


def test_answers_of_another_catalogue_are_refused(catalog: careerpath.Catalog) -> None:
    with pytest.raises(careerpath.InvalidInputError):
        careerpath.assess(catalog, careerpath.Answers(skills={"no-such-skill": 2}))


def test_wrong_names_are_usage_errors(catalog: careerpath.Catalog, answers: careerpath.Answers) -> None:
    for call in (
        lambda: careerpath.compare(catalog, "pm"),
        lambda: careerpath.compare(catalog, "pm", "nobody"),
        lambda: careerpath.plan(catalog, answers, "nobody", hours_per_week=5, weeks=2),
        lambda: careerpath.plan(catalog, answers, "pm", hours_per_week=0.3, weeks=2),
        lambda: careerpath.load_catalog("missing"),
    ):
        with pytest.raises(careerpath.UsageError):
            call()


def test_a_quiz_session_never_changes_and_can_go_back(catalog: careerpath.Catalog) -> None:
    first = careerpath.QuizSession(catalog, most=3)
    question = first.question
    assert question is not None
    second = first.answer(None)
    assert first.question == question
    assert second.question != question
    assert second.back().question == question
    assert first.back() is first
    with pytest.raises(ValueError, match="does not answer"):
        first.answer("nonsense")


def test_a_quiz_session_ends_and_says_why(catalog: careerpath.Catalog, answers: careerpath.Answers) -> None:
    quiz = careerpath.QuizSession(catalog, mode="quick", most=3)
    known = dict(answers.items())
    while quiz.question is not None:
        quiz = quiz.answer(known.get(quiz.question.id))
    assert quiz.stopped_because in {"limit", "sure"}
    assert quiz.leader in catalog.role_by_id
    assert 0 <= quiz.sure < 100
    with pytest.raises(ValueError, match="no question"):
        quiz.answer(1)
    result = quiz.result()
    assert result.quiz is not None
    assert result.quiz.asked == len(dict(quiz.answers.items()))
    assert result.answers.in_order() == quiz.answers.in_order()


def test_a_quiz_session_can_begin_with_answers(catalog: careerpath.Catalog) -> None:
    quiz = careerpath.QuizSession(catalog, answers={"background": {"experience": 3}, "skills": {"seo": 2}})
    assert quiz.answers.skills == {"seo": 2}
    assert quiz.question is not None
    assert quiz.question.id != "background:experience"


def test_nothing_that_is_shown_in_a_notebook_can_become_markup(
    catalog: careerpath.Catalog, answers: careerpath.Answers
) -> None:
    evil = "<script>alert('&')</script>"
    assert "<script" not in html_page(evil, html_table((evil,), [(evil,)]), evil)
    result = careerpath.assess(catalog, answers)
    first = msgspec.structs.replace(result.recommendations[0], title=evil)
    shown = msgspec.structs.replace(result, recommendations=(first,))._repr_html_()
    assert "<script" not in shown
    assert "&lt;script&gt;" in shown
    for value in (
        careerpath.compare(catalog, "pm", "cmo", answers=answers),
        careerpath.plan(catalog, answers, "pm", hours_per_week=2, weeks=4),
    ):
        assert value._repr_html_().startswith("<div><p>")
