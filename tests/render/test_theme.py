"""The choice of the theme: the reader's own colours and bold, so that the contrast is theirs, in light and in dark."""

from __future__ import annotations

import re

import pytest
from rich.style import Style

from careerpath.render.text.options import RenderOptions
from careerpath.render.text.theme import STYLES
from render.views import printed
from safety import outputs

OURS = {name: Style.parse(style) for name, style in STYLES.items()}


@pytest.mark.parametrize("name", OURS)
def test_no_style_has_a_colour_or_fades(name: str) -> None:
    style = OURS[name]
    assert style.color is None
    assert style.bgcolor is None
    assert not style.dim
    assert not style.reverse


@pytest.mark.parametrize("view", outputs.TEXT_VIEWS)
def test_views_are_bold_or_nothing(view: str) -> None:
    made = printed(outputs.text_view(view, None, RenderOptions(width=80)), 80, colour=True)
    assert set(re.findall("\x1b\\[([0-9;]*)m", made)) <= {"0", "1"}
    assert "\x1b[1m" in made, "headings and names stand out"
