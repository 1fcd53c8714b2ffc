"""Keeps the answers of a quiz as they are given, and finds those of a quiz that was interrupted or finished early."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple, TypedDict, get_args

from careerpath.cli.outcome import narrate
from careerpath.cli.storing import now
from careerpath.errors import StoreError
from careerpath.quiz.guide import Mode
from careerpath.quiz.session import AnswerValue, Questionnaire, Session

if TYPE_CHECKING:
    from datetime import datetime

    from careerpath.model.catalog import Catalog
    from careerpath.quiz.prompter import Prompter
    from careerpath.store.store import Store

LOST = frozenset({"draft-missing", "draft-taken"})


class Keeping:
    """Keeps nothing, for `--no-save`; what a keeper of answers offers."""

    def record(self, question: str, value: AnswerValue) -> None:
        """Keeps one answer."""

    def forget(self, question: str) -> None:
        """Drops the answer to one question."""

    def change_mode(self, catalog: Catalog, mode: Mode) -> None:
        """Keeps in which mode the quiz goes on."""

    def finish(self, catalog: Catalog) -> None:
        """Stores the answers as the profile's."""

    def interrupted(self) -> str:
        """What to say when the quiz is interrupted."""
        return "stopped. Nothing was stored, as --no-save asks."


class DraftKeeping(Keeping):
    """Keeps each answer in the draft of a profile, at once.

    A draft belongs to the quiz that began it or took it over last. If that is another one by now, this one tells so
    and goes on in memory: neither touches the other's answers.
    """

    def __init__(self, store: Store, profile: str, begun: datetime) -> None:
        self._store = store
        self._profile = profile
        self._begun = begun
        self._lost = False

    def record(self, question: str, value: AnswerValue) -> None:
        """Keeps one answer; it is on the disk when this returns."""
        if not self._lost:
            try:
                self._store.record(self._profile, question, value, now(), begun=self._begun)
            except StoreError as error:
                self._lose(error)

    def forget(self, question: str) -> None:
        """Drops the answer to one question."""
        if not self._lost:
            try:
                self._store.forget(self._profile, question, begun=self._begun)
            except StoreError as error:
                self._lose(error)

    def change_mode(self, catalog: Catalog, mode: Mode) -> None:
        """Takes its own draft over in another mode."""
        draft = None if self._lost else self._store.draft(self._profile)
        if draft is not None and draft.started == self._begun:
            self._begun = now()
            self._store.take_draft(self._profile, catalog.digest, mode, self._begun)

    def finish(self, catalog: Catalog) -> None:
        """Puts the answers in the place of all that the profile has."""
        if not self._lost:
            try:
                self._store.finish_draft(self._profile, **stamp(catalog), at=now(), begun=self._begun)
            except StoreError as error:
                self._lose(error)
        if self._lost:
            narrate(f"Not saved as profile '{self._profile}', since another quiz of it has begun meanwhile.")
        else:
            narrate(f"Saved as profile '{self._profile}' on this machine. 'careerpath results' shows this again.")

    def interrupted(self) -> str:
        """How many answers are kept, and how to go on."""
        draft = None if self._lost else self._store.draft(self._profile)
        if self._lost or (draft is not None and draft.started != self._begun):
            return f"stopped. Another quiz of '{self._profile}' goes on elsewhere; the answers given there are kept."
        count = len(draft.answers) if draft else 0
        if not count:
            return "stopped before the first answer; nothing was stored."
        answers = "answer is" if count == 1 else "answers are"
        return f"stopped. {count} {answers} kept; 'careerpath quiz' goes on from there."

    def _lose(self, error: StoreError) -> None:
        if not LOST & {problem.code for problem in error.problems}:
            raise error
        self._lost = True
        narrate("")
        narrate(
            f"Another quiz of profile '{self._profile}' was begun or finished meanwhile, and it has the stored "
            "answers. This one goes on to its result, but is not stored."
        )


class Start(NamedTuple):
    """Where a quiz begins: the answers there are, who keeps them, and the mode in which it was left."""

    session: Session
    keeping: Keeping
    mode: Mode | None


class _Stamp(TypedDict):
    catalog_name: str
    catalog_version: str
    catalog_digest: str


def stamp(catalog: Catalog) -> _Stamp:
    """Which catalogue answers belong to."""
    return {
        "catalog_name": catalog.name,
        "catalog_version": catalog.version,
        "catalog_digest": catalog.digest,
    }


def begin(
    questionnaire: Questionnaire, store: Store, profile: str, prompter: Prompter, *, mode: Mode | None, restart: bool
) -> Start:
    """The quiz to go on with: one that was interrupted, one that was finished and can be added to, or a new one.

    Args:
        questionnaire: the questions there are now.
        store: an open store.
        profile: the name under which the quiz is kept.
        prompter: asks whether to go on.
        mode: the mode that was asked for, if any; without one, a quiz goes on in the mode in which it was begun.
        restart: begin anew in any case.
    """
    digest = questionnaire.catalog.digest
    draft, saved = store.draft(profile), store.load(profile)
    if draft is not None and draft.answers and not restart:
        session, dropped = questionnaire.replay(draft.answers)
        count = "1 answer" if len(draft.answers) == 1 else f"{len(draft.answers)} answers"
        prompter.say(f"A quiz was interrupted here, after {count}.")
        if not session.given:
            _tell_dropped(prompter, dropped)
        elif prompter.confirm("Go on where it stopped?", default=True):
            mode = mode or next((known for known in get_args(Mode) if known == draft.mode), None)
            begun = now()
            store.take_draft(profile, digest, mode or draft.mode, begun)
            for question in dropped:
                store.forget(profile, question, begun=begun)
            _tell_dropped(prompter, dropped)
            return Start(session, DraftKeeping(store, profile, begun), mode)
    begun = now()
    session = Session()
    if saved is not None and (draft is None or not draft.answers) and not restart:
        answers, dropped = questionnaire.replay(saved.answers.items())
        held = len(answers.given)
        if held and prompter.confirm(f"Profile '{profile}' has {held} answers. Go on with them?", default=True):
            session = answers
            _tell_dropped(prompter, dropped)
    store.begin_draft(profile, digest, mode or "quick", begun)
    for question, value in session.given.items():
        store.record(profile, question, value, begun, begun=begun)
    return Start(session, DraftKeeping(store, profile, begun), mode)


def _tell_dropped(prompter: Prompter, dropped: tuple[str, ...]) -> None:
    if dropped:
        prompter.say("No longer asked, and dropped: " + ", ".join(dropped) + ".")
