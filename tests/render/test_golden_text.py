"""Every view of the terminal, at three widths, against the files in `golden/`."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from careerpath.render.text.options import RenderOptions
from render.views import VIEWS, WIDTHS, printed, view

if TYPE_CHECKING:
    from careerpath.model.catalog import Catalog
    from careerpath.render.data.result import ResultData

GOLDEN = Path(__file__).parent / "golden"
REFRESH = "UPDATE_GOLDEN=1 pytest tests/render"


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", VIEWS)
def test_views_look_as_agreed(name: str, width: int, catalog: Catalog, result: ResultData) -> None:
    text = printed(view(name, catalog, result, RenderOptions(width=width)), width)
    file = GOLDEN / f"{name}-{width}.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
    assert file.is_file(), f"there is no {file.name}; make it with: {REFRESH}"
    assert text == file.read_text(encoding="utf-8"), f"{file.name} has changed; if that is meant: {REFRESH}"


@pytest.mark.skipif("UPDATE_GOLDEN" in os.environ, reason="the files are being written")
def test_every_golden_file_belongs_to_a_view() -> None:
    assert {file.stem for file in GOLDEN.glob("*.txt")} == {f"{name}-{width}" for name in VIEWS for width in WIDTHS}
