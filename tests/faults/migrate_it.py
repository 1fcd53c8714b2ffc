"""Opens a store with a careerpath whose format has a table and a column more: `python migrate_it.py FILE`."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any
from unittest.mock import patch

from careerpath.store import connection, schema
from careerpath.store.store import Store

MORE = ("ALTER TABLE profile ADD COLUMN note TEXT", "CREATE TABLE later (id INTEGER PRIMARY KEY)")
NEXT: dict[str, Any] = {"SCHEMA_VERSION": schema.SCHEMA_VERSION + 1}

with (
    patch.multiple(schema, MIGRATIONS=(*schema.MIGRATIONS, MORE), **NEXT),
    patch.multiple(connection, **NEXT),
    Store.open(Path(sys.argv[1])),
):
    os.write(1, b"1\n")
