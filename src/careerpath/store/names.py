"""What a profile may be called."""

from __future__ import annotations

import unicodedata
from typing import Final

from careerpath.errors import Problem, UsageError

MAX_LENGTH: Final = 64
_CONTROL: Final = frozenset({"Cc", "Cs", "Zl", "Zp"})
_BIDIRECTIONAL: Final = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def check_profile_name(name: str) -> str:
    """The name in Unicode form NFC, in which it is stored; any script is fine.

    It is normalised and not refused, since the same letters are typed in another form on other systems. Characters
    that a screen does not show as written (controls, reversals of direction) are refused.

    Raises:
        UsageError: (`profile-name`) the name is empty, longer than 64 characters, or has a character it may not have.
    """
    name = unicodedata.normalize("NFC", name)
    if reason := _fault(name):
        raise UsageError(
            Problem(
                code="profile-name",
                message=f"A profile cannot be called {name[:MAX_LENGTH]!a}: {reason}.",
                hint="Letters of any script, digits, spaces inside, '-', '_' and '.' are fine, for example 'ana-2'.",
            )
        )
    return name


def _fault(name: str) -> str | None:
    if not name:
        return "it is empty"
    if len(name) > MAX_LENGTH:
        return f"it is longer than {MAX_LENGTH} characters"
    if name != name.strip():
        return "it begins or ends with a space"
    if name in {".", ".."} or "/" in name or "\\" in name:
        return "it would be a path"
    if any(unicodedata.category(letter) in _CONTROL or letter in _BIDIRECTIONAL for letter in name):
        return "it has a character that cannot be shown"
    return None
