"""The page on writing a catalogue, and the example that it builds: sound, good, and quizzed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

import careerpath
from careerpath.catalog.file_names import FILE_NAMES, OPTIONAL
from careerpath.catalog.linting.incumbent import incumbent
from careerpath.catalog.linting.lint import lint
from careerpath.catalog.source import read_folder
from docs.pages import DOCS, Block, blocks

if TYPE_CHECKING:
    from careerpath.model.catalog import Catalog

EXAMPLE = DOCS / "examples" / "design-ladder"
SHOWN = [block for block in blocks(DOCS / "catalog.md", "yaml") if not block.text.startswith("# my-overlay/")]
ROLES = ("junior-designer", "designer", "senior-designer", "principal-designer", "design-lead")


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return careerpath.load_catalog(EXAMPLE)


def test_the_example_is_complete_and_there_is_nothing_to_mend() -> None:
    source = read_folder(EXAMPLE)
    assert set(FILE_NAMES) - OPTIONAL == set(source.files)
    report = lint(source)
    assert (report.problems, report.explained) == ((), ())


def test_the_page_shows_what_stands_in_the_example() -> None:
    assert len(SHOWN) >= 10
    for block in SHOWN:
        name, text = name_and_text(block)
        assert text in (EXAMPLE / name).read_text(encoding="utf-8"), name


def name_and_text(block: Block) -> tuple[str, str]:
    name, _, text = block.text.removeprefix("# ").partition("\n")
    return name, text


def test_the_page_speaks_of_every_file() -> None:
    page = (DOCS / "catalog.md").read_text(encoding="utf-8")
    assert [name for name in FILE_NAMES if name not in page and name != "documents.yaml"] == []


@pytest.mark.parametrize("role", ROLES)
def test_a_quiz_finds_the_role_of_somebody_who_has_it(catalog: Catalog, role: str) -> None:
    held: dict[str, Any] = dict(incumbent(catalog, catalog.role_by_id[role], likes_work=True).items())
    quiz = careerpath.QuizSession(catalog)
    while quiz.question is not None:
        quiz = quiz.answer(held.get(quiz.question.id))
    assert quiz.result().recommendations[0].role == role


def test_the_example_has_the_roles_that_are_quizzed(catalog: Catalog) -> None:
    assert tuple(entry.id for entry in catalog.roles) == ROLES


def test_one_can_go_from_the_first_role_to_either_end(catalog: Catalog) -> None:
    answers = incumbent(catalog, catalog.role_by_id["junior-designer"], likes_work=True)
    plan = careerpath.plan(catalog, answers, "designer", hours_per_week=5, weeks=60)
    assert plan.readiness_after > plan.readiness_before
    for end in ("principal-designer", "design-lead"):
        assert careerpath.plan(catalog, answers, end, hours_per_week=5, weeks=60).steps
