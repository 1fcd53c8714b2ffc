"""How large and how deep an input may be. Beyond honest use (3,000 roles fit), and far below what could hurt."""

from __future__ import annotations

from typing import Final

MAX_BYTES: Final = 16 * 1024 * 1024
MAX_DEPTH: Final = 32
"""So many mappings and lists may stand inside one another."""
MAX_NODES: Final = 1_000_000
MAX_INTEGER_DIGITS: Final = 15
MAX_DECIMAL_CHARACTERS: Final = 30
MAX_PROBLEMS: Final = 200
"""A file with more problems than this is not described further."""
MAX_PARENTS: Final = 16
"""So many roles may `extend` one another in a line."""
MAX_PAIRS: Final = 210_000
"""So many roles, times skills, a catalogue may have: each skill counts a little for each role, and is explained."""
MAX_INHERITED: Final = 500_000
"""So many skills and activities all roles together may have, with those that they inherit."""
