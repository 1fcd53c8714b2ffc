"""Completion: what is offered, and that the shells take it."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from careerpath.cli.candidates import SOURCES
from cli.test_start_up import loaded_by
from support.commands import every
from support.program import ROOT
from support.shell import run_in_shell

if TYPE_CHECKING:
    from support.program import Program

CHIEFS = ["chief-marketing-officer", "chief-product-officer"]

OFFERED = [
    (("comp",), ["compare", "completion"]),
    (("show", "chief"), CHIEFS),
    (("show", "PM"), ["product-manager"]),
    (("show", "no-such"), []),
    (("compare", "chief-marketing-officer", "chief"), CHIEFS[1:]),
    (("results", "--explain", "chief"), CHIEFS),
    (("results", "--explain=chief"), [f"--explain={role}" for role in CHIEFS]),
    (("what-if", "product-v"), ["product-vision="]),
    (("what-if", "seo=3"), ["seo=3"]),
    (("roles", "--tra"), ["--track"]),
    (("roles", "--track", "pro"), ["product"]),
    (("quiz", "--mode", ""), ["quick", "certified", "full"]),
    (("quiz", "--answers", ""), [":files"]),
    (("catalog", "check", ""), [":folders"]),
    (("catalog", "con"), ["conflicts"]),
    (("plan", "--done", "scrum-t"), ["scrum-training"]),
    (("plan", "product", "--weeks", ""), []),
    (("schema", "quiz"), ["quiz"]),
    (("completion", ""), ["bash", "zsh", "fish"]),
    (("nonsense", ""), []),
    ((), []),
]


def offered(careerpath: Program, *words: str, shell: str = "zsh", **environment: str) -> list[str]:
    run = careerpath("--complete", shell, "careerpath", *words, **environment)
    assert (run.code, run.err) == (0, "")
    return [line.partition("\t")[0] for line in run.out.splitlines()]


@pytest.mark.parametrize(("words", "expected"), OFFERED, ids=str)
def test_what_is_offered(careerpath: Program, words: tuple[str, ...], expected: list[str]) -> None:
    assert offered(careerpath, *words) == expected


def test_profiles_are_offered_and_none_is_made(careerpath: Program, answers_file: str) -> None:
    assert offered(careerpath, "results", "") == []
    assert not (careerpath.home / "data").exists()
    careerpath("quiz", "--answers", answers_file, "--profile", "ana maria")
    careerpath("quiz", "--answers", answers_file)
    assert offered(careerpath, "results", "") == ["ana maria", "me"]
    assert offered(careerpath, "history", "m") == ["me"]
    assert offered(careerpath, "history", "me", "chief") == CHIEFS


def test_another_catalogue_is_completed_too(careerpath: Program) -> None:
    folder = str(ROOT / "tests" / "catalogs" / "design-team")
    roles = [entry["role"] for entry in careerpath("roles", "--json", "--catalog", folder).json["data"]["roles"]]
    assert sorted(offered(careerpath, "show", "--catalog", folder, "")) == sorted(roles)
    assert sorted(offered(careerpath, "show", "", CAREERPATH_CATALOG=folder)) == sorted(roles)
    assert offered(careerpath, "show", "--catalog", "missing", "") == []


def test_every_value_of_every_command_is_known() -> None:
    for parameter in (one for _, found in every() for one in found.params):
        named_itself = getattr(parameter, "is_flag", False) or any(
            hasattr(parameter.type, name) for name in ("choices", "min")
        )
        if not named_itself:
            assert parameter.metavar in SOURCES, f"{parameter.name}: add its metavar to cli/candidates.py"


def test_completion_loads_the_catalogue_only(careerpath: Program) -> None:
    heavy = {"rich", "questionary", "numpy", "yaml", "sqlite3"}
    assert not loaded_by(careerpath, "--complete", "bash", "careerpath", "show", "ma") & heavy


BASH = """\
source <(careerpath completion bash)
complete -p careerpath >/dev/null
COMP_WORDS=({words}); COMP_CWORD={last}
_careerpath careerpath
printf '%s\\n' "${{COMPREPLY[@]}}"
"""


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("careerpath show chief", CHIEFS),
        ("careerpath show pm", ["product-manager"]),
        ("careerpath results an", [r"ana\ maria"]),
        ("careerpath what-if seo =", ["0", "1", "2", "3", "4"]),
        ("careerpath what-if seo = 3", ["3"]),
        ("careerpath what-if product-v", ["product-vision="]),
        ("careerpath results --explain = chief", CHIEFS),
    ],
)
@pytest.mark.skipif(not shutil.which("bash"), reason="bash is not installed")
def test_bash(careerpath: Program, answers_file: str, words: str, expected: list[str]) -> None:
    if "results" in words:
        careerpath("quiz", "--answers", answers_file, "--profile", "ana maria")
    script = BASH.format(words=words, last=len(words.split()) - 1)
    done = run_in_shell(careerpath, ["bash", "--norc", "-c", script])
    assert done.stdout.splitlines() == expected, done.stderr


ZSH = """\
compdef() { print -r -- "$@" >/dev/null }
compadd() { print -rl -- ${(P)@[-1]} }
source <(careerpath completion zsh)
words=(careerpath show chief) CURRENT=3
_careerpath
"""


@pytest.mark.skipif(not shutil.which("zsh"), reason="zsh is not installed")
def test_zsh(careerpath: Program) -> None:
    done = run_in_shell(careerpath, ["zsh", "-f", "-c", ZSH])
    assert done.stdout.splitlines() == CHIEFS, done.stderr


@pytest.mark.skipif(not shutil.which("fish"), reason="fish is not installed")
@pytest.mark.parametrize("words", ["show chief", "results --explain chief", "compare cmo chief-"])
def test_fish(careerpath: Program, words: str) -> None:
    script = f"careerpath completion fish | source; complete -C 'careerpath {words}'"
    done = run_in_shell(careerpath, ["fish", "--no-config", "-c", script])
    assert [line.partition("\t")[0] for line in done.stdout.splitlines()] == CHIEFS, done.stderr


def test_the_scripts_are_printed_as_they_are(careerpath: Program) -> None:
    folder = ROOT / "src" / "careerpath" / "completions"
    for shell in ("bash", "zsh", "fish"):
        script = (folder / f"careerpath.{shell}").read_text(encoding="utf-8")
        assert careerpath("completion", shell).out == script
        assert careerpath("completion", shell, "--json").json["data"] == {"shell": shell, "script": script}
