"""The summary as a page: complete, well formed, the same every time; no bar tells more than a figure."""

from __future__ import annotations

import base64
import hashlib
import re
from itertools import pairwise
from typing import TYPE_CHECKING

import msgspec
import pytest

from careerpath.render.html.cohort_page import CHARTED, TABLED, cohort_page
from careerpath.render.html.drawing import LINE_MOST
from report.outline import Outline
from report.test_page import HOSTILE
from support.summaries import made_summary, with_hostile

if TYPE_CHECKING:
    from careerpath.render.data.cohort import CohortSummary

SECTIONS = ["first-roles", "lacking", "learning", "figures", "protection"]


@pytest.fixture(scope="module")
def summary() -> CohortSummary:
    return made_summary(2400)


@pytest.fixture(scope="module")
def page(summary: CohortSummary) -> str:
    return cohort_page(summary)


@pytest.fixture(scope="module")
def outline(page: str) -> Outline:
    return Outline(page)


def test_every_section_is_there_in_order(outline: Outline) -> None:
    assert [name for name in outline.ids if name in SECTIONS] == SECTIONS
    assert outline.open == []
    assert len(set(outline.ids)) == len(outline.ids)
    assert {link[1:] for link in outline.links} <= set(outline.ids)


def test_headings_and_landmarks(page: str, outline: Outline) -> None:
    assert outline.headings[0] == 1
    assert outline.headings.count(1) == 1
    assert all(below - above <= 1 for above, below in pairwise(outline.headings))
    assert '<html lang="en">' in page
    assert [outline.tags[tag] for tag in ("header", "nav", "main", "footer")] == [1, 1, 1, 1]
    assert outline.tags["caption"] == outline.tags["table"] == 3
    assert outline.tags["svg"] == outline.tags["desc"] == 3


def test_nothing_is_loaded_and_nothing_runs(page: str, outline: Outline) -> None:
    assert not {"script", "img", "link", "iframe", "object", "embed", "base", "form"} & set(outline.tags)
    assert not {name for name in outline.attributes if name in {"src", "srcset", "style"} or name.startswith("on")}
    style = re.search(r"<style>(.*?)</style>", page, re.DOTALL)
    assert style
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'sha256-{digest}'" in page


def test_it_says_what_the_summary_says(summary: CohortSummary, outline: Outline) -> None:
    assert len(summary.roles) > CHARTED
    assert len(summary.steps) > TABLED
    for text in (
        "At least 2,400 people", "rounded down to a multiple of 20", "A group of 1 to 9 people is not told of",
        "Two summaries of groups that overlap", "not differential privacy", summary.catalog.name,
        summary.catalog.version, summary.catalog.digest, f"careerpath {summary.version}", "under 20",
        *(role.title for role in summary.roles[:TABLED]), *(gap.label for gap in summary.gaps[:TABLED]),
        *(step.title for step in summary.steps[:TABLED]),
        f"The chart shows the first {CHARTED} of {len(summary.steps)} steps; the table has {TABLED}",
    ):  # fmt: skip
        assert text in outline.text


def test_bars_are_as_long_as_the_figures_that_are_told(summary: CohortSummary, page: str) -> None:
    """What is withheld has no length of its own: a bar ends where the rounded count of its role does."""
    chart = page[page.index('id="roles-title"') : page.index("</svg>")]
    lengths = [float(width) for width in re.findall(r'<rect[^>]*?width="([\d.]+)%"', chart)]
    longest = summary.roles[0].people
    told: list[float] = []
    for role in summary.roles[:CHARTED]:
        bands = [role.bands.ready, role.bands.next, role.bands.later]
        rest = role.people - sum(bands)
        told += [100, *(100 * people / longest for people in [*bands, rest] if people)]
    assert lengths == pytest.approx(told, abs=0.02)


def test_names_leave_room_for_long_figures(summary: CohortSummary) -> None:
    gaps = tuple(msgspec.structs.replace(gap, lack=gap.lack * 1000, unsaid=gap.unsaid * 1000) for gap in summary.gaps)
    page = cohort_page(msgspec.structs.replace(summary, gaps=gaps))
    chart = page[page.index('id="gaps-title"') :]
    names = re.findall(r'class="start name"[^>]*>([^<]*)', chart)[:CHARTED]
    figures = re.findall(r'class="end figure"[^>]*>([^<]*)', chart)[:CHARTED]
    assert "000 + " in figures[0]
    assert all(len(name) + len(figure) <= LINE_MOST for name, figure in zip(names, figures, strict=True))


def test_a_page_of_the_same_figures_is_the_same(summary: CohortSummary, page: str) -> None:
    """Nothing but the told figures goes into it."""
    copied = msgspec.json.decode(msgspec.json.encode(summary), type=type(summary))
    assert cohort_page(copied) == page
    assert len(page.encode()) < 100_000


@pytest.mark.parametrize(("people", "said"), [(0, "Fewer than 20 people"), (19, "Fewer than 20 people")])
def test_of_too_few_it_says_that(people: int, said: str) -> None:
    outline = Outline(cohort_page(made_summary(people)))
    assert said in outline.text
    assert "There are too few people" in outline.text
    assert outline.tags["svg"] == outline.tags["table"] == 0


def test_where_nobody_is_protected_the_page_says_so() -> None:
    outline = Outline(cohort_page(made_summary(90, least=1)))
    assert "90 people, held against" in outline.text
    assert "Small groups are not protected here" in outline.text
    assert "at the least" not in outline.text


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_becomes_markup(summary: CohortSummary, outline: Outline, text: str) -> None:
    made = cohort_page(with_hostile(summary, text))
    seen = Outline(made)
    assert seen.tags == outline.tags
    assert seen.attributes <= outline.attributes
    assert seen.open == []
    assert all(link.startswith("#") for link in seen.links)
    assert "1337" not in seen.text
    assert not set(made) & set("\u202e\u2066\u200b\x1b")
