"""Scores a table of people: `python score_it.py OUTPUT`; the table is `people.csv` beside it."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from faults.scenarios import score_people

score_people(Path(sys.argv[1]))
os.write(1, b"1\n")
