"""Lines of JSON read many at a time are those read one by one, whatever is in them."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerpath.cohort.results import Extent
from careerpath.cohort.scorer import Scorer
from careerpath.cohort.tables import json_lines
from careerpath.cohort.tables.json_lines import JsonLinesTable
from careerpath.cohort.tables.json_shape import read_alike
from careerpath.cohort.tables.writing import render
from support.catalogs import make_answers, shipped
from support.cohorts import as_json_lines, row_of

if TYPE_CHECKING:
    from careerpath.cohort.tables.block import People

ROWS = [row_of(f"p{seed}", make_answers(shipped(), missing=seed * 9, unknown=15, seed=seed)) for seed in range(8)]
NESTED = as_json_lines(ROWS).splitlines()
FLAT = [json.dumps(row).encode() for row in ROWS]
SMALL = [
    b'{"id": "a", "skills": {"seo": 1}}',
    b'{"id":2,"skills":{"seo":null,"writing":3},"likes":null}',
    b'{"skills": {"writing": 3}, "id": "c", "background": {"credentials": ["scrum"]}}',
    b'{"id": "d", "background": {"credentials": []}}',
    b'{"id": "e", "skills": {}}',
]
ODD = [
    b"",
    b"  \r",
    b'{"id": "a", "skills": {"seo": "expert"}}',
    b'{"id": "a", "skills": {"seo": "2"}, "background": {"experience": "7"}}',
    b'{"id": "a", "skills": {"seo": 2.0}}',
    b'{"id": "a", "skills": {"seo": 2.5}}',
    b'{"id": "a", "skills": {"seo": true}}',
    b'{"id": "a", "skills": {"seo": 9}}',
    b'{"id": "a", "skills": {"seo": -0}}',
    b'{"id": "a", "skills": {"seo": 1000}, "background": {"experience": 1000}}',
    b'{"id": "a", "skills": {"seo": -9223372036854775808}}',
    b'{"id": "a", "skills": {"seo": 9223372036854775808}}',
    b'{"id": "a", "skills": {"seo": ' + b"9" * 5000 + b"}}",
    b'{"id": "a", "skills": {"seo": 1e999}}',
    b'{"id": "a", "skills": {"seo": {"level": 2}}}',
    b'{"id": "a", "skills": {"seo": [2]}}',
    b'{"id": "a", "skills": {"seo": "' + b"x" * 300 + b'"}}',
    b'{"id": "a", "skills": {"SEO": 2}}',
    b'{"id": "a", "skills": {"s\\u0065o": 2}}',
    b'{"id": "a", "skills": {"seoo": 2}}',
    b'{"id": "a", "skills": {"seo": 1, "seo": 2}}',
    b'{"id": "a", "skills": {"seo": 1}, "skills": {"seo": 2}}',
    b'{"id" : "a", "id" : "b"}',
    b'{"id" : "a"}',
    b'{"id": "a", "id": "b"}',
    b'{"id": "a\\": ", "skills": {"seo": 1}}',
    b'{"id": "a", "skills": {"seo": 1}, "skills.seo": 2}',
    b'{"id": "a", "skills.seo": 2}',
    b'{"id": "a", "skills.SEO": 2}',
    b'{"id": "a", "skills.nothing": 2}',
    b'{"id": "a", "skills": []}',
    b'{"id": "a", "background": {"credentials": "scrum; analytics"}}',
    b'{"id": "a", "background": {"credentials": ["scrum", 1, null, []]}}',
    b'{"id": "a", "background": {"credentials": 3}}',
    b'{"id": "a", "note": 1, "skills": {"seo": 1}}',
    b'{"id": "a", "note": {"any": ["thing"]}}',
    b'{"id": "a", "note": {"any": {"deep": 1, "deep": 2}}}',
    b'{"id": "a", "note": {"any": 1, "any": 2}}',
    b'{"id": "a", "no\\"te": 1}',
    b'{"id": "a", "": 1}',
    b'{"id": true}',
    b'{"id": 1.5}',
    b'{"id": ' + b"9" * 30 + b"}",
    b'{"id": {}}',
    b'{"id": null}',
    b"{}",
    b'{"id": "a"}{"id": "b"}',
    b'{"id": "a",',
    b'"skills": {"seo": 1}}',
    b"[]",
    b'"a"',
    b"7",
    b"null",
    b"{",
    b'{"id": "\xff"}',
    b'{"id": "a", "skills": {"seo": "\xff"}}',
    b'{"id": "a", "\xff": 1}',
    b'{"id": "\\ud800"}',
    b"\x00",
    b"[" * 10_000,
    b'{"a":' * 10_000,
]

some_lines = st.lists(st.sampled_from(SMALL) | st.sampled_from(NESTED + FLAT), max_size=12)


@cache
def table() -> JsonLinesTable:
    return JsonLinesTable(Path(__file__), shipped())


@cache
def scorer() -> Scorer:
    return Scorer(shipped(), table().columns, Extent())


def one_by_one(data: bytes) -> People:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(json_lines, "read_alike", lambda *_: None)
        return table().parse(data)


def as_text(batch: pa.RecordBatch) -> dict[str, list[str | None]]:
    return {name: batch.column(name).cast(pa.string()).to_pylist() for name in batch.schema.names}


def check_same(lines: list[bytes]) -> None:
    data = b"\n".join(lines)
    found, wanted = table().parse(data), one_by_one(data)
    assert found.extent == wanted.extent
    assert found.rejects == wanted.rejects
    assert found.lines.tolist() == wanted.lines.tolist()
    assert as_text(found.batch) == as_text(wanted.batch)
    (results, tally), (wanted_results, wanted_tally) = (scorer().score(people.batch) for people in (found, wanted))
    assert results.to_pylist() == wanted_results.to_pylist()
    assert tally.to_bytes() == wanted_tally.to_bytes()


@pytest.mark.parametrize("line", ODD, ids=[repr(line[:50]) for line in ODD])
@pytest.mark.parametrize("place", [0, 3, 6])
def test_an_odd_line_is_read_as_it_is_alone(line: bytes, place: int) -> None:
    lines = [*SMALL[:3], *NESTED[:3]]
    lines.insert(place, line)
    check_same(lines)


@pytest.mark.parametrize("line", ODD, ids=[repr(line[:50]) for line in ODD])
def test_so_it_is_among_its_like(line: bytes) -> None:
    check_same([line, line])


@pytest.mark.parametrize("number", [-1000, -999, 999, 1000, -(2**63), 2**63 - 1, 2**63])
def test_numbers_stay_numbers_where_cells_of_text_mean_the_same(number: int) -> None:
    found = read_alike(table().columns.questions, [b'{"id": "a", "skills": {"seo": %d}}' % number])
    assert found is not None
    seo = found.batch.column("skills.seo")
    assert seo.cast(pa.string()).to_pylist() == [str(number)]
    assert pa.types.is_integer(seo.type) == (abs(number) <= 999)


@given(some_lines, st.lists(st.tuples(st.integers(0, 20), st.sampled_from(ODD)), max_size=3), st.integers(1, 8))
def test_lines_are_read_as_they_are_alone(lines: list[bytes], odd: list[tuple[int, bytes]], few: int) -> None:
    for place, line in odd:
        lines.insert(place, line)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(json_lines, "FEW_LINES", few)
        check_same(lines or [b""])


# Lines of which one makes up in number for what another one has too few or too many of.
TOGETHER = {
    "a hidden key and one that is there twice": [b'{"id" : "a"}', b'{"id": "a", "id": "b"}'],
    "two lines of one object": [b'{"id": "a",', b'"skills": {"seo": 1}}'],
    "a line that begins in an object, two in a line": [b'{"skills": {}', b', "id": "a"}', b'{"id": "b"}{"id": "c"}'],
    "a line that ends in an object, two in a line": [b'{"skills":', b'{"seo": 1}}', b'{"id": "b"}{"id": "c"}'],
    "an empty line within an object": [b'{"id": "a",', b"", b'"skills": {"seo": 1}}'],
}


@pytest.mark.parametrize("name", TOGETHER)
def test_lines_do_not_make_up_for_each_other(name: str) -> None:
    check_same([*SMALL, *TOGETHER[name]])
    assert len(one_by_one(b"\n".join(TOGETHER[name])).rejects) > 0


parts = st.sampled_from(
    [b'"', b":", b"{", b"}", b",", b" ", b"\\", b"id", b"skills", b"seo", b"1", b"null", b"\r", b"[]"]
)


@given(st.lists(st.lists(parts, max_size=14).map(b"".join), min_size=1, max_size=4), st.integers(0, 4))
def test_so_is_what_is_hardly_json(raw: list[bytes], place: int) -> None:
    check_same([*SMALL[:place], *raw, *SMALL[place:]])


ALIKE: dict[str, list[bytes]] = {
    "nested": NESTED,
    "flat": FLAT,
    "with nulls, in any order, and empty lines": [b"", *SMALL, b"\r", *SMALL],
    "with what is of no use here": [b'{"note": "x", "id": "a", "skills": {"seo": 1}, "more": 1}', *SMALL],
    "with structures of no use here": [b'{"id": "a", "note": {"x": 1, "y": 2}}', b'{"id": 1, "note": {}}', *SMALL],
    "with words": [SMALL[0], b'{"id": "b", "skills": {"seo": "expert"}}', SMALL[0]],
    "with faulty answers": [SMALL[0], b'{"id": "b", "skills": {"seo": 1000}}', b'{"skills": {"seo": []}}'],
}


@pytest.mark.parametrize("name", ALIKE)
def test_ordinary_lines_are_read_many_at_a_time(name: str) -> None:
    found = read_alike(table().columns.questions, ALIKE[name])
    assert found is not None
    wanted = one_by_one(b"\n".join(ALIKE[name]))
    assert as_text(found.batch) == as_text(wanted.batch)


def test_lines_of_very_many_keys_are_read_one_by_one() -> None:
    for count, is_alike in ((100, True), (1000, False)):
        line = json.dumps({"id": "a"} | {f"key {number}": number for number in range(count)}).encode()
        assert (read_alike(table().columns.questions, [line]) is not None) == is_alike
        check_same([line, line])


def test_around_an_unusual_line_only_few_are_read_one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[bytes] = []
    decode = json_lines._decode

    def watched(line: bytes) -> dict[str, Any]:
        read.append(line)
        return decode(line)

    monkeypatch.setattr(json_lines, "_decode", watched)
    monkeypatch.setattr(json_lines, "FEW_LINES", 10)
    people = table().parse(b"\n".join([*[SMALL[0]] * 34, b"{}}", *[SMALL[0]] * 65]))
    assert len(read) == 10
    assert [reject.line for reject in people.rejects] == [34]
    assert people.lines.tolist() == [*range(34), *range(35, 100)]


def test_results_are_written_as_their_values_are() -> None:
    people: Any = table().parse(b"\n".join([*NESTED, b'{"id": "a", "skills": {"seo": 9}}']))
    results = scorer().score(people.batch).results
    for batch in (results, results.slice(2, 5), results.slice(0, 0)):
        assert render(batch, "jsonl") == msgspec.json.Encoder().encode_lines(batch.to_pylist())
