"""The styles of the terminal: the reader's own colours, and bold.

No colour is set, so that the contrast is what the reader has chosen, on a light ground and on a dark one; none of the
sixteen colours of a terminal can be read on both. Nor is anything dim: terminals fade that by as much as they like.
"""

from __future__ import annotations

from typing import Final

STYLES: Final = {
    "cp.title": "bold",
    "cp.heading": "bold",
    "cp.name": "bold",
    "cp.warning": "bold",
    "cp.quiet": "none",
}
"""What each style of a view is, in Rich's words."""
