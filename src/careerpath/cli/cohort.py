"""What `cohort` does: checks what is asked for, runs it with a bar of progress, and says what came of it."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from careerpath.cli.outcome import Interrupted, emit, narrate
from careerpath.errors import Problem, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from careerpath.cohort.local import Advance, Job, Outcome
    from careerpath.model.catalog import Catalog
    from careerpath.render.data.cohort import CohortData, CohortSummary

NAMED = 8
"""So many columns that are left alone are named."""

EXAMPLE = "For example: careerpath cohort people.csv -o results.csv"


class CohortRequest(msgspec.Struct, frozen=True, kw_only=True):
    """What is asked for; see the options of the command."""

    source: str | None
    output: str | None
    rejects: str | None
    top: int
    gaps: int
    strict: bool
    cores: int | None
    summary: str | None
    least_group: int
    as_json: bool

    def job(self) -> Job:
        """The run that is asked for.

        Raises:
            UsageError: input or output is missing, an extra is not installed, or a summary can have no place of its
                own: that is known before the run, which may take long.
            InvalidInputError: a summary cannot be written there.
        """
        if self.source is None or self.output is None:
            what = "the table of people" if self.source is None else "where the results go (-o OUTPUT)"
            raise UsageError(Problem(code="cohort-use", message=f"say {what}.", hint=EXAMPLE))
        check_extra("cohort", "pyarrow")
        if self.summary is not None:
            check_extra("report", "jinja2", "svg")
        from careerpath.cohort.local import Job
        from careerpath.cohort.results import Extent

        output = Path(self.output)
        job = Job(
            source=Path(self.source),
            output=output,
            rejects=Path(self.rejects) if self.rejects else output.parent / f"{output.stem}.rejects.csv",
            extent=Extent(top=self.top, gaps=self.gaps),
            strict=self.strict,
            cores=self.cores or usable_cores(),
        )
        if self.summary is not None:
            _check_summary(job, self.summary)
        return job


def usable_cores() -> int:
    """How many cores this process may use, as far as the system tells."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _check_summary(job: Job, name: str) -> None:
    from careerpath.cohort.local import check_places

    if not os.path.basename(name):  # noqa: PTH119 (to a `Path`, a folder's name is as good as a file's)
        message = f"'{name}' names no files." if name else "the summary needs a name."
        hint = "Give it the beginning of one: '--summary overview' writes overview.json and overview.html."
        raise UsageError(Problem(code="cohort-use", message=message, hint=hint))
    check_places(job, *map(Path, summary_files(name)))


def check_extra(extra: str, *modules: str) -> None:
    """Whether the libraries of an extra are there.

    Raises:
        UsageError: one is not installed.
    """
    missing = [module for module in modules if find_spec(module) is None]
    if missing:
        message = f"this needs {' and '.join(missing)}, which this installation lacks."
        hint = f"Run: pip install 'careerpath[{extra}]'."
        raise UsageError(Problem(code="missing-extra", message=message, hint=hint))


def print_template(catalog: Catalog) -> None:
    """The first line of a table of people, with every column."""
    import typer

    from careerpath.cohort.columns import all_columns

    typer.echo(",".join(all_columns(catalog)))


def run_cohort(catalog: Catalog, request: CohortRequest) -> None:
    """Runs a cohort, and says what came of it."""
    job = request.job()
    # Each core works on a block of its own; several threads within one would wait for each other.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from careerpath import __version__
    from careerpath.cohort.local import run_job

    try:
        with _progress() as tell:
            outcome = run_job(catalog, job, __version__, tell)
    except KeyboardInterrupt:
        note = "interrupted; what is done is kept, and the same command goes on from there."
        raise Interrupted(note) from None
    data = _data(catalog, request, job, outcome)
    if request.as_json:
        emit("cohort", data)
    else:
        _narrate(data)


def _data(catalog: Catalog, request: CohortRequest, job: Job, outcome: Outcome) -> CohortData:
    from careerpath import __version__
    from careerpath.render.data.cohort import CohortData, summary_data
    from careerpath.render.data.result import catalog_data

    files: tuple[str, ...] = ()
    if request.summary is not None:
        summary = summary_data(catalog, outcome.scorer.demands, outcome.tally, request.least_group, __version__)
        files = _write_summary(request.summary, summary)
    return CohortData(
        catalog=catalog_data(catalog),
        source=str(job.source),
        output=str(job.output),
        rejects=str(job.rejects) if outcome.tally.rejected else None,
        scored=outcome.tally.scored,
        rejected=outcome.tally.rejected,
        continued=outcome.continued,
        ignored_columns=outcome.ignored,
        summary=files,
    )


def _write_summary(name: str, summary: CohortSummary) -> tuple[str, ...]:
    from careerpath.cli.writing import write_output
    from careerpath.render.data.envelope import success, to_json
    from careerpath.render.html.cohort_page import cohort_page

    figures, page = files = summary_files(name)
    write_output(figures, to_json(success("cohort-summary", summary)))
    write_output(page, cohort_page(summary).encode())
    return files


def summary_files(name: str) -> tuple[str, str]:
    """What a summary is written to: JSON, and a page."""
    return f"{name}.json", f"{name}.html"


def _narrate(data: CohortData) -> None:
    if data.ignored_columns:
        shown = ", ".join(name or "one without a name" for name in data.ignored_columns[:NAMED])
        more = f" and {len(data.ignored_columns) - NAMED} more" if len(data.ignored_columns) > NAMED else ""
        narrate(f"Columns without answers, left alone: {shown}{more}.")
    if data.continued:
        narrate(f"Continued: {_people(data.continued)} had been done by an earlier run.")
    narrate(f"Written: {data.output} ({_people(data.scored)}).")
    if data.rejects:
        narrate(f"Set aside: {data.rejects} ({_people(data.rejected)} that cannot be scored, with line and reason).")
    for file in data.summary:
        narrate(f"Written: {file}.")


def _people(count: int) -> str:
    return "1 person" if count == 1 else f"{count:,} people"


@contextmanager
def _progress() -> Iterator[Callable[[Advance], None]]:
    """A bar with the rate and the time left, if somebody is at a terminal."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

    columns = (
        TextColumn("{task.fields[people]:,} people"),
        BarColumn(),
        TaskProgressColumn(),
        TextColumn("{task.fields[rate]:,.0f} a second"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None, people=0, rate=0.0)

        def tell(advance: Advance) -> None:
            rate = advance.people / max(bar.tasks[0].elapsed or 0, 0.001)
            bar.update(task, completed=advance.weight, total=advance.whole, people=advance.people, rate=rate)

        yield tell
