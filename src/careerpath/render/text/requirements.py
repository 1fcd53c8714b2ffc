"""What a role asks for, as lines and cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from careerpath.model.assessment import RequiredValue

CERTIFICATE = "recommended"


def asked_text(required: RequiredValue, text: str) -> str:
    """What is asked for in words; a certificate is plainly wanted, it has no level."""
    return "to have it" if required is True else text
