"""Every command that the README shows is run, in order, in one home."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from careerpath.cli.outcome import ExitCode
from support.program import ROOT, Program

if TYPE_CHECKING:
    from collections.abc import Iterator

README = (ROOT / "README.md").read_text(encoding="utf-8")
INTERACTIVE = {"careerpath quiz", "careerpath profile delete", "careerpath profile edit"}


def commands() -> Iterator[str]:
    """The commands in the tables, then those in the blocks for scripts."""
    for line in README.splitlines():
        if line.startswith("|"):
            yield from (code for code in re.findall(r"`([^`]+)`", line) if code.startswith("careerpath "))
    for block in re.findall(r"```sh\n(.*?)```", README, re.DOTALL):
        yield from (part.strip() for part in block.split("\n\n") if part.startswith("careerpath"))


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Program:
    folder = tmp_path_factory.mktemp("home")
    program = Program(folder)
    anna = ROOT / "docs" / "examples" / "anna.yaml"
    assert program("quiz", "--answers", str(anna)).code == 0
    (folder / "result.json").write_text(program("results", "--json").out, encoding="utf-8")
    shutil.copytree(ROOT / "data", folder / "DIR")
    (folder / "bin").mkdir()
    script = folder / "bin" / "careerpath"
    script.write_text(f'#!/bin/sh\nexec {sys.executable} -m careerpath "$@"\n', encoding="utf-8")
    script.chmod(0o755)
    return program


@pytest.mark.parametrize("command", sorted(set(commands()) - INTERACTIVE))
def test_a_command_of_the_readme_works(home: Program, command: str) -> None:
    if "jq" in command and not shutil.which("jq"):
        pytest.skip("jq is not installed")
    if "me.yaml" in command:
        shutil.copy(ROOT / "docs" / "examples" / "anna.yaml", home.home / "me.yaml")
    environment = home.environment | {"PATH": f"{home.home / 'bin'}:{home.environment['PATH']}"}
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command],
        cwd=home.home,
        env=environment,
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout or done.stderr or ">" in command


def test_the_readme_shows_commands() -> None:
    assert len(set(commands())) >= 15


def test_the_exit_codes_are_those_of_the_program() -> None:
    listed = re.findall(r"^\| (\d+) \|", README, re.MULTILINE)
    assert [int(code) for code in listed] == [code.value for code in ExitCode]


def test_links_lead_somewhere() -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", README):
        assert Path(ROOT, target).exists(), target
