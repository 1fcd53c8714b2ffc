"""Text of the screen in ASCII, for terminals and readers that know no more."""

from __future__ import annotations

from careerpath import ascii_likeness
from careerpath.render.text.breaking import cell_len


def in_ascii(text: str) -> str:
    """The text in ASCII, as wide as before: letters lose their accents, and what has no likeness becomes `?`."""
    return ascii_likeness.in_ascii(text, cell_len)
