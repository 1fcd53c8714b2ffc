"""The compiled copy of a catalogue: checked once, then read back about a hundred times faster than its YAML.

A copy is found by the key of the files that it was made from. The key comes from all their bytes and from nothing
else, so a changed file is noticed at once, whatever its size and its times say. A copy is never needed: where it cannot
be read, written or trusted, the YAML is read.
"""

from __future__ import annotations

import os
import stat
import zlib
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

import msgspec

from careerpath import __version__
from careerpath.model.catalog import Catalog

if TYPE_CHECKING:
    from collections.abc import Iterator

FORMAT: Final = f"careerpath.catalog/3/{__version__}"
SHIPPED_COPY: Final = Path(__file__).resolve().parent.parent / "_compiled" / "catalog.msgpack"

_CHECKSUM_SIZE: Final = 4
LARGEST: Final = 1 << 28
"""A file of more bytes than this is no copy of ours; it is not read."""

_COPIES_KEPT: Final = 8
"""Each change of a catalogue leaves a copy behind; the oldest beyond this number are removed."""

_ABANDONED: Final = 3600
"""Seconds after which an unfinished copy belongs to a process that is gone."""


def encode_copy(key: bytes, catalog: Catalog) -> bytes:
    """The copy: format, key, checksum, and the catalogue as MessagePack. The same catalogue gives the same bytes."""
    content = msgspec.msgpack.encode(catalog)
    return b"".join((_head(key), _checksum(content), content))


def decode_copy(key: bytes, data: bytes) -> Catalog | None:
    """The opposite; None if the copy is of other files, of another version, damaged, or no catalogue."""
    head = _head(key)
    begin = len(head) + _CHECKSUM_SIZE
    content = memoryview(data)[begin:]
    if not data.startswith(head) or data[len(head) : begin] != _checksum(content):
        return None
    try:
        return msgspec.msgpack.decode(content, type=Catalog)
    except (ValueError, RecursionError):  # the errors of msgspec and of UTF-8 are ValueErrors
        return None


def read_copy(key: bytes) -> Catalog | None:
    """The compiled copy of the files with this key; None if there is none, or none that can be trusted."""
    with suppress(OSError):
        if catalog := decode_copy(key, SHIPPED_COPY.read_bytes()):
            return catalog
    with suppress(OSError):
        if (path := _cached_copy(key)) and _is_ours(path):
            return decode_copy(key, path.read_bytes())
    return None


def write_copy(key: bytes, catalog: Catalog) -> None:
    """Keeps a compiled copy in the user's cache folder, if that can be written; whole or not at all."""
    if path := _cached_copy(key):
        with suppress(OSError):
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            _write_whole(path, encode_copy(key, catalog))
            _remove_old(path.parent)


def _head(key: bytes) -> bytes:
    return FORMAT.encode() + b"\0" + key


def _checksum(content: bytes | memoryview) -> bytes:
    """CRC-32: damage can leave a catalogue readable, and wrong. Against malice it need not help: see `_is_ours`."""
    return zlib.crc32(content).to_bytes(_CHECKSUM_SIZE, "big")


def _is_ours(path: Path) -> bool:
    """Whether nobody else can have written the file; what others write is not to be believed, however well formed."""
    found = path.stat()
    own = os.name != "posix" or (found.st_uid == os.geteuid() and not found.st_mode & (stat.S_IWGRP | stat.S_IWOTH))
    return own and stat.S_ISREG(found.st_mode) and found.st_size <= LARGEST


def _write_whole(path: Path, data: bytes) -> None:
    import tempfile  # noqa: PLC0415 (a copy is read much more often than written)

    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix="catalog-", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _remove_old(folder: Path) -> None:
    copies = sorted(_ages(folder, ".msgpack"))
    abandoned = [(age, path) for age, path in _ages(folder, ".part") if age > _ABANDONED]
    for _, path in (*copies[_COPIES_KEPT:], *abandoned):
        path.unlink(missing_ok=True)


def _ages(folder: Path, suffix: str) -> Iterator[tuple[float, Path]]:
    """The copies in a folder, with the seconds since they were written."""
    import time  # noqa: PLC0415 (as above)

    for path in folder.glob(f"catalog-*{suffix}"):
        with suppress(FileNotFoundError):  # another process has just removed it
            yield time.time() - path.stat().st_mtime, path


def _cached_copy(key: bytes) -> Path | None:
    """Where the copy of the user is; None if the system knows no folder for it."""
    import platformdirs  # noqa: PLC0415 (the shipped copy does without)

    try:
        folder = Path(platformdirs.user_cache_dir("careerpath", appauthor=False))
    except RuntimeError:  # there is no home folder
        return None
    return folder / f"catalog-{key.hex()[:32]}.msgpack" if folder.is_absolute() else None
