"""Two workers of Spark against one: the same people, on clusters of this machine, in turns.

Two programs run all the while, each with a cluster of its own (a worker has one core and is a process, with Python
processes below it), and are told in turns to do the same work, once without being timed and then so many rounds:

    pass    the people to Python and a count back: reading Parquet, and what Arrow and Spark cost
    score   the results, thrown away
    whole   the results into Parquet

With --pin each worker is held to a core of its own, as if it were a machine with one core; else the processes of one
worker (Java reads and writes, Python scores) take more than one core where they can get it. Beside the times stands
what the workers used of the processor, in seconds, which other work on the machine disturbs less.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any, NamedTuple

import pyarrow as pa

from careerpath.catalog.load import load_catalog
from careerpath.cohort.spark import score_frame
from random_people import write_people
from worker_processes import find_workers, pin, used_time

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

KINDS = ("pass", "score", "whole")
SEED = 1
PARTS = 8
"""So many tasks, so that two workers end at about the same time."""


class Took(NamedTuple):
    """Seconds by the clock, and seconds of the processor that the workers used."""

    clock: float
    processor: float


def main() -> int:
    """Makes the people, runs the rounds, prints medians and ratios."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--people", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--kinds", nargs="+", choices=KINDS, default=KINDS)
    parser.add_argument("--batch", type=int, default=50_000, help="so many people are scored at a time")
    parser.add_argument("--pin", action="store_true", help="each worker on a core of its own")
    parser.add_argument("--serve", nargs=2, metavar=("WORKERS", "TABLE"), help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.serve:
        serve(int(asked.serve[0]), Path(asked.serve[1]), asked)
        return 0
    with ExitStack() as stack:
        table = Path(stack.enter_context(tempfile.TemporaryDirectory())) / "people.parquet"
        write_people(table, load_catalog(), asked.people, SEED)
        clusters = {workers: stack.enter_context(start(workers, table)) for workers in (1, 2)}
        print(f"{asked.people:,} people; load before: {os.getloadavg()[0]:.1f}", flush=True)
        for kind in asked.kinds:
            tell(kind, measure(clusters, kind, asked.rounds))
        print(f"load after: {os.getloadavg()[0]:.1f}")
    return 0


def measure(clusters: dict[int, subprocess.Popen[str]], kind: str, rounds: int) -> dict[int, list[Took]]:
    """Each cluster's times for a kind of work, in turns; a first round warms up."""
    took: dict[int, list[Took]] = {workers: [] for workers in clusters}
    for number in range(rounds + 1):
        for workers, cluster in clusters.items():
            found = ask(cluster, kind)
            if number:
                took[workers].append(found)
    return took


def tell(kind: str, took: dict[int, list[Took]]) -> None:
    """Medians, and the ratio of the two clusters round by round."""
    for workers, found in took.items():
        clocks, used = [one.clock for one in found], [one.processor for one in found]
        each = " ".join(f"{clock:.1f}" for clock in clocks)
        print(f"{kind:6} {workers}: {median(clocks):6.2f} s by the clock ({each}), ", end="")
        print(f"{median(used):6.2f} s of the processor")
    ratios = sorted(one.clock / two.clock for one, two in zip(took[1], took[2], strict=True))
    print(f"{kind:6} two are {median(ratios):.2f} times as fast ({ratios[0]:.2f} to {ratios[-1]:.2f})", flush=True)


def start(workers: int, table: Path) -> subprocess.Popen[str]:
    """This program with a cluster; it says when it is there."""
    command = [sys.executable, __file__, *sys.argv[1:], "--serve", str(workers), str(table)]
    cluster = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8", bufsize=1)
    ask(cluster, None)
    return cluster


def ask(cluster: subprocess.Popen[str], kind: str | None) -> Took:
    """What a piece of work took there; raises RuntimeError if the program ended."""
    if kind and cluster.stdin:
        print(kind, file=cluster.stdin, flush=True)
    line = cluster.stdout.readline() if cluster.stdout else ""
    if not line:
        raise RuntimeError("a cluster ended; what it said is above")
    return Took(*json.loads(line))


def serve(workers: int, table: Path, asked: argparse.Namespace) -> None:
    """Does what standard input says, and says what it took."""
    spark = connect(workers, table, asked.batch)
    if asked.pin:
        pin(find_workers())
    print(json.dumps([0, 0]), flush=True)
    for line in sys.stdin:
        before, begun = used_time(find_workers()), time.perf_counter()
        work(spark, str(table), line.strip())
        clock = time.perf_counter() - begun
        print(json.dumps([clock, used_time(find_workers()) - before]), flush=True)
    spark.stop()


def connect(workers: int, table: Path, batch: int) -> Any:
    """A session on a cluster of so many workers, all of which have started."""
    from pyspark.sql import SparkSession  # noqa: PLC0415 (the parent does without)

    os.environ["PYSPARK_PYTHON"] = sys.executable
    settings = {
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.driver.host": "127.0.0.1",
        "spark.scheduler.minRegisteredResourcesRatio": "1.0",
        "spark.sql.execution.arrow.maxRecordsPerBatch": str(batch),
        "spark.sql.files.maxPartitionBytes": str(table.stat().st_size // PARTS + 1),
        "spark.sql.files.openCostInBytes": "0",
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
    }
    builder = SparkSession.builder.master(f"local-cluster[{workers},1,2048]").config("spark.executor.memory", "2g")
    for name, value in settings.items():
        builder = builder.config(name, value)
    spark = builder.getOrCreate()
    while len(list(find_workers())) < workers:
        time.sleep(0.5)
    return spark


def work(spark: Any, table: str, kind: str) -> None:
    """One piece of work on all people."""
    frame = spark.read.parquet(table)
    if kind == "pass":
        unnamed = frame.toDF(*(f"column_{place}" for place in range(len(frame.columns))))  # (without dots)
        unnamed.mapInArrow(counted, "people bigint").write.format("noop").mode("overwrite").save()
        return
    results = score_frame(frame, load_catalog())
    if kind == "score":
        results.write.format("noop").mode("overwrite").save()
        return
    folder = tempfile.mkdtemp()
    results.write.mode("overwrite").parquet(folder)
    shutil.rmtree(folder)


def counted(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """How many people are in each batch."""
    for batch in batches:
        yield pa.RecordBatch.from_pydict({"people": [batch.num_rows]})


if __name__ == "__main__":
    sys.exit(main())
