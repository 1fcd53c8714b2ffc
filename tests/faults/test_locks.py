"""File systems on which nothing can be locked, as some network folders are."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from careerpath.store.files import can_lock
from faults.recording import needs_strace

if TYPE_CHECKING:
    from support.program import Program

OPEN = """\
import sys
from pathlib import Path
from careerpath.errors import StoreError
from careerpath.store import connection
from careerpath.store.store import Store
connection.BUSY_SECONDS = 0.1
try:
    with Store.open(Path(sys.argv[1])) as store:
        store.delete("me")
except StoreError as error:
    print(error.problems[0].code)
"""


@needs_strace
@pytest.mark.parametrize("error", ["ENOLCK", "EOPNOTSUPP", "EIO"])
def test_a_file_system_without_locks_is_told_and_nothing_is_written(stored: Program, error: str) -> None:
    file = Path(stored.environment["CAREERPATH_HOME"], "careerpath.sqlite3")
    before = file.read_bytes()
    paths = ["-P", str(file), "-P", str(file.with_name("careerpath.lock-probe"))]
    strace = ["strace", "-f", "-o", os.devnull, *paths, "-e", "trace=fcntl", "-e", f"inject=fcntl:error={error}"]
    done = subprocess.run(
        [*strace, sys.executable, "-c", OPEN, str(file)],
        env=stored.environment | {"PYTHONPATH": os.pathsep.join(entry for entry in sys.path if entry)},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert done.stdout.split() == ["store-no-locks"], done.stderr
    assert file.read_bytes() == before


def test_a_local_disk_locks(tmp_path: Path) -> None:
    assert can_lock(tmp_path)
    assert list(tmp_path.iterdir()) == []
