"""What is stored about a person: profiles, drafts of a quiz, results of the past. All times are aware and in UTC."""

from __future__ import annotations

from datetime import datetime

from careerpath.model.answers import Answers, AnswerValue
from careerpath.model.base import Value


class ProfileSummary(Value, frozen=True, kw_only=True):
    """One line of the list of profiles. `answers` counts the saved ones; somebody in a first quiz has none yet."""

    name: str
    created: datetime
    updated: datetime
    answers: int
    has_draft: bool


class StoredProfile(Value, frozen=True, kw_only=True):
    """The answers of one person as last saved, and the catalogue at that time (its digest is a SHA-256)."""

    name: str
    answers: Answers
    catalog_name: str
    catalog_version: str
    catalog_digest: str
    updated: datetime


class Draft(Value, frozen=True, kw_only=True):
    """An unfinished quiz: the answers so far, by name of the question, in the order in which they were given."""

    name: str
    mode: str
    catalog_digest: str
    started: datetime
    answers: tuple[tuple[str, AnswerValue], ...]


class StoredResult(Value, frozen=True, kw_only=True):
    """One assessment of the past: when, of which answers, with which catalogue; `summary_json` is what was shown."""

    at: datetime
    catalog_version: str
    catalog_digest: str
    answers: Answers
    summary_json: bytes
