"""What is pinned and what is needed: the files of `make pins`, and what installed packages ask for.

Knows the environment that it runs in, and no network.
"""

from __future__ import annotations

import re
from collections import deque
from dataclasses import dataclass
from importlib.metadata import distribution, distributions
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import NormalizedName, canonicalize_name

ROOT = Path(__file__).resolve().parents[1]
PROJECT = canonicalize_name("careerpath")
EXTRAS = {
    "requirements.txt": ("report", "cohort"),
    "requirements-dev.txt": ("report", "cohort", "dev"),
    "requirements-tools.txt": ("tools",),
    "requirements-spark.txt": ("spark",),
}
"""The files that `make pins` writes, and the extras of the project that each holds beside its own requirements."""
OLDEST = "requirements-oldest.txt"
"""The pins of `requirements-dev.txt`, but with the oldest version allowed of all that the project itself asks for."""
SHIPPED = ("requirements.txt", "requirements-spark.txt")
"""Those of what users install; the others are for building and testing."""

_HASH = re.compile(r"--hash=(sha256:[0-9a-f]{64})")


@dataclass(frozen=True)
class Pin:
    """One version of one package, with the hashes of the files that may be installed for it."""

    requirement: Requirement
    hashes: tuple[str, ...]

    @property
    def name(self) -> NormalizedName:
        """The package's name, in the form that is the same however it is written."""
        return canonicalize_name(self.requirement.name)

    @property
    def version(self) -> str:
        """The version; raises ValueError where more or less than one exact version is asked for."""
        (specifier,) = self.requirement.specifier
        if specifier.operator != "==":
            raise ValueError(f"not pinned: {self.requirement}")
        return specifier.version

    @property
    def applies(self) -> bool:
        """Whether this Python on this system needs it."""
        return self.requirement.marker is None or self.requirement.marker.evaluate()


def read_pins(text: str) -> list[Pin]:
    """The pins of a file; raises ValueError for a line that is neither a pin nor a comment."""
    lines = re.sub(r"\\\n", " ", text).splitlines()
    return [_read_pin(line) for line in lines if line.strip() and not line.lstrip().startswith("#")]


def _read_pin(line: str) -> Pin:
    requirement, *rest = line.split(" --", maxsplit=1)
    hashes = f"--{rest[0]}".split() if rest else []
    if not all(_HASH.fullmatch(one) for one in hashes):
        raise ValueError(f"more than hashes beside a version: {line.strip()}")
    return Pin(Requirement(requirement), tuple(one.removeprefix("--hash=") for one in hashes))


def is_made_from(file: str) -> bool:
    """Whether this environment holds exactly the versions that a file pins for it, perhaps beside other packages."""
    pins = read_pins((ROOT / file).read_text(encoding="utf-8"))
    return all(is_installed(pin.name) and distribution(pin.name).version == pin.version for pin in pins if pin.applies)


def is_installed(name: str) -> bool:
    """Whether a package is there, in any version."""
    return bool(list(distributions(name=name)))


def requirements_of(name: str, extras: frozenset[str] = frozenset()) -> list[Requirement]:
    """What an installed package asks for on this Python and this system, with these extras of it."""
    found = [Requirement(text) for text in distribution(name).requires or ()]
    return [one for one in found if one.marker is None or any(map(one.marker.evaluate, _environments(extras)))]


def _environments(extras: frozenset[str]) -> list[dict[str, str]]:
    return [{"extra": extra} for extra in sorted(extras) or [""]]


def needed(extras: frozenset[str]) -> dict[NormalizedName, set[NormalizedName]]:
    """Everything that the project needs with some of its extras: each package, and what it asks for in turn."""
    edges: dict[NormalizedName, set[NormalizedName]] = {}
    done: set[tuple[NormalizedName, frozenset[str]]] = set()
    waiting = deque([(PROJECT, extras)])
    while waiting:
        name, wanted = waiting.popleft()
        if (name, wanted) in done:
            continue
        done.add((name, wanted))
        asked = requirements_of(name, wanted)
        edges.setdefault(name, set()).update(canonicalize_name(one.name) for one in asked)
        waiting.extend((canonicalize_name(one.name), frozenset(one.extras)) for one in asked)
    edges[PROJECT].discard(PROJECT)
    return edges
