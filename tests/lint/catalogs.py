"""The design team's catalogue, spoilt in every way that `catalog lint` looks for."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from invalid_cases import DESIGN_TEAM

if TYPE_CHECKING:
    from pathlib import Path

TWIN = """
  - id: screen-designer
    title: Screen designer
    track: design
    rung: middle
    basis: extrapolated
    summary: The same as the designer, under another name.
    claims: []
    extends: designer
    feeders:
      - {background: engineering, text: As for the designer., claims: []}
  - id: staff-designer
    title: Staff designer
    track: design
    rung: lead
    basis: extrapolated
    summary: As a senior, and nobody can say what is different.
    claims: []
    extends: senior-designer
    requirements:
      skills:
        - {skill: mentoring, level: 3, importance: important, why: Has more people to help.}
  - id: old-hand
    title: Old hand
    track: design
    rung: senior
    basis: extrapolated
    summary: As a junior, without asking for an education.
    claims: []
    requirements:
      skills:
        - {skill: visual-design, level: 1, importance: essential, why: As for the junior.}
        - {skill: interaction-design, level: 1, importance: important, why: As for the junior.}
        - {skill: prototyping, level: 1, importance: useful, why: As for the junior.}
    activities:
      - {activity: draw-screens, weight: core, why: As for the junior.}
      - {activity: build-prototypes, weight: some, why: As for the junior.}
    feeders:
      - {background: other, text: Whoever comes along., claims: []}
"""

SKILL = """
  - id: juggling
    label: Juggling
    topic: people
    description: Keeping several things in the air.
    levels: [Two balls, Three balls, Four balls, Five balls]
    aliases: [JUGGLING]
    why: It cheers up the team.
"""

ACTIVITY = """
  - id: sing
    label: draw  Screens in-detail
    topic: making
    description: You sing.
    why: It cheers up the team.
"""

CLAIM = """
  - id: handbook-lunch
    document: team-handbook
    place: Lunch
    kind: duty
    subject: designer
    statement: Lunch is at noon.
"""

QUESTION = """
  - id: hobby
    kind: choice
    text: What do you do at weekends?
    help: We are curious.
    choices:
      - {value: sport, label: Sport}
      - {value: music, label: Music}
"""

CHOICE = "      - {value: first-aid, label: First aid}\n"


def spoilt_team(folder: Path) -> Path:
    """A copy of the design team's catalogue with at least one finding of every kind."""
    shutil.copytree(DESIGN_TEAM, folder)
    for name, more in {
        "roles.yaml": TWIN,
        "skills.yaml": SKILL,
        "activities.yaml": ACTIVITY,
        "claims.yaml": CLAIM,
        "questions.yaml": CHOICE + QUESTION,
    }.items():
        with (folder / name).open("a", encoding="utf-8") as file:
            file.write(more)
    return folder
