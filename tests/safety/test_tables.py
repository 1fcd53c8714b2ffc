"""Tables of many people: whatever somebody is called, no spreadsheet computes it, and messages quote it harmlessly."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest

from careerpath.cli.outcome import run
from safety import outputs
from support.hostile import PAYLOADS
from support.outside import from_outside
from support.sinks import check_csv, check_line

if TYPE_CHECKING:
    from pathlib import Path

pytest.importorskip("pyarrow")

NAMES = {name: text for name, text in PAYLOADS.items() if text.isprintable() or name.startswith(("table", "direction"))}
"""Those that can stand in a table of people; the reader of tables refuses control characters."""


@pytest.mark.parametrize("wrong", [False, True], ids=["scored", "set aside"])
def test_no_cell_is_computed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes], *, wrong: bool
) -> None:
    monkeypatch.setenv("CAREERPATH_CATALOG", str(outputs.TEAM))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    level = 'level "=1"' if wrong else 2
    written_to = set()
    for name, text in NAMES.items():
        made = io.StringIO()
        csv.writer(made).writerows([("id", "skills.prototyping"), (text, level), (f" {text}", level)])
        (tmp_path / "people.csv").write_text(made.getvalue(), encoding="utf-8", newline="")
        code = run(["cohort", str(tmp_path / "people.csv"), "-o", str(tmp_path / "out.csv"), "--cores", "1"])
        _, err = capfdbinary.readouterr()
        assert code in {0, 3}, (name, err)
        assert all(check_line(line) == [] for line in err.decode().splitlines(keepends=True)), name
        for file in tmp_path.glob("*out*.csv"):
            written = file.read_text(encoding="utf-8")
            columns = len(next(csv.reader(io.StringIO(written, newline=""))))
            assert check_csv(written, columns, exact=True) == [], (name, file.name)
            written_to.add(file.name)
            file.unlink()
    assert written_to == ({"out.csv", "out.rejects.csv"} if wrong else {"out.csv"})


def test_names_of_columns_and_files_are_quoted_harmlessly(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    monkeypatch.setenv("CAREERPATH_CATALOG", str(outputs.TEAM))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    named = 0
    for name, text in NAMES.items():
        file = from_outside(text.replace("/", "").replace("\n", "")[:60])
        made = io.StringIO()
        csv.writer(made).writerows([("id", "skills.prototyping", f"{text} x"), ("anna", 2, 1), ("ben", 9, 1)])
        (tmp_path / f"{file}.csv").write_text(made.getvalue(), encoding="utf-8", newline="")
        paths = (str(tmp_path / f"{file}.csv"), "-o", str(tmp_path / f"{file}.jsonl"))
        code = run(["cohort", *paths, "--summary", str(tmp_path / file), "--cores", "1"])
        _, err = capfdbinary.readouterr()
        assert code in {0, 3}, (name, err)
        named += b"left alone" in err
        assert all(check_line(line) == [] for line in err.decode().splitlines(keepends=True)), name
    assert named > len(NAMES) / 2
