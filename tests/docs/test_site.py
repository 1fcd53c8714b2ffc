"""The site: built without a warning, complete, and read without a network."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING, Any

import pytest

from docs.pages import DOCS
from docs.site import CONFIGURATION, build

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LOADED = re.compile(
    r"<(?:script|img|iframe|source|video|audio|embed)\b[^>]*?\bsrc=[\"']?([^\"'\s>]+)"
    r"|<link\b[^>]*?\bhref=[\"']?([^\"'\s>]+)"
    r"|url\([\"']?([^\"')]+)|@import\s+[\"']([^\"']+)"
)


def listed(entries: Any) -> Iterator[str]:
    for entry in entries:
        for target in entry.values():
            yield from [target] if isinstance(target, str) else listed(target)


def test_the_menu_holds_every_page_once() -> None:
    pages = sorted(str(path.relative_to(DOCS)) for path in DOCS.rglob("*.md"))
    assert sorted(listed(CONFIGURATION["nav"])) == pages


def test_every_page_is_built(site: Path) -> None:
    for path in DOCS.rglob("*.md"):
        page = (site / path.relative_to(DOCS)).with_suffix(".html").read_text(encoding="utf-8")
        title = path.read_text(encoding="utf-8").partition("\n")[0].removeprefix("# ")
        assert f"{title}<" in page, path


def test_nothing_is_loaded_from_elsewhere(site: Path) -> None:
    seen = 0
    for path in [*site.rglob("*.html"), *site.rglob("*.css"), *site.rglob("*.svg")]:
        for groups in LOADED.findall(path.read_text(encoding="utf-8")):
            address = "".join(groups)
            seen += 1
            assert not re.match("https?:|//", address), f"{path.name} loads {address}"
    assert seen > 50


@pytest.mark.parametrize("fault", ["[gone](nowhere.md)", "[gone](score.md#nowhere)"])
def test_a_broken_link_stops_the_build(tmp_path: Path, fault: str) -> None:
    shutil.copytree(DOCS, tmp_path / "docs")
    with (tmp_path / "docs" / "glossary.md").open("a", encoding="utf-8") as page:
        page.write(f"\n{fault}\n")
    assert build(tmp_path).returncode != 0
