"""Writes `docs/evaluation.md`: `python -m careerpath.evaluation PERSONAS PAGE` (see `make evaluate`)."""

from __future__ import annotations

import sys
from pathlib import Path

from careerpath.catalog.load import load_catalog
from careerpath.evaluation.document import write_document
from careerpath.evaluation.personas import read_personas
from careerpath.evaluation.size import LARGE

if __name__ == "__main__":
    personas, page = map(Path, sys.argv[1:])
    page.write_text(write_document(load_catalog(), read_personas(personas), LARGE), encoding="utf-8")
