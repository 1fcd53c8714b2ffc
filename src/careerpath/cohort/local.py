"""A cohort on this machine: a table of people in a file, a table of results and one of rejects out."""

from __future__ import annotations

import csv
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

import msgspec
import numpy as np
import pyarrow.compute as pc

from careerpath.cohort.columns import ID
from careerpath.cohort.journal import OUTPUT, REJECTS, JobIdentity, Journal, Record, folder_of
from careerpath.cohort.pipeline import in_order
from careerpath.cohort.results import PROBLEM, Extent
from careerpath.cohort.scorer import Scorer
from careerpath.cohort.tables.block import Block, Reject
from careerpath.cohort.tables.opening import Format, format_of, open_table
from careerpath.cohort.tables.writing import harmless_cell, open_sink, render
from careerpath.disk.durable import make_certain
from careerpath.disk.replacing import check_apart, check_place, move, real_path, remove
from careerpath.errors import InvalidInputError, Location, Problem, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable

    import pyarrow as pa

    from careerpath.cohort.scorer import Scored
    from careerpath.cohort.tables.block import People, Table
    from careerpath.cohort.tally import Tally
    from careerpath.model.catalog import Catalog

MOST_IGNORED: Final = 1000
"""So many names of what is of no use are kept where each person may have others; honest ones have a few."""

REJECT_HEADER: Final = ("line", ID, "reason")


class Job(msgspec.Struct, frozen=True, kw_only=True):
    """A run: the table of people, where the results and the rejects go, and how much is told of each person.

    strict: the first row that cannot be scored ends it. cores: so many blocks are scored at the same time.
    """

    source: Path
    output: Path
    rejects: Path
    extent: Extent
    strict: bool = False
    cores: int = 1


class Advance(NamedTuple):
    """How far a run is: `weight` of `whole` (bytes or rows) are done, with so many people."""

    weight: int
    whole: int
    people: int


class Outcome(NamedTuple):
    """What came of a run, and with which scorer.

    ignored: columns of no use here. continued: so many people had been done by an earlier run.
    """

    scorer: Scorer
    tally: Tally
    ignored: tuple[str, ...]
    continued: int


def run_job(catalog: Catalog, job: Job, program: str, tell: Callable[[Advance], None]) -> Outcome:
    """Scores a table of people. What is done is kept when the run is broken off, and the same job goes on from there.

    Args:
        catalog: the catalogue.
        job: what to do.
        program: the version of the program.
        tell: called after every block.

    Raises:
        UsageError: input or output make no sense, or another process is at it.
        InvalidInputError: the table cannot be read, changed meanwhile, or, if strict, has a row that cannot be scored.
    """
    kind = format_of(job.output.name)
    table = open_table(str(job.source), catalog)
    check_places(job)
    scorer = Scorer(catalog, table.columns, job.extent)
    identity = _identity(catalog, job, program)
    with Journal(job.output, identity) as journal:
        try:
            outcome = _Run(job, kind, table, scorer, journal).run(tell)
            _check_same(job, identity, _identity(catalog, job, program))
            _put_in_place(journal.folder, job, has_rejects=bool(outcome.tally.rejected))
        except InvalidInputError:
            journal.remove()  # of no use any more: the table has to change
            raise
        except OSError as error:
            raise _broken_off(job, error) from None
        journal.remove()
    return outcome


class _Run:
    """The files of a run in the making, and what is counted so far."""

    def __init__(self, job: Job, kind: Format, table: Table, scorer: Scorer, journal: Journal) -> None:
        self._job, self._kind, self._table = job, kind, table
        self._scorer, self._journal = scorer, journal
        self._tally = scorer.empty_tally()
        self._ignored = dict.fromkeys(table.columns.ignored)
        self._line = table.first_line

    def run(self, tell: Callable[[Advance], None]) -> Outcome:
        weight = continued = 0
        done = self._journal.whole_blocks()
        schema = _told(self._scorer.schema.empty_table()).schema
        with (
            self._journal.begin(OUTPUT).open("wb") as output,
            self._journal.begin(REJECTS).open("w", encoding="utf-8", newline="") as rejects,
            open_sink(output, schema, self._kind) as sink,
            closing(in_order(self._table.blocks(done), self._record, self._job.cores)) as records,
        ):
            # Every text in quotes: by itself Python leaves a carriage return bare, which begins a new row elsewhere.
            aside = csv.writer(rejects, lineterminator="\n", quoting=csv.QUOTE_NONNUMERIC)
            aside.writerow(REJECT_HEADER)
            for block, record in records:
                aside.writerows(self._placed(record))
                sink.append(record.rendered)
                self._tally.add(self._scorer.read_tally(record.tally))
                self._ignored |= dict.fromkeys(record.ignored if len(self._ignored) < MOST_IGNORED else ())
                self._line += record.extent
                weight += block.weight
                people = self._tally.scored + self._tally.rejected
                continued = people if block.read is None else continued
                tell(Advance(weight, self._table.weight, people))
        return Outcome(self._scorer, self._tally, tuple(self._ignored), continued)

    def _record(self, block: Block) -> Record:
        """A block scored, or as an earlier run left it. Called in threads."""
        if block.read is None:
            return self._journal.read(block.number)
        people = block.read()
        record = _record_of(people, self._scorer.score(people.batch), partial(render, kind=self._kind))
        self._journal.write(block.number, record)
        return record

    def _placed(self, record: Record) -> list[tuple[int, str, str]]:
        """The rejects with the lines of the file.

        Raises:
            InvalidInputError: there are some, and the run is strict.
        """
        if record.rejects and self._job.strict:
            first = record.rejects[0]
            raise InvalidInputError(
                Problem(
                    code="rejected",
                    message=f"this person cannot be scored: {first.reason}",
                    hint="Without --strict such rows are set aside, and the rest is done.",
                    location=Location(file=str(self._job.source), line=self._line + first.line),
                )
            )
        return [
            (self._line + reject.line, harmless_cell(reject.id or ""), harmless_cell(reject.reason))
            for reject in record.rejects
        ]


def _record_of(people: People, scored: Scored, rendering: Callable[[pa.RecordBatch], bytes]) -> Record:
    results, rejects = scored.results, list(people.rejects)
    scored.tally.rejected += len(rejects)
    problems = results.column(PROBLEM)
    if problems.null_count < len(problems):
        good = pc.is_null(problems)
        bad = results.filter(pc.invert(good))
        lines = people.lines[np.asarray(pc.invert(good))]
        rejects += map(Reject, map(int, lines), bad.column(ID).to_pylist(), bad.column(PROBLEM).to_pylist())
        rejects.sort(key=lambda reject: reject.line)
        results = results.filter(good)
    return Record(
        extent=people.extent,
        rejects=rejects,
        ignored=people.ignored[:MOST_IGNORED],
        tally=scored.tally.to_bytes(),
        rendered=rendering(_told(results)),
    )


def _told(results: pa.RecordBatch) -> pa.RecordBatch:
    """The columns that go into the output: whoever is in it has no problem."""
    return results.drop_columns([PROBLEM])


def check_places(job: Job, *more: Path) -> None:
    """Whether the results can go where they are to go, and more files that are written after the run.

    Raises:
        UsageError: a place is that of another file or a folder, its folder does not exist, or is that of the journal.
        InvalidInputError: it cannot be written there.
    """
    folder, written = folder_of(job.output), (job.output, job.rejects, *more)
    for path in (job.source, *written):
        if real_path(folder) in real_path(path).parents:
            message = f"'{path}' lies in '{folder}', which is there for the run only."
            raise UsageError(Problem(code="bad-output", message=message, hint="Name a file in another folder."))
    for path in written:
        check_place(path)
    check_apart((job.source, *written, folder))


def _identity(catalog: Catalog, job: Job, program: str) -> JobIdentity:
    status = job.source.stat()
    return JobIdentity(
        program=program,
        catalog=catalog.digest,
        source=str(job.source.resolve()),
        size=status.st_size,
        changed=status.st_mtime_ns,
        output=job.output.name,
        top=job.extent.top,
        gaps=job.extent.gaps,
    )


def _check_same(job: Job, before: JobIdentity, after: JobIdentity) -> None:
    if before != after:
        message, hint = "the table changed while it was read.", "Run it again when it is whole."
        place = Location(file=str(job.source))
        raise InvalidInputError(Problem(code="changed", message=message, hint=hint, location=place))


def _broken_off(job: Job, error: OSError) -> InvalidInputError:
    reason = (error.strerror or str(error)).lower()
    message = f"the run for '{job.output}' cannot go on: {reason}."
    hint = "What is done is kept: when there is room and the files can be reached, the same command goes on from there."
    return InvalidInputError(Problem(code="broken-off", message=message, hint=hint))


def _put_in_place(folder: Path, job: Job, *, has_rejects: bool) -> None:
    """Moves what was made to where it is wanted, each in one step; rejects of an earlier run are out of date."""
    move(folder / OUTPUT, job.output)
    if has_rejects:
        move(folder / REJECTS, job.rejects)
    else:
        remove(job.rejects)
        make_certain(job.rejects.parent)
