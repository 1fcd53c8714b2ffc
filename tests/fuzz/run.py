"""Fuzzes one reader for a long time, guided by coverage: `make fuzz`, or `python tests/fuzz/run.py TARGET -runs=N`.

Needs atheris. Options are those of libFuzzer; an input that makes a reader fail is written to the folder of
`-artifact_prefix`, and is run again by giving its file.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from random import Random

import atheris

sys.path.insert(0, str(Path(__file__).parents[1]))

with atheris.instrument_imports(include=["careerpath"]):
    from fuzz.mutate import mutate
    from fuzz.targets import TARGETS


def main() -> None:
    """Runs the target that the first argument names."""
    name, *options = sys.argv[1:]
    target = TARGETS[name]
    seeds = target.seeds()

    def change(data: bytes, longest: int, seed: int) -> bytes:
        draw = Random(seed)  # noqa: S311 (no secret)
        if draw.random() < 0.4:
            return bytes(atheris.Mutate(data, longest))
        return mutate(data, draw, seeds, longest=longest)

    with tempfile.TemporaryDirectory() as folder:
        for place, seed in enumerate(seeds):
            Path(folder, str(place)).write_bytes(seed)
        atheris.Setup([sys.argv[0], *options, folder], target.run, custom_mutator=change)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
