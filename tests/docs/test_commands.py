"""Every command line and every example of the README and of the documentation is run."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING, Any

import pytest
from pyarrow import csv, parquet

from careerpath.cli.app import command
from careerpath.cli.outcome import ExitCode
from docs.pages import DOCS, PAGES, blocks, commands, inline_commands, name_of
from support.program import ROOT, Program
from support.shell import run_in_shell

if TYPE_CHECKING:
    from pathlib import Path

SMALL = DOCS / "examples" / "design-ladder"
ASKS = re.compile(r"careerpath quiz(?!.* --(answers|template))|careerpath profile delete(?!.* --yes)")
"""Commands that need somebody who answers: without a terminal they say so, and change nothing."""
CODES = (
    (ASKS, ExitCode.NEEDS_ANSWER.value),
    (re.compile("careerpath show nobody"), ExitCode.WRONG_USE.value),
    (re.compile("careerpath cohort .* --strict"), ExitCode.INVALID_INPUT.value),
)
LINES: dict[str, list[str]] = {}
for _page in PAGES:
    for _line in commands(_page):
        LINES.setdefault(_line, []).append(name_of(_page))


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with everything that the pages speak of: two profiles, answers, a result, catalogues."""
    program = Program(tmp_path_factory.mktemp("template"))
    anna = DOCS / "examples" / "anna.yaml"
    for profile in ("me", "anna"):
        assert program("quiz", "--answers", str(anna), "--profile", profile).code == 0
    (program.home / "result.json").write_text(program("results", "--json").out, encoding="utf-8")
    shutil.copy(anna, program.home / "me.yaml")
    shutil.copy(DOCS / "examples" / "people.csv", program.home)
    parquet.write_table(csv.read_csv(program.home / "people.csv"), program.home / "people.parquet")
    shutil.copytree(DOCS / "examples", program.home / "docs" / "examples")
    shutil.copytree(SMALL, program.home / "DIR")
    shutil.copytree(ROOT / "data", program.home / "my-catalog")
    (program.home / "bin").mkdir()
    (program.home / "bin" / "code").symlink_to("/bin/true")
    write_files_of("catalog.md", program.home, "my-overlay")
    return program.home


def write_files_of(page: str, home: Path, folder: str) -> None:
    """The files that a page shows whole, under the name in their first line."""
    (home / folder).mkdir()
    for block in blocks(DOCS / page, "yaml"):
        name, _, text = block.text.removeprefix("# ").partition("\n")
        if name.startswith(f"{folder}/"):
            (home / name).write_text(text, encoding="utf-8")


@pytest.fixture
def home(template: Path, tmp_path: Path) -> Program:
    shutil.copytree(template, tmp_path, dirs_exist_ok=True)
    return Program(tmp_path)


@pytest.mark.parametrize("line", [line for line in LINES if not line.startswith("make ")])
def test_a_command_works(home: Program, line: str) -> None:
    if "jq" in line and not shutil.which("jq"):
        pytest.skip("jq is not installed")
    home.environment["EDITOR"] = "true"
    if "catalog evaluate" in line:
        home.environment["CAREERPATH_CATALOG"] = str(SMALL)
    # How many people are simulated changes how long it takes, and nothing about how it is called.
    quicker = re.sub(r"--people \d+", "--people 20", line)
    done = run_in_shell(home, ["bash", "-o", "pipefail", "-c", quicker])
    wanted = next((code for pattern, code in CODES if pattern.match(line)), ExitCode.DONE.value)
    assert done.returncode == wanted, f"{LINES[line]}: {done.stderr}"
    assert done.stdout or done.stderr or ">" in line
    if "jq" in line:
        assert done.stdout.strip(), "jq found nothing"


@pytest.mark.parametrize("page", [*PAGES, ROOT / "CONTRIBUTING.md"], ids=name_of)
def test_make_knows_what_is_asked_of_it(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    wanted = {*re.findall(r"`(?:\w+=1 )?make ([a-z]+)`", text), *re.findall(r"^make ([a-z]+)", text, re.MULTILINE)}
    targets = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert wanted <= set(targets)


@pytest.mark.parametrize("page", [*PAGES, ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md"], ids=name_of)
def test_a_command_that_is_spoken_of_exists(page: Path) -> None:
    for line in inline_commands(page):
        found: Any = command()
        words = re.split(r"[ ,]+", line)[1:]
        while words and hasattr(found, "get_command") and not words[0].startswith("-"):
            below = found.get_command(None, words[0])
            assert below is not None, line
            found, words = below, words[1:]
        known = {option for parameter in found.params for option in parameter.opts}
        options = {word.partition("=")[0] for word in words if re.match("--?[a-z]", word)} - {"--help", "-h"}
        assert options <= known, line


def pages_with(language: str) -> list[Path]:
    return [page for page in PAGES if any(block.is_run for block in blocks(page, language))]


@pytest.mark.parametrize("page", pages_with("python"), ids=name_of)
def test_the_python_of_a_page_runs(
    home: Program, page: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(home.home)
    names: dict[str, Any] = {}
    for block in blocks(page, "python"):
        if block.is_run:
            exec(compile(block.text, page.name, "exec"), names)  # noqa: S102 (our own page)
    assert capsys.readouterr().out


def test_there_is_something_to_run() -> None:
    """The pages are read as they are meant: an empty list of commands would fail nowhere else."""
    least = {"README.md": 15, "docs/tasks.md": 35, "docs/cli.md": 40, "docs/start.md": 8, "docs/catalog.md": 7}
    for page, count in least.items():
        assert sum(page in pages for pages in LINES.values()) >= count, page
    assert "docs/api.md" in map(name_of, pages_with("python"))
