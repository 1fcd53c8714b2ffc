"""Bad contents of every file: refused with file, line and column, within bounds, for people and for scripts."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from hostile.bad_answers import BAD_ANSWERS
from hostile.bad_catalogs import BAD_CATALOG_FILES
from hostile.bad_results import BARE, CHANGES, changed_results
from hostile.golden import UPDATE, expected_lines, shortened, write_lines
from hostile.refused import Refusal, refuse

if TYPE_CHECKING:
    from support.bounded import Bounded

DESIGN_TEAM = Path(__file__).parents[1] / "catalogs" / "design-team"
RESULTS = (
    *BARE,
    *CHANGES,
    "cut off",
    "twice",
    "a mark of the byte order, and a change",
    "Windows line ends, and a change",
)

SAID_ALIKE = set(BARE) - {"a catalogue of nothing", "a digest that is a number"}
"""What is said about these does not depend on the catalogue."""

WITHOUT_LINE = {"too-large", "too-many", "missing-file", "no-catalog", "unreadable", "not-a-file"}
"""Problems of a file as a whole."""


@pytest.fixture(scope="session")
def results(bounded: Bounded, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("result")
    answers = (
        "background: {education: bachelor, experience: 3}\nskills: {seo: 3, writing: 2}\nlikes: {lead-people: 4}\n"
    )
    (folder / "me.yaml").write_text(answers, encoding="utf-8")
    saved = bounded(folder, "quiz", "--answers", "me.yaml", "--json").out
    return BARE | changed_results(saved)


def check(kind: str, name: str, refusal: Refusal, file: str) -> None:
    """Everything that holds of a refused file."""
    assert refusal.code == 3
    for error in refusal.errors:
        place = error["location"]
        assert place["file"] == file or error["code"] == "missing-file"
        assert (place["line"] is not None and place["column"] is not None) or error["code"] in WITHOUT_LINE, error
        assert error["hint"] or error["code"].startswith("verify"), error
    if kind == "results" and name not in SAID_ALIKE:
        return
    if UPDATE:
        write_lines(kind, {name: shortened(refusal.lines)})
    else:
        assert shortened(refusal.lines) == expected_lines(kind)[name]


@pytest.mark.parametrize("name", BAD_ANSWERS)
def test_bad_answers(bounded: Bounded, tmp_path: Path, name: str) -> None:
    (tmp_path / "me.yaml").write_bytes(BAD_ANSWERS[name])
    check("answers", name, refuse(bounded, tmp_path, "quiz", "--answers", "me.yaml"), "me.yaml")
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize("name", RESULTS)
def test_bad_results(bounded: Bounded, tmp_path: Path, results: dict[str, bytes], name: str) -> None:
    (tmp_path / "result.json").write_bytes(results[name])
    check("results", name, refuse(bounded, tmp_path, "verify", "result.json"), "result.json")


@pytest.mark.parametrize("name", BAD_CATALOG_FILES)
def test_bad_catalogues(bounded: Bounded, tmp_path: Path, name: str) -> None:
    file, content = BAD_CATALOG_FILES[name]
    shutil.copytree(DESIGN_TEAM, tmp_path / "c")
    (tmp_path / "c" / file).write_bytes(content)
    check("catalogs", name, refuse(bounded, tmp_path, "roles", "--catalog", "c"), f"c/{file}")


def test_golden_files_hold_nothing_else() -> None:
    for kind, names in (("answers", BAD_ANSWERS), ("results", SAID_ALIKE), ("catalogs", BAD_CATALOG_FILES)):
        if UPDATE:
            write_lines(kind, {}, names)
        else:
            assert set(expected_lines(kind)) == set(names)


def test_there_are_so_many_distinct_bad_contents(results: dict[str, bytes]) -> None:
    assert len(set(BAD_ANSWERS.values())) >= 180
    assert len(set(results.values())) >= 50
    assert len(set(BAD_CATALOG_FILES.values())) >= 230
