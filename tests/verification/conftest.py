"""A real result of the shipped catalogue, saved."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from careerpath.answers.read import parse_answers
from careerpath.catalog.read import read_catalog
from careerpath.catalog.source import read_shipped
from careerpath.render.data.envelope import success, to_json
from careerpath.verification.verify import recompute

if TYPE_CHECKING:
    from careerpath.model.catalog import Catalog


@pytest.fixture(scope="session")
def catalog() -> Catalog:
    return read_catalog(read_shipped())


@pytest.fixture(scope="session")
def saved_bytes(catalog: Catalog) -> bytes:
    """What `quiz --json` prints for the persona."""
    file = Path(__file__).with_name("persona.yaml")
    answers = parse_answers(file.read_bytes(), file.name, catalog)
    return to_json(success("quiz", recompute(catalog, answers, "anna")))
