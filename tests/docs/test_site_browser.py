"""The site in a real browser, opened from a folder: it asks for nothing from elsewhere, and its search works."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from report.browser import CHROMIUM, chromium

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed (Debian: apt-get install chromium)"),
]

PROBE = """<script>
addEventListener('load', () => setTimeout(() => {
  const said = document.createElement('pre');
  said.id = 'probed';
  said.textContent = performance.getEntriesByType('resource').map(entry => entry.name).join('\\n');
  document.body.append(said);
}, 1000));
</script>"""


SEARCH = """<script>
addEventListener('load', () => setTimeout(() => {
  document.querySelector('.md-search__button').click();
  setTimeout(() => {
    const dialog = [...document.querySelectorAll('*')].find(element => element.shadowRoot).shadowRoot;
    const field = dialog.querySelector('input');
    field.value = 'caution';
    field.dispatchEvent(new Event('input', {bubbles: true, composed: true}));
    setTimeout(() => {
      const said = document.createElement('pre');
      said.id = 'probed';
      said.textContent = dialog.textContent;
      document.body.append(said);
    }, 5000);
  }, 2000);
}, 1000));
</script>"""
"""Searches for a word as a reader would, and says what is offered."""


@pytest.mark.parametrize("page", ["index.html", "catalog.html", "cli.html"])
def test_a_browser_asks_for_nothing_from_elsewhere(site: Path, tmp_path: Path, page: str) -> None:
    text = (site / page).read_text(encoding="utf-8")
    spoilt = text.replace("<head>", "<head><script src='https://example.org/x.js'></script>")
    assert "https://example.org/x.js" in probed(site, spoilt, PROBE, tmp_path).split()
    assert [address for address in probed(site, text, PROBE, tmp_path).split() if address.startswith("http")] == []


def test_the_search_works_in_a_folder(site: Path, tmp_path: Path) -> None:
    text = (site / "index.html").read_text(encoding="utf-8")
    assert "One fact in our words" in probed(site, text, SEARCH, tmp_path)


def probed(site: Path, text: str, probe: str, folder: Path) -> str:
    """What a script says that is put at the end of a page of the site."""
    copy = site / "copy.html"
    copy.write_text(text.replace("</body>", f"{probe}</body>"), encoding="utf-8")
    try:
        done = chromium(
            folder, "--host-resolver-rules=MAP * ~NOTFOUND", "--virtual-time-budget=20000", "--dump-dom", copy.as_uri()
        )
    finally:
        copy.unlink()  # other tests read the whole site
    answer = re.search(r'<pre id="probed">(.*?)</pre>', done.stdout, re.DOTALL)
    assert answer, done.stderr[-2000:]
    return answer[1]
