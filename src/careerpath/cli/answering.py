"""Gets answers from a person at the terminal, and keeps them."""

from __future__ import annotations

import sys
from contextlib import nullcontext
from datetime import UTC, datetime
from typing import TYPE_CHECKING, TypedDict

from careerpath.cli.outcome import Interrupted, narrate
from careerpath.errors import NeedsAnswerError, Problem
from careerpath.quiz.interview import Keeper, interview
from careerpath.quiz.session import AnswerValue, Questionnaire, Session

if TYPE_CHECKING:
    from careerpath.model.answers import Answers
    from careerpath.model.catalog import Catalog
    from careerpath.quiz.prompter import Prompter
    from careerpath.store.store import Store

MODE = "full"


class DraftKeeper:
    """Keeps each answer in the draft of a profile, at once."""

    def __init__(self, store: Store, profile: str) -> None:
        self._store = store
        self._profile = profile

    def record(self, question: str, value: AnswerValue) -> None:
        """Keeps one answer; it is on the disk when this returns."""
        self._store.record(self._profile, question, value, now())

    def forget(self, question: str) -> None:
        """Drops the answer to one question."""
        self._store.forget(self._profile, question)


class NoKeeper:
    """Keeps nothing: for `--no-save`."""

    def record(self, question: str, value: AnswerValue) -> None:
        """Does nothing."""

    def forget(self, question: str) -> None:
        """Does nothing."""


class _Stamp(TypedDict):
    catalog_name: str
    catalog_version: str
    catalog_digest: str


def _stamp(catalog: Catalog) -> _Stamp:
    """Which catalogue answers belong to."""
    return {
        "catalog_name": catalog.name,
        "catalog_version": catalog.version,
        "catalog_digest": catalog.digest,
    }


def now() -> datetime:
    """The present time; the one clock of the program."""
    return datetime.now(tz=UTC)


def save_answers(catalog: Catalog, profile: str, answers: Answers) -> None:
    """Stores answers as a profile, in place of those that it had."""
    with open_store() as store:
        store.save(profile, answers, **_stamp(catalog), at=now())


def open_store(*, create: bool = True) -> Store:
    """The store in the user's data folder; says so if something had to be mended."""
    from careerpath.store.location import default_path
    from careerpath.store.store import Store

    store = Store.open(default_path(), create=create)
    for warning in store.warnings:
        narrate(f"careerpath: {warning}")
    return store


def ask_person(catalog: Catalog, profile: str | None, *, restart: bool, plain: bool) -> Answers:
    """Asks the person at the terminal; with a profile, keeps every answer and in the end stores them all under it.

    Raises:
        NeedsAnswerError: there is nobody at a terminal.
        Interrupted: the person interrupted; says what is kept.
    """
    prompter = terminal_prompter(plain=plain)
    questionnaire = Questionnaire(catalog)
    with open_store() if profile else nullcontext() as store:
        session, keeper = _begin(questionnaire, store, profile, prompter, restart=restart)
        try:
            session = interview(questionnaire, session, prompter, keeper)
        except (KeyboardInterrupt, EOFError):
            raise Interrupted(_kept_note(store, profile)) from None
        if store is not None and profile is not None:
            store.finish_draft(profile, **_stamp(catalog), at=now())
            narrate(f"Saved as profile '{profile}' on this machine. 'careerpath results' shows this again.")
    return session.answers()


def at_terminal() -> bool:
    """Whether somebody can be asked: stdin and stderr are a terminal (stdout may well be a pipe)."""
    return bool(sys.stdin and sys.stdin.isatty() and sys.stderr and sys.stderr.isatty())


def terminal_prompter(*, plain: bool) -> Prompter:
    """The way to the person at the terminal.

    Raises:
        NeedsAnswerError: stdin or stderr is no terminal.
    """
    if not at_terminal():
        raise NeedsAnswerError(
            Problem(
                code="no-terminal",
                message="the quiz asks questions, and there is no terminal to ask them in.",
                hint="Run it in a terminal, or give the answers in a file: 'careerpath quiz --template > me.yaml', "
                "fill it in, then 'careerpath quiz --answers me.yaml'.",
            )
        )
    if plain:
        import shutil

        from careerpath.prompts.plain import PlainPrompter

        return PlainPrompter(sys.stdin, sys.stderr, width=shutil.get_terminal_size().columns)
    from careerpath.prompts.terminal import TerminalPrompter

    return TerminalPrompter()


def _begin(
    questionnaire: Questionnaire, store: Store | None, profile: str | None, prompter: Prompter, *, restart: bool
) -> tuple[Session, Keeper]:
    """The session to go on with: a new one, or the one that was interrupted."""
    if store is None or profile is None:
        return Session(), NoKeeper()
    keeper = DraftKeeper(store, profile)
    draft = store.draft(profile)
    if draft is not None and draft.answers and not restart:
        session, dropped = questionnaire.replay(draft.answers)
        prompter.say(f"A quiz was interrupted here, after {len(draft.answers)} answers.")
        if session.given and prompter.confirm("Go on where it stopped?", default=True):
            for question in dropped:
                keeper.forget(question)
            if dropped:
                prompter.say("No longer asked, and dropped: " + ", ".join(dropped) + ".")
            return session, keeper
    store.begin_draft(profile, questionnaire.catalog.digest, MODE, now())
    return Session(), keeper


def _kept_note(store: Store | None, profile: str | None) -> str:
    if store is None or profile is None:
        return "stopped. Nothing was stored, as --no-save asks."
    draft = store.draft(profile)
    count = len(draft.answers) if draft else 0
    if not count:
        return "stopped before the first answer; nothing was stored."
    answers = "answer is" if count == 1 else "answers are"
    return f"stopped. {count} {answers} kept; 'careerpath quiz' goes on from there."
