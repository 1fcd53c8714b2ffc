"""From a batch of people to a batch of results. Knows Arrow and the catalogue; no file and no engine.

The figures are those of `scoring.assess` for each person, to the last digit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from careerpath.cohort.columns import ID, Columns
from careerpath.cohort.encoding import Encoded, Encoder
from careerpath.cohort.gap_text import gap_texts
from careerpath.cohort.identity import read_ids
from careerpath.cohort.results import BANDS, Extent, Place, ResultTable
from careerpath.cohort.tally import Tally
from careerpath.scoring.demands import NO_GAP, Demands, band_codes
from careerpath.scoring.kernel import Kernel
from careerpath.scoring.table import build_table

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pyarrow as pa

    from careerpath.model.catalog import Catalog
    from careerpath.scoring.demands import Standing
    from careerpath.scoring.lookups import Integers, Worths


class Scored(NamedTuple):
    """A batch of results with a row for every person, in their order, and the counts of them."""

    results: pa.RecordBatch
    tally: Tally


class Scorer:
    """Scores batches of one kind of table. Several threads may use one at the same time."""

    def __init__(self, catalog: Catalog, columns: Columns, extent: Extent) -> None:
        table = build_table(catalog)
        self.kernel = Kernel(table, catalog.scoring.appeal)
        self.demands = Demands(table)
        self._limits = catalog.scoring.bands
        self._top = min(extent.top, len(catalog.roles))
        self._gaps = min(extent.gaps, max((len(role.items) for role in self.demands.roles), default=0))
        self._encoder = Encoder(catalog, columns, table.items, table.activities)
        texts = list(gap_texts(catalog, self.demands.cases))
        self._table = ResultTable(self.kernel.roles, texts, self._top)

    @property
    def schema(self) -> pa.Schema:
        """The columns of the results."""
        return self._table.schema

    def empty_tally(self) -> Tally:
        """No people yet."""
        return Tally(len(self.kernel.roles), len(self.demands.cases))

    def read_tally(self, data: bytes) -> Tally:
        """The counts that `Tally.to_bytes` wrote."""
        return Tally.from_bytes(data, len(self.kernel.roles), len(self.demands.cases))

    def score(self, batch: pa.RecordBatch) -> Scored:
        """The results of a batch: whoever has a faulty answer gets no roles, and a text that says why.

        Args:
            batch: with the columns of the table that this scorer was made for, of any types.
        """
        ids, faulty_ids = read_ids(batch.column(ID))
        encoded = self._encoder.encode(batch)
        problems = _problems(encoded, faulty_ids)
        good = np.ones(batch.num_rows, dtype=bool)
        good[list(problems)] = False
        tally = self.empty_tally()
        tally.scored, tally.rejected = int(good.sum()), len(problems)
        leaders = self.kernel.leaders(encoded.codes.T, encoded.likes.T, self._top)
        places = []
        for number, (role, match, appeal) in enumerate(zip(*leaders, strict=True)):
            shown = self._place(role, encoded, None if number else tally, good)
            shown.points[0], shown.points[-1] = match, appeal
            places.append(shown)
        return Scored(self._table.batch(ids, encoded.answered, places, problems), tally)

    def _place(self, role: Integers, encoded: Encoded, tally: Tally | None, good: np.ndarray) -> Place:
        """How people stand to one role each; those with the same role are looked at together."""
        people = len(role)
        points = np.zeros((5, people), dtype=np.int32)
        bands = np.zeros(people, dtype=np.int32)
        gaps = np.full((self._gaps, people), NO_GAP, dtype=np.int32)
        for number, whom in _by_role(role):
            standing = self.demands.stand(number, encoded.codes, whom, self._gaps)
            points[1:4, whom] = standing.readiness, standing.low, standing.high
            bands[whom] = band_codes(standing, self._limits.ready, self._limits.next)
            gaps[: len(standing.gaps), whom] = standing.gaps
            if tally is not None:
                self._count(tally, number, standing, bands[whom], good[whom])
        return Place(role, points, bands, gaps)

    def _count(self, tally: Tally, role: int, standing: Standing, bands: Worths, good: np.ndarray) -> None:
        first, end = self.demands.bounds[role : role + 2]
        cases = standing.cases[:, good] - first
        tally.cases[first:end] += np.bincount(cases.ravel(), minlength=end - first)
        tally.firsts[role] += np.bincount(bands[good], minlength=len(BANDS))


def _by_role(role: Integers) -> Iterator[tuple[int, Integers]]:
    """The rows of the people of each role."""
    order = np.argsort(role.astype(np.int16), kind="stable")
    ends = np.flatnonzero(np.diff(role[order])) + 1
    for whom in np.split(order, ends) if len(role) else ():
        yield int(role[whom[0]]), whom


def _problems(encoded: Encoded, faulty_ids: dict[int, str]) -> dict[int, str]:
    """What is wrong with each person's row, by its number."""
    problems = {row: [f"{ID}: {problem}"] for row, problem in faulty_ids.items()}
    for row, faults in encoded.faults.items():
        problems.setdefault(row, []).extend(f"{name}: {fault}" for name, fault in faults)
    return {row: " ".join(texts) for row, texts in problems.items()}
