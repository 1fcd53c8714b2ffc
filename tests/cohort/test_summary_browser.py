"""The summary in a real browser: fits a phone, loads nothing, complains of nothing, and axe-core finds no fault."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from careerpath.render.html.cohort_page import cohort_page
from report.browser import CHROMIUM, chromium, look_at
from support.summaries import made_summary, with_hostile

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed (Debian: apt-get install chromium)"),
]


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("people", [15, 2400])
def test_axe_finds_no_fault(tmp_path: Path, people: int, *, dark: bool) -> None:
    seen = look_at(cohort_page(made_summary(people)), tmp_path, dark=dark)
    assert seen.found["dark"] is dark
    assert seen.found["violations"] == []
    assert seen.found["passes"] > 15
    assert seen.found["errors"] == []
    assert seen.found["loaded"] == []
    assert seen.console == []


@pytest.mark.parametrize("width", [360, 740, 1000, 2400])
def test_it_never_scrolls_sideways(tmp_path: Path, width: int) -> None:
    seen = look_at(cohort_page(made_summary(2400)), tmp_path, width=width, axe=width == 360)
    assert seen.found["width"] == width
    assert seen.found["scrolled"] <= width
    assert seen.found["wide"] == []
    assert seen.found.get("violations", []) == []


def test_long_names_do_not_push_it_apart(tmp_path: Path) -> None:
    long = with_hostile(made_summary(2400), "Donaudampfschifffahrtsgesellschaftskapitaensmuetzenabzeichen" * 2)
    assert look_at(cohort_page(long), tmp_path, width=360, axe=False).found["scrolled"] <= 360


def test_as_it_is_written_the_browser_has_nothing_to_say_and_prints_it(tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_text(cohort_page(made_summary(2400)), encoding="utf-8")
    done = chromium(tmp_path, "--dump-dom", file.as_uri())
    assert "</html>" in done.stdout
    assert "CONSOLE" not in done.stderr
    chromium(tmp_path, "--no-pdf-header-footer", f"--print-to-pdf={tmp_path / 'page.pdf'}", file.as_uri())
    assert (tmp_path / "page.pdf").read_bytes().startswith(b"%PDF-")
