"""The tables, the links and the files on the pages say what the program does."""

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
from docs.pages import DOCS, PAGES, blocks, languages, links, name_of
from pinned import OLDEST, is_made_from
from support.program import ROOT, Program
from support.schemas import faults

if TYPE_CHECKING:
    from pathlib import Path

OF_THE_PINNED_TYPER = pytest.mark.skipif(is_made_from(OLDEST), reason="the oldest Typer words its help otherwise")
EXIT_CODES = re.compile(r"^\| (\d+) \| (.*) \|$", re.MULTILINE)


@pytest.mark.parametrize("script", [pytest.param("make_man.py", marks=OF_THE_PINNED_TYPER), "make_keys.py"])
def test_what_is_generated_is_that_of_the_program(script: str) -> None:
    done = subprocess.run(
        [sys.executable, ROOT / "scripts" / script, "--check"], capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr


def test_every_command_has_examples() -> None:
    sections = re.split(r"^### ", (DOCS / "cli.md").read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    lacking = {section.partition("\n")[0] for section in sections if "```sh" not in section}
    assert not lacking


@pytest.mark.skipif(not shutil.which("man"), reason="man is not installed")
def test_the_man_page_can_be_read() -> None:
    page = str(DOCS / "careerpath.1")
    done = subprocess.run(["man", "--warnings", "-l", page], capture_output=True, encoding="utf-8", check=True)
    assert "careerpath compare" in re.sub(r".\x08", "", done.stdout)
    assert done.stderr == ""


@pytest.mark.parametrize("page", [ROOT / "README.md", DOCS / "json.md", DOCS / "cli.md"], ids=name_of)
def test_the_exit_codes_are_those_of_the_program(page: Path) -> None:
    listed = EXIT_CODES.findall(page.read_text(encoding="utf-8"))
    assert listed == [(str(code.value), code.meaning) for code in ExitCode]


def test_the_envelope_of_the_page_is_valid() -> None:
    (envelope,) = blocks(DOCS / "json.md", "json")
    assert faults("roles", json.loads(envelope.text)) == []


def test_the_answers_of_the_page_are_valid(tmp_path: Path) -> None:
    home = Program(tmp_path)
    for block in blocks(DOCS / "editors.md", "yaml"):
        assert faults("answers-file", yaml.safe_load(block.text)) == []
        assert home("quiz", "--answers", "-", "--no-save", "--json", stdin=block.text).code == 0


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_no_block_is_in_a_language_that_no_test_knows(page: Path) -> None:
    assert languages(page) <= {"sh", "console", "python", "yaml", "json", "text"}


@pytest.mark.parametrize("page", [*PAGES, ROOT / "CONTRIBUTING.md"], ids=name_of)
def test_scripts_that_are_spoken_of_exist(page: Path) -> None:
    for script in re.findall(r"scripts/\w+\.py", page.read_text(encoding="utf-8")):
        assert (ROOT / script).exists(), script


@pytest.mark.parametrize("page", [*PAGES, ROOT / "CONTRIBUTING.md"], ids=name_of)
def test_links_lead_somewhere(page: Path) -> None:
    for target in links(page):
        assert target.startswith("https://") or (page.parent / target).exists(), target
