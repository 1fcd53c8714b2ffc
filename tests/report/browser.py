"""Headless Chromium, and what a page comes to in it."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any, NamedTuple

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
AXE = (Path(__file__).parent / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
"""axe-core 4.14.1, a copy from its npm package; packages of it for Python are of 2022, or bring a whole browser."""

PROBE = """
<script>
window.probed = {errors: []};
addEventListener('error', event => probed.errors.push(String(event.message)));
document.addEventListener('securitypolicyviolation', event => probed.errors.push(event.violatedDirective));
</script>
<script>%s</script>
<script>
/* The contrast of text in a chart with what is behind it, which axe-core leaves open. */
function contrast(text) {
  let behind = text;
  while (/, 0\\)$|transparent/.test(getComputedStyle(behind).backgroundColor)) behind = behind.parentElement;
  const light = colour => {
    const parts = colour.match(/[\\d.]+/g).slice(0, 3).map(part => part / 255);
    const [red, green, blue] = parts.map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [dim, bright] = [getComputedStyle(text).fill, getComputedStyle(behind).backgroundColor].map(light)
    .sort((one, other) => one - other);
  return (bright + 0.05) / (dim + 0.05);
}
addEventListener('load', async () => {
  for (const details of document.querySelectorAll('details')) details.open = true;
  probed.width = innerWidth;
  probed.scrolled = document.documentElement.scrollWidth;
  probed.wide = [...document.querySelectorAll('body *')].filter(element =>
    element.getBoundingClientRect().right > innerWidth + 1 && !element.closest('svg')).map(element =>
    element.tagName + '.' + element.className);
  probed.loaded = performance.getEntriesByType('resource').map(entry => entry.name);
  probed.dark = matchMedia('(prefers-color-scheme: dark)').matches;
  probed.paper = getComputedStyle(document.body).backgroundColor;
  if (window.axe) {
    const found = await axe.run(document, {resultTypes: ['violations'], rules: {'target-size': {enabled: true}}});
    probed.violations = found.violations.map(entry => entry.id + ': ' + entry.nodes[0].html);
    probed.passes = found.passes.length;
  }
  probed.faint = [...document.querySelectorAll('svg text')].map(text => [text.textContent, contrast(text)])
    .filter(([, ratio]) => ratio < 4.5).map(([words, ratio]) => words + ': ' + ratio);
  probed.charted = document.querySelectorAll('svg text').length;
  parent.postMessage(JSON.stringify(probed), '*');
});
</script>
"""

FRAME = """<!doctype html><title>Frame</title>
<iframe src="copy.html" style="border:0;width:{width}px;height:900px"></iframe>
<script>
addEventListener('message', event => {{
  const said = document.createElement('pre');
  said.id = 'probed';
  said.textContent = event.data;
  document.body.append(said);
}});
</script>
"""
"""Chromium's window is at least 500 pixels wide; a frame is as narrow as one wants."""


class Seen(NamedTuple):
    """What the probe found, and what the browser printed on its console."""

    found: dict[str, Any]
    console: list[str]


def chromium(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    assert CHROMIUM is not None
    return subprocess.run(
        [
            CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars",
            "--no-first-run", "--disable-extensions", "--disable-background-networking", "--enable-logging=stderr",
            f"--user-data-dir={folder / 'browser'}", *arguments,
        ],
        capture_output=True,
        encoding="utf-8",
        timeout=90,
        check=True,
    )  # fmt: skip


def look_at(page: str, folder: Path, *, width: int = 1200, dark: bool = False, axe: bool = True) -> Seen:
    """Opens a copy of the page that lets itself be examined, in a frame of the given width.

    The copy lacks the policy that would keep the probe, and anything else, from running and loading.
    """
    policy = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
    assert policy.search(page)
    probe = PROBE.replace("%s", AXE if axe else "")
    (folder / "copy.html").write_text(policy.sub(lambda _: probe, page), encoding="utf-8")
    scheme = ["--blink-settings=preferredColorScheme=0"] if dark else ["--blink-settings=preferredColorScheme=1"]
    (folder / "frame.html").write_text(FRAME.format(width=width), encoding="utf-8")
    done = chromium(
        folder, *scheme, f"--window-size={width + 40},1000", "--virtual-time-budget=20000", "--dump-dom",
        (folder / "frame.html").as_uri(),
    )  # fmt: skip
    answer = re.search(r'<pre id="probed">(.*?)</pre>', done.stdout, re.DOTALL)
    assert answer, done.stderr[-2000:]
    text = answer[1].replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    return Seen(json.loads(text), [line for line in done.stderr.splitlines() if "CONSOLE" in line])
