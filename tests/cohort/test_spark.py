"""A real cluster on this machine, of several processes: it gives the results of the local run, to the byte."""

from __future__ import annotations

import csv
import gc
import os
import shutil
import subprocess
import sys
import warnings
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pytest
from pyarrow import parquet

from careerpath import __version__
from careerpath.cohort.local import Job, run_job
from careerpath.cohort.plain import plain_schema
from careerpath.cohort.results import PROBLEM, Extent
from careerpath.cohort.spark import score_frame
from careerpath.errors import InvalidInputError
from support.catalogs import shipped
from support.crowd import make_crowd, nested
from support.program import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from careerpath.cohort.tally import Tally

pytestmark = [
    pytest.mark.spark,
    # Spark's own connections to Java.
    pytest.mark.filterwarnings("ignore:.*unclosed <socket:ResourceWarning"),
    pytest.mark.filterwarnings("ignore:.*<socket.socket:pytest.PytestUnraisableExceptionWarning"),
    pytest.mark.skipif(find_spec("pyspark") is None, reason="pyspark is not installed (make spark)"),
    pytest.mark.skipif(shutil.which("java") is None, reason="Java is not installed (apt-get: default-jre-headless)"),
]

PEOPLE, PARTITIONS = 3000, 5
EXTENT = Extent(top=4, gaps=2)
QUICK = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
SETTINGS = {
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.driver.extraJavaOptions": QUICK,
    "spark.driver.host": "127.0.0.1",
    "spark.executor.extraJavaOptions": QUICK,
    "spark.sql.execution.arrow.maxRecordsPerBatch": "250",
    "spark.sql.shuffle.partitions": str(PARTITIONS),
    "spark.ui.enabled": "false",
}


@pytest.fixture(scope="module")
def spark(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """Two workers, each a process of its own with Python processes below it."""
    from pyspark.sql import SparkSession  # noqa: PLC0415 (not everybody has it)

    os.environ["PYSPARK_PYTHON"] = sys.executable
    builder = SparkSession.builder.master("local-cluster[2,1,1024]").appName("test")
    for name, value in SETTINGS.items():
        builder = builder.config(name, value)
    builder = builder.config("spark.local.dir", str(tmp_path_factory.mktemp("spark")))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what the library thinks of its own parts
        session = builder.getOrCreate()
    yield session
    session.stop()
    gc.collect()  # what it leaves open is closed here rather than in the test of something else


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The people as a file, and what the local run makes of it."""
    folder = tmp_path_factory.mktemp("people")
    parquet.write_table(make_crowd(shipped(), PEOPLE, seed=3), folder / "people.parquet", row_group_size=700)
    tally = run_locally(folder / "people.parquet", folder)
    assert tally.scored > PEOPLE / 2
    assert tally.rejected > PEOPLE / 100
    return folder


def run_locally(people: Path, folder: Path) -> Tally:
    """Writes results.parquet and rejects.csv."""
    output, rejects = folder / "results.parquet", folder / "rejects.csv"
    local = Job(source=people, output=output, rejects=rejects, extent=EXTENT)
    return run_job(shipped(), local, __version__, lambda _: None).tally


def as_bytes(rows: Iterable[dict[str, Any]], schema: pa.Schema) -> bytes:
    """Rows in the order of the names, as a stream of Arrow."""
    stream = pa.BufferOutputStream()
    ordered = sorted(rows, key=lambda row: str(row["id"]))
    with pa.ipc.new_stream(stream, schema) as writer:
        writer.write_table(pa.Table.from_pylist(ordered, schema=schema))
    return bytes(stream.getvalue())


def read_back(frame: Any, folder: Path) -> list[dict[str, Any]]:
    """The rows of a frame, once Spark has written them."""
    frame.write.parquet(str(folder))
    rows: list[dict[str, Any]] = parquet.read_table(folder).to_pylist()
    return rows


def test_the_cluster_gives_the_bytes_of_the_local_run(spark: Any, folder: Path, tmp_path: Path) -> None:
    people = spark.read.parquet(str(folder / "people.parquet")).repartition(PARTITIONS)
    rows = read_back(score_frame(people, shipped(), extent=EXTENT), tmp_path / "results")
    assert len(list((tmp_path / "results").glob("*.parquet"))) == PARTITIONS

    schema = plain_schema(EXTENT.top)
    told = schema.remove(schema.get_field_index(PROBLEM))
    scored = [row for row in rows if row[PROBLEM] is None]
    local = parquet.read_table(folder / "results.parquet").to_pylist()
    assert as_bytes(scored, told) == as_bytes(local, told)

    with (folder / "rejects.csv").open(newline="", encoding="utf-8") as file:
        rejects = sorted((line["id"], line["reason"]) for line in csv.DictReader(file))
    rejected = [row for row in rows if row[PROBLEM] is not None]
    assert sorted((row["id"] or "", row[PROBLEM]) for row in rejected) == rejects
    others = [name for name in schema.names if name not in {"id", PROBLEM}]
    assert all(row[name] is None for row in rejected for name in others)


def test_structures_give_the_same_as_columns(spark: Any, folder: Path, tmp_path: Path) -> None:
    crowd = parquet.read_table(folder / "people.parquet").slice(0, 500)
    parquet.write_table(crowd, tmp_path / "flat.parquet")
    parquet.write_table(nested(crowd), tmp_path / "nested.parquet")
    found = [
        read_back(score_frame(spark.read.parquet(str(tmp_path / f"{kind}.parquet"))), tmp_path / kind)
        for kind in ("flat", "nested")
    ]
    schema = plain_schema(Extent().top)
    assert as_bytes(found[0], schema) == as_bytes(found[1], schema)
    assert len(found[0]) == 500


def test_several_processes_of_several_workers_take_part(spark: Any) -> None:
    def where(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        for _ in batches:
            yield pa.RecordBatch.from_pydict({"process": [os.getpid()], "parent": [os.getppid()]})

    frame = spark.range(0, 4000, numPartitions=8).mapInArrow(where, "process long, parent long")
    rows = frame.collect()
    assert len({row.process for row in rows} - {os.getpid()}) >= 2
    assert len({row.parent for row in rows} - {os.getpid()}) >= 2


@pytest.mark.parametrize(
    ("columns", "code"),
    [
        ("'a' as id, 3 as `skills.sea`", "unknown-question"),
        ("'a' as id, named_struct('sea', 3) as skills", "unknown-question"),
        ("'a' as id, 3 as `skills.seo`, named_struct('seo', 3) as skills", "duplicate-column"),
        ("3 as `skills.seo`", "no-id"),
        ("'a' as id, 3 as seo", "no-answers"),
    ],
)
def test_columns_that_are_none_are_refused_before_a_job_starts(spark: Any, columns: str, code: str) -> None:
    with pytest.raises(InvalidInputError) as failure:
        score_frame(spark.sql(f"select {columns}"))
    assert [problem.code for problem in failure.value.problems] == [code]


def test_the_example_runs(tmp_path: Path) -> None:
    """By spark-submit, as its first lines say."""
    settings = [part for name, value in SETTINGS.items() for part in ("--conf", f"{name}={value}")]
    submit = shutil.which("spark-submit", path=str(Path(sys.executable).parent))
    assert submit
    examples = ROOT / "docs" / "examples"
    people, results = examples / "people.csv", tmp_path / "results"
    run_locally(people, tmp_path)
    done = subprocess.run(
        [submit, "--master", "local[2]", *settings, examples / "cohort_on_spark.py", people, results, "--top", "4"],
        env=os.environ | {"PYSPARK_PYTHON": sys.executable},
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    found = parquet.read_table(results)
    assert found.column_names == plain_schema(4).names
    rejects = {row["id"] for row in found.to_pylist() if row[PROBLEM] is not None}
    with people.open(newline="", encoding="utf-8") as file:
        assert sorted(found["id"].to_pylist()) == sorted(line["id"] for line in csv.DictReader(file))
    with (tmp_path / "rejects.csv").open(newline="", encoding="utf-8") as file:
        assert rejects == {line["id"] for line in csv.DictReader(file)}
