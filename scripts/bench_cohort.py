"""How fast many people are scored, held against what the same files and the same sums cost in other ways.

Every figure is that of a whole process, in turns, so that a busy machine is as slow for all of them:

    run      the command `careerpath cohort`
    files    (a) the same file read and the same results written by pyarrow, streaming, and nothing else
    product  (b) one product of 32-bit floats of the same shape: people by answers, times answers by roles
    loop     (c) a plain loop in Python over people, roles and requirements (on a part of the people, scaled up)
    pandas   (d) what one would write with pandas (on a part of the people, scaled up)

Prints medians: people per second, seconds by the clock and of the processor, peak memory, and the ratios.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any, NamedTuple

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tests"), str(ROOT / "scripts")]

if TYPE_CHECKING:
    from collections.abc import Callable

    from careerpath.model.catalog import Catalog

SEED = 1
BLOCK = 65_536
LOOPED, IN_PANDAS = 2_000, 100_000
TOP, GAPS = 3, 3
SCALED = {"loop": LOOPED, "pandas": IN_PANDAS}


class Took(NamedTuple):
    """Seconds by the clock and of the processor, and the peak memory in MiB."""

    clock: float
    processor: float
    memory: float


def main() -> None:
    """Prints the tables, or does one of the kinds of work in a process of its own."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--people", type=int, nargs="*", default=[10_000, 1_000_000])
    parser.add_argument("--roles", type=int, nargs="*", default=[29])
    parser.add_argument("--formats", nargs="*", default=["parquet", "csv"])
    parser.add_argument("--kinds", nargs="*", default=list(KINDS))
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--work", nargs="*", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.work:
        kind, *arguments = options.work
        {**KINDS, "people": make_people}[kind](*arguments)
        return
    with tempfile.TemporaryDirectory() as place:
        for roles in options.roles:
            catalog = _catalog_folder(Path(place), roles)
            for people in options.people:
                for kind in options.formats:
                    _compare(Path(place), catalog, roles, people, kind, options)


def _catalog_folder(place: Path, roles: int) -> Path:
    from careerpath.catalog.load import load_catalog  # noqa: PLC0415 (each process loads what it measures)
    from support.made_up_catalog import write_catalog  # noqa: PLC0415

    folder = place / f"roles-{roles}"
    if not folder.exists():
        write_catalog(folder, roles)
        load_catalog(folder)  # the compiled copy is there from now on
    return folder


def _compare(place: Path, catalog: Path, roles: int, people: int, kind: str, options: argparse.Namespace) -> None:
    source, output = place / f"people-{roles}-{people}.{kind}", place / f"out-{roles}-{people}.{kind}"
    subprocess.run(_command("people", source, catalog, people), check=True)
    took: dict[str, list[Took]] = {name: [] for name in options.kinds}
    for _ in range(options.rounds):
        for name in options.kinds:
            scale = people / min(people, SCALED.get(name, people))
            took[name].append(_timed(_command(name, source, catalog, people, output), scale))
    _print(f"{people:,} people, {roles} roles, {kind}", people, took)
    source.unlink()
    output.unlink(missing_ok=True)


def _command(work: str, *arguments: object) -> list[str]:
    return [sys.executable, __file__, "--work", work, *map(str, arguments)]


def _timed(command: list[str], scale: float) -> Took:
    """What a process took; of work on a part of the people, the work itself (which it prints) is scaled up."""
    start = time.perf_counter()
    child = subprocess.Popen(
        command, env=os.environ | {"PYTHONPATH": str(ROOT / "src")}, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    told = child.stdout.read() if child.stdout else b""
    _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        sys.exit(f"{' '.join(command)} failed")
    clock, processor = time.perf_counter() - start, used.ru_utime + used.ru_stime
    inner = [float(figure) for figure in told.split()] if scale > 1 else [0.0, 0.0]
    return Took(clock + (scale - 1) * inner[0], processor + (scale - 1) * inner[1], used.ru_maxrss / 1024)


def _print(title: str, people: int, took: dict[str, list[Took]]) -> None:
    print(f"\n{title} (load {os.getloadavg()[0]:.1f})")
    figures: dict[str, Took] = {}
    for name, runs in took.items():
        clock, processor, memory = (median(column) for column in zip(*runs, strict=True))
        figures[name] = Took(clock, processor, memory)
        scaled = f"  (from {SCALED[name]:,})" if people > SCALED.get(name, people) else ""
        print(
            f"  {name:8}{people / clock:12,.0f} people/s{clock:10.2f} s{processor:10.2f} s CPU{memory:8.0f} MiB{scaled}"
        )
    if {"run", "files", "product"} <= figures.keys():
        run, files, product = (figures[name] for name in ("run", "files", "product"))
        print(
            f"  run / (files + product): {run.clock / (files.clock + product.clock):.2f} by the clock, "
            f"{run.processor / (files.processor + product.processor):.2f} of the processor"
        )
    for name in ("loop", "pandas"):
        if name in figures and "run" in figures:
            run, other = figures["run"], figures[name]
            print(
                f"  {name} / run: {other.clock / run.clock:.0f} by the clock, "
                f"{other.processor / run.processor:.0f} of the processor"
            )
    sys.stdout.flush()


def make_people(source: str, catalog: str, people: str) -> None:
    """People with answers at random."""
    from pyarrow import csv, parquet  # noqa: PLC0415

    from random_people import write_people  # noqa: PLC0415

    path = Path(source)
    if path.suffix == ".parquet":
        write_people(path, _load(catalog), int(people), SEED)
        return
    made = path.with_suffix(".made.parquet")
    write_people(made, _load(catalog), int(people), SEED)
    whole = parquet.ParquetFile(made)
    with csv.CSVWriter(path, whole.schema_arrow) as writer:
        for batch in whole.iter_batches(BLOCK):
            writer.write_batch(batch)
    made.unlink()


def run_command(source: str, catalog: str, _people: str, output: str) -> None:
    """The command itself."""
    from careerpath.__main__ import main as careerpath  # noqa: PLC0415

    sys.argv[1:] = ["cohort", source, "-o", output, "--catalog", catalog, "--top", str(TOP), "--gaps", str(GAPS)]
    careerpath()


def move_files(source: str, _catalog: str, _people: str, output: str) -> None:
    """(a) The input read and thrown away, and the results read (not counted for less) and written again."""
    from pyarrow import csv, parquet  # noqa: PLC0415

    if source.endswith(".parquet"):
        for _ in parquet.ParquetFile(source).iter_batches(BLOCK):
            pass
        results = parquet.read_table(output)
        parquet.write_table(results, output + ".again", row_group_size=BLOCK)
    else:
        with csv.open_csv(source) as reader:
            for _ in reader:
                pass
        with csv.open_csv(output) as reader, csv.CSVWriter(output + ".again", reader.schema) as writer:
            for batch in reader:
                writer.write_batch(batch)
    Path(output + ".again").unlink()


def multiply(_source: str, catalog: str, people: str, _output: str) -> None:
    """(b) Answers as ones and zeros times the table of points, in 32-bit floats."""
    import numpy as np  # noqa: PLC0415

    from careerpath.scoring.kernel import Kernel  # noqa: PLC0415
    from careerpath.scoring.table import build_table  # noqa: PLC0415

    loaded = _load(catalog)
    points = Kernel(build_table(loaded), loaded.scoring.appeal).points.astype(np.float32)
    block = (np.random.default_rng(SEED).random((min(BLOCK, int(people)), len(points))) < 1 / 6).astype(np.float32)
    for start in range(0, int(people), len(block)):
        block[: int(people) - start] @ points


def loop(source: str, catalog: str, people: str, _output: str) -> None:
    """(c) Person after person, role after role, requirement after requirement."""
    from careerpath.scoring.items import coded_answers  # noqa: PLC0415
    from careerpath.scoring.table import build_table  # noqa: PLC0415

    loaded = _load(catalog)
    table = build_table(loaded)
    found = []
    clock, processor = time.perf_counter(), time.process_time()
    for answers in _answers(source, loaded, min(int(people), LOOPED)):
        codes = coded_answers(loaded, answers)
        likes = {name: like for name, like in answers.likes.items() if like is not None}
        mean = sum(likes.values()) / max(len(likes), 1)
        scores = []
        for role in table.roles:
            match = readiness = 0.0
            for item in table.items:
                term = role.terms.get(item.name) or (table.unasked if item.name.startswith("skill:") else None)
                if term is None:
                    continue
                code = codes.get(item.name)
                covered = term.unknown_coverage if code is None else term.coverage[code]
                readiness += covered
                match += covered + (term.unknown_surplus if code is None else term.surplus[code])
            weight = sum(role.activities.values()) or 1
            liked = sum(share * (likes[name] - mean) for name, share in role.activities.items() if name in likes)
            appeal = 5000 + 1250 * liked / weight
            scores.append((match + (appeal - 5000) * loaded.scoring.appeal / 100, readiness, appeal, role))
        scores.sort(key=lambda score: -score[0])
        for match, readiness, appeal, role in scores[:TOP]:
            gaps = sorted(
                (
                    (term.full - (term.coverage[codes[name]] if name in codes else term.unknown_coverage), name)
                    for name, term in role.terms.items()
                ),
                reverse=True,
            )[:GAPS]
            found.append((role.role, match, readiness, appeal, gaps))
    print(time.perf_counter() - clock, time.process_time() - processor)


def _answers(source: str, catalog: Catalog, people: int) -> Any:
    from careerpath.answers.read import parse_answers  # noqa: F401, PLC0415 (so that its import is counted for all alike)
    from careerpath.cohort.columns import find_columns  # noqa: PLC0415
    from careerpath.cohort.values import ColumnReader, Fault  # noqa: PLC0415
    from careerpath.model.answers import gather_answers  # noqa: PLC0415

    batch = _first(source, people)
    columns = find_columns(catalog, batch.schema.names)
    read = {
        question.id: ColumnReader(catalog, question).read(batch.column(name))
        for name, question in columns.questions.items()
    }
    for person in range(people):
        given = []
        for question, column in read.items():
            there = column.different.there is None or column.different.there[person]
            answer = column.outcomes[column.different.indices[person]] if there else None
            if not isinstance(answer, Fault):
                given.append((question, answer))
        yield gather_answers(given)


def _first(source: str, people: int) -> Any:
    from pyarrow import csv, parquet  # noqa: PLC0415

    if source.endswith(".parquet"):
        return next(parquet.ParquetFile(source).iter_batches(people))
    table = csv.read_csv(source).slice(0, people).combine_chunks()
    return table.to_batches()[0]


def in_pandas(source: str, catalog: str, people: str, output: str) -> None:
    """(d) A column of scores for each role, then the largest of each row; no bands, ranges or unknown answers."""
    import numpy as np  # noqa: PLC0415
    import pandas as pd  # noqa: PLC0415

    loaded = _load(catalog)
    part = min(int(people), IN_PANDAS)
    clock, processor = time.perf_counter(), time.process_time()
    frame = _first(source, part).to_pandas() if source.endswith(".parquet") else pd.read_csv(source, nrows=part)
    skills = frame[[name for name in frame if name.startswith("skills.")]].fillna(1.0)
    likes = frame[[name for name in frame if name.startswith("likes.")]]
    likes = likes.sub(likes.mean(axis=1), axis=0).fillna(0.0)
    weights = loaded.scoring.importance
    demand = sum(need.level for role in loaded.roles for need in role.requirements.skills) / len(loaded.roles)
    scores, gaps = {}, {}
    for role in loaded.roles:
        whole = sum(weights[need.importance] for need in role.requirements.skills) or 1
        needed = {f"skills.{need.skill}": need for need in role.requirements.skills}
        lacking = pd.DataFrame(
            {
                name: weights[need.importance] / whole * (1 - (skills[name] / need.level).clip(upper=1))
                for name, need in needed.items()
            }
        )
        over = sum((skills[name] - (needed[name].level if name in needed else 0)).clip(lower=0) for name in skills)
        liked = sum(likes[f"likes.{activity.activity}"] for activity in role.activities)
        scores[role.id] = 100 * (1 - lacking.sum(axis=1)) - 50 * over / demand + liked
        gaps[role.id] = lacking.to_numpy().argsort(axis=1)[:, ::-1][:, :GAPS] if needed else np.zeros((len(frame), 0))
    table = pd.DataFrame(scores)
    order = np.argsort(-table.to_numpy(), axis=1)[:, :TOP]
    results = pd.DataFrame({"id": frame["id"]})
    for place in range(TOP):
        results[f"role_{place + 1}"] = table.columns.to_numpy()[order[:, place]]
        results[f"match_{place + 1}"] = np.take_along_axis(table.to_numpy(), order[:, [place]], axis=1)[:, 0].round(2)
    if source.endswith(".parquet"):
        results.to_parquet(output + ".pandas")
    else:
        results.to_csv(output + ".pandas", index=False)
    print(time.perf_counter() - clock, time.process_time() - processor)
    Path(output + ".pandas").unlink()


def _load(folder: str) -> Catalog:
    from careerpath.catalog.load import load_catalog  # noqa: PLC0415

    return load_catalog(Path(folder))


KINDS: dict[str, Callable[..., None]] = {
    "run": run_command,
    "files": move_files,
    "product": multiply,
    "loop": loop,
    "pandas": in_pandas,
}

if __name__ == "__main__":
    main()
