"""Every problem that can be found in a file has a case, and its message reads exactly so."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

import careerpath.catalog
import careerpath.parsing
from invalid_cases import CASES, expected_problems, find_problems

_NAMED_OTHERWISE = {
    "overlay-shipped": "duplicate-id",
    "unknown-base": "unknown-reference",
    "unknown-question": "unknown-reference",
}
_FOLDERS = [Path(package.__path__[0]) for package in (careerpath.parsing, careerpath.catalog)]


@pytest.mark.parametrize("name", CASES)
def test_problems_are_the_expected_ones(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = [str(problem) for problem in find_problems(name, tmp_path, monkeypatch)]
    assert lines, f"{name} is read without a problem"
    assert lines == expected_problems(name)


@pytest.mark.parametrize("name", CASES)
def test_problems_have_a_place_a_cause_and_a_way_to_mend_it(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for problem in find_problems(name, tmp_path, monkeypatch):
        assert problem.location or problem.code == "no-catalog"
        assert re.fullmatch(r"[^\n]+\.", problem.message)
        assert re.fullmatch(r"[A-Z][^\n]*[.?]", problem.hint)


@pytest.mark.parametrize("name", CASES)
def test_a_case_is_named_after_the_code_of_its_problem(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    codes = {problem.code for problem in find_problems(name, tmp_path, monkeypatch)}
    names = (_NAMED_OTHERWISE.get(name, name), name.removeprefix("json-").removeprefix("yaml-"))
    assert any(wanted.startswith(code) for wanted in names for code in codes), codes


def _codes_in(tree: ast.AST) -> set[str]:
    """The codes that a module gives: `code="..."`, `invalid("...")`, `report(node, "...")`."""
    codes: set[str] = set()
    for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
        name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
        place = {"invalid": 0, "report": 1}.get(name)
        candidates = [keyword.value for keyword in call.keywords if keyword.arg == "code"]
        if place is not None:
            candidates.append(call.args[place])
        codes.update(str(node.value) for node in candidates if isinstance(node, ast.Constant))
    return codes


def test_every_code_has_a_case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # These read what is typed on the command line, not a file.
    typed = {"names.py", "skill_names.py", "learning_names.py"}
    modules = [file for folder in _FOLDERS for file in folder.glob("*.py") if file.name not in typed]
    given = set().union(*(_codes_in(ast.parse(file.read_text(encoding="utf-8"))) for file in modules))
    assert len(given) > 30
    covered = set()
    for name in CASES:
        with monkeypatch.context() as patch:
            covered |= {problem.code for problem in find_problems(name, tmp_path / name, patch)}
    assert given == covered
