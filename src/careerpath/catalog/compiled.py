"""The compiled copy of a catalogue: checked once, then read back about a hundred times faster than its YAML.

A copy is named by the digest of the files that it was made from, so a changed file is noticed at once. It is never
needed: where it cannot be read or written, the YAML is read.
"""

# No postponed annotations here: msgspec needs the types that they name when the program runs.

import hashlib
import os
from contextlib import suppress
from pathlib import Path
from typing import Final

import msgspec

from careerpath import __version__
from careerpath.model.catalog import Catalog

FORMAT: Final = f"careerpath.catalog/1/{__version__}"
SHIPPED_COPY: Final = Path(__file__).resolve().parent.parent / "_compiled" / "catalog.msgpack"

_COPIES_KEPT: Final = 8
"""Each change of a catalogue leaves a copy behind; the oldest beyond this number are removed."""


class _Copy(msgspec.Struct, frozen=True):
    """`checksum` is the SHA-256 of the encoded catalogue: damage can leave it readable, and wrong."""

    format: str
    digest: str
    checksum: str
    catalog: msgspec.Raw


def encode_copy(catalog: Catalog) -> bytes:
    """The compiled copy as bytes; the same catalogue gives the same bytes."""
    encoded = msgspec.msgpack.encode(catalog)
    checksum = hashlib.sha256(encoded).hexdigest()
    return msgspec.msgpack.encode(_Copy(FORMAT, catalog.digest, checksum, msgspec.Raw(encoded)))


def read_copy(digest: str) -> Catalog | None:
    """The compiled copy of the files with this digest; None if there is none, or none that can be trusted."""
    return _read(SHIPPED_COPY, digest) or _read(_cached_copy(digest), digest)


def write_copy(catalog: Catalog) -> None:
    """Keeps a compiled copy in the user's cache folder, if that can be written; whole or not at all."""
    path = _cached_copy(catalog.digest)
    with suppress(OSError):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _write_whole(path, encode_copy(catalog))
        _remove_oldest(path.parent)


def _read(path: Path, digest: str) -> Catalog | None:
    try:
        copy = msgspec.msgpack.decode(path.read_bytes(), type=_Copy)
        if (copy.format, copy.digest) != (FORMAT, digest) or hashlib.sha256(copy.catalog).hexdigest() != copy.checksum:
            return None
        return msgspec.msgpack.decode(copy.catalog, type=Catalog)
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
        return None


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


def _remove_oldest(folder: Path) -> None:
    def age(path: Path) -> float:
        try:
            return -path.stat().st_mtime
        except FileNotFoundError:  # another process has just removed it
            return 0.0

    for path in sorted(folder.glob("catalog-*.msgpack"), key=age)[_COPIES_KEPT:]:
        path.unlink(missing_ok=True)


def _cached_copy(digest: str) -> Path:
    import platformdirs  # noqa: PLC0415 (the shipped copy does without)

    return Path(platformdirs.user_cache_dir("careerpath", appauthor=False)) / f"catalog-{digest[:32]}.msgpack"
