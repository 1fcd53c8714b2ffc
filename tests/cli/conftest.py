from pathlib import Path

import pytest

from support.program import Program


@pytest.fixture
def careerpath(tmp_path: Path) -> Program:
    return Program(tmp_path)


@pytest.fixture
def answers_file(tmp_path: Path) -> str:
    path = tmp_path / "anna.yaml"
    path.write_text(
        """\
background: {field: marketing, education: bachelor, education_field: marketing, experience: 3, leading: 1}
skills:
  campaign-management: 3
  leadership: 2
  marketing-strategy: 2
  writing: 3
  seo: 2
  data-analysis: unknown
likes: {plan-campaigns: 5, lead-people: 4, run-sprints: 1}
""",
        encoding="utf-8",
    )
    return str(path)
