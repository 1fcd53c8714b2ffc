"""Anna's report, the report of somebody who answered nothing, and reports into which hostile texts have been put."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from careerpath.answers.read import read_answers
from careerpath.model.answers import Answers
from careerpath.render.data.report import ReportData, report_data
from support.catalogs import shipped
from support.program import ROOT

DAY = "2026-11-22"
FOREIGN = {
    "title", "label", "statement", "description", "detail", "handling", "subject", "message", "why", "url", "cited",
    "address", "name", "publisher", "place", "question", "answer", "have_text", "need_text", "provider", "caution",
    "topic", "part", "profile", "target_title", "source_title", "answer_text", "disagreement", "document_title",
    "would_open", "not_counted",
}  # fmt: skip
"""The fields that hold what a person typed or a catalogue says."""


def made(answers: Answers, profile: str | None = None, goal: str | None = None) -> ReportData:
    return report_data(shipped(), answers, profile, date=DAY, version="0.1.0", goal=goal)


@pytest.fixture(scope="session")
def anna() -> ReportData:
    return made(read_answers(str(ROOT / "docs" / "examples" / "anna.yaml"), shipped()), "anna")


@pytest.fixture(scope="session")
def nobody() -> ReportData:
    return made(Answers())


def with_hostile(data: ReportData, text: str) -> ReportData:
    """The same report with a text put before every text that a person typed or a catalogue says."""

    def put(value: Any, field: str) -> Any:
        if isinstance(value, dict):
            return {key: put(entry, key) for key, entry in value.items()}
        if isinstance(value, list | tuple):
            return [put(entry, field) for entry in value]
        return f"{text}{value}" if isinstance(value, str) and field in FOREIGN else value

    return msgspec.convert(put(msgspec.to_builtins(data), ""), type=ReportData)
