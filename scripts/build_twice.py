"""Builds the wheel and the source archive twice, as differently as two builders could, and compares the bytes.

The two differ in their folder, the times of the files, who may read them, the clock's zone, the language, the order
in which Python walks sets, and in whether the wheel is built from a checkout or from the unpacked source archive.
Once more with a SOURCE_DATE_EPOCH, which both must then heed alike. Exits 1 on any difference.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
EPOCH = {"SOURCE_DATE_EPOCH": "1700000000"}


@dataclass(frozen=True)
class Builder:
    """Somebody who builds: where, with which mask for new files, with files of which age, and in which environment."""

    folder: str
    umask: int
    age_s: int
    environment: dict[str, str]
    archives: tuple[str, ...]
    """What to ask for; nothing means the wheel by way of the unpacked source archive."""


FIRST = Builder("a", 0o022, 0, {"TZ": "UTC", "LC_ALL": "C", "PYTHONHASHSEED": "1"}, ("--wheel", "--sdist"))
SECOND = Builder(
    "another folder/b",
    0o077,
    400_000_000,
    {"TZ": "Pacific/Auckland", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "2"},
    (),
)


def main() -> int:
    """Builds, compares, and says what differs."""
    alike = True
    for extra in ({}, EPOCH):
        with tempfile.TemporaryDirectory() as place:
            first, second = (build(Path(place), builder, extra) for builder in (FIRST, SECOND))
        for name, digests in compare(first, second).items():
            alike &= len(digests) == 1
            print(name, "the same:" if len(digests) == 1 else "DIFFERENT:", *digests)
    return 0 if alike else 1


def compare(first: dict[str, str], second: dict[str, str]) -> dict[str, list[str]]:
    """For each archive that either has made, the one digest that both have, or the two ('none' if one has none)."""
    return {
        name: list(dict.fromkeys([first.get(name, "none"), second.get(name, "none")]))
        for name in sorted(first.keys() | second)
    }


def build(place: Path, builder: Builder, extra: dict[str, str]) -> dict[str, str]:
    """The SHA-256 of each archive that this builder makes of the files under version control, by name."""
    folder = place / builder.folder
    copy_sources(folder)
    for path in folder.rglob("*"):
        if path.is_file():
            path.chmod(0o666 & ~builder.umask)
            time = path.stat().st_mtime - builder.age_s
            os.utime(path, (time, time))
    environment = {name: value for name, value in os.environ.items() if name != "SOURCE_DATE_EPOCH"}
    subprocess.run(
        [sys.executable, "-m", "build", "--no-isolation", *builder.archives, "."],
        cwd=folder,
        env=environment | builder.environment | extra,
        umask=builder.umask,
        check=True,
        stdout=subprocess.DEVNULL,
    )
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in (folder / "dist").glob("careerpath-*")}


def copy_sources(folder: Path) -> None:
    """Copies the files that are under version control, or that could be: nothing that .gitignore leaves out."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    for name in filter(None, listed.stdout.split("\0")):
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, folder / name)


if __name__ == "__main__":
    sys.exit(main())
