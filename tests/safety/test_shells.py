"""Names of profiles that look like commands, completed in real shells: offered as words, and nothing is run."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from careerpath.cli.answering import save_answers
from careerpath.model.answers import Answers
from support.catalogs import shipped
from support.program import Program
from support.shell import run_in_shell

if TYPE_CHECKING:
    from collections.abc import Iterator

NAMES = (
    "$(touch pwned)", "`touch pwned`", "; touch pwned", "a & touch pwned", "| touch pwned #", "'quote", 'double"',
    "*", "~", "-e", "a b", "${PATH}", "!x", "[red]", "{a,b}", "(touch pwned)", "%s %n", ":files", "x=",
)  # fmt: skip
"""No name here holds a slash or a control character: no profile can be called so."""

BASH = """\
source <(careerpath completion bash)
COMP_WORDS=(careerpath results ''); COMP_CWORD=2
_careerpath careerpath
for word in "${COMPREPLY[@]}"; do eval "set -- $word"; printf '%s\\n' "$*"; done
"""
ZSH = """\
compdef() { : }
compadd() { print -rl -- ${(P)@[-1]} }
source <(careerpath completion zsh)
words=(careerpath results '') CURRENT=3
_careerpath
"""
FISH = "careerpath completion fish | source; complete -C 'careerpath results '"


@pytest.fixture(scope="module")
def careerpath(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Program]:
    program = Program(tmp_path_factory.mktemp("shells"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CAREERPATH_HOME", program.environment["CAREERPATH_HOME"])
        for name in NAMES:
            save_answers(shipped(), name, Answers(skills={"seo": 2}))
    yield program
    assert not (program.home / "pwned").exists()


@pytest.mark.parametrize(
    "command",
    [["bash", "--norc", "-c", BASH], ["zsh", "-f", "-c", ZSH], ["fish", "--no-config", "-c", FISH]],
    ids=lambda command: command[0],
)
def test_a_name_is_a_word(careerpath: Program, command: list[str]) -> None:
    if not shutil.which(command[0]):
        pytest.skip(f"{command[0]} is not installed")
    done = run_in_shell(careerpath, command)
    offered = {line.partition("\t")[0] for line in done.stdout.splitlines()}
    assert done.stderr == ""
    # What begins with a colon leaves the word to the shell, so a name that does is not offered.
    assert offered - {"bin/", "data/"} == set(NAMES) - {":files"}
