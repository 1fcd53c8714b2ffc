"""What messages say about how to go on can be typed as it stands, whatever the profile is called."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

import pytest

from careerpath.cli.calls import with_name, with_option

if TYPE_CHECKING:
    from support.program import Program

NAME = "ana maria"


@pytest.mark.parametrize("name", ["me", NAME, "d'Arc", "-x", "--json", "$HOME", "žofie"])
def test_a_call_names_the_profile(name: str) -> None:
    words = shlex.split(with_option("quiz", name))
    assert words[2:] == ([] if name == "me" else ["--profile", name])
    words = shlex.split(with_name("profile show", name))
    assert words[3:] == {"me": [], "-x": ["--", "-x"], "--json": ["--", "--json"]}.get(name, [name])


def test_an_odd_name_is_found_by_its_call(careerpath: Program, answers_file: str) -> None:
    for name in ("-x", "--json", "d'Arc"):
        assert careerpath("profile", "import", answers_file, "--profile", name).code == 0
        run = careerpath(*shlex.split(with_name("profile show", name))[1:])
        assert (run.code, "seo: 2" in run.out) == (0, True), run.err


def test_messages_name_the_profile_that_they_are_about(careerpath: Program, answers_file: str) -> None:
    stored = careerpath("profile", "import", answers_file, "--profile", NAME)
    assert "'careerpath results \"ana maria\"'" in stored.err
    done = careerpath("plan", "--done", "scrum-training", "--profile", NAME)
    assert "'careerpath quiz --profile \"ana maria\"' asks again" in done.err
    changed = careerpath("quiz", "--answers", "-", "--profile", NAME, stdin="skills: {seo: 4, writing: 4}\n")
    assert "'careerpath history \"ana maria\"' shows more" in changed.err
    broken = careerpath("profile", "edit", NAME, EDITOR="sh -c 'echo nonsense: 1 > \"$0\"'", VISUAL="")
    assert "'careerpath profile edit \"ana maria\"' goes on with it" in broken.err


def test_a_report_is_not_told_to_leave_out_what_it_has_not(careerpath: Program, answers_file: str) -> None:
    run = careerpath("report", "me", "--answers", answers_file, "--markdown", "-")
    assert (run.code, "Leave out NAME or --answers." in run.err) == (2, True)
