"""The cases of tests/invalid: what to read, and the problems that are found in it.

A case is a folder with `problems.txt`, the exact lines expected. With `input.yaml` or `input.json` that file alone is
parsed. Otherwise its files are laid over a copy of tests/catalogs/design-team, after the lines of `setup.txt`:

    remove NAME   NAME is taken away (`*` for all files, `.` for the folder itself)
    folder NAME   a folder takes its place
    forbid NAME   opening it fails, as without permission
    grow NAME     it grows beyond what is read
    change NAME   somebody writes to it while it is read
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

from careerpath.catalog.read import read_catalog
from careerpath.catalog.source import read_folder
from careerpath.errors import CareerpathError, Problem, in_reading_order
from careerpath.parsing.json_text import parse_json
from careerpath.parsing.limits import MAX_BYTES
from careerpath.parsing.text import decode_text
from careerpath.parsing.yaml_text import parse_yaml

if TYPE_CHECKING:
    import pytest

TESTS = Path(__file__).parent
INVALID = TESTS / "invalid"
DESIGN_TEAM = TESTS / "catalogs" / "design-team"
CASES = tuple(sorted(folder.name for folder in INVALID.iterdir()))
_ABOUT = {"problems.txt", "setup.txt"}


def expected_problems(name: str) -> list[str]:
    """The lines of `problems.txt`."""
    return (INVALID / name / "problems.txt").read_text(encoding="utf-8").splitlines()


def find_problems(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Problem, ...]:
    """The problems of a case; none if it is read without."""
    try:
        _read(INVALID / name, tmp_path, monkeypatch)
    except CareerpathError as error:
        return in_reading_order(error.problems)
    return ()


def _read(case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for file, parse in (("input.yaml", parse_yaml), ("input.json", parse_json)):
        if (case / file).exists():
            parse(decode_text((case / file).read_bytes(), file), file)
            return
    folder = tmp_path / "catalog"
    shutil.copytree(DESIGN_TEAM, folder)
    setup = case / "setup.txt"
    for line in setup.read_text(encoding="utf-8").splitlines() if setup.exists() else ():
        action, name = line.split()
        _set_up(folder, action, name, monkeypatch)
    for changed in case.iterdir():
        if changed.name not in _ABOUT:
            shutil.copy(changed, folder / changed.name)
    # Messages name files as the person gave them; a relative folder keeps them the same on every machine.
    monkeypatch.chdir(tmp_path)
    where = Path("catalog")
    if folder.exists():
        monkeypatch.chdir(folder)
        where = Path()
    read_catalog(read_folder(where))


def _set_up(folder: Path, action: str, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    match action, name:
        case "remove", ".":
            shutil.rmtree(folder)
        case "remove", pattern:
            for file in folder.glob(pattern):
                file.unlink()
        case "folder", _:
            (folder / name).mkdir()
        case "grow", _:
            (folder / name).write_bytes(b"#" * (MAX_BYTES + 100))
        case "change", _:
            _change_while_read(folder / name, monkeypatch)
        case "forbid", _:
            _forbid(name, monkeypatch)
        case _:
            raise ValueError(f"setup.txt: {action}")


def _forbid(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    really_open = os.open

    def refuse(path: Any, *arguments: Any, **options: Any) -> int:
        if Path(path).name == name:
            raise PermissionError(13, "Permission denied")
        return really_open(path, *arguments, **options)

    monkeypatch.setattr(os, "open", refuse)


def _change_while_read(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    really_read = os.read

    def read(handle: int, most: int) -> bytes:
        if os.path.samestat(os.fstat(handle), file.stat()):
            with file.open("ab") as writer:
                writer.write(b"# one more line\n")
            monkeypatch.setattr(os, "read", really_read)
        return really_read(handle, most)

    monkeypatch.setattr(os, "read", read)
