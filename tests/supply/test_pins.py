"""The pinned versions are those that pyproject.toml asks for, all of them, each with the hashes of its files."""

from __future__ import annotations

from importlib.metadata import distribution
from importlib.util import find_spec

import pytest
from packaging.version import Version

from pinned import EXTRAS, OLDEST, PROJECT, ROOT, Pin, is_made_from, needed, read_pins, requirements_of

HERE = {OLDEST: EXTRAS["requirements-dev.txt"]} if is_made_from(OLDEST) else EXTRAS
"""The files that this environment can be held against, and the extras of each."""

LACKING = {
    extra: reason
    for extra, package, reason in (
        ("tools", "cyclonedx", "make pins installs them"),
        ("spark", "pyspark", "make spark installs it"),
    )
    if find_spec(package) is None
}
FILES = [
    pytest.param(file, marks=[pytest.mark.skip(reason=LACKING[extra]) for extra in extras if extra in LACKING])
    for file, extras in HERE.items()
]


def pins_in(file: str) -> list[Pin]:
    return read_pins((ROOT / file).read_text(encoding="utf-8"))


@pytest.mark.parametrize("file", [*EXTRAS, OLDEST])
def test_every_line_is_one_version_with_hashes_and_no_address(file: str) -> None:
    assert "://" not in (ROOT / file).read_text(encoding="utf-8")
    pins = pins_in(file)
    assert len(pins) > 15
    for pin in pins:
        assert pin.version
        assert pin.hashes, f"{pin.name} has no hash; run: make pins"


@pytest.mark.parametrize("file", FILES)
def test_the_pins_are_what_is_needed_no_less_and_no_more(file: str) -> None:
    there = {pin.name for pin in pins_in(file) if pin.applies}
    assert there == needed(frozenset(HERE[file])).keys() - {PROJECT}, "run: make pins"


@pytest.mark.parametrize("file", FILES)
def test_the_pins_are_versions_that_every_package_accepts(file: str) -> None:
    versions = {pin.name: pin.version for pin in pins_in(file) if pin.applies}
    for name in needed(frozenset(HERE[file])):
        extras = frozenset(HERE[file]) if name == PROJECT else frozenset()
        for asked in requirements_of(name, extras):
            if asked.name != PROJECT:
                assert asked.specifier.contains(versions[Pin(asked, ()).name], prereleases=True), (name, asked)


@pytest.mark.parametrize("file", FILES)
def test_what_is_installed_is_what_is_pinned(file: str) -> None:
    pins = [pin for pin in pins_in(file) if pin.applies]
    assert {pin.name: distribution(pin.name).version for pin in pins} == {pin.name: pin.version for pin in pins}


def test_the_oldest_are_the_lower_bounds() -> None:
    versions = {pin.name: pin.version for pin in pins_in(OLDEST) if pin.applies}
    asked = [one for one in requirements_of(PROJECT, frozenset(EXTRAS["requirements-dev.txt"])) if one.name != PROJECT]
    assert len(asked) > 20
    for one in asked:
        (lowest,) = [bound.version for bound in one.specifier if bound.operator == ">="]
        assert Version(versions[Pin(one, ()).name]) == Version(lowest), one


def test_no_command_looks_for_more_than_what_is_pinned() -> None:
    """pip takes the newest version for an extra of a pinned package, and refuses it: the day that it comes out."""
    files = [ROOT / "Makefile", ROOT / ".ci/run", ROOT / "scripts/matrix.py"]
    commands = [line for file in files if file.exists() for line in file.read_text("utf-8").splitlines()]
    locked = [line for line in commands if "--require-hashes" in line]
    assert locked
    assert not [line for line in locked if "--no-deps" not in line and "*command" not in line]


@pytest.mark.parametrize(
    "line",
    [
        "numpy==2.4.6 --hash=md5:00",
        "numpy==2.4.6 --index-url=somewhere",
        "--index-url somewhere",
        "numpy==2.4.6 --hash",
    ],
)
def test_a_line_that_says_more_than_a_version_and_hashes_is_refused(line: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        read_pins(line)


def test_a_range_is_no_pin() -> None:
    (pin,) = read_pins("numpy>=2\n")
    with pytest.raises(ValueError, match="not pinned"):
        _ = pin.version
