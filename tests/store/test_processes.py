from __future__ import annotations

import os
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from careerpath.store.connection import connect
from careerpath.store.schema import is_foreign, migrate
from careerpath.store.store import Store

WRITER = Path(__file__).with_name("writer.py")


def start(path: Path, profile: str, count: int) -> subprocess.Popen[str]:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(entry for entry in sys.path if entry)}
    command = [sys.executable, str(WRITER), str(path), profile, str(count)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8", env=environment)


@pytest.mark.parametrize("contents", [None, b"no database"])
def test_writers_at_once_lose_nothing(path: Path, contents: bytes | None) -> None:
    if contents is not None:
        path.parent.mkdir()
        path.write_bytes(contents)
    writers = [start(path, f"writer-{number}", 25) for number in range(8)]
    for writer in writers:
        _, complaint = writer.communicate(timeout=60)
        assert (writer.returncode, complaint) == (0, "")
    with Store.open(path, create=False) as store:
        drafts = [store.draft(f"writer-{number}") for number in range(8)]
    for draft in drafts:
        assert draft is not None
        assert draft.answers == tuple((f"skill:s{number}", number % 5) for number in range(25))
    assert len(list(path.parent.glob("*.damaged-*"))) == (0 if contents is None else 1)


def test_fifty_writers_at_once_lose_nothing(path: Path) -> None:
    writers = [start(path, f"writer-{number}", 4) for number in range(50)]
    endings = [(writer.communicate(timeout=120)[1], writer.returncode) for writer in writers]
    assert endings == [("", 0)] * 50
    with Store.open(path, create=False) as store:
        assert [entry.has_draft for entry in store.profiles()] == [True] * 50
        for number in range(50):
            draft = store.draft(f"writer-{number}")
            assert draft is not None
            assert draft.answers == tuple((f"skill:s{answer}", answer) for answer in range(4))


@pytest.mark.parametrize("moment", [1, 2])
def test_a_store_that_another_process_makes_just_now_is_ours(path: Path, moment: int) -> None:
    path.parent.mkdir()
    path.touch()
    statements: list[str] = []
    with closing(connect(path)) as ours, closing(connect(path)) as theirs:

        def meanwhile(statement: str) -> None:
            statements.append(statement)
            if len(statements) == moment:
                migrate(theirs)

        ours.set_trace_callback(meanwhile)
        assert not is_foreign(ours)


@pytest.mark.parametrize("stop_after", [1, 7, 23])
def test_killed_process_loses_no_acknowledged_answer(path: Path, stop_after: int) -> None:
    with start(path, "ana", 100_000) as writer:
        assert writer.stdout is not None
        acknowledged = [int(writer.stdout.readline()) for _ in range(stop_after)]
        writer.kill()
        acknowledged += [int(line) for line in writer.stdout.read().split()]
    assert writer.returncode != 0
    with Store.open(path, create=False) as store:
        draft = store.draft("ana")
        assert store.warnings == []
    assert draft is not None
    assert len(draft.answers) in {len(acknowledged), len(acknowledged) + 1}
    assert [question for question, _ in draft.answers[: len(acknowledged)]] == [f"skill:s{n}" for n in acknowledged]
