from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from support.bounded import Bounded

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="session")
def bounded() -> Iterator[Bounded]:
    with Bounded() as program:
        yield program
