"""The page in a real browser: fits a phone, loads nothing, complains of nothing, and axe-core finds no fault."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from careerpath.render.html.page import report_page
from report.browser import CHROMIUM, chromium, look_at
from report.conftest import with_hostile

if TYPE_CHECKING:
    from pathlib import Path

    from careerpath.render.data.report import ReportData

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed (Debian: apt-get install chromium)"),
]


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [800, 1600])
def test_axe_finds_no_fault(anna: ReportData, tmp_path: Path, width: int, *, dark: bool) -> None:
    seen = look_at(report_page(anna), tmp_path, width=width, dark=dark)
    assert seen.found["dark"] is dark
    assert seen.found["violations"] == []
    assert seen.found["passes"] > 20
    assert seen.found["charted"] > 20
    assert seen.found["faint"] == []
    assert seen.found["errors"] == []
    assert seen.found["loaded"] == []
    assert seen.console == []


@pytest.mark.parametrize("width", [360, 500, 740, 1000, 2400])
def test_it_never_scrolls_sideways(anna: ReportData, tmp_path: Path, width: int) -> None:
    seen = look_at(report_page(anna), tmp_path, width=width, axe=width == 360)
    assert seen.found["width"] == width
    assert seen.found["scrolled"] <= width
    assert seen.found["wide"] == []
    assert seen.found.get("violations", []) == []


def test_long_names_do_not_push_it_apart(anna: ReportData, tmp_path: Path) -> None:
    hostile = with_hostile(anna, "Donaudampfschifffahrtsgesellschaftskapitaensmuetzenabzeichen" * 2)
    seen = look_at(report_page(hostile), tmp_path, width=360, axe=False)
    assert seen.found["scrolled"] <= 360


def test_as_it_is_written_the_browser_has_nothing_to_say(anna: ReportData, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(report_page(anna), encoding="utf-8")
    done = chromium(tmp_path, "--dump-dom", (tmp_path / "page.html").as_uri())
    assert "</html>" in done.stdout
    assert "CONSOLE" not in done.stderr


@pytest.mark.parametrize("text", ["<script>console.log('run')</script>", "<img src=x onerror=console.log('run')>"])
def test_a_hostile_catalogue_runs_nothing(anna: ReportData, tmp_path: Path, text: str) -> None:
    seen = look_at(report_page(with_hostile(anna, text)), tmp_path, axe=False)
    assert seen.console == []
    assert seen.found["loaded"] == []


def test_it_prints(anna: ReportData, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(report_page(anna), encoding="utf-8")
    chromium(
        tmp_path,
        "--no-pdf-header-footer",
        f"--print-to-pdf={tmp_path / 'page.pdf'}",
        (tmp_path / "page.html").as_uri(),
    )
    assert (tmp_path / "page.pdf").read_bytes().startswith(b"%PDF-")
