"""What `careerpath` alone says, and the examples in the help."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from careerpath.cli.help_examples import examples_of
from careerpath.cli.welcome import leader_of
from cli.test_start_up import HEAVY, loaded_by

if TYPE_CHECKING:
    from support.program import Program


def test_nobody_known_is_told_where_to_begin(careerpath: Program) -> None:
    run = careerpath()
    assert run.code == 0
    assert "Begin here:\n  careerpath quiz " in run.out
    assert "careerpath --help" in run.out
    assert not (careerpath.home / "data").exists()


def test_somebody_known_is_told_what_to_do_next(careerpath: Program, answers_file: str) -> None:
    careerpath("quiz", "--answers", answers_file, "--profile", "ana maria")
    told = careerpath().out
    assert 'careerpath results "ana maria"' in told
    assert '--profile "ana maria"' in told
    careerpath("quiz", "--answers", answers_file)
    told = careerpath().out
    assert "The profile 'me'" in told
    assert "  careerpath results  " in told
    first = careerpath("results", "--json").json["data"]["recommendations"][0]["role"]
    assert f"In its last result, {first} came first." in told
    assert f"  careerpath plan {first} --hours-per-week 5 --weeks 12\n" in told
    assert max(map(len, told.splitlines())) <= 80


@pytest.mark.parametrize(
    ("answers", "told"), [("{}", "has no answers yet"), ("skills: {seo: 1}", "has 1 answer, last")]
)
def test_few_answers_or_none(careerpath: Program, answers: str, told: str) -> None:
    careerpath("quiz", "--answers", "-", stdin=answers)
    run = careerpath()
    assert told in run.out
    assert "interrupted" not in run.out
    assert "  careerpath quiz  " in run.out


def test_without_a_result_a_role_is_to_be_named(careerpath: Program, answers_file: str) -> None:
    careerpath("profile", "import", answers_file)
    told = careerpath().out
    assert "careerpath plan ROLE" in told
    assert "came first" not in told


@pytest.mark.parametrize("summary", [b"", b"{}", b"[]", b'{"roles": 3}', b'{"roles": {}}'])
def test_a_summary_that_cannot_be_made_out_names_no_role(summary: bytes) -> None:
    assert leader_of(summary) is None


def test_a_store_that_cannot_be_read_stops_nothing(careerpath: Program) -> None:
    (careerpath.home / "data").mkdir()
    (careerpath.home / "data" / "careerpath.sqlite3").mkdir()
    run = careerpath()
    assert (run.code, run.err) == (0, "")
    assert "Begin here:" in run.out


def test_nothing_heavy_is_loaded(careerpath: Program, answers_file: str) -> None:
    assert not loaded_by(careerpath) & HEAVY
    careerpath("quiz", "--answers", answers_file)
    assert not loaded_by(careerpath) & (HEAVY - {"sqlite3"})


@pytest.mark.parametrize("name", ["show", "quiz", "catalog check", "schema"])
def test_examples_stand_one_a_line(careerpath: Program, name: str) -> None:
    lines = careerpath(*name.split(), "--help").out.splitlines()
    start = lines.index("  Examples:")
    assert lines[start + 1].startswith(f"    careerpath {name}")
    assert lines[start + 2].startswith("    careerpath ")


def test_a_sentence_of_examples_is_taken_apart() -> None:
    text = 'Do it.\n\nExamples: careerpath a "b; c"; careerpath d |\n    jq .; EDITOR=vi careerpath e'
    assert examples_of(text) == ['careerpath a "b; c"', "careerpath d | jq .", "EDITOR=vi careerpath e"]
    assert examples_of("Do it.") == []
