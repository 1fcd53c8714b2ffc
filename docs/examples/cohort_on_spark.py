"""Scores a table of people on Spark, Parquet or CSV, into Parquet.

spark-submit cohort_on_spark.py people.parquet results.parquet --top 5
"""

from __future__ import annotations

import argparse
from pathlib import Path

from pyspark.sql import SparkSession

from careerpath import load_catalog
from careerpath.cohort.results import Extent
from careerpath.cohort.spark import score_frame

PEOPLE_AT_A_TIME = 50_000
"""Spark's own 10,000 are too few for the kernel to be at its best."""


def main() -> None:
    """Scores what the command line names."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("people", help="a table of people, or a folder of its files: ...csv, or else Parquet")
    parser.add_argument("results", help="the folder for the results; it must not be there yet")
    parser.add_argument("--catalog", type=Path, help="the folder of a catalogue of your own")
    parser.add_argument("--top", type=int, default=3, help="so many roles for each person")
    asked = parser.parse_args()
    builder = SparkSession.builder.appName("careerpath")
    spark = builder.config("spark.sql.execution.arrow.maxRecordsPerBatch", PEOPLE_AT_A_TIME).getOrCreate()
    is_csv = asked.people.endswith(".csv")
    people = spark.read.csv(asked.people, header=True) if is_csv else spark.read.parquet(asked.people)
    score_frame(people, load_catalog(asked.catalog), extent=Extent(top=asked.top)).write.parquet(asked.results)
    spark.stop()


if __name__ == "__main__":
    main()
