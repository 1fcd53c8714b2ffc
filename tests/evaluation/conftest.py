"""The bench of the shipped catalogue, made once."""

from __future__ import annotations

import pytest

from careerpath.evaluation.people import Bench
from support.catalogs import shipped


@pytest.fixture(scope="session")
def bench() -> Bench:
    return Bench(shipped())
