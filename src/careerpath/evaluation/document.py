"""`docs/evaluation.md`, written whole. No times and no dates stand in it, so a second run gives the same bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerpath.evaluation.chapters import evaluate, tell
from careerpath.evaluation.section import Grid, Section, to_markdown
from careerpath.evaluation.tell_personas import tell_personas

if TYPE_CHECKING:
    from careerpath.evaluation.chapters import Evaluation
    from careerpath.evaluation.personas import Persona
    from careerpath.evaluation.size import Size
    from careerpath.model.catalog import Catalog

DIGITS = 12
"""So much of the digest of the catalogue tells it from every other."""

HEAD = """\
# How good is the advice?

<!-- Written by `make evaluate`; change src/careerpath/evaluation/ instead. -->
"""

WHAT = (
    "This page measures the score and the honest ranks of the catalogue that careerpath ships. Every figure comes from "
    "the commands below, with fixed seeds; a second run gives the same figures."
)
LIMITS = (
    (
        "People are simulated from the catalogue itself, so recovery shows that roles can be told apart, not that the "
        "levels are true. The levels and importances are editorial; no document gives any."
    ),
    (
        "Calibration holds for the populations that are simulated here, with the declared error of self-ratings. Real "
        "people may err more, or in other ways; nobody has been followed to see which role suited them."
    ),
    (
        "The constants of the belief were chosen while looking at these measurements, with other seeds; they are few, "
        "but they are not blind to them."
    ),
    (
        "The belief knows the kinds of people that are simulated here. A kind that it does not know is met with the "
        "nearest of those that it does."
    ),
)


def write_document(catalog: Catalog, personas: tuple[Persona, ...], size: Size) -> str:
    """The whole page, measured anew."""
    return document_of(catalog, personas, evaluate(catalog, size))


def document_of(catalog: Catalog, personas: tuple[Persona, ...], evaluation: Evaluation) -> str:
    """The whole page of what was measured."""
    chapters = (*tell(evaluation, whole=True), tell_personas(catalog, personas))
    opening = Section("What is measured, and how to repeat it", (WHAT, _catalogue(catalog)))
    limits = Section("Limits", LIMITS)
    return "\n".join((HEAD, to_markdown((opening,)), COMMANDS, to_markdown((*chapters, limits)))).rstrip() + "\n"


COMMANDS = """\
```console
$ make evaluate                        # writes this page
$ careerpath catalog evaluate          # the same at a smaller size, in less than a minute
$ careerpath catalog evaluate --json --people 500 --catalog DIR
```
"""


def _catalogue(catalog: Catalog) -> Grid:
    return Grid(
        "The catalogue",
        ("name", "version", "digest", "roles", "skills", "activities"),
        (
            (
                catalog.name,
                catalog.version,
                catalog.digest[:DIGITS],
                *map(str, (len(catalog.roles), len(catalog.skills), len(catalog.activities))),
            ),
        ),
    )
