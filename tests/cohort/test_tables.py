"""Tables in files: the same people in every format, and every line that is no person set aside."""

from __future__ import annotations

import csv
import json
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyarrow import csv as arrow_csv
from pyarrow import parquet

from careerpath.cohort.columns import ID
from careerpath.cohort.local import MOST_IGNORED, Job, run_job
from careerpath.cohort.results import Extent
from careerpath.cohort.tables import lines
from careerpath.cohort.tables.opening import open_table
from careerpath.errors import CareerpathError, InvalidInputError, UsageError
from support.catalogs import make_answers, shipped
from support.cohorts import as_batch, as_csv, as_json_lines, expected, row_of, table_columns

if TYPE_CHECKING:
    from pathlib import Path

    from careerpath.cohort.local import Outcome
    from careerpath.cohort.tables.block import People

PEOPLE = [make_answers(shipped(), missing=seed % 50, unknown=15, seed=seed) for seed in range(50)]
ROWS = [row_of(f"person {number}", answers) for number, answers in enumerate(PEOPLE)]
COLUMNS = table_columns(shipped())
HEADER = b"id,skills.seo,skills.writing\n"


@cache
def wanted() -> list[dict[str, Any]]:
    return [expected(shipped(), str(row[ID]), answers, 3, 3) for row, answers in zip(ROWS, PEOPLE, strict=True)]


def run(source: Path, output: str = "out.jsonl", *, strict: bool = False, cores: int = 2) -> tuple[Outcome, Path]:
    target = source.with_name(output)
    job = Job(
        source=source,
        output=target,
        rejects=target.with_suffix(".rejects.csv"),
        extent=Extent(),
        strict=strict,
        cores=cores,
    )
    return run_job(shipped(), job, "test", lambda _: None), target


def results(source: Path, output: str = "out.jsonl") -> list[dict[str, Any]]:
    _, target = run(source, output)
    match output.rpartition(".")[2]:
        case "jsonl":
            return [json.loads(line) for line in target.read_text(encoding="utf-8").splitlines()]
        case "parquet":
            return list(parquet.read_table(target).to_pylist())
        case _:
            rows: list[dict[str, Any]] = arrow_csv.read_csv(target).to_pylist()
            for row in rows:
                row[ID] = str(row[ID])
                row.update(
                    {name: row[name].split("; ") if row[name] else [] for name in row if name.startswith("gaps")}
                )
            return rows


def rejects(source: Path) -> list[tuple[int, str, str]]:
    outcome, target = run(source)
    path = target.with_suffix(".rejects.csv")
    assert path.exists() == bool(outcome.tally.rejected)
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        return [(int(row["line"]), row[ID], row["reason"]) for row in csv.DictReader(file)]


def write(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


@pytest.fixture(params=["csv", "tsv", "jsonl", "parquet", "nested.parquet"])
def source(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    name = f"people.{request.param}"
    match request.param:
        case "csv":
            return write(tmp_path, name, as_csv(ROWS, COLUMNS))
        case "tsv":
            return write(tmp_path, name, as_csv(ROWS, COLUMNS, delimiter="\t"))
        case "jsonl":
            return write(tmp_path, name, as_json_lines(ROWS))
        case "parquet":
            parquet.write_table(pa.Table.from_batches([as_batch(ROWS, COLUMNS)]), tmp_path / name, row_group_size=7)
        case _:
            nested = [json.loads(line) for line in as_json_lines(ROWS).splitlines()]
            parquet.write_table(pa.Table.from_pylist(nested), tmp_path / name)
    return tmp_path / name


@pytest.mark.parametrize("output", ["out.csv", "out.jsonl", "out.parquet"])
def test_every_format_holds_the_same_people(source: Path, output: str) -> None:
    assert results(source, output) == wanted()


@pytest.mark.parametrize("size", [300, 1000, 5000])
@pytest.mark.parametrize("cores", [1, 3])
def test_blocks_of_any_size_and_any_number_of_cores_give_the_same_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: int, cores: int
) -> None:
    source = write(tmp_path, "people.csv", as_csv([*ROWS, {ID: "", "skills.seo": 1}, *ROWS], COLUMNS))
    _, whole = run(source, "whole.csv")
    monkeypatch.setattr(lines, "BLOCK_BYTES", size)
    outcome, parts = run(source, "parts.csv", cores=cores)
    assert parts.read_bytes() == whole.read_bytes()
    assert parts.with_suffix(".rejects.csv").read_bytes() == whole.with_suffix(".rejects.csv").read_bytes()
    assert (outcome.tally.scored, outcome.tally.rejected) == (100, 1)


GOOD_CSV = {
    "plain": HEADER + b"a,1,2\nb,3,\n",
    "no last line break": HEADER + b"a,1,2\nb,3,",
    "byte order mark": b"\xef\xbb\xbf" + HEADER + b"a,1,2\nb,3,\n",
    "carriage returns": HEADER.replace(b"\n", b"\r\n") + b"a,1,2\r\nb,3,\r\n",
    "empty lines": HEADER + b"\n\na,1,2\n\n\nb,3,\n\n",
    "semicolons": HEADER.replace(b",", b";") + b"a;1;2\nb;3;\n",
    "tabs": HEADER.replace(b",", b"\t") + b"a\t1\t2\nb\t3\t\n",
    "quotes": b'"id","skills.seo","skills.writing"\n"a","1","2"\n"b",3,""\n',
    "other columns": b"name,id,skills.seo,skills.writing\nx,a,1,2\n\xff\xfe,b,3,\n",
    "values of several lines": b'id,note,skills.seo,skills.writing\na,"one\ntwo, three\n\n",1,2\nb,"x ""y""\n",3,\n',
    "a quote in a value": b'id,note,skills.seo,skills.writing\na,5" screen,1,2\nb,,3,\n',
    "a name of a column over two lines": b'id,"a\nnote",skills.seo,skills.writing\na,x,1,2\nb,"x\ny",3,\n',
    "a quote in the name of a column": b'id,5" screen,skills.seo,skills.writing\na,x,1,2\nb,,3,\n',
    "columns without names": b",id,skills.seo,skills.writing,,\n0,a,1,2,,\n1,b,3,,x,\n",
    "other columns of one name": b"id,note,skills.seo,skills.writing,note\na,x,1,2,y\nb,,3,,\n",
    "words": HEADER + b"a,beginner,2 working\nb,ADVANCED,?\n",
}


@pytest.mark.parametrize("name", GOOD_CSV)
def test_csv_is_read_as_programs_write_it(tmp_path: Path, name: str) -> None:
    assert rejects(write(tmp_path, "people.csv", GOOD_CSV[name])) == []
    plain = results(write(tmp_path, "plain.csv", GOOD_CSV["plain"]))
    assert results(tmp_path / "people.csv") == plain
    assert [row[ID] for row in plain] == ["a", "b"]


BAD_LINES = [
    (b"a,1", "there are 2 values in place of 3"),
    (b"a,1,2,3", "there are 4 values in place of 3"),
    (b"a,9,", "skills.seo: '9' is no answer"),
    (b",1,2", "id: this person has no name"),
    (b" ,1,2", "id: this person has no name"),
    (b'a,"1,2', "there are 2 values in place of 3"),
    (b"a,\xff,2", "skills.seo: the value is not valid UTF-8"),
    (b"\xff,1,2", "id: this is no name"),
    (b"a,\x00,2", "skills.seo: "),
    (b"a;1;2", "there are 1 values in place of 3"),
    (b"a,1,2,", "there are 4 values in place of 3"),
    (b'"a"b,1,2,3', "there are 4 values in place of 3"),
    (b"a" * 300 + b",1,2", "id: the name is too long"),
    (b"{}", "there are 1 values in place of 3"),
]


@pytest.mark.parametrize(("line", "reason"), BAD_LINES, ids=[repr(line[:20]) for line, _ in BAD_LINES])
def test_a_bad_line_of_csv_is_set_aside_with_its_number(tmp_path: Path, line: bytes, reason: str) -> None:
    good = b"x,1,2\n"
    found = rejects(write(tmp_path, "people.csv", HEADER + good + good + line + b"\n" + good))
    assert [(number, text.startswith(reason)) for number, _, text in found] == [(4, True)], found
    empty_lines = HEADER + b"\n\n" + good + line + b"\n\n" + good + line.replace(b'"', b"")
    assert [number for number, _, _ in rejects(write(tmp_path, "people.csv", empty_lines))][:1] == [5]
    if b'"' not in line:  # (the quote that was left open is closed by none now)
        assert [number for number, _, _ in rejects(tmp_path / "people.csv")] == [5, 8]
        assert len(results(tmp_path / "people.csv")) == 2
    with pytest.raises(InvalidInputError) as caught:
        run(tmp_path / "people.csv", strict=True)
    assert str(caught.value.problems[0].location) == f"{tmp_path}/people.csv:5"
    assert not list(tmp_path.glob("*.unfinished"))


BAD_JSON_LINES = [
    (b"[]", "this is no object"),
    (b"1", "this is no object"),
    (b"{", "this is not JSON"),
    (b"{}}", "this is not JSON"),
    (b'{"id": "a", "id": "b"}', "the key 'id' stands there twice"),
    (b'{"id": "a", "skills": {"seo": 1, "seo": 2}}', "the key 'seo' stands there twice"),
    (b'{"id": "a", "skills": {"seo": 1, "SEO": 2}}', "'skills.seo' is answered twice"),
    (b'{"id": "a", "skills": {"seo": 1}, "skills.seo": 2}', "'skills.seo' is answered twice"),
    (b'{"id": "a", "skills": []}', "'skills' must be an object"),
    (b'{"id": "a", "skills": {"seoo": 1}}', "there is no question 'seoo'"),
    (b'{"id": "a", "skills": {"seo": NaN}}', "this is not JSON"),
    (b'{"id": "a", "skills": {"seo": 1e999}}', ""),
    (b'{"id": "a", "skills": {"seo": 2.5}}', "skills.seo: '2.5' is no answer"),
    (b'{"id": "a", "skills": {"seo": true}}', "skills.seo: 'true' is no answer"),
    (b'{"id": "a", "skills": {"seo": {}}}', "skills.seo: 'a list or an object' is no answer"),
    (b'{"id": "a", "skills": {"seo": [1]}}', ""),
    (b'{"id": "a", "skills": {"seo": ' + b"9" * 5000 + b"}}", ""),
    (b'{"id": {}, "skills": {"seo": 1}}', ""),
    (b'{"skills": {"seo": 1}}', "id: this person has no name"),
    (b'{"id": "\\ud800"}', "this is not JSON"),
    (b'{"id": "\xff"}', "this is not JSON"),
    (b"[" * 100_000, "this is not JSON"),
    (b'{"a":' * 100_000, "this is not JSON"),
    (b"\x00", "this is not JSON"),
]


@pytest.mark.parametrize(("line", "reason"), BAD_JSON_LINES, ids=[repr(line[:40]) for line, _ in BAD_JSON_LINES])
def test_a_bad_line_of_json_is_set_aside_with_its_number(tmp_path: Path, line: bytes, reason: str) -> None:
    good = b'{"id": "x", "skills": {"seo": 1}}\n'
    found = rejects(write(tmp_path, "people.jsonl", good + b"\n" + line + b"\n" + good))
    assert [(number, text.startswith(reason)) for number, _, text in found] == [(3, True)], found
    assert len(results(tmp_path / "people.jsonl")) == 2


def test_json_lines_may_answer_different_questions_in_any_spelling(tmp_path: Path) -> None:
    lines_of = [
        b'{"id": 7, "skills": {"SEO": "expert"}, "note": {"any": ["thing"]}}',
        b'{"id": "b", "skills.seo": 4}',
        b'{"id" : "c" , "skills" : {"seo" : 4.0}, "likes": null, "background": {"credentials": ["scrum", "scrum"]}}',
        b'{"id": "d", "background": {"credentials": []}}',
    ]
    source = write(tmp_path, "people.jsonl", b"\r\n".join(lines_of))
    assert rejects(source) == []
    found = results(source)
    assert [row[ID] for row in found] == ["7", "b", "c", "d"]
    assert {**found[0], ID: ""} == {**found[1], ID: ""}


BROKEN_FILES = {
    "empty.csv": b"",
    "blank.csv": b"\n\n",
    "blank-first.csv": b"\n" + HEADER,
    "old-mac.csv": b"id,skills.seo\ra,1\rb,2\r",
    "long-name.csv": b"id,skills.seo," + b"x" * 140_000 + b"\n",
    "long-header.csv": b"id,skills.seo," + b"x," * (lines.MOST_LINE_BYTES // 2) + b"\na,1\n",
    "nul.csv": b"id,skills.seo\x00\n",
    "latin.csv": b"id,skills.seo,\xe9\n",
    "utf16.csv": "id,skills.seo\na,1\n".encode("utf-16"),
    "unknown.csv": b"id,skills.sao\n",
    "no-id.csv": b"skills.seo\n1\n",
    "no-answers.csv": b"id,seo\na,1\n",
    "twice.csv": b"id,skills.seo,skills.seo\n",
    "empty.parquet": b"",
    "text.parquet": b"id,skills.seo\n",
    "cut.parquet": b"PAR1" + b"\x00" * 40 + b"PAR1",
    "long.csv": b"id,skills.seo\n" + b"x" * (lines.BLOCK_BYTES + 2 * lines.MOST_LINE_BYTES),
    "long.jsonl": b'{"id": "' + b"x" * (lines.BLOCK_BYTES + 2 * lines.MOST_LINE_BYTES),
}


@pytest.mark.parametrize("name", BROKEN_FILES)
def test_a_file_that_is_no_table_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(InvalidInputError) as caught:
        run(write(tmp_path, name, BROKEN_FILES[name]))
    for problem in caught.value.problems:
        assert problem.location is not None
        assert problem.location.file == str(tmp_path / name)
        assert problem.hint
    assert [path.name for path in tmp_path.iterdir()] == [name]


TOLD = {
    "blank-first.csv": ("no-header", "the first line is empty"),
    "old-mac.csv": ("line-ends", "carriage returns alone end the lines"),
    "long-name.csv": ("long-name", "the name of a column is longer than 131,072 characters"),
    "long-header.csv": ("long-line", "a line is longer than 1,048,576 bytes"),
}


@pytest.mark.parametrize("name", TOLD)
def test_what_is_wrong_with_a_first_line_is_told(tmp_path: Path, name: str) -> None:
    with pytest.raises(InvalidInputError) as caught:
        run(write(tmp_path, name, BROKEN_FILES[name]))
    (problem,) = caught.value.problems
    assert (problem.code, problem.message.rstrip(".")) == TOLD[name]


def test_lines_count_from_the_first_of_the_file_after_a_long_header(tmp_path: Path) -> None:
    table = b'id,"a\nnote",skills.seo\na,x,9\n'
    assert [line for line, _, _ in rejects(write(tmp_path, "people.csv", table))] == [3]


def test_json_lines_may_begin_with_a_byte_order_mark(tmp_path: Path) -> None:
    source = write(tmp_path, "people.jsonl", b'\xef\xbb\xbf{"id": "a", "skills": {"seo": 1}}\n')
    assert rejects(source) == []
    assert [row[ID] for row in results(source)] == ["a"]


@pytest.mark.parametrize("odd", [b"", b'{"Skills": {}, "id": "c"}\n'], ids=["alike", "one by one"])
def test_what_is_of_no_use_in_json_lines_is_named_as_in_other_tables(tmp_path: Path, odd: bytes) -> None:
    people = b'{"id": "a", "note": 1, "skillful": 2, "skills": {"seo": 1}}\n{"id": "b", "note": 3}\n'
    outcome, _ = run(write(tmp_path, "people.jsonl", people + odd))
    assert outcome.ignored == ("note", "skillful", *(["Skills"] if odd else []))


def test_names_that_are_new_in_each_line_do_not_fill_the_memory(tmp_path: Path) -> None:
    people = b"".join(b'{"id": "a", "n%d": 1}\n' % number for number in range(3 * MOST_IGNORED))
    outcome, _ = run(write(tmp_path, "people.jsonl", people))
    assert len(outcome.ignored) == MOST_IGNORED


def test_numbers_of_a_database_are_numbers(tmp_path: Path) -> None:
    levels = pa.array([Decimal("2.00"), Decimal("2.50"), None], pa.decimal128(4, 2))
    parquet.write_table(pa.table({ID: ["a", "b", "c"], "skills.seo": levels}), tmp_path / "people.parquet")
    assert [person for _, person, _ in rejects(tmp_path / "people.parquet")] == ["b"]
    assert [row["answered"] for row in results(tmp_path / "people.parquet")] == [1, 0]


def test_a_parquet_file_that_is_damaged_inside_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "people.parquet"
    parquet.write_table(pa.Table.from_batches([as_batch(ROWS, COLUMNS)]), path, compression="none")
    data = bytearray(path.read_bytes())
    data[4:400] = b"\xff" * 396
    path.write_bytes(data)
    with pytest.raises(InvalidInputError, match="no whole Parquet"):
        run(path)


@pytest.mark.parametrize("kind", ["missing", "folder", "fifo", "unreadable"])
def test_what_is_no_file_is_refused_at_once(tmp_path: Path, kind: str) -> None:
    import os  # noqa: PLC0415 (a FIFO is made here only)

    path = tmp_path / "people.csv"
    if kind == "folder":
        path.mkdir()
    elif kind == "fifo":
        os.mkfifo(path)
    elif kind == "unreadable":
        path = tmp_path / ("x" * 300 + ".csv")
    with pytest.raises(CareerpathError):
        run(path)


@pytest.mark.parametrize("name", ["people", "people.xlsx", "people.csv.gz", ".csv"])
def test_a_name_that_says_no_format_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(UsageError, match="says no format"):
        open_table(str(tmp_path / name), shipped())


def read_blocks(source: Path, size: int) -> list[People]:
    """The people of a file in blocks of about so many bytes."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(lines, "BLOCK_BYTES", size)
        return [block.read() for block in open_table(str(source), shipped()).blocks(()) if block.read]


@given(st.lists(st.binary(max_size=40).map(lambda data: data.replace(b"\n", b"")), max_size=12), st.integers(20, 200))
def test_no_line_of_csv_is_lost_whatever_is_in_it(
    tmp_path_factory: pytest.TempPathFactory, raw: list[bytes], size: int
) -> None:
    """Every line that is not empty is a person or a reject, or part of a value of several lines."""
    text = HEADER + b"".join(line + b"\n" for line in raw)
    found = read_blocks(write(tmp_path_factory.mktemp("lines"), "people.csv", text), size)
    assert sum(people.extent for people in found) == len(raw)
    for people in found:
        numbers = [reject.line for reject in people.rejects]
        assert numbers == sorted(set(numbers) - set(people.lines))
        assert all(0 <= number < people.extent for number in [*numbers, *people.lines])
        assert len(people.lines) == len(people.batch)
    if not any(mark in line for line in raw for mark in (b'"', b"\r")):
        told = sum(len(people.lines) + len(people.rejects) for people in found)
        assert told == sum(1 for line in raw if line)


@given(st.lists(st.tuples(st.text(), st.text()), min_size=1, max_size=20), st.integers(20, 300))
def test_any_text_in_another_column_is_left_alone(
    tmp_path_factory: pytest.TempPathFactory, notes: list[tuple[str, str]], size: int
) -> None:
    columns = ["note", ID, "skills.seo", "remark"]
    rows: list[Any] = [
        {
            ID: f"p{number}",
            "skills.seo": number % 5,
            "note": first.replace("\0", ""),
            "remark": second.replace("\0", ""),
        }
        for number, (first, second) in enumerate(notes)
    ]
    text = as_csv(rows, columns, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    found = read_blocks(write(tmp_path_factory.mktemp("notes"), "people.csv", text), size)
    names = [name.decode() for people in found for name in people.batch.column(ID).to_pylist()]
    assert names == [row[ID] for row in rows]
    assert not any(people.rejects for people in found)


FORMULAS = ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "\r=1", '=HYPERLINK("x")']


@pytest.mark.parametrize("name", FORMULAS)
def test_no_name_becomes_a_formula_of_a_spreadsheet(tmp_path: Path, name: str) -> None:
    rows: list[Any] = [{ID: name, "skills.seo": 1}, {ID: "-5", "skills.seo": 1}, {ID: name, "skills.seo": 9}]
    source = tmp_path / "people.parquet"
    parquet.write_table(pa.Table.from_batches([as_batch(rows, [ID, "skills.seo"])]), source)
    _, target = run(source, "out.csv")
    written = arrow_csv.read_csv(
        target,
        parse_options=arrow_csv.ParseOptions(newlines_in_values=True),
        convert_options=arrow_csv.ConvertOptions(column_types={ID: pa.string()}),
    )
    assert written[ID].to_pylist() == [f"'{name}", "-5"]
    assert [person for _, person, _ in rejects(source)] == [f"'{name}"]
    assert [row[ID] for row in results(source, "out.parquet")] == [name, "-5"], "kept where it cannot act"


def test_the_lines_of_rejects_count_from_the_first_of_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lines, "BLOCK_BYTES", 64)
    bad = [7, 8, 31, 99]
    people = [b"p%d,%d,2" % (number, 9 if number in bad else 1) for number in range(2, 120)]
    found = rejects(write(tmp_path, "people.csv", HEADER + b"\n".join(people)))
    assert [(number, person) for number, person, _ in found] == [(number, f"p{number}") for number in bad]


def test_parquet_counts_rows(tmp_path: Path) -> None:
    table = pa.table({ID: [f"p{n}" for n in range(1, 30)], "skills.seo": np.where(np.arange(1, 30) % 10 == 0, 9, 1)})
    parquet.write_table(table, tmp_path / "people.parquet", row_group_size=4)
    assert [(number, person) for number, person, _ in rejects(tmp_path / "people.parquet")] == [
        (10, "p10"),
        (20, "p20"),
    ]
