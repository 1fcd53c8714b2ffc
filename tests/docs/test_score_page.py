"""The worked example of docs/score.md, computed again."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from careerpath.answers.read import parse_answers
from careerpath.scoring.assess import assess
from support.catalogs import shipped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from careerpath.model.assessment import ExplainedPoint, RoleAssessment

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "score.md"
START = "<!-- example: made by the test suite; UPDATE_DOCS=1 writes it anew -->\n"
END = "<!-- /example -->"
ROLE = "marketing-manager"


def example() -> str:
    data = (ROOT / "docs" / "examples" / "anna.yaml").read_bytes()
    role = assess(shipped(), parse_answers(data, "anna.yaml", shipped())).by_role[ROLE]
    return "\n".join(lines_of(role))


def lines_of(role: RoleAssessment) -> Iterator[str]:
    kinds = {kind: [part for part in role.explanation if part.kind == kind] for kind in KINDS}
    sums = {kind: sum(part.points for part in parts) for kind, parts in kinds.items()}
    yield "Anna (`docs/examples/anna.yaml`) has worked in marketing for four years. Her match with marketing manager:\n"
    yield "| part | your answer | asked for | points |"
    yield "|---|---|---|---:|"
    for kind, parts in kinds.items():
        shown = sorted(parts, key=lambda part: (-abs(part.points), part.item))
        picked = [*shown[:2], *[part for part in shown[2:] if part.answer is None][:1]]
        for part in picked:
            yield row(part)
        rest = sum(part.points for part in parts if part not in picked)
        yield f"| *{len(parts) - len(picked)} more parts: {KINDS[kind]}* | | | {rest / 100:.2f} |"
    yield f"| **match** | | | **{role.match / 100:.2f}** |\n"
    yield (
        f"Requirements bring {sums['requirement'] / 100:.2f}, which is her readiness; surplus takes off "
        f"{-sums['surplus'] / 100:.2f}; her appeal of {role.appeal / 100:.2f} adds {sums['appeal'] / 100:.2f}. "
        f"Together: {role.match / 100:.2f}."
    )


KINDS = {"requirement": "requirements", "surplus": "surplus", "appeal": "likes"}


def row(part: ExplainedPoint) -> str:
    answer = part.answer_text or "not answered"
    return f"| {part.label} | {answer} | {part.required_text} | {part.points / 100:.2f} |"


def test_the_worked_example_is_what_the_program_computes() -> None:
    page = PAGE.read_text(encoding="utf-8")
    before, _, rest = page.partition(START)
    written, _, after = rest.partition(END)
    expected = example() + "\n"
    if os.environ.get("UPDATE_DOCS"):
        PAGE.write_text(f"{before}{START}{expected}{END}{after}", encoding="utf-8")
        return
    assert written == expected, "docs/score.md is out of date: UPDATE_DOCS=1 make test writes it anew"


def test_the_constants_on_the_page_are_those_of_the_catalogue() -> None:
    page = " ".join(PAGE.read_text(encoding="utf-8").split())
    scoring = shipped().scoring
    assert f"{scoring.surplus / 100} * 100/D" in page
    assert f"{scoring.appeal / 100} * (appeal - 50)" in page
    assert scoring.importance == {"essential": 3, "important": 2, "useful": 1}
    assert f"readiness of at least {scoring.bands.ready} " in page
    assert f"readiness of at least {scoring.bands.next};" in page
    names = ("none", "beginner", "working", "advanced", "expert")
    assert ", ".join(f"{name} {share} %" for name, share in zip(names, scoring.prior, strict=True)) in page
