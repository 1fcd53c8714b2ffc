"""The page: complete, well formed, the same every time, and safe whatever a catalogue or a person says."""

from __future__ import annotations

import base64
import hashlib
import re
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from careerpath.catalog.read import read_catalog
from careerpath.catalog.source import read_folder
from careerpath.model.answers import Answers
from careerpath.render.data.report import report_data
from careerpath.render.html.page import report_page
from report.conftest import DAY, with_hostile
from report.outline import Outline
from support.program import ROOT

if TYPE_CHECKING:
    from careerpath.render.data.report import ReportData

HOSTILE = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "\"><svg onload=alert(1)>'",
    "</title></style></svg></table><h1>x</h1>",
    "javascript:alert(1)//",
    'https://evil.example/" onmouseover="alert(1) ',
    "{{ 7 * 191 }}{% include 'page.html' %}",
    "\u202edesrever\u2066 \x1b[31m \u200b",
    "&lt;b&gt;&#60;script>",
)
SECTIONS = ["verdict", "roles", "steps", "plan", "route", "what-if", "care", "score", "sources", "answers"]


@pytest.fixture(scope="module")
def page(anna: ReportData) -> str:
    return report_page(anna)


@pytest.fixture(scope="module")
def outline(page: str) -> Outline:
    return Outline(page)


def test_every_section_is_there_in_order(outline: Outline) -> None:
    assert [name for name in outline.ids if name in SECTIONS] == SECTIONS
    assert outline.open == []


def test_headings_skip_no_level(outline: Outline) -> None:
    assert outline.headings[0] == 1
    assert outline.headings.count(1) == 1
    assert all(below - above <= 1 for above, below in pairwise(outline.headings))


def test_there_are_landmarks_and_a_language(page: str, outline: Outline) -> None:
    assert '<html lang="en">' in page
    for tag in ("header", "nav", "main", "footer"):
        assert outline.tags[tag] == 1
    assert outline.tags["caption"] == outline.tags["table"]
    assert re.findall(r"<th(?![^>]* scope=)[ >]", page) == []


def test_charts_have_a_title_and_a_description(outline: Outline) -> None:
    assert outline.tags["svg"] == 3
    assert outline.tags["desc"] == 3
    assert outline.tags["title"] == 4, "one for the page, one for each chart"


def test_links_lead_somewhere_and_ids_are_unique(outline: Outline) -> None:
    assert len(set(outline.ids)) == len(outline.ids)
    inner = {link[1:] for link in outline.links if link.startswith("#")}
    assert inner <= set(outline.ids)
    assert all(link.startswith(("#", "http://", "https://")) for link in outline.links)


def test_nothing_is_loaded_and_nothing_runs(page: str, outline: Outline) -> None:
    assert not {"script", "img", "link", "iframe", "object", "embed", "base", "form"} & set(outline.tags)
    assert not {name for name in outline.attributes if name in {"src", "srcset", "style"} or name.startswith("on")}
    style = re.search(r"<style>(.*?)</style>", page, re.DOTALL)
    assert style
    assert "url(" not in style[1]
    assert "@import" not in style[1]
    assert "<" not in style[1]
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'sha256-{digest}'" in page


def test_it_says_what_the_result_says(anna: ReportData, outline: Outline) -> None:
    for expected in (
        "Career report for anna",
        anna.date,
        anna.result.catalog.name,
        anna.result.catalog.version,
        anna.result.catalog.digest,
        anna.result.answers_digest,
        "It is close. Likeliest to come first",
        "89.4",
        "not by study" if any(gap.skill is None for gap in anna.result.recommendations[0].gaps[:6]) else "Budgeting",
        "Readiness is the weighted share",
        *(entry.title for entry in anna.result.recommendations),
        *(claim.statement for claim in anna.claims),
        *(conflict.handling for conflict in anna.conflicts),
        *(entry.question for group in anna.answers for entry in group.answers),
    ):
        assert expected in outline.text


def test_each_claim_is_listed_with_its_place(anna: ReportData, outline: Outline) -> None:
    listed = [name for name in outline.ids if name.startswith("source-")]
    assert len(listed) == len(anna.claims)
    for claim in anna.claims:
        assert claim.place in outline.text
        if claim.caution:
            assert claim.caution in outline.text


def test_the_same_data_give_the_same_page(anna: ReportData, page: str) -> None:
    assert report_page(anna) == page


def test_it_is_small(page: str) -> None:
    assert len(page.encode()) < 200_000


def test_without_any_answer_it_says_so(nobody: ReportData) -> None:
    outline = Outline(report_page(nobody))
    assert "You have answered nothing yet" in outline.text
    assert "plan" not in outline.ids


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_becomes_markup(anna: ReportData, outline: Outline, text: str) -> None:
    made = report_page(with_hostile(anna, text))
    seen = Outline(made)
    # An address with something before it is no address any more, so it stands there as text.
    assert {tag: count for tag, count in seen.tags.items() if tag not in {"a", "span"}} == {
        tag: count for tag, count in outline.tags.items() if tag not in {"a", "span"}
    }
    assert seen.attributes <= outline.attributes
    assert seen.headings == outline.headings
    assert seen.open == []
    assert all(link.startswith("#") for link in seen.links)
    assert "1337" not in seen.text
    assert not set(made) & set("\u202e\u2066\u200b\x1b")


def test_another_catalogue_and_a_goal_of_ones_own() -> None:
    catalog = read_catalog(read_folder(ROOT / "tests" / "catalogs" / "design-team"))
    answers = Answers(skills={skill.id: 1 for skill in catalog.skills})
    for role in catalog.roles:
        data = report_data(catalog, answers, None, date=DAY, version="0.1.0", goal=role.id)
        outline = Outline(report_page(data))
        assert f"Plan for {role.title}" in outline.text
        assert outline.open == []


def test_only_web_addresses_become_links(anna: ReportData) -> None:
    links = Outline(report_page(with_hostile(anna, ""))).links
    assert any(link.startswith("https://") for link in links)
