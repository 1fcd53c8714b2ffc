"""A completion script as scripts see it."""

from __future__ import annotations

import msgspec


class CompletionData(msgspec.Struct, frozen=True, kw_only=True):
    """A script that teaches a shell to complete careerpath's commands."""

    shell: str
    script: str
