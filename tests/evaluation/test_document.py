"""What is measured is the same in every process, and is told in the width that was promised."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from careerpath.evaluation import document
from careerpath.evaluation.chapters import Evaluation, evaluate, tell
from careerpath.evaluation.document import DIGITS, document_of, write_document
from careerpath.evaluation.personas import read_personas
from careerpath.evaluation.section import WIDTH, to_text
from careerpath.evaluation.size import DRAWS, Size
from careerpath.render.data.envelope import success, to_json
from careerpath.render.data.evaluation import evaluation_data
from support.catalogs import shipped

ROOT = Path(__file__).parent.parent.parent
SMALL = Size(people=10, draws=DRAWS)


@pytest.fixture(scope="module")
def figures() -> Evaluation:
    return evaluate(shipped(), SMALL)


def test_another_process_measures_the_same(figures: Evaluation) -> None:
    here = os.environ.get("PYTHONHASHSEED", "random")
    printed = subprocess.run(
        [sys.executable, "-m", "careerpath", "catalog", "evaluate", "--people", "10", "--json"],
        check=True,
        capture_output=True,
        env=os.environ | {"PYTHONHASHSEED": "7" if here != "7" else "8"},
    ).stdout
    assert printed == to_json(success("catalog-evaluate", evaluation_data(shipped(), figures)))
    told = json.loads(printed)
    assert told["schema"] == "careerpath.catalog-evaluate/v1"
    assert set(told["data"]) == {"catalog", "recovery", "cliffs", "calibration", "quiz", "planning"}


def test_the_page_tells_the_figures_the_same_every_time(figures: Evaluation, monkeypatch: pytest.MonkeyPatch) -> None:
    personas = read_personas(ROOT / "tests" / "personas.yaml")
    page = document_of(shipped(), personas, figures)
    assert page == document_of(shipped(), personas, figures)
    monkeypatch.setattr(document, "evaluate", lambda *_: figures)
    assert page == write_document(shipped(), personas, SMALL)


def test_the_text_is_no_wider_than_it_says(figures: Evaluation) -> None:
    text = to_text(tell(figures))
    assert max(map(len, text.splitlines())) <= WIDTH
    assert text.isascii()
    assert text.endswith("\n")


@pytest.mark.parametrize("page", [ROOT / "docs" / "evaluation.md"])
def test_the_page_is_about_this_catalogue(page: Path) -> None:
    assert shipped().digest[:DIGITS] in page.read_text("utf-8"), "the catalogue has changed: run 'make evaluate'"
