"""A role costs the same in a small catalogue and in a large one. Calls are counted, since times are not exact."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from careerpath.catalog.compiled import decode_copy, encode_copy
from careerpath.catalog.read import read_catalog
from careerpath.catalog.source import Source, read_folder
from support.made_up_catalog import write_catalog

if TYPE_CHECKING:
    from pathlib import Path
    from types import FrameType


def _calls(source: Source) -> int:
    """How many calls it takes to read and check a catalogue, also those into C."""
    count = 0

    def take(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(take)
    try:
        read_catalog(source)
    finally:
        sys.setprofile(before)
    return count


def test_reading_and_checking_is_linear(tmp_path: Path) -> None:
    sources = [read_folder(write_catalog(tmp_path / str(roles), roles)) for roles in (29, 58, 116)]
    _calls(sources[0])  # what is done once, such as imports, does not count
    few, more, many = map(_calls, sources)
    assert (many - more) / (2 * (more - few)) < 1.02


def test_the_copy_grows_with_the_roles_and_no_faster(tmp_path: Path) -> None:
    sizes = []
    for roles in (29, 58, 116):
        source = read_folder(write_catalog(tmp_path / str(roles), roles))
        copy = encode_copy(source.key, read_catalog(source))
        read = decode_copy(source.key, copy)
        assert read
        assert len(read.roles) == roles
        sizes.append(len(copy))
    assert (sizes[2] - sizes[1]) / (2 * (sizes[1] - sizes[0])) < 1.02
