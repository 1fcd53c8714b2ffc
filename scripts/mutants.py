"""The groups of modules that are mutated, the tests that have to notice, and what came of it."""

from __future__ import annotations

import json
import re
from collections import Counter
from contextlib import chdir
from dataclasses import dataclass
from pathlib import Path

import yaml
from mutmut.mutation.diff_apply import get_diff_for_mutant
from mutmut.stats import status_by_exit_code

ROOT = Path(__file__).resolve().parents[1]
KILLED = {"killed", "timeout", "segfault"}
ENOUGH = 0.9
"""The share of mutants that have to be noticed."""


@dataclass(frozen=True)
class Group:
    """Modules, as patterns under src/careerpath; the tests that have to notice a change; and tests left out."""

    modules: tuple[str, ...]
    tests: tuple[str, ...]
    without: tuple[str, ...] = ()

    def settings(self) -> str:
        """What mutmut has to be told, as a part of pyproject.toml."""
        chosen = [*self.tests, *(f"--deselect={test}" for test in self.without)]
        lines = {
            "source_paths": ["src"],
            "only_mutate": [f"src/careerpath/{pattern}" for pattern in self.modules],
            "also_copy": ["data", "docs", "scripts", "build_hook.py", "README.md"],
            "pytest_add_cli_args": ["-p", "no:cacheprovider", "-p", "no:randomly"],
            "pytest_add_cli_args_test_selection": chosen,
            # A busy machine must not look like a test that noticed.
            "timeout_constant": 10.0,
            "timeout_multiplier": 4.0,
            "use_git_change_detection": False,
        }
        return "\n[tool.mutmut]\n" + "".join(f"{key} = {json.dumps(value)}\n" for key, value in lines.items())


GROUPS = {
    "parsing": Group(
        modules=("parsing/*",),
        tests=("tests/parsing", "tests/catalog/test_golden_problems.py", "tests/answers/test_read.py"),
        without=(
            # Slow once every call takes the detour by which mutants are switched on.
            "tests/parsing/test_json_text.py::test_one_long_line_takes_no_longer_than_many_short_ones",
            "tests/parsing/test_yaml_text.py::test_plain_words_are_text",
            # It reads the code of the readers, which mutants make longer.
            "tests/catalog/test_golden_problems.py::test_every_code_has_a_case",
        ),
    ),
    "scoring": Group(
        modules=(
            *("scoring/appeal.py", "scoring/assess.py", "scoring/demands.py", "scoring/exact.py", "scoring/explain.py"),
            *("scoring/items.py", "scoring/kernel.py", "scoring/liking.py", "scoring/lookups.py", "scoring/table.py"),
            "scoring/wording.py",
        ),
        tests=("tests/scoring",),
    ),
    "certainty": Group(
        modules=("scoring/belief.py", "scoring/ranks.py", "scoring/verdict.py", "scoring/largest.py"),
        tests=tuple(f"tests/scoring/test_{name}.py" for name in ("belief", "ranks", "verdict", "largest")),
    ),
    "pathways": Group(modules=("pathways/*",), tests=("tests/pathways",)),
    "answers": Group(modules=("answers/*",), tests=("tests/answers",)),
    "catalog": Group(
        modules=(
            *("catalog/circles.py", "catalog/files.py", "catalog/inherit.py", "catalog/*_checks.py"),
            *("catalog/names.py", "catalog/overlay.py", "catalog/read.py", "catalog/references.py"),
            *("catalog/skill_names.py", "catalog/source.py"),
        ),
        tests=("tests/catalog",),
        without=(
            "tests/catalog/test_golden_problems.py::test_every_code_has_a_case",
            # They count what the program does and start others, which takes long by the detour.
            "tests/catalog/test_growth.py",
            "tests/catalog/test_compiled.py::test_two_processes_at_once",
        ),
    ),
    "quiz": Group(
        modules=("quiz/*",),
        tests=("tests/quiz", "tests/prompts/test_scripted.py"),
        without=(
            # Whole quizzes, which are long; what they would notice, shorter ones notice too.
            "tests/quiz/test_certificate.py::test_how_often_it_could_have_stopped_earlier",
            "tests/quiz/test_interview_modes.py::test_a_whole_quiz",
            "tests/quiz/test_interview_modes.py::test_after_a_quick_stop_one_can_go_on_to_proof",
            "tests/quiz/test_policy.py::test_every_question_on_skills_decides_between_two_roles",
            "tests/quiz/test_policy.py::test_more_sure_takes_more_questions_and_a_limit_holds",
            "tests/quiz/test_policy.py::test_quick_on_the_shipped_catalogue",
        ),
    ),
}


def report(names: list[str]) -> int:
    """Prints how many mutants of each group were noticed, and every one that was not and is not explained.

    Returns:
        1 if under nine of ten were noticed, or if one is not explained; else 0.
    """
    total: Counter[str] = Counter()
    unexplained = 0
    for name in names:
        place = ROOT / "build" / "mutants" / name
        found = read_verdicts(place)
        counts = Counter("killed" if verdict in KILLED else verdict for verdict in found.values())
        survivors = sorted(mutant for mutant, verdict in found.items() if verdict in {"survived", "no tests"})
        changes = {mutant: changed_lines(place, mutant) for mutant in survivors}
        explained = {mutant for mutant, change in changes.items() if explain(change)}
        print(f"{name:10} {_share(counts)}, {len(explained)} explained  {dict(counts)}")
        for mutant in survivors:
            if mutant not in explained:
                unexplained += 1
                print(f"  {mutant}: {found[mutant]}\n    " + changes[mutant].replace("\n", "\n    "))
        total += counts + Counter(explained=len(explained))
    explained_of_all = total.pop("explained", 0)
    print(f"together   {_share(total)}, {explained_of_all} explained")
    return 0 if total["killed"] >= ENOUGH * total.total() and not unexplained else 1


def explain(change: str) -> str | None:
    """Why nobody could notice a change, where that is known."""
    known = yaml.safe_load((ROOT / "scripts" / "mutants.yaml").read_text(encoding="utf-8"))
    return next((one["why"] for one in known if re.search(one["pattern"], change)), None)


def read_verdicts(place: Path) -> dict[str, str]:
    """What became of each mutant that was tried in this copy, by its name."""
    codes: dict[str, int | None] = {}
    for file in sorted(place.glob("mutants/src/**/*.meta")):
        codes |= json.loads(file.read_text(encoding="utf-8"))["exit_code_by_key"]
    return {mutant: status_by_exit_code[code] for mutant, code in codes.items() if code is not None}


def changed_lines(place: Path, mutant: str) -> str:
    """The lines that a mutant takes away and puts in, as in a diff."""
    module = mutant.rpartition(".")[0]
    with chdir(place):
        lines = get_diff_for_mutant(mutant, path=f"src/{module.replace('.', '/')}.py").splitlines()
    return "\n".join(line for line in lines if line[:1] in {"+", "-"} and line[:3] not in {"+++", "---"})


def _share(counts: Counter[str]) -> str:
    tried = counts.total()
    return f"{counts['killed']:5} of {tried:5} noticed, {counts['killed'] / tried:6.1%}" if tried else "none tried"
