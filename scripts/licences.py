"""Under which licences the installed packages may be used, and whether these are ones that we accept. No network.

Run as a program it looks at every pinned package and exits 1 if one names no licence, or one that is not listed here.
Of Spark, which is large, it says so if it is not installed.
"""

from __future__ import annotations

import re
import sys
from importlib.metadata import distribution

from packaging.licenses import InvalidLicenseExpression, canonicalize_license_expression

from pinned import EXTRAS, ROOT, is_installed, read_pins
from pinned import SHIPPED as SHIPPED_FILES

SHIPPED = {
    *("MIT", "BSD-2-Clause", "BSD-3-Clause", "LicenseRef-BSD", "ISC", "Apache-2.0", "PSF-2.0"),
    *("0BSD", "Zlib", "CC0-1.0"),
}
"""Accepted for what users install: permission for everything, at the price of a notice."""
DEVELOPING = SHIPPED | {"MPL-2.0", "LGPL-3.0-only"}
"""Accepted for what only builds and tests, and is never handed on with the program."""

_CLASSIFIERS = {
    "Apache Software License": "Apache-2.0",
    "BSD License": "LicenseRef-BSD",
    "GNU Lesser General Public License v3 (LGPLv3)": "LGPL-3.0-only",
    "ISC License (ISCL)": "ISC",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Python Software Foundation License": "PSF-2.0",
}
_NAMES = re.compile(r"[^\s()]+")


def main() -> int:
    """Says every licence that is not accepted, and how many packages were looked at."""
    licences: dict[str, str] = {}
    refused: list[str] = []
    for file in EXTRAS:
        if file == "requirements-spark.txt" and not is_installed("pyspark"):
            print(f"{file}: not installed, not looked at; make spark installs it")
            continue
        accepted = SHIPPED if file in SHIPPED_FILES else DEVELOPING
        pins = [pin for pin in read_pins((ROOT / file).read_text(encoding="utf-8")) if pin.applies]
        found = {str(pin.name): licence_of(pin.name) for pin in pins}
        refused += [
            f"{file}: {name}: {text or 'no licence named'}"
            for name, text in found.items()
            if not is_accepted(text, accepted)
        ]
        licences.update(found)
    print(f"{len(licences)} packages under {', '.join(sorted(set(licences.values())))}")
    print(*refused, sep="\n", end="\n" if refused else "")
    return 1 if refused else 0


def licence_of(name: str) -> str:
    """The licence of an installed package as an SPDX expression; '' if its metadata name none that is known."""
    metadata = distribution(name).metadata
    for text in metadata.get_all("License-Expression", []) + metadata.get_all("License", []):
        try:
            return canonicalize_license_expression(text)
        except InvalidLicenseExpression:
            continue
    classifiers = [line.rpartition(" :: ")[2] for line in metadata.get_all("Classifier", []) if "License ::" in line]
    return " AND ".join(sorted({_CLASSIFIERS[one] for one in classifiers if one in _CLASSIFIERS}))


def is_accepted(expression: str, accepted: set[str]) -> bool:
    """Whether every licence that an expression names is accepted; stricter than need be where it leaves a choice."""
    names = [name for name in _NAMES.findall(expression) if name not in {"AND", "OR"}]
    return bool(names) and accepted.issuperset(names)


if __name__ == "__main__":
    sys.exit(main())
