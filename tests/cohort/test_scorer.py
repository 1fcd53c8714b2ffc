"""A batch of people gets what each of them would get alone, whatever the types of its columns."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerpath.answers.read import parse_answers
from careerpath.catalog.names import RoleNames
from careerpath.cohort.columns import ID, find_columns
from careerpath.cohort.lacking import count_standing, steps_for
from careerpath.cohort.results import BANDS, PROBLEM, Extent
from careerpath.cohort.scorer import Scorer
from careerpath.cohort.tally import Tally
from careerpath.errors import InvalidInputError
from careerpath.parsing.limits import MAX_PROBLEMS
from careerpath.pathways.ways import steps_from
from careerpath.scoring.assess import assess
from support.catalogs import answers_of, catalogs, make_answers, shipped
from support.cohorts import as_batch, as_csv, cell_of, expected, row_of, table_columns

if TYPE_CHECKING:
    from collections.abc import Callable

    from careerpath.cohort.scorer import Scored
    from careerpath.model.answers import Answers
    from careerpath.model.catalog import Catalog


HOW_MANY = st.integers(1, 4) | st.just(10**18)


def score(catalog: Catalog, batch: pa.RecordBatch, top: int = 3, gaps: int = 3) -> Scored:
    columns = find_columns(catalog, batch.schema.names)
    return Scorer(catalog, columns, Extent(top=top, gaps=gaps)).score(batch)


def texts(batch: pa.RecordBatch) -> pa.RecordBatch:
    """The batch with all values as the bytes of cells."""
    return pa.RecordBatch.from_arrays(
        [pa.array([_cell(value).encode() for value in column.to_pylist()], pa.binary()) for column in batch.columns],
        names=batch.schema.names,
    )


def _cell(value: Any) -> str:
    return cell_of(tuple(value) if isinstance(value, list) else value)


def floats(batch: pa.RecordBatch) -> pa.RecordBatch:
    """The batch with numbers as other programs write a column in which some are missing."""
    arrays = [column.cast(pa.float64()) if pa.types.is_integer(column.type) else column for column in batch.columns]
    return pa.RecordBatch.from_arrays(arrays, names=batch.schema.names)


def small_numbers(batch: pa.RecordBatch) -> pa.RecordBatch:
    arrays = [column.cast(pa.int8()) if pa.types.is_integer(column.type) else column for column in batch.columns]
    return pa.RecordBatch.from_arrays(arrays, names=batch.schema.names)


def dictionaries(batch: pa.RecordBatch) -> pa.RecordBatch:
    arrays = [column if pa.types.is_nested(column.type) else column.dictionary_encode() for column in batch.columns]
    return pa.RecordBatch.from_arrays(arrays, names=batch.schema.names)


SHAPES: dict[str, Callable[[pa.RecordBatch], pa.RecordBatch]] = {
    "as they are": lambda batch: batch,
    "texts": texts,
    "floats": floats,
    "small numbers": small_numbers,
    "dictionaries": dictionaries,
    "dictionaries of texts": lambda batch: dictionaries(texts(batch)),
    "in part": lambda batch: pa.Table.from_batches([batch, batch]).combine_chunks().to_batches()[0].slice(len(batch)),
}


@pytest.mark.parametrize("shape", SHAPES)
@given(catalog=catalogs(), data=st.data())
def test_everybody_gets_what_the_assessment_says(shape: str, catalog: Catalog, data: st.DataObject) -> None:
    people = [data.draw(answers_of(catalog)) for _ in range(data.draw(st.integers(1, 4)))]
    top, gaps = data.draw(HOW_MANY), data.draw(HOW_MANY)
    rows = [row_of(f"p{number}", answers) for number, answers in enumerate(people)]
    batch = SHAPES[shape](as_batch(rows, table_columns(catalog)))
    scored = score(catalog, batch, top, gaps)
    for row, answers in zip(scored.results.to_pylist(), people, strict=True):
        assert row.pop(PROBLEM) is None
        assert row == expected(catalog, row[ID], answers, top, gaps)
    assert (scored.tally.scored, scored.tally.rejected) == (len(people), 0)


def test_the_shipped_catalogue_too() -> None:
    catalog = shipped()
    people = [make_answers(catalog, missing=seed % 60, unknown=20, seed=seed) for seed in range(40)]
    rows = [row_of(str(number), answers) for number, answers in enumerate(people)]
    scored = score(catalog, as_batch(rows, table_columns(catalog)), top=29)
    for row, answers in zip(scored.results.to_pylist(), people, strict=True):
        del row[PROBLEM]
        assert row == expected(catalog, row[ID], answers, 29, 3)


@given(catalogs(), st.data())
def test_columns_that_are_missing_are_unknown(catalog: Catalog, data: st.DataObject) -> None:
    answers = data.draw(answers_of(catalog))
    whole = row_of("p", answers)
    names = [name for name in whole if name != ID]
    kept = data.draw(st.lists(st.sampled_from(names), unique=True, min_size=1)) if names else []
    if not kept:
        return
    batch = as_batch([whole], [*kept, ID])
    told = parse_answers(_answers_file(whole, kept), "f", catalog)
    (row,) = score(catalog, batch).results.to_pylist()
    del row[PROBLEM]
    assert row == expected(catalog, "p", told, 3, 3)


def _answers_file(row: dict[str, Any], kept: list[str]) -> bytes:
    parts: dict[str, list[str]] = {}
    for name in kept:
        part, _, subject = name.partition(".")
        value = row[name]
        shown = "unknown" if value is None else list(value) if isinstance(value, tuple) else value
        parts.setdefault(part, []).append(f"  {subject}: {shown}")
    return "\n".join(f"{part}:\n" + "\n".join(lines) for part, lines in parts.items()).encode()


BAD_VALUES = {
    "skills.seo": ["5", "-1", "7", "1.5", "three", "3 4", "\x00", "٣", "1e0", "true", "x" * 500, "0x1", "nan", "3,0"],
    "likes.lead-people": ["0", "6", "-3", "yes", "1;2"],
    "background.experience": ["-1", "21", "many", "3.5", "999", "1000"],
    "background.education": ["phd", "1", "none", "bachelor;master"],
    "background.credentials": ["scrum;golf", "yes", "1"],
    "background.current_role": ["astronaut", "m"],
}


@pytest.mark.parametrize(
    ("column", "value"), [(name, value) for name, values in BAD_VALUES.items() for value in values]
)
@pytest.mark.parametrize("as_text", [str, str.encode], ids=["text", "bytes"])
def test_a_bad_value_is_told_of_and_nobody_else_is_hurt(column: str, value: str, as_text: Any) -> None:
    catalog = shipped()
    kind = pa.string() if as_text is str else pa.binary()
    batch = pa.RecordBatch.from_arrays(
        [pa.array(["a", "b", "c"]), pa.array([as_text(""), as_text(value), as_text("")], kind)], names=[ID, column]
    )
    scored = score(catalog, batch)
    first, bad, last = scored.results.to_pylist()
    assert first[PROBLEM] is None
    assert last[PROBLEM] is None
    assert bad[PROBLEM].startswith(f"{column}: ")
    assert len(bad[PROBLEM]) < 400
    assert {key: found for key, found in bad.items() if found is not None} == {ID: "b", PROBLEM: bad[PROBLEM]}
    assert (scored.tally.scored, scored.tally.rejected) == (2, 1)
    assert scored.tally.firsts.sum() == 2


GOOD_VALUES: dict[str, list[tuple[str, Any]]] = {
    "skills.seo": [(" 3 ", 3), ("3.0", 3), ("advanced", 3), ("3 advanced", 3), ("EXPERT", 4), ("?", None)],
    "background.experience": [("7", 7), ("7.000", 7), ("unknown", None)],
    "background.credentials": [("none", ()), ("[]", ()), (" scrum ", ("scrum",)), ("don't know", None)],
}


@pytest.mark.parametrize(
    ("column", "value", "meant"), [(name, *pair) for name, pairs in GOOD_VALUES.items() for pair in pairs]
)
def test_values_may_be_spelt_as_people_spell_them(column: str, value: str, meant: Any) -> None:
    catalog = shipped()
    plain = as_batch([{ID: "a", column: meant}], [ID, column])
    spelt = pa.RecordBatch.from_arrays([pa.array(["a"]), pa.array([value])], names=[ID, column])
    assert score(catalog, spelt).results.equals(score(catalog, plain).results)


@pytest.mark.parametrize(
    "column",
    [
        pa.array([2**62, 3], pa.int64()),
        pa.array([2**64 - 1, 3], pa.uint64()),
        pa.array([-128, 3], pa.int8()),
        pa.array([float("inf"), 3.0]),
        pa.array([1e300, 3.0]),
        pa.array([True, None]),
        pa.array([[1], None]),
        pa.array([{"a": 1}, None]),
        pa.array([0, None], pa.date32()),
        pa.array([0, None], pa.timestamp("us")),
        pa.array([b"\xff\xfe", b"3"]),
    ],
    ids=lambda column: str(column.type),
)
def test_a_column_of_any_type_is_read_or_refused(column: pa.Array) -> None:
    batch = pa.RecordBatch.from_arrays([pa.array(["a", "b"]), column], names=[ID, "skills.seo"])
    bad, good = score(shipped(), batch).results.to_pylist()
    assert bad[PROBLEM].startswith("skills.seo: ")
    assert good[PROBLEM] is None


@pytest.mark.parametrize(
    ("ids", "kept", "wrong"),
    [
        (pa.array(["a", "", None, "b" * 257]), ["a", "", None, "b" * 257], [1, 2, 3]),
        (pa.array([1, None, -3]), ["1", None, "-3"], [1]),
        (pa.array([b"a", b"\xff"]), ["a", None], [1]),
        (pa.array(["a", "b", None]).dictionary_encode(), ["a", "b", None], [2]),
        (pa.array([["a"], None]), [None, None], [0, 1]),
        (pa.array(["ä" * 128, "ä" * 129]), ["ä" * 128, "ä" * 129], [1]),
    ],
    ids=str,
)
def test_names_are_kept_as_they_are(ids: pa.Array, kept: list[str | None], wrong: list[int]) -> None:
    batch = pa.RecordBatch.from_arrays([ids, pa.array([1] * len(ids))], names=[ID, "skills.seo"])
    rows = score(shipped(), batch).results.to_pylist()
    assert [row[ID] for row in rows] == kept
    assert [number for number, row in enumerate(rows) if row[PROBLEM]] == wrong
    assert all(rows[number][PROBLEM].startswith("id: ") for number in wrong)


def test_every_fault_of_a_person_is_told() -> None:
    batch = as_batch([{ID: "a", "skills.seo": 9, "skills.writing": 9, "likes.lead-people": 9}], [
        ID, "skills.seo", "skills.writing", "likes.lead-people",
    ])  # fmt: skip
    (row,) = score(shipped(), batch).results.to_pylist()
    assert all(f"{name}: '9' is no answer" in row[PROBLEM] for name in batch.schema.names[1:])


def test_nobody_is_a_batch_too() -> None:
    batch = pa.RecordBatch.from_arrays([pa.array([], pa.string()), pa.array([], pa.int8())], names=[ID, "skills.seo"])
    scored = score(shipped(), batch)
    assert scored.results.num_rows == scored.tally.scored == 0


@pytest.mark.parametrize(
    ("names", "codes"),
    [
        (["skills.seo"], ["no-id"]),
        ([ID], ["no-answers"]),
        ([ID, "seo"], ["no-answers"]),
        ([ID, "skills.sao"], ["unknown-question"]),
        ([ID, "skills."], ["unknown-question"]),
        ([ID, "skills.seo", "skills.SEO"], ["duplicate-column"]),
        ([ID, "skills.seo", "skills.seo"], ["duplicate-column"]),
        ([ID, ID, "skills.seo"], ["duplicate-column"]),
        (["likes.x", "background.y"], ["unknown-question", "unknown-question", "no-id"]),
    ],
)
def test_columns_that_make_no_sense_are_refused(names: list[str], codes: list[str]) -> None:
    with pytest.raises(InvalidInputError) as caught:
        find_columns(shipped(), names)
    assert [problem.code for problem in caught.value.problems] == codes
    assert all(problem.hint for problem in caught.value.problems)


@pytest.mark.parametrize("name", ["ID", " id "])
def test_what_might_be_the_names_of_people_is_pointed_out(name: str) -> None:
    with pytest.raises(InvalidInputError, match="Write 'id' in small letters and without blanks"):
        find_columns(shipped(), [name, "skills.seo"])


def test_very_many_columns_are_looked_through_and_few_problems_told() -> None:
    others = [f"c{number}" for number in range(200_000)]
    assert len(find_columns(shipped(), [ID, "skills.seo", *others]).ignored) == len(others)
    with pytest.raises(InvalidInputError) as caught:
        find_columns(shipped(), [ID, *(f"skills.{name}" for name in others)])
    assert len(caught.value.problems) == MAX_PROBLEMS + 1


def test_other_columns_are_left_alone_and_named() -> None:
    found = find_columns(shipped(), ["name", ID, "skills.SEO", "e-mail"])
    assert found.ignored == ("name", "e-mail")
    assert [question.id for question in found.questions.values()] == ["skill:seo"]
    assert found.used == (ID, "skills.SEO")


@given(catalogs(), st.data())
def test_the_counts_are_those_of_the_people(catalog: Catalog, data: st.DataObject) -> None:
    people = [data.draw(answers_of(catalog)) for _ in range(5)]
    rows = [row_of(str(number), answers) for number, answers in enumerate(people)]
    columns = table_columns(catalog)
    scorer = Scorer(catalog, find_columns(catalog, columns), Extent())
    tally = scorer.empty_tally()
    for part in (rows[:2], rows[2:]):  # counts of parts add up, also when they were written down
        counted = scorer.score(as_batch(part, columns)).tally
        tally.add(Tally.from_bytes(counted.to_bytes(), len(catalog.roles), len(scorer.demands.cases)))
    firsts: Counter[tuple[str, str]] = Counter()
    lacking: Counter[str] = Counter()
    unsaid: Counter[str] = Counter()
    helped: Counter[tuple[str, str, int]] = Counter()
    for answers in people:
        first = assess(catalog, answers).roles[0]
        firsts[first.role, first.band] += 1
        _count_person(catalog, answers, first, lacking, unsaid, helped)
    for number, role in enumerate(scorer.kernel.roles):
        assert [firsts[role, band] for band in BANDS] == tally.firsts[number].tolist()
    standings = count_standing(scorer.demands, tally, scorer.kernel.roles)
    found = {standing.item: (standing.lack, standing.unsaid) for standing in standings}
    assert {item: pair for item, pair in found.items() if any(pair)} == {
        item: (lacking[item], unsaid[item]) for item in lacking.keys() | unsaid.keys()
    }
    steps = {
        (step.learning, step.skill, step.to): sum(standing.lacking[level] for level in step.levels)
        for standing in standings
        for step in steps_for(catalog, standing)
    }
    assert {step: people for step, people in steps.items() if people} == dict(helped)


def _count_person(
    catalog: Catalog, answers: Answers, first: Any, lacking: Counter[str], unsaid: Counter[str], helped: Counter[Any]
) -> None:
    for gap in first.gaps:
        (unsaid if gap.have is None else lacking)[gap.item] += 1
        if gap.skill is None or gap.have is None:
            continue
        for learning in catalog.learning:
            reached = {step.to for step in steps_from(learning, gap.skill, answers.skills[gap.skill] or 0)}
            helped.update({(learning.id, gap.skill, to): 1 for to in reached})


def test_counts_of_another_catalogue_are_refused() -> None:
    with pytest.raises(ValueError, match=r"reshape|size"):
        Tally.from_bytes(Tally(3, 4).to_bytes(), 4, 4)
    with pytest.raises(ValueError, match=r"MessagePack|decode|Expected"):
        Tally.from_bytes(b"\xc1", 3, 4)


def test_a_person_gets_the_same_among_others() -> None:
    """The score of one does not depend on who else is in the batch, or in which order."""
    catalog = shipped()
    people = [make_answers(catalog, missing=30, unknown=10, seed=seed) for seed in range(30)]
    rows = [row_of(str(number), answers) for number, answers in enumerate(people)]
    columns = table_columns(catalog)
    together = {row[ID]: row for row in score(catalog, as_batch(rows, columns)).results.to_pylist()}
    order = np.random.default_rng(3).permutation(len(rows))
    for number in order:
        alone = score(catalog, as_batch([rows[number]], columns)).results.to_pylist()
        assert alone == [together[str(number)]]
    assert as_csv(rows, columns)


def test_the_names_of_roles_are_gone_through_once_for_a_column(monkeypatch: pytest.MonkeyPatch) -> None:
    catalog = shipped()
    made: list[object] = []
    start = RoleNames.__init__

    def watched(self: RoleNames, catalog: Catalog) -> None:
        made.append(catalog)
        start(self, catalog)

    monkeypatch.setattr(RoleNames, "__init__", watched)
    named = [role.title for role in catalog.roles]
    columns = {ID: [str(number) for number in range(len(named))], "background.current_role": named}
    assert score(catalog, pa.RecordBatch.from_pydict(columns)).tally.scored == len(named)
    assert len(made) == 1
