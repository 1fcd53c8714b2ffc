"""What is imported decides how fast a command starts; so that is what is tested, not the time."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from support.program import ROOT

if TYPE_CHECKING:
    from support.program import Program

HEAVY = {
    "questionary",
    "prompt_toolkit",
    "numpy",
    "rich",
    "yaml",
    "sqlite3",
    "pydantic",
    "click",
    "hashlib",
    "_hashlib",
    "platformdirs",
}

PROBE = """\
import sys
sys.argv = ["careerpath", *{arguments!r}]
from careerpath.__main__ import main
try:
    main()
except SystemExit as end:
    assert not end.code, end.code
{report}
"""

LOADED = """\
sys.stderr.write("told: " + " ".join(sorted({name.partition(".")[0] for name in sys.modules})))
"""

COMPILED = """\
import re
ours = {name: vars(module) for name, module in sys.modules.items() if name.startswith("careerpath")}
held = [f"{name}.{key}" for name, names in ours.items() for key in names if isinstance(names[key], re.Pattern)]
sys.stderr.write("told: " + " ".join(held))
"""


def loaded_by(careerpath: Program, *arguments: str, report: str = LOADED) -> set[str]:
    """The libraries that a command has loaded once it is done; or whatever else the report tells of it."""
    careerpath("roles", "--json")  # compiles the catalogue, once for each machine
    done = subprocess.run(
        [sys.executable, "-c", PROBE.format(arguments=arguments, report=report)],
        env=careerpath.environment,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return set(done.stderr.rpartition("told: ")[2].split())


@pytest.mark.parametrize(
    "arguments",
    [
        ("--version",),
        ("--help",),
        ("roles", "--json"),
        ("show", "pm", "--json"),
        ("schema", "quiz"),
        ("schema", "--json"),
        ("completion", "bash"),
        ("compare", "marketing", "product", "--json"),
        ("path", "marketing", "product", "--json"),
    ],
    ids=" ".join,
)
def test_nothing_heavy_is_loaded(careerpath: Program, arguments: tuple[str, ...]) -> None:
    assert not loaded_by(careerpath, *arguments) & HEAVY


def test_what_python_has_built_in_is_taken_from_there(careerpath: Program, answers_file: str) -> None:
    careerpath("quiz", "--answers", answers_file)
    for arguments in (("roles", "--json"), ("results", "--json"), ("completion", "bash")):
        assert not loaded_by(careerpath, *arguments) & {"typing_extensions", "hashlib", "_hashlib"}


def test_what_needs_typing_extensions_still_finds_it(careerpath: Program) -> None:
    found = loaded_by(careerpath, "roles", "--json", report=f"import typing_extensions\n{LOADED}")
    assert "typing_extensions" in found


def test_types_that_describe_types_are_loaded_when_they_are_asked_for(careerpath: Program) -> None:
    kinds = "print('told:', type(sys.modules['msgspec.inspect']).__name__, file=sys.stderr)"
    ask = "import msgspec.inspect; assert msgspec.inspect.type_info(int) == msgspec.inspect.IntType()"
    assert loaded_by(careerpath, "roles", "--json", report=kinds) == {"_Later"}
    assert loaded_by(careerpath, "roles", "--json", report=f"{ask}; {kinds}") == {"module"}


def test_patterns_are_not_compiled_in_advance(careerpath: Program) -> None:
    compiled = loaded_by(careerpath, "compare", "marketing", "product", "--json", report=COMPILED)
    assert not compiled


def test_a_result_that_was_told_before_is_told_again_without_drawing(careerpath: Program, answers_file: str) -> None:
    drawn = careerpath("quiz", "--answers", answers_file, "--json").json["data"]
    again = careerpath("results", "--json").json["data"]
    assert again == drawn | {"quiz": again["quiz"]}
    assert not loaded_by(careerpath, "results", "--json") & {"numpy", "rich", "yaml", "questionary"}


def test_what_was_imported_is_drawn_once(careerpath: Program, answers_file: str) -> None:
    careerpath("quiz", "--answers", answers_file)
    (careerpath.home / "me.json").write_text(careerpath("profile", "export", "me").out, encoding="utf-8")
    careerpath("profile", "delete", "me", "--yes")
    assert careerpath("profile", "import", "me.json").code == 0
    first = careerpath("results", "--json")
    assert not loaded_by(careerpath, "results", "--json") & {"numpy"}
    assert careerpath("results", "--json") == first
    assert len(careerpath("history", "me", "--json").json["data"]["results"]) == 1


def test_with_another_catalogue_is_drawn_once(careerpath: Program, answers_file: str) -> None:
    careerpath("quiz", "--answers", answers_file)
    newer = careerpath.home / "newer"
    newer.mkdir()
    for file in (ROOT / "data").glob("*.yaml"):
        text = file.read_text(encoding="utf-8")
        (newer / file.name).write_text(f"# another\n{text}", encoding="utf-8")
    again = ("results", "--json", "--catalog", str(newer))
    first = careerpath(*again)
    assert not loaded_by(careerpath, *again) & {"numpy"}
    assert careerpath(*again) == first
    assert len(careerpath("history", "me", "--json").json["data"]["results"]) == 1


def test_the_version_needs_no_library_at_all(careerpath: Program) -> None:
    assert not loaded_by(careerpath, "--version") & {"typer", "msgspec"}


def test_text_for_a_pipe_needs_nothing_heavy(careerpath: Program, answers_file: str) -> None:
    careerpath("quiz", "--answers", answers_file)
    for line in ("show pm", "compare marketing product", "results", "results --explain pm"):
        assert loaded_by(careerpath, *line.split()) & HEAVY <= {"sqlite3"}


@pytest.mark.parametrize(
    "surroundings",
    [{"XDG_CACHE_HOME": "/proc/nothing-can-be-made-here"}, {"XDG_CACHE_HOME": str(ROOT / "pyproject.toml")}, None],
    ids=["read-only", "a file", "no home"],
)
def test_a_cache_is_not_needed(careerpath: Program, surroundings: dict[str, str] | None) -> None:
    team = str(ROOT / "tests" / "catalogs" / "design-team")
    expected = careerpath("roles", "--json", "--catalog", team)
    if surroundings is None:
        for name in ("HOME", "XDG_CACHE_HOME", "USER", "LOGNAME"):
            careerpath.environment.pop(name, None)
    careerpath.environment |= surroundings or {}
    for _ in range(2):
        assert careerpath("roles", "--json", "--catalog", team) == expected
