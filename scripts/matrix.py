"""Runs a quick and telling part of the tests where they usually do not run, each time in an environment of its own.

    surroundings   another zone, the plain C locale, no UTF-8 mode, another order of sets, warnings from the start
    oldest         the oldest version of every package that pyproject.toml allows
    newer          every newer Python on this machine, with the pinned versions; says if there is none

The order of the tests is random; the seed is printed, and `pytest -p randomly --randomly-seed=N` repeats it.
--whole runs all tests but those of Spark: a quarter of an hour for each environment, on two cores.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = Path(__file__).resolve().parents[1]
UV = str(Path(sys.executable).with_name("uv"))
QUICK = "not browser and not terminal and not wheel and not spark"
WHOLE = "not spark"
READERS = ("parsing", "answers", "catalog", "store")
BETWEEN = ("parsing", "answers", "scoring")
NEWER = ("3.16", "3.15", "3.14", "3.13", "3.12")
ODD = {
    "TZ": "Pacific/Kiritimati",
    "LANG": "C",
    "LC_ALL": "C",
    "PYTHONUTF8": "0",
    "PYTHONCOERCECLOCALE": "0",
    "PYTHONHASHSEED": "4711",
    "PYTHONWARNINGS": "error",
}


def main() -> int:
    """Runs what is named, and fails with the first that fails."""
    runs = {"surroundings": run_in_odd_surroundings, "oldest": run_with_oldest, "newer": run_on_newer}
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("runs", nargs="*", metavar="RUN", help=f"which of {', '.join(runs)} (none: all)")
    parser.add_argument("--whole", action="store_true", help="all tests instead of a part")
    given = parser.parse_args()
    wanted = given.runs or list(runs)
    if unknown := [name for name in wanted if name not in runs]:
        parser.error(f"there is no run {', '.join(unknown)}")
    for name in wanted:
        print(f"-- {name}", flush=True)
        runs[name](whole=given.whole)
    return 0


def run_in_odd_surroundings(*, whole: bool) -> None:
    """In this environment, with everything around it changed that must not matter."""
    run_tests(sys.executable, () if whole else READERS, ODD)


def run_with_oldest(*, whole: bool) -> None:
    """With the lower bounds of pyproject.toml."""
    with tempfile.TemporaryDirectory() as place:
        python = make_environment(place, sys.executable)
        install_pinned(python, "requirements-oldest.txt")
        run_tests(python, () if whole else (*READERS, "scoring", "report"))


def run_on_newer(*, whole: bool) -> None:
    """On every newer Python; between the newest and the one in use, a smaller part has to do."""
    found = find_newer()
    if not found:
        print("no newer Python on this machine")
    for number, newer in enumerate(found):
        with tempfile.TemporaryDirectory() as place:
            python = make_environment(place, newer)
            install_pinned(python, "requirements-dev.txt")
            run_tests(python, () if whole else BETWEEN if number else (*READERS, "scoring"))


def find_newer() -> list[str]:
    """The paths of the newer Pythons on this machine that start, one of each version, the newest first."""
    versions = (one for one in NEWER if tuple(map(int, one.split("."))) > sys.version_info[:2])
    return [found for version in versions if (found := _find(version)) is not None]


def _find(version: str) -> str | None:
    """A Python of a version: on the path, or one of several that pyenv keeps."""
    kept = Path(os.environ.get("PYENV_ROOT") or Path.home() / ".pyenv") / "versions"
    name = f"python{version}"
    for candidate in (shutil.which(name), *sorted(map(str, kept.glob(f"{version}.*/bin/{name}")), reverse=True)):
        if candidate and subprocess.run([candidate, "--version"], check=False, capture_output=True).returncode == 0:
            return candidate
    return None


def make_environment(place: str, python: str) -> str:
    """Makes an empty environment there, for every user to enter as some tests become another, and gives its Python."""
    Path(place).chmod(0o755)
    subprocess.run([UV, "venv", "--quiet", "--python", python, f"{place}/env"], check=True)
    return f"{place}/env/bin/python"


def install_pinned(python: str, file: str) -> None:
    """Installs what the file pins, and this checkout, into the environment of this Python."""
    command = [UV, "pip", "install", "--quiet", "--python", python, "--no-deps"]
    subprocess.run([*command, "--require-hashes", "--requirements", str(ROOT / file)], check=True)
    subprocess.run([*command, "--no-build-isolation", "--editable", str(ROOT)], check=True)
    subprocess.run([UV, "pip", "check", "--quiet", "--python", python], check=True)


def run_tests(python: str, folders: Sequence[str], environment: dict[str, str] | None = None) -> None:
    """Runs the quick tests of these folders, or of none all tests, two at a time.

    Raises:
        CalledProcessError: a test failed.
    """
    subprocess.run([python, "--version"], check=True)
    usual = {"PYTHONDONTWRITEBYTECODE": "1", "HYPOTHESIS_PROFILE": "few"}
    command = [python, "-m", "pytest", "-n", "2", "-m", QUICK if folders else WHOLE]
    command += [f"tests/{folder}" for folder in folders]
    subprocess.run(command, check=True, cwd=ROOT, env=os.environ | usual | (environment or {}))


if __name__ == "__main__":
    sys.exit(main())
