"""Everything that comes out of one catalogue and one person, with any text in the place of each free text of theirs."""

from __future__ import annotations

from datetime import UTC, date, datetime
from functools import cache
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from careerpath.api.html import html_page, html_table
from careerpath.catalog.read import read_catalog
from careerpath.catalog.source import read_folder
from careerpath.cli.what_if import goal_data, pairs_data
from careerpath.model.answers import Answers
from careerpath.model.profile import StoredResult
from careerpath.model.role import FieldRequirement
from careerpath.pathways.plan import Budget, make_plan
from careerpath.pathways.routes import RouteFinder
from careerpath.pathways.standing import compare_standing
from careerpath.quiz.prompter import Prompt
from careerpath.quiz.questions import all_questions
from careerpath.render.data.cohort import summary_data
from careerpath.render.data.comparison import comparison_data
from careerpath.render.data.envelope import success, to_json
from careerpath.render.data.history import history_data
from careerpath.render.data.kept import summary_json
from careerpath.render.data.path import path_data
from careerpath.render.data.person import person_data
from careerpath.render.data.plan import plan_data
from careerpath.render.data.report import report_data
from careerpath.render.data.result import result_data
from careerpath.render.data.roles import RolesData, role_data, role_summary
from careerpath.render.data.sources import check_data, conflicts_data, sources_data
from careerpath.render.export.calendar import calendar
from careerpath.render.export.checklist import checklist
from careerpath.render.html.cohort_page import cohort_page
from careerpath.render.html.page import report_page
from careerpath.render.markdown.report import report_markdown
from careerpath.render.text.comparison import comparison_view
from careerpath.render.text.explanation import explanation_view
from careerpath.render.text.history import history_view
from careerpath.render.text.path import path_view
from careerpath.render.text.plan import plan_view
from careerpath.render.text.result import result_view
from careerpath.render.text.role import role_view
from careerpath.render.text.roles import roles_view
from careerpath.render.text.sources import conflicts_view, sources_view
from careerpath.render.text.what_if import what_if_view
from careerpath.scoring.assess import assess
from careerpath.scoring.demands import Demands
from careerpath.scoring.ranks import honest_ranks
from careerpath.scoring.table import build_table
from support.foreign import replaced, tagged, with_texts
from support.program import ROOT
from support.summaries import random_tally

if TYPE_CHECKING:
    from collections.abc import Callable

    import msgspec

    from careerpath.model.catalog import Catalog
    from careerpath.render.text.options import RenderOptions
    from careerpath.render.text.page import Page

PERSON = "zqpp"
"""The tag of the name of a profile."""

TEXT_VIEWS = (
    "result", "explanation", "roles", "role", "comparison", "comparison with a person", "path", "history", "sources",
    "conflicts", "plan", "what-if", "what-if for a goal",
)  # fmt: skip
JSON_KINDS = (
    "results", "roles", "show", "compare", "path", "history", "plan", "what-if", "report", "catalog-check",
    "catalog-sources", "catalog-conflicts", "cohort-summary",
)  # fmt: skip
ANSWERS = Answers(
    background={"field": "other", "education": "school", "experience": 1, "leading": 0, "credentials": ()},
    skills={"visual-design": 2, "interaction-design": 1, "prototyping": 0, "user-research": 1},
    likes={"draw-screens": 5, "build-prototypes": 4, "talk-to-users": 2},
)
FROM, TO = "designer", "senior-designer"


TEAM = ROOT / "tests" / "catalogs" / "design-team"


@cache
def team() -> Catalog:
    """The design team's catalogue, with one thing more, so that every kind of text stands in it somewhere."""
    catalog = read_catalog(read_folder(TEAM))
    field = FieldRequirement(any_of=("design",), importance="useful", why="They know the words.")
    asked = replace(catalog.role_by_id[TO].requirements, education_field=field)
    roles = (replace(role, requirements=asked) if role.id == TO else role for role in catalog.roles)
    return replace(catalog, roles=tuple(roles))


@cache
def tagged_data() -> dict[str, Any]:
    """The values that every output is made from, by the kind of their JSON, with tags for texts."""
    catalog = tagged(team())
    table = build_table(catalog)
    assessment = assess(catalog, ANSWERS, table=table)
    roles = [catalog.role_by_id[name] for name in (FROM, TO)]
    standing = compare_standing(catalog, table, ANSWERS, (FROM, TO))
    person = person_data(catalog, assessment, standing, (FROM, TO), PERSON)
    plan = make_plan(catalog, table, ANSWERS, TO, Budget(half_hours_a_week=10, weeks=12))
    history = [_stored(catalog, level) for level in (1, 2)]
    demands = Demands(table)
    return {
        "results": result_data(catalog, table, assessment, honest_ranks(catalog, table, ANSWERS), PERSON),
        "roles": RolesData(roles=tuple(role_summary(catalog, role) for role in catalog.roles)),
        "show": role_data(catalog, roles[1]),
        "comparison": comparison_data(catalog, table, roles),
        "compare": comparison_data(catalog, table, roles, person),
        "path": path_data(catalog, RouteFinder(catalog, table, TO).from_person(ANSWERS, 3), "hours", PERSON),
        "history": history_data(catalog, table, PERSON, history, ()),
        "plan": plan_data(catalog, plan, PERSON, free_only=False),
        "what-if": pairs_data(catalog, ANSWERS, PERSON, ["prototyping=3", "user-research=2"]),
        "goal": goal_data(catalog, ANSWERS, PERSON, TO, aim="top", by="hours"),
        "report": report_data(catalog, ANSWERS, PERSON, date="2027-01-04", version="1", goal=TO),
        "catalog-check": check_data(catalog),
        "catalog-sources": sources_data(catalog),
        "catalog-conflicts": conflicts_data(catalog),
        "cohort-summary": summary_data(catalog, demands, random_tally(demands, 90, 1), 1, "1"),
    }


def _stored(catalog: Catalog, level: int) -> StoredResult:
    answers = Answers(background=ANSWERS.background, skills={**ANSWERS.skills, "prototyping": level}, likes={})
    return StoredResult(
        at=datetime(2027, level, 4, tzinfo=UTC),
        catalog_version=catalog.version,
        catalog_digest=catalog.digest,
        answers=answers,
        summary_json=summary_json(assess(catalog, answers)),
    )


@cache
def catalog_with(text: str | None) -> Catalog:
    """The catalogue with one text everywhere; None gives the one with tags."""
    return tagged(team()) if text is None else with_texts(team(), lambda _place, _found: text)


@cache
def data_with(kind: str, text: str | None) -> Any:
    """The values of one kind with one text everywhere; None gives those with tags."""
    found = tagged_data()[kind]
    return found if text is None else replaced(found, text)


def text_view(name: str, text: str | None, options: RenderOptions) -> Page:
    """A view of the terminal."""
    catalog = catalog_with(text)

    def of(kind: str) -> Any:
        return data_with(kind, text)

    views: dict[str, Callable[[], Page]] = {
        "result": lambda: result_view(of("results"), catalog, options, limit=None),
        "explanation": lambda: explanation_view(of("results").recommendations[0], options),
        "roles": lambda: roles_view(of("roles"), catalog, options),
        "role": lambda: role_view(of("show"), catalog, options),
        "comparison": lambda: comparison_view(of("comparison"), catalog, options),
        "comparison with a person": lambda: comparison_view(of("compare"), catalog, options),
        "path": lambda: path_view(of("path"), catalog, options),
        "history": lambda: history_view(of("history"), options),
        "sources": lambda: sources_view(catalog, options),
        "conflicts": lambda: conflicts_view(catalog, options),
        "plan": lambda: plan_view(of("plan"), options),
        "what-if": lambda: what_if_view(of("what-if"), options),
        "what-if for a goal": lambda: what_if_view(of("goal"), options),
    }
    return views[name]()


def json_output(kind: str, text: str | None) -> bytes:
    """The JSON of a command."""
    data: msgspec.Struct = data_with(kind, text)
    return to_json(success(kind, data))


def html_output(text: str | None) -> str:
    return report_page(data_with("report", text))


def summary_output(text: str | None) -> str:
    """The page on a cohort."""
    return cohort_page(data_with("cohort-summary", text))


def notebook_output(text: str | None) -> str:
    """What a notebook shows of a result: titles in a table, and sentences."""
    titles = [entry.title for entry in data_with("results", text).recommendations]
    return html_page(titles[0], html_table(("Role", "Match"), [(title, 12.0) for title in titles]), titles[-1])


def markdown_output(text: str | None) -> str:
    return report_markdown(data_with("report", text))


def checklist_output(text: str | None) -> str:
    return checklist(data_with("plan", text))


def calendar_output(text: str | None) -> bytes:
    return calendar(data_with("plan", text), date(2027, 1, 4))


def prompts_with(text: str | None) -> list[Prompt]:
    """Every question of the catalogue."""
    return [Prompt(question=question, position=question.topic) for question in all_questions(catalog_with(text))]
