"""Writes a file that a person asked for: `python write_it.py FILE`."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from careerpath.disk.replacing import put
from faults.scenarios import NEW

put(Path(sys.argv[1]), NEW)
os.write(1, b"1\n")
