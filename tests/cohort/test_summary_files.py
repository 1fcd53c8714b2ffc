"""`--summary`: both files, valid and without anybody in them; what is missing is told before the run starts."""

from __future__ import annotations

import json
import os
from pathlib import Path

import msgspec
import pytest

from careerpath.cli import cohort
from careerpath.cli.cohort import CohortRequest
from careerpath.errors import UsageError
from report.outline import Outline
from support.program import Program
from support.schemas import faults

ANSWERS = "3,2,4"


def request_for(folder: Path, summary: str = "overview") -> CohortRequest:
    return CohortRequest(
        source=str(folder / "people.csv"), output=str(folder / "out.csv"), rejects=None, top=3, gaps=3, strict=False,
        cores=1, summary=str(folder / summary), least_group=10, as_json=False,
    )  # fmt: skip


@pytest.fixture
def program(tmp_path: Path) -> Program:
    rows = [f"person-{number:03},{ANSWERS}" for number in range(45)]
    text = "\n".join(["id,skills.seo,skills.writing,likes.set-prices", *rows, "wrong,9,9,9"])
    (tmp_path / "people.csv").write_text(f"{text}\n", encoding="utf-8")
    return Program(tmp_path)


def test_both_files_say_the_same_and_name_nobody(program: Program) -> None:
    run = program("cohort", "people.csv", "-o", "out.csv", "--summary", "overview", "--json")
    assert run.code == 0, run.err
    assert run.json["data"]["summary"] == ["overview.json", "overview.html"]
    made = json.loads((program.home / "overview.json").read_text(encoding="utf-8"))
    page = (program.home / "overview.html").read_text(encoding="utf-8")
    assert faults("cohort-summary", made) == []
    assert made["data"]["people"] == 40
    assert [role["people"] for role in made["data"]["roles"]] == [40]
    assert "At least 40 people" in Outline(page).text
    for text in (page, json.dumps(made)):
        assert "person-" not in text
        assert "wrong" not in text
        assert str(program.home) not in text


def test_the_smallest_group_can_be_chosen(program: Program) -> None:
    for least, people in ((1, 45), (2, 44), (22, 44), (23, 0)):
        run = program("cohort", "people.csv", "-o", "out.csv", "--summary", "o", "--least-group", str(least))
        assert run.code == 0, run.err
        made = json.loads((program.home / "o.json").read_text(encoding="utf-8"))
        assert made["data"]["people"] == people


@pytest.mark.parametrize("missing", ["jinja2", "svg"])
def test_without_the_extra_nobody_waits_for_the_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, missing: str
) -> None:
    monkeypatch.setattr(cohort, "find_spec", lambda name: None if name == missing else name)
    with pytest.raises(UsageError) as failure:
        request_for(tmp_path).job()
    assert failure.value.problems[0].code == "missing-extra"
    assert "careerpath[report]" in str(failure.value)
    assert missing in str(failure.value)


def test_a_folder_that_is_not_there_is_told_before_the_run(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="does not exist"):
        request_for(tmp_path, "nowhere/overview").job()


@pytest.mark.parametrize("told", [True, False])
def test_the_cores_that_are_asked_for_are_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, told: bool) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1, 2, 3, 4}, raising=False)
    monkeypatch.setattr(os, "cpu_count", lambda: None)
    if not told:
        monkeypatch.delattr(os, "sched_getaffinity")
    request = request_for(tmp_path)
    assert msgspec.structs.replace(request, cores=3).job().cores == 3
    assert msgspec.structs.replace(request, cores=None).job().cores == (5 if told else 1)
