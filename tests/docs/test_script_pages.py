"""The pages for scripts: every command on them runs, and the tables say what the program does."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
import yaml

from careerpath.cli.outcome import ExitCode
from support.program import ROOT, Program
from support.schemas import faults
from support.shell import run_in_shell

if TYPE_CHECKING:
    from pathlib import Path

DOCS = ROOT / "docs"
PAGES = {name: (DOCS / name).read_text(encoding="utf-8") for name in ("json.md", "editors.md", "cli.md")}

NEEDS_PERSON = re.compile(r"careerpath quiz( --(mode|profile|restart).*)?|.*\bprofile (edit|delete)\b.*")
TAKES_LONG = re.compile("careerpath catalog evaluate.*")
OTHER_CODE = {"careerpath show nobody --json": 2}


def blocks(page: str, language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", PAGES[page], re.DOTALL)


def commands() -> list[tuple[str, str]]:
    found = [(page, block.strip()) for page in ("json.md", "editors.md") for block in blocks(page, "sh")]
    found += [("cli.md", line) for block in blocks("cli.md", "sh") for line in block.strip().splitlines()]
    return [(page, line) for page, line in found if not NEEDS_PERSON.fullmatch(line) and not TAKES_LONG.fullmatch(line)]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Program:
    program = Program(tmp_path_factory.mktemp("home"))
    anna = DOCS / "examples" / "anna.yaml"
    for profile in ("me", "anna"):
        assert program("quiz", "--answers", str(anna), "--profile", profile).code == 0
    (program.home / "result.json").write_text(program("results", "--json").out, encoding="utf-8")
    shutil.copytree(ROOT / "data", program.home / "my-catalog")
    return program


@pytest.mark.parametrize(("page", "line"), commands())
def test_a_command_works(home: Program, page: str, line: str) -> None:
    if "jq" in line and not shutil.which("jq"):
        pytest.skip("jq is not installed")
    shutil.copy(DOCS / "examples" / "anna.yaml", home.home / "me.yaml")
    done = run_in_shell(home, ["bash", "-o", "pipefail", "-c", line])
    wanted = next((code for start, code in OTHER_CODE.items() if line.startswith(start)), 0)
    assert done.returncode == wanted, done.stderr
    assert done.stdout or done.stderr or ">" in line
    if "jq" in line:
        assert done.stdout.strip(), "jq found nothing"


def test_every_command_has_examples() -> None:
    sections = re.split(r"^### ", PAGES["cli.md"], flags=re.MULTILINE)[1:]
    lacking = {section.partition("\n")[0] for section in sections if "```sh" not in section}
    assert not lacking


def test_the_reference_and_the_man_page_are_those_of_the_program() -> None:
    done = subprocess.run(
        [sys.executable, ROOT / "scripts" / "make_man.py", "--check"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.skipif(not shutil.which("man"), reason="man is not installed")
def test_the_man_page_can_be_read() -> None:
    page = str(DOCS / "careerpath.1")
    done = subprocess.run(["man", "--warnings", "-l", page], capture_output=True, text=True, check=True)
    assert "careerpath compare" in re.sub(r".\x08", "", done.stdout)
    assert done.stderr == ""


@pytest.mark.parametrize("page", [ROOT / "README.md", DOCS / "json.md", DOCS / "cli.md"], ids=lambda path: path.name)
def test_the_exit_codes_are_those_of_the_program(page: Path) -> None:
    listed = re.findall(r"^\| (\d+) \| (.*) \|$", page.read_text(encoding="utf-8"), re.MULTILINE)
    assert listed == [(str(code.value), code.meaning) for code in ExitCode]


def test_the_envelope_of_the_page_is_valid() -> None:
    (envelope,) = blocks("json.md", "json")
    assert faults("roles", json.loads(envelope)) == []


def test_the_files_of_the_page_are_valid(home: Program) -> None:
    for text in blocks("editors.md", "yaml"):
        assert faults("answers-file", yaml.safe_load(text)) == []
        assert home("quiz", "--answers", "-", "--no-save", "--json", stdin=text).code == 0


@pytest.mark.parametrize("page", ["json.md", "editors.md", "api.md"])
def test_links_lead_somewhere(page: str) -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", (DOCS / page).read_text(encoding="utf-8")):
        assert (DOCS / target).exists(), target
