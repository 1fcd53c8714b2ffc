"""Where a catalogue's bytes are: the shipped one beside the code, another one in a folder."""

# No postponed annotations here: msgspec needs the types that they name when the program runs.

import os
import re
import stat
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import msgspec

from careerpath.catalog.file_names import FILE_NAMES, OPTIONAL
from careerpath.errors import CareerpathError, InvalidInputError, Problem, UsageError
from careerpath.hashes import blake2b


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """The bytes of a catalogue's files by name, and what to call their folder in messages ('' for none).

    `base` holds the shipped files, if these may be laid over them. `read_folder` and `read_shipped` make sources.
    """

    folder: str
    files: Mapping[str, bytes]
    base: "Source | None" = None

    @property
    def digest(self) -> str:
        """SHA-256 over names, sizes and contents, also those of the base, as hexadecimal text: names a catalogue."""
        import hashlib  # noqa: PLC0415 (only where the catalogue is read from YAML)

        return str(_hash(self, hashlib.sha256).hexdigest())

    @property
    def key(self) -> bytes:
        """BLAKE2b over the same: finds the compiled copy. As good a name, and quicker to have."""
        return bytes(_hash(self, blake2b).digest())

    def display_name(self, file: str) -> str:
        """How a file is called in messages."""
        return str(Path(self.folder, file))


def _hash(source: Source, new: Callable[[bytes], Any]) -> Any:
    state = new(f"{_hash(source.base, new).hexdigest()}\0".encode() if source.base else b"")
    for name in sorted(source.files):
        data = source.files[name]
        state.update(f"{name}\0{len(data)}\0".encode())
        state.update(data)
    return state


def shipped_folder() -> Path:
    """The folder of the shipped catalogue: inside the installed package, or at the top of a checkout."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "data"
    return inside if inside.is_dir() else package.parent.parent / "data"


def read_shipped(folder: str = "") -> Source:
    """The shipped catalogue's files; `folder` is what to call theirs in messages."""
    place = shipped_folder()
    there = (name for name in FILE_NAMES if name not in OPTIONAL or (place / name).exists())
    return Source(folder=folder, files={name: (place / name).read_bytes() for name in there})


def read_folder(folder: Path) -> Source:
    """The catalogue files in a folder, and the shipped ones if they are the base; those that are missing are left out.

    Raises:
        UsageError: there is no such folder, or nothing in it that belongs to a catalogue.
        InvalidInputError: a file cannot be read.
    """
    from careerpath.parsing.file import read_file  # noqa: PLC0415 (the shipped files are read as they are)

    if why := _no_folder(folder):
        hint = "Give the folder that holds catalog.yaml and roles.yaml."
        raise UsageError(Problem(code="no-catalog", message=f"the catalogue folder '{folder}' {why}.", hint=hint))
    files: dict[str, bytes] = {}
    problems: list[Problem] = []
    for name in FILE_NAMES:
        try:
            if _is_there(folder / name):
                files[name] = read_file(folder / name)
        except CareerpathError as error:
            problems.extend(error.problems)
    if problems:
        raise InvalidInputError(*problems)
    if not files:
        hint = "A catalogue has at least a catalog.yaml; give the folder that holds it."
        raise UsageError(Problem(code="no-catalog", message=f"the folder '{folder}' holds no catalogue.", hint=hint))
    based = _may_name_a_base(files.get("catalog.yaml", b""))
    return Source(folder=str(folder), files=files, base=read_shipped("shipped") if based else None)


def _may_name_a_base(settings: bytes) -> bool:
    """Whether `catalog.yaml` may hold the key `base`; told without YAML. A backslash can hide it in an escape."""
    return re.search(rb"\bbase\b|\\", settings) is not None


def _no_folder(folder: Path) -> str:
    """Why this is no folder; '' if it is one."""
    try:
        # Not Path.is_dir, which lets some errors through: a name that is too long, or a folder that may not be entered.
        return "" if stat.S_ISDIR(os.stat(folder).st_mode) else "is not a folder"  # noqa: PTH116
    except FileNotFoundError:
        return "does not exist"
    except (OSError, ValueError) as error:
        return f"cannot be read: {(getattr(error, 'strerror', None) or 'no folder can have this name').lower()}"


def _is_there(path: Path) -> bool:
    """Whether there is something of this name; a link that leads nowhere is something, and reading it says so."""
    try:
        os.lstat(path)
    except FileNotFoundError:
        return False
    except OSError:
        return True
    return True
