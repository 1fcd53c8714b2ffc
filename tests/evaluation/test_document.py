"""A second run gives the same bytes, in the width that was promised."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from careerpath.evaluation.chapters import evaluate, tell
from careerpath.evaluation.document import DIGITS, write_document
from careerpath.evaluation.personas import read_personas
from careerpath.evaluation.section import WIDTH, to_text
from careerpath.evaluation.size import Size
from support.catalogs import shipped

ROOT = Path(__file__).parent.parent.parent
TINY = Size(people=10, draws=50)


def test_the_page_is_the_same_every_time() -> None:
    personas = read_personas(ROOT / "tests" / "personas.yaml")
    assert write_document(shipped(), personas, TINY) == write_document(shipped(), personas, TINY)


def test_the_text_is_no_wider_than_it_says() -> None:
    text = to_text(tell(evaluate(shipped(), TINY)))
    assert max(map(len, text.splitlines())) <= WIDTH
    assert text.isascii()
    assert text.endswith("\n")


def test_the_command_prints_one_json_object() -> None:
    outputs = [
        subprocess.run(
            [sys.executable, "-m", "careerpath", "catalog", "evaluate", "--people", "10", "--json"],
            check=True,
            capture_output=True,
        ).stdout
        for _ in range(2)
    ]
    assert outputs[0] == outputs[1]
    printed = json.loads(outputs[0])
    assert printed["schema"] == "careerpath.catalog-evaluate/v1"
    assert set(printed["data"]) == {"catalog", "recovery", "cliffs", "calibration", "quiz", "planning"}


@pytest.mark.parametrize("page", [ROOT / "docs" / "evaluation.md"])
def test_the_page_is_about_this_catalogue(page: Path) -> None:
    assert shipped().digest[:DIGITS] in page.read_text("utf-8"), "the catalogue has changed: run 'make evaluate'"
