"""Where a catalogue's bytes are: the shipped one beside the code, another one in a folder."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from careerpath.catalog.files import FILES
from careerpath.errors import InvalidInputError, Location, Problem, UsageError
from careerpath.parsing.limits import MAX_BYTES

if TYPE_CHECKING:
    from collections.abc import Mapping

class Source(msgspec.Struct, frozen=True, kw_only=True):
    """The bytes of a catalogue's files by name, and what to call their folder in messages ('' for the shipped one)."""

    folder: str
    files: Mapping[str, bytes]

    @property
    def digest(self) -> str:
        """SHA-256 over names, sizes and contents, as hexadecimal text."""
        digest = hashlib.sha256()
        for name in sorted(self.files):
            data = self.files[name]
            digest.update(f"{name}\0{len(data)}\0".encode())
            digest.update(data)
        return digest.hexdigest()

    def display_name(self, file: str) -> str:
        """How a file is called in messages."""
        return f"{self.folder}/{file}" if self.folder else file


def shipped_folder() -> Path:
    """The folder of the shipped catalogue: inside the installed package, or at the top of a checkout."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "data"
    return inside if inside.is_dir() else package.parent.parent / "data"


def read_shipped() -> Source:
    """The shipped catalogue's files."""
    folder = shipped_folder()
    return Source(folder="", files={name: (folder / name).read_bytes() for name in FILES})


def read_folder(folder: Path) -> Source:
    """The catalogue files in a folder; those that are missing are left out.

    Raises:
        UsageError: there is no such folder, or nothing in it that belongs to a catalogue.
        InvalidInputError: a file cannot be read.
    """
    if not folder.is_dir():
        what = "is not a folder" if folder.exists() else "does not exist"
        raise UsageError(
            Problem(
                code="no-catalog",
                message=f"the catalogue folder '{folder}' {what}.",
                hint="Give the folder that holds catalog.yaml and roles.yaml.",
            )
        )
    files: dict[str, bytes] = {}
    problems: list[Problem] = []
    for name in FILES:
        try:
            if (folder / name).exists():
                files[name] = read_regular_file(folder / name)
        except InvalidInputError as error:
            problems.extend(error.problems)
    if problems:
        raise InvalidInputError(*problems)
    if not files:
        raise UsageError(
            Problem(
                code="no-catalog",
                message=f"the folder '{folder}' holds no catalogue.",
                hint="A catalogue has at least catalog.yaml; 'careerpath catalog check --help' says more.",
            )
        )
    return Source(folder=str(folder), files=files)


def read_regular_file(path: Path) -> bytes:
    """The bytes of a regular file, at most one more than `MAX_BYTES` of them.

    Raises:
        InvalidInputError: it is a folder or a device, or cannot be read.
    """
    try:
        if path.exists() and not path.is_file():
            raise InvalidInputError(
                Problem(
                    code="not-a-file",
                    message="this is not a regular file.",
                    hint="Give a text file.",
                    location=Location(file=str(path)),
                )
            )
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except OSError as error:
        raise InvalidInputError(
            Problem(
                code="unreadable",
                message=f"the file cannot be read: {(error.strerror or str(error)).lower()}.",
                hint="Check the name and the permissions.",
                location=Location(file=str(path)),
            )
        ) from None
