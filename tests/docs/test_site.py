"""The site: built without a warning, complete, and read without a network."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tomllib
from typing import TYPE_CHECKING, Any

import pytest

from docs.pages import DOCS
from report.browser import CHROMIUM, chromium
from support.program import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CONFIGURATION = tomllib.loads((ROOT / "zensical.toml").read_text(encoding="utf-8"))["project"]
LOADED = re.compile(
    r"<(?:script|img|iframe|source|video|audio|embed)\b[^>]*?\bsrc=[\"']?([^\"'\s>]+)"
    r"|<link\b[^>]*?\bhref=[\"']?([^\"'\s>]+)"
    r"|url\([\"']?([^\"')]+)|@import\s+[\"']([^\"']+)"
)

PROBE = """<script>
addEventListener('load', () => setTimeout(() => {
  const said = document.createElement('pre');
  said.id = 'probed';
  said.textContent = performance.getEntriesByType('resource').map(entry => entry.name).join('\\n');
  document.body.append(said);
}, 1000));
</script>"""


def build(folder: Path) -> subprocess.CompletedProcess[str]:
    shutil.copy(ROOT / "zensical.toml", folder)
    if not (folder / "docs").exists():
        shutil.copytree(DOCS, folder / "docs")
    program = [sys.executable, "-m", "zensical", "build", "--strict", "--clean"]
    return subprocess.run(program, cwd=folder, capture_output=True, text=True, timeout=120, check=False)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    done = build(folder)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / str(CONFIGURATION["site_dir"])


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


@pytest.mark.browser
@pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed (Debian: apt-get install chromium)")
@pytest.mark.parametrize("page", ["index.html", "catalog.html", "cli.html"])
def test_a_browser_asks_for_nothing_from_elsewhere(site: Path, tmp_path: Path, page: str) -> None:
    text = (site / page).read_text(encoding="utf-8")
    assert asked_for(site, text.replace("<head>", "<head><script src='https://example.org/x.js'></script>"), tmp_path)
    assert asked_for(site, text, tmp_path) == []


def asked_for(site: Path, text: str, folder: Path) -> list[str]:
    """The addresses outside this machine that a page of the site asks for."""
    copy = site / "copy.html"
    copy.write_text(text.replace("</body>", f"{PROBE}</body>"), encoding="utf-8")
    done = chromium(
        folder, "--host-resolver-rules=MAP * ~NOTFOUND", "--virtual-time-budget=5000", "--dump-dom", copy.as_uri()
    )
    copy.unlink()
    answer = re.search(r'<pre id="probed">(.*?)</pre>', done.stdout, re.DOTALL)
    assert answer, done.stderr[-2000:]
    return [address for address in answer[1].split() if address.startswith("http")]


@pytest.mark.parametrize("fault", ["[gone](nowhere.md)", "[gone](score.md#nowhere)"])
def test_a_broken_link_stops_the_build(tmp_path: Path, fault: str) -> None:
    shutil.copytree(DOCS, tmp_path / "docs")
    with (tmp_path / "docs" / "glossary.md").open("a", encoding="utf-8") as page:
        page.write(f"\n{fault}\n")
    assert build(tmp_path).returncode != 0
