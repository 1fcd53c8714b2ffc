"""What `report` does: checks what is asked for, gathers the report, and writes it."""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING

import msgspec

from careerpath.catalog.names import resolve_role
from careerpath.cli.options import DEFAULT_PROFILE
from careerpath.cli.outcome import emit, narrate
from careerpath.cli.people import answers_of
from careerpath.cli.writing import STDOUT, check_outputs, write_output
from careerpath.errors import Problem, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable

    from careerpath.model.catalog import Catalog
    from careerpath.render.data.report import ReportData

EXAMPLE = "For example: careerpath report --html report.html"


class ReportRequest(msgspec.Struct, frozen=True, kw_only=True):
    """Where the report goes, and whom and what it is about."""

    html: str | None
    markdown: str | None
    as_json: bool
    name: str | None
    answers: str | None
    goal: str | None

    def check(self) -> None:
        """Whether it makes sense.

        Raises:
            UsageError: it names nowhere to write to, or one place twice; or the extra is not installed.
        """
        if self.html is None and self.markdown is None and not self.as_json:
            message = "say where the report goes: --html FILE, --markdown FILE or --json."
            raise UsageError(Problem(code="report-use", message=message, hint=EXAMPLE))
        check_outputs({"--html": self.html, "--markdown": self.markdown}, self.answers, as_json=self.as_json)
        if self.html is not None:
            check_extra()


def check_extra() -> None:
    """Whether the page can be made.

    Raises:
        UsageError: the libraries of the extra are not installed.
    """
    missing = [name for name, module in (("jinja2", "jinja2"), ("svg.py", "svg")) if find_spec(module) is None]
    if missing:
        message = f"an HTML report needs {' and '.join(missing)}, which this installation lacks."
        hint = "Run: pip install 'careerpath[report]'. --markdown works without."
        raise UsageError(Problem(code="missing-extra", message=message, hint=hint))


def write_report(catalog: Catalog, request: ReportRequest, today: str) -> None:
    """Gathers the report of a day (as 2027-01-31), and writes and prints what is asked for."""
    from careerpath import __version__
    from careerpath.model.answers import Answers
    from careerpath.render.data.report import report_data

    goal = resolve_role(catalog, request.goal).id if request.goal else None
    name = request.name if request.answers is not None else request.name or DEFAULT_PROFILE
    answers = answers_of(catalog, name, request.answers, profile_by="NAME") or Answers()
    data = report_data(catalog, answers, name, date=today, version=__version__, goal=goal)
    for target, render in ((request.html, _page), (request.markdown, _markdown)):
        if target is not None:
            _write(target, render, data)
    if request.as_json:
        emit("report", data)


def _write(target: str, render: Callable[[ReportData], str], data: ReportData) -> None:
    content = render(data).encode()
    write_output(target, content)
    if target != STDOUT:
        narrate(f"Written: {target} ({-(-len(content) // 1024)} KB). It holds your answers: mind whom you give it to.")


def _page(data: ReportData) -> str:
    from careerpath.render.html.page import report_page

    return report_page(data)


def _markdown(data: ReportData) -> str:
    from careerpath.render.markdown.report import report_markdown

    return report_markdown(data)
