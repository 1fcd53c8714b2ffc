"""The shipped catalogue, and one person whose answers never change."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from careerpath.catalog.read import read_catalog
from careerpath.catalog.source import read_shipped
from careerpath.model.answers import Answers
from careerpath.render.data.result import ResultData, result_data
from careerpath.scoring.assess import assess
from careerpath.scoring.ranks import honest_ranks
from careerpath.scoring.table import ScoreTable, build_table

if TYPE_CHECKING:
    from careerpath.model.catalog import Catalog

SKILLS: dict[str, int | None] = {
    "agile": 0, "brand-building": 1, "budgeting": 1, "campaign-management": 2, "communication": 3,
    "competitor-analysis": 1, "content-production": 3, "creative-thinking": 3, "customer-communication": 2,
    "data-analysis": 2, "digital-marketing": 2, "email-marketing": 2, "excel": 2, "interpersonal": 3, "leadership": 1,
    "market-research": 2, "marketing-strategy": 2, "messaging": 2, "people-management": 0, "pricing": 0,
    "product-vision": 0, "project-management": 2, "public-speaking": 1, "roadmapping": 0, "scrum": 0, "seo": 3,
    "social-media": 3, "storytelling": 2, "technical-knowledge": 0, "user-research": 1, "writing": 3,
}  # fmt: skip
LIKES: dict[str, int | None] = {
    "analyse-data": 3, "create-content": 4, "find-the-words": 5, "launch-products": 4, "lead-people": 3,
    "manage-budgets": 2, "plan-campaigns": 5, "present-ideas": 4, "research-markets": 4, "run-sprints": 2,
    "set-product-vision": 4, "solve-technical-problems": 1, "understand-users": 4,
}  # fmt: skip
BACKGROUND: dict[str, str | int | tuple[str, ...] | None] = {
    "field": "marketing",
    "education": "bachelor",
    "education_field": "communications",
    "experience": 4,
    "leading": 0,
    "credentials": (),
}


@pytest.fixture(scope="session")
def catalog() -> Catalog:
    return read_catalog(read_shipped())


@pytest.fixture(scope="session")
def table(catalog: Catalog) -> ScoreTable:
    return build_table(catalog)


@pytest.fixture(scope="session")
def result(catalog: Catalog, table: ScoreTable) -> ResultData:
    return scored(catalog, table, Answers(background=BACKGROUND, skills=SKILLS, likes=LIKES))


def scored(catalog: Catalog, table: ScoreTable, answers: Answers) -> ResultData:
    ranks = honest_ranks(catalog, table, answers)
    return result_data(catalog, table, assess(catalog, answers, table=table), ranks, None)


@pytest.fixture(scope="session")
def nothing_answered(catalog: Catalog, table: ScoreTable) -> ResultData:
    return scored(catalog, table, Answers())


@pytest.fixture(scope="session")
def everything_met(catalog: Catalog, table: ScoreTable) -> ResultData:
    """Somebody at the top of every skill, who likes nothing more than anything else."""
    return scored(
        catalog,
        table,
        Answers(
            background={**BACKGROUND, "experience": 20, "leading": 20, "education_field": "business"},
            skills={skill.id: 4 for skill in catalog.skills},
            likes={activity.id: 3 for activity in catalog.activities},
        ),
    )
