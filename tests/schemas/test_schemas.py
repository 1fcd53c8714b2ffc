"""The schemas: made from the types, sound, and true of everything that the program prints and reads."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from careerpath.catalog.file_names import FILE_NAMES
from careerpath.cli.app import COMMANDS
from careerpath.render.data.kinds import KINDS, schema_id
from cli.test_failures import FAILURES
from support.program import ROOT, Program
from support.schemas import FOLDER, faults, kind_of, load_schema, parse_strict

ANNA = str(ROOT / "docs" / "examples" / "anna.yaml")
SMALL = str(ROOT / "tests" / "catalogs" / "design-team")

OUTPUTS = {
    "quiz": ("quiz", "--answers", ANNA),
    "results": ("results",),
    "path": ("path", "marketing", "product"),
    "plan": ("plan", "product", "--hours-per-week", "5", "--weeks", "4"),
    "plan-done": ("plan", "--done", "scrum-training"),
    "what-if": ("what-if", "seo=3"),
    "report": ("report",),
    "compare": ("compare", "marketing", "product", "--profile", "me"),
    "roles": ("roles",),
    "show": ("show", "cmo"),
    "history": ("history",),
    "profile": ("profile", "show"),
    "profile-list": ("profile", "list"),
    "profile-delete": ("profile", "delete", "gone", "--yes"),
    "verify": ("verify", "result.json"),
    "catalog-check": ("catalog", "check"),
    "catalog-lint": ("catalog", "lint"),
    "catalog-sources": ("catalog", "sources"),
    "catalog-conflicts": ("catalog", "conflicts"),
    "catalog-evaluate": ("catalog", "evaluate", "--people", "10", "--catalog", SMALL),
    "cohort": ("cohort", "people.csv", "-o", "results.csv"),
    "schema": ("schema", "quiz"),
    "schema-list": ("schema",),
    "completion": ("completion", "bash"),
}
"""A call for each kind of output."""

CHANGING = {"profile-delete", "plan-done", "cohort"}
"""Calls that change what is stored or written; a second one has another answer."""

VARIANTS = (
    ("quiz", "--answers", "nothing.yaml", "--no-save"),
    ("quiz", "--answers", "nothing.yaml", "--catalog", SMALL, "--no-save"),
    ("quiz", "--answers", ANNA, "--explain", "cmo", "--no-save"),
    ("results", "--all"),
    ("path", "cmo"),
    ("path", "marketing", "product", "--by", "years"),
    ("path", "lead", "junior", "--catalog", SMALL),
    ("plan", "cmo", "--hours-per-week", "0.5", "--weeks", "1"),
    ("plan", "pm", "--hours-per-week", "80", "--weeks", "520", "--budget-free-only"),
    ("plan", "pm", "--hours-per-week", "4", "--weeks", "2", "--markdown", "plan.md"),
    ("plan", "pm", "--hours-per-week", "4", "--weeks", "2", "--ical", "plan.ics", "--start", "2027-01-04"),
    ("what-if", "seo=0", "writing=expert"),
    ("what-if", "--goal", "cmo", "--ready"),
    ("what-if", "--goal", "product", "--top", "--by", "steps"),
    ("report", "--html", "report.html"),
    ("report", "--markdown", "report.md"),
    ("compare", "marketing", "product"),
    ("compare", "pm", "po", "cmo", "--answers", "nothing.yaml"),
    ("roles", "--track", "product"),
    ("roles", "--catalog", SMALL),
    ("show", "marketing"),
    ("show", "senior", "--catalog", SMALL),
    ("history", "me", "pm", "cmo"),
    ("profile", "export"),
    ("profile", "import", ANNA, "--profile", "other"),
    ("catalog", "check", SMALL),
    ("catalog", "sources", "--catalog", SMALL),
    ("catalog", "conflicts", "--catalog", SMALL),
    ("schema", "roles.yaml"),
    ("completion", "fish"),
)
"""Other calls, so that what can be null or empty is so at least once."""


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Program:
    program = Program(tmp_path_factory.mktemp("home"))
    result = program("quiz", "--answers", ANNA, "--json")
    (program.home / "result.json").write_text(result.out, encoding="utf-8")
    (program.home / "bad.yaml").write_text("skills: {seo: 9}\n", encoding="utf-8")
    (program.home / "nothing.yaml").write_text("{}\n", encoding="utf-8")
    assert program("profile", "import", ANNA, "--profile", "gone").code == 0
    (program.home / "people.csv").write_text("id,skills.seo\nanna,3\nbob,7\n", encoding="utf-8")
    return program


def test_the_files_are_those_of_the_types() -> None:
    script = ROOT / "scripts" / "make_schemas.py"
    done = subprocess.run([sys.executable, script, "--check"], capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("kind", KINDS)
def test_a_schema_is_sound_and_says_what_it_is(kind: str) -> None:
    schema = load_schema(FOLDER / f"{kind}.json")
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$id"] == schema_id(kind)
    assert schema["title"]
    assert schema["version"] == 1
    used = set(re.findall(r'"#/\$defs/([^"]+)"', json.dumps(schema)))
    assert used == set(schema["$defs"])


def test_every_kind_that_is_emitted_has_a_schema_and_a_call() -> None:
    emitted: set[str] = set()
    for path in (ROOT / "src" / "careerpath").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            name = getattr(node.func, "id", "") if isinstance(node, ast.Call) else ""
            if (
                isinstance(node, ast.Call)
                and name in {"emit", "print_result"}
                and isinstance(node.args[0], ast.Constant)
            ):
                emitted.add(str(node.args[0].value))
    outputs = {name for name, kind in KINDS.items() if kind.flow == "output"} - {"error"}
    assert emitted == outputs - {"cohort-summary"} == set(OUTPUTS)
    assert {name.split("-")[0] for name in OUTPUTS} >= {name.split("-")[0] for name in COMMANDS}


@pytest.mark.parametrize("kind", OUTPUTS)
def test_what_is_printed_is_valid(home: Program, kind: str) -> None:
    run = home(*OUTPUTS[kind], "--json")
    assert run.code == 0, run.err
    envelope = parse_strict(run.out)
    assert kind_of(envelope) == kind
    assert faults(kind, envelope) == []
    assert list(envelope) == ["schema", "status", "data", "errors"]
    schema = load_schema(FOLDER / f"{kind}.json")
    top = schema["$defs"][schema["properties"]["data"]["$ref"].rpartition("/")[2]]
    assert list(envelope["data"]) == list(top["properties"]), "in the order of the type"
    assert run.out.endswith("}\n")
    assert "\\u" not in re.sub(r"\\u00[01]", "", run.out), "text is UTF-8, not escaped"


@pytest.mark.parametrize("arguments", VARIANTS, ids=" ".join)
def test_what_is_printed_is_valid_whatever_is_asked(home: Program, arguments: tuple[str, ...]) -> None:
    run = home(*arguments, "--json")
    assert run.code == 0, run.err + run.out
    envelope = parse_strict(run.out)
    assert faults(kind_of(envelope), envelope) == []


@pytest.mark.parametrize("kind", sorted(set(OUTPUTS) - CHANGING))
def test_the_same_call_prints_the_same_bytes(home: Program, kind: str) -> None:
    first, second = (home(*OUTPUTS[kind], "--json", PYTHONHASHSEED=seed) for seed in ("1", "2"))
    assert first.code == 0, first.err
    assert second.out == first.out


@pytest.mark.parametrize(("arguments", "code", "problem"), FAILURES, ids=str)
def test_a_failure_is_valid(home: Program, arguments: tuple[str, ...], code: int, problem: str) -> None:
    run = home(*arguments, "--json")
    envelope = parse_strict(run.out)
    assert faults("error", envelope) == []
    assert run.err == "", "with --json, a failure is told on stdout only"


def test_what_is_wrong_is_refused(home: Program) -> None:
    envelope: Any = parse_strict((home.home / "result.json").read_text(encoding="utf-8"))
    assert faults("results", envelope), "of another kind"
    changes: tuple[dict[str, Any], ...] = (
        {"schema": "careerpath.quiz/v2"},
        {"status": "error"},
        {"data": None},
        {"errors": [{}]},
        {"more": 1},
        {"data": envelope["data"] | {"answered": "many"}},
        {"data": envelope["data"] | {"verdict": None}},
        {"data": {key: value for key, value in envelope["data"].items() if key != "claims"}},
    )
    for change in changes:
        assert faults("quiz", envelope | change), change
    first = envelope["data"]["recommendations"][0]
    for field in first:
        without = {key: value for key, value in first.items() if key != field}
        assert faults("quiz", envelope | {"data": envelope["data"] | {"recommendations": [without]}}), field
    assert faults("error", envelope)
    assert faults("error", envelope | {"schema": "careerpath.error/v1", "status": "error", "data": None, "errors": []})


FOLDERS = [
    ROOT / "data",
    ROOT / "docs" / "examples" / "design-ladder",
    *sorted((ROOT / "tests" / "catalogs").glob("*")),
]


@pytest.mark.parametrize("path", [path for folder in FOLDERS for path in sorted(folder.glob("*.yaml"))], ids=str)
def test_catalogue_files_are_valid(path: Path) -> None:
    content = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    assert path.name in FILE_NAMES
    assert faults(f"{path.stem}-file", content) == []
    assert faults(f"{path.stem}-file", {"$schema": f"{path.stem}.json"} | content) == []
    assert faults(f"{path.stem}-file", content | {"surplus": 1})


def test_every_file_of_a_catalogue_has_a_schema() -> None:
    assert {name for name, kind in KINDS.items() if kind.flow == "input"} == {
        "answers-file", *(name.replace(".yaml", "-file") for name in FILE_NAMES)
    }  # fmt: skip


def test_answers_files_are_valid(home: Program) -> None:
    for text in (Path(ANNA).read_text(encoding="utf-8"), home("quiz", "--template").out):
        assert faults("answers-file", yaml.load(text, Loader=yaml.CSafeLoader)) == []
    wrongs: tuple[Any, ...] = (
        {"skills": {"seo": 9}},
        {"likes": {"x": 0}},
        {"skill": {}},
        {"skills": [1]},
        [],
        {"skills": {"x": 1.5}},
    )
    for wrong in wrongs:
        assert faults("answers-file", wrong), wrong


def test_a_schema_line_changes_nothing(home: Program) -> None:
    plain = home("quiz", "--answers", "-", "--no-save", "--json", stdin="skills: {seo: 3}\n")
    named = "# yaml-language-server: $schema=answers.schema.json\n$schema: answers.schema.json\nskills: {seo: 3}\n"
    assert home("quiz", "--answers", "-", "--no-save", "--json", stdin=named).out == plain.out


def test_the_command_prints_the_files(home: Program) -> None:
    for kind in KINDS:
        if kind in {"quiz", "error", "roles-file"}:
            assert home("schema", kind).out == (FOLDER / f"{kind}.json").read_text(encoding="utf-8")
    assert home("schema", "roles.yaml").out == home("schema", "roles-file").out
    assert home("schema", "careerpath.quiz/v1").out == home("schema", "quiz").out
    assert [line.split()[0] for line in home("schema").out.splitlines()] == list(KINDS)
    assert [entry["kind"] for entry in home("schema", "--json").json["data"]["schemas"]] == list(KINDS)
    failed = home("schema", "quizz", "--json")
    assert (failed.code, failed.json["errors"][0]["code"]) == (2, "unknown-kind")
