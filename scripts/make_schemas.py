"""Writes the JSON Schema of every kind of output and input into src/careerpath/schemas, made from the types.

--check changes nothing, and fails if a file is not what the types say. --freeze also writes the copies in
tests/schemas/v1, which say what was promised: do that for kinds that are new, and for those that have gained a field.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from careerpath.render.data.kinds import KINDS
from careerpath.render.data.schemas import schema_text

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "src" / "careerpath" / "schemas"
FROZEN = ROOT / "tests" / "schemas" / "v1"


def main() -> None:
    """Writes the files, or checks them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="change nothing; fail if something is out of date")
    parser.add_argument("--freeze", nargs="+", metavar="KIND", default=[], help="promise these kinds as they are")
    options = parser.parse_args()
    wanted = {f"{kind}.json": schema_text(kind) for kind in KINDS}
    if options.check:
        sys.exit(_differences(wanted))
    _write(FOLDER, wanted)
    _write(FROZEN, {name: text for name, text in wanted.items() if name.removesuffix(".json") in options.freeze})
    print(f"{len(wanted)} schemas in {FOLDER.relative_to(ROOT)}")


def _differences(wanted: dict[str, str]) -> str | int:
    """What to say if a file is missing, out of date or left over; 0 if all is well."""
    there = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.json")}
    wrong = sorted(name for name in wanted.keys() | there if wanted.get(name) != there.get(name))
    return f"out of date: {', '.join(wrong)}. 'make schemas' writes them." if wrong else 0


def _write(folder: Path, texts: dict[str, str]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    if folder == FOLDER:
        for left_over in (path for path in folder.glob("*.json") if path.name not in texts):
            left_over.unlink()
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
