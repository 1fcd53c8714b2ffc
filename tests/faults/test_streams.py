"""Standard streams that are closed, full or gone."""

from __future__ import annotations

import json
import os
import shlex
import subprocess
from typing import TYPE_CHECKING, NamedTuple

import pytest

if TYPE_CHECKING:
    from support.program import Program

needs_full = pytest.mark.skipif(not os.path.exists("/dev/full"), reason="there is no /dev/full")  # noqa: PTH110

LOST = [">&-", pytest.param(">/dev/full", marks=needs_full)]
COMMANDS = ["roles", "results --json", "--version", "--help", "report --markdown -"]


class Ended(NamedTuple):
    code: int
    out: str
    err: str


def shell(program: Program, words: str, redirection: str = "") -> Ended:
    """Runs the program with its streams as a shell redirects them; the code is that of the program itself."""
    line = f"set -o pipefail; {shlex.join(program.command)} {words} {redirection}"
    done = subprocess.run(
        ["bash", "-c", line],
        env=program.environment,
        cwd=program.home,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert "Traceback" not in done.stderr
    assert "Exception" not in done.stderr
    return Ended(done.returncode, done.stdout, done.stderr)


@pytest.mark.parametrize("redirection", LOST)
@pytest.mark.parametrize("command", COMMANDS)
def test_output_that_cannot_be_written_is_told(stored: Program, command: str, redirection: str) -> None:
    ended = shell(stored, command, redirection)
    assert (ended.code, ended.out) == (3, "")
    assert ended.err.splitlines()[-1].startswith("careerpath: the output cannot be written: ")


@pytest.mark.parametrize("redirection", LOST)
def test_a_failure_whose_object_cannot_be_written_is_told_all_the_same(careerpath: Program, redirection: str) -> None:
    ended = shell(careerpath, "show nothing --json", redirection)
    assert ended.code == 2
    assert "there is no role 'nothing'" in ended.err
    assert "the output cannot be written" in ended.err


@pytest.mark.parametrize("command", [*COMMANDS, "--complete bash careerpath ''"])
def test_a_reader_that_is_gone_is_no_failure(stored: Program, command: str) -> None:
    ended = shell(stored, command, "| true")
    assert ended.code == 0
    assert ended.err == ""


def test_a_failure_keeps_its_code_when_the_reader_is_gone(careerpath: Program) -> None:
    assert shell(careerpath, "show nothing --json", "| true").code == 2


@pytest.mark.parametrize("redirection", LOST)
def test_completion_says_nothing_whatever_happens(careerpath: Program, redirection: str) -> None:
    assert shell(careerpath, "--complete bash careerpath ''", redirection) == (0, "", "")


def test_without_stderr_the_output_is_the_same(stored: Program) -> None:
    assert shell(stored, "results", "2>&-") == (0, shell(stored, "results").out, "")
    assert shell(stored, "show nothing", "2>&-") == (2, "", "")


def test_without_stdin_what_does_not_read_it_works(stored: Program) -> None:
    assert shell(stored, "results", "<&-").code == 0
    assert shell(stored, "quiz", "<&-").code == 4


@pytest.mark.parametrize("redirection", ["<&- >&- 2>&-", "2>&-", ">&-", "<&-"])
def test_nothing_is_written_into_a_file_that_got_the_number_of_a_stream(
    careerpath: Program, answers_file: str, redirection: str
) -> None:
    """What is said, printed and asked would land in the store, the report or the compiled catalogue."""
    home = careerpath.home / "data"
    shell(careerpath, f"quiz --answers {answers_file}", redirection)
    shell(careerpath, f"report --answers {answers_file} --markdown report.md", redirection)
    assert (home / "careerpath.sqlite3").read_bytes().startswith(b"SQLite format 3\0")
    assert [entry.name for entry in home.iterdir()] == ["careerpath.sqlite3"]
    assert shell(careerpath, "profile show --json").code == 0
    kept = json.loads(shell(careerpath, "history --json").out)["data"]["results"]
    assert len(kept) == 1
    expected = careerpath("report", "--answers", answers_file, "--markdown", "-").out
    assert (careerpath.home / "report.md").read_text(encoding="utf-8") == expected


def test_no_descriptor_below_three_is_ever_given_to_a_file(careerpath: Program, answers_file: str) -> None:
    """The same, looked at in the process: every number that the program's own files get."""
    script = careerpath.home / "watch.py"
    script.write_text(
        "import os, sys\n"
        "real, seen = os.open, []\n"
        "os.open = lambda *a, **k: seen.append((real(*a, **k), a[0])) or seen[-1][0]\n"
        "from careerpath.cli.streams import prepare_streams\n"
        "prepare_streams(); started = len(seen)\n"
        "from careerpath.cli.outcome import run\n"
        "run(sys.argv[2:])\n"
        "open(sys.argv[1], 'w').write(repr([place for place in seen[started:] if place[0] < 3]))\n",
        encoding="utf-8",
    )
    line = shlex.join([careerpath.command[0], str(script), "low", "quiz", "--answers", answers_file])
    subprocess.run(
        ["bash", "-c", f"{line} <&- >&- 2>&-"],
        env=careerpath.environment,
        cwd=careerpath.home,
        check=False,
        timeout=60,
    )
    assert (careerpath.home / "low").read_text(encoding="utf-8") == "[]"
