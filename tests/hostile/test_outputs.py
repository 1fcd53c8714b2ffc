"""Whatever can stand where a file is to be written: one clear message, and nothing is written or harmed."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from hostile.refused import refuse

if TYPE_CHECKING:
    from support.bounded import Bounded

PEOPLE = "id,skills.seo\nanna,2\nbo,no-level\n"

PLAN = ("plan", "pm", "--hours-per-week", "5", "--weeks", "2", "--answers", "answers.yaml")

COMMANDS = {
    "report": ("report", "--answers", "answers.yaml", "--html", "@.html"),
    "short report": ("report", "--answers", "answers.yaml", "--markdown", "@.md"),
    "checklist": (*PLAN, "--markdown", "@"),
    "calendar": (*PLAN, "--start", "2027-02-01", "--ical", "@"),
    "results": ("cohort", "people.csv", "-o", "@.csv"),
    "rejects": ("cohort", "people.csv", "-o", "results.csv", "--rejects", "@"),
    "summary": ("cohort", "people.csv", "-o", "results.csv", "--summary", "@"),
}

PLACES = {
    "a folder": "folder",
    "a folder that is missing": "missing/file",
    "a folder that is a file": "people.csv/file",
    "a name that is too long": "x" * 300,
    "a path that is too long": "x/" * 60_000 + "x",
    "a link to itself": "loop",
    "a link into a folder that is missing": "dangling",
    "a folder without permission": "closed/file",
    "a folder below one": "closed/below/file",
    "a file without permission": "forbidden",
    "a link to one": "link",
}

ENDS = ("", ".csv", ".html", ".md", ".json")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "people.csv").write_text(PEOPLE, encoding="utf-8")
    (tmp_path / "answers.yaml").write_text("skills: {seo: 3}\n", encoding="utf-8")
    for end in ENDS:
        (tmp_path / f"folder{end}").mkdir()
        (tmp_path / f"loop{end}").symlink_to(f"loop{end}")
        (tmp_path / f"dangling{end}").symlink_to("nowhere/file")
        (tmp_path / f"forbidden{end}").write_bytes(b"mine")
        (tmp_path / f"forbidden{end}").chmod(0o400)
        (tmp_path / f"link{end}").symlink_to(f"forbidden{end}")
    (tmp_path / "closed" / "below").mkdir(parents=True)
    (tmp_path / "closed").chmod(0)
    return tmp_path


def everything(folder: Path) -> dict[str, bytes]:
    """All files but what every run may make: the profiles and the cache."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.parent.name not in {"data", "cache", "careerpath"}
    }


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("place", PLACES)
def test_where_nothing_can_be_written(bounded: Bounded, folder: Path, command: str, place: str) -> None:
    before = everything(folder)
    arguments = [argument.replace("@", PLACES[place]) for argument in COMMANDS[command]]
    refusal = refuse(bounded, folder, *arguments, without_rights=True)
    assert len(refusal.lines) == 1
    assert refusal.codes <= {"bad-output", "unwritable"}
    assert refusal.code == (2 if refusal.codes == {"bad-output"} else 3)
    assert everything(folder) == before


@pytest.mark.parametrize("people", [PEOPLE, "id,skills.seo\nanna,2\n"], ids=["rejects", "none"])
def test_a_device_for_the_rejects_stays_one(bounded: Bounded, folder: Path, people: str) -> None:
    (folder / "people.csv").write_text(people, encoding="utf-8")
    ended = bounded(folder, "cohort", "people.csv", "-o", "results.csv", "--rejects", os.devnull, without_rights=True)
    assert ended.code in {0, 4}, ended
    assert Path(os.devnull).is_char_device()
    assert "anna" in (folder / "results.csv").read_text(encoding="utf-8")


NAMED_TWICE = {
    "the answers and the page": ("report", "--answers", "answers.yaml", "--html", "answers.yaml"),
    "the answers by another name": ("report", "--answers", "answers.yaml", "--markdown", "./folder/../answers.yaml"),
    "the answers by a link": ("report", "--answers", "same.yaml", "--markdown", "answers.yaml"),
    "the page and the text": ("report", "--answers", "answers.yaml", "--html", "made", "--markdown", "made"),
    "the answers and the checklist": (*PLAN, "--markdown", "answers.yaml"),
    "the checklist and the calendar": (*PLAN, "--start", "2027-02-01", "--markdown", "made", "--ical", "made"),
    "the people and the results": ("cohort", "people.csv", "-o", "people.csv"),
    "the people and the rejects": ("cohort", "people.csv", "-o", "results.csv", "--rejects", "people.csv"),
    "the results and the rejects": ("cohort", "people.csv", "-o", "results.csv", "--rejects", "results.csv"),
    "the rejects and the summary": ("cohort", "people.csv", "-o", "r.csv", "--rejects", "s.json", "--summary", "s"),
}


IN_THE_WAY_OF_A_RUN = {
    "the rejects": ("cohort", "people.csv", "-o", "r.csv", "--rejects", "r.csv.unfinished/aside.csv"),
    "the summary": ("cohort", "people.csv", "-o", "r.csv", "--summary", "r.csv.unfinished/overview"),
}


@pytest.mark.parametrize("files", IN_THE_WAY_OF_A_RUN)
def test_what_would_lie_in_the_folder_of_a_run(bounded: Bounded, folder: Path, files: str) -> None:
    (folder / "r.csv.unfinished").mkdir()
    before = everything(folder)
    refusal = refuse(bounded, folder, *IN_THE_WAY_OF_A_RUN[files])
    assert (refusal.code, refusal.codes, len(refusal.lines)) == (2, {"bad-output"}, 1)
    assert everything(folder) == before


@pytest.mark.parametrize("files", NAMED_TWICE)
def test_what_is_named_twice(bounded: Bounded, folder: Path, files: str) -> None:
    (folder / "same.yaml").symlink_to("answers.yaml")
    before = everything(folder)
    refusal = refuse(bounded, folder, *NAMED_TWICE[files])
    assert (refusal.code, refusal.codes, len(refusal.lines)) == (2, {"bad-output"}, 1)
    assert "is named twice" in refusal.lines[0]
    assert everything(folder) == before


def test_a_device_may_be_named_for_several(bounded: Bounded, folder: Path) -> None:
    null = os.devnull
    ended = bounded(folder, "report", "--answers", "answers.yaml", "--html", null, "--markdown", null)
    assert ended.code == 0, ended
    assert Path(null).is_char_device()
