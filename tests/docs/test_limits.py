"""The table of limits is that of the code."""

from __future__ import annotations

import re
from pathlib import Path

from careerpath import errors
from careerpath.catalog.linting.apart import MOST_ALIKE
from careerpath.parsing import limits

PAGE = Path(__file__).parents[2] / "docs" / "limits.md"


def test_every_limit_is_stated_as_it_is() -> None:
    rows = re.findall(r"^\| .+? \| ([\d,]+) \| `(MAX_\w+)`", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    stated = {name: int(value.replace(",", "")) for value, name in rows}
    known = {name: value for name, value in vars(limits).items() if name.startswith("MAX_")}
    assert f"| {MOST_ALIKE:,} | `MOST_ALIKE`" in PAGE.read_text(encoding="utf-8")
    assert stated == known | {"MAX_MESSAGE": errors.MAX_MESSAGE}
