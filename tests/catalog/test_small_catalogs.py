"""Catalogues as small as they may be: one role, one skill, nothing to like and nothing to learn."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from support.program import Program

if TYPE_CHECKING:
    from pathlib import Path

ROLE = (
    "{{id: {0}, title: Role {0}, track: t, rung: r, basis: extrapolated, summary: A., claims: [], "
    "requirements: {{skills: [{{skill: s, level: {1}, importance: useful, why: So it is.}}]}}}}"
)
FILES = {
    "catalog.yaml": 'name: small\nversion: "1"\ntracks: [{id: t, label: T}]\nrungs: [{id: r, label: R}]\n',
    "skills.yaml": "topics: [{id: t, label: T}]\n"
    "skills: [{id: s, label: S, topic: t, description: S., levels: [a, b, c, d], why: So it is.}]\n",
    "activities.yaml": "activities: []\n",
    "learning.yaml": "learning: []\n",
    "claims.yaml": "claims: []\n",
    "documents.yaml": "documents: []\n",
    "conflicts.yaml": "conflicts: []\n",
    "questions.yaml": "questions: []\n",
}

COMMANDS = [
    ("catalog", "check", "small"),
    ("catalog", "evaluate"),
    ("quiz", "--answers", "me.yaml", "--no-save"),
    ("report", "--answers", "me.yaml", "--markdown", "-"),
    ("path", "r1", "--answers", "me.yaml"),
    ("plan", "r1", "--answers", "me.yaml", "--hours-per-week", "5", "--weeks", "2"),
    ("what-if", "--goal", "r1", "--answers", "me.yaml"),
    ("cohort", "people.csv", "-o", "results.csv", "--summary", "overview", "--least-group", "1"),
]


@pytest.mark.parametrize("roles", [1, 2])
def test_every_command_works_with_it(tmp_path: Path, team: Path, roles: int) -> None:
    program = Program(tmp_path)
    small = tmp_path / "small"
    small.mkdir()
    (small / "scoring.yaml").write_bytes((team / "scoring.yaml").read_bytes())
    for name, text in FILES.items():
        (small / name).write_text(text, encoding="utf-8")
    made = ", ".join(ROLE.format(f"r{number}", number) for number in range(1, roles + 1))
    (small / "roles.yaml").write_text(f"roles: [{made}]\n", encoding="utf-8")
    (tmp_path / "me.yaml").write_text("skills: {s: 1}\n", encoding="utf-8")
    (tmp_path / "people.csv").write_text("id,skills.s\na,1\nb,\n", encoding="utf-8")
    for command in COMMANDS:
        where = () if "small" in command else ("--catalog", str(small))
        done = program(*command, *where)
        assert done.code == 0, (command, done.err)
        if "check" in command:
            what = "1 role, 1 skill" if roles == 1 else "2 roles, 1 skill"
            assert done.out.split(": ")[1].startswith(what)
