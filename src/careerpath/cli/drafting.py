"""Keeps the answers of a quiz as they are given, and finds those of a quiz that was interrupted or finished early."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple, TypedDict, get_args

from careerpath.cli.calls import with_name, with_option
from careerpath.cli.outcome import narrate
from careerpath.cli.storing import now
from careerpath.errors import StoreError
from careerpath.quiz.guide import Mode
from careerpath.quiz.session import AnswerValue, Questionnaire, Session
from careerpath.render.text.numbers import counted

if TYPE_CHECKING:
    from datetime import datetime

    from careerpath.model.catalog import Catalog
    from careerpath.model.profile import Draft, StoredProfile
    from careerpath.quiz.prompter import Prompter
    from careerpath.store.store import Store

ANOTHER_QUIZ = "Another quiz of profile '{}' was begun or finished meanwhile, and it has the stored answers."
LOST = {
    "draft-missing": ANOTHER_QUIZ,
    "draft-taken": ANOTHER_QUIZ,
    "draft-deleted": "The profile '{}' was deleted meanwhile, with the answers of this quiz.",
}
"""Why a quiz has no draft any more: what to say of the profile, by the code of the problem."""


class Keeping:
    """Keeps nothing, for `--no-save`; what a keeper of answers offers."""

    def record(self, question: str, value: AnswerValue) -> None:
        """Keeps one answer."""

    def forget(self, question: str) -> None:
        """Drops the answer to one question."""

    def change_mode(self, mode: Mode) -> None:
        """Keeps in which mode the quiz goes on."""

    def finish(self) -> bool:
        """Stores the answers as the profile's; whether that was done."""
        return False

    def interrupted(self) -> str:
        """What to say when the quiz is interrupted."""
        return "stopped. Nothing was stored, as --no-save asks."


class DraftKeeping(Keeping):
    """Keeps each answer in the draft of a profile, at once. The first one puts it in the place of an older draft.

    A draft belongs to the quiz that began it or took it over last. If that is another one by now, or the profile was
    deleted, this one tells so and goes on in memory: neither touches the other's answers.
    """

    def __init__(self, store: Store, profile: str, catalog: Catalog, mode: Mode, begun: datetime | None) -> None:
        """Keeps answers from now on. begun: when this quiz began or took over its draft; None if it has none yet."""
        self._store = store
        self._profile = profile
        self._catalog = catalog
        self._mode: Mode = mode
        self._begun = begun
        self._lost = False

    def record(self, question: str, value: AnswerValue) -> None:
        """Keeps one answer; it is on the disk when this returns."""
        if self._lost:
            return
        try:
            if self._begun is None:
                self._begun = now()
                self._store.begin_draft(self._profile, self._catalog.digest, self._mode, self._begun)
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

    def change_mode(self, mode: Mode) -> None:
        """Takes its own draft over in another mode."""
        self._mode = mode
        if self._begun is not None and self._count() is not None:
            self._begun = now()
            self._store.take_draft(self._profile, self._catalog.digest, mode, self._begun)

    def finish(self) -> bool:
        """Puts the answers in the place of all that the profile has, unless there are none; whether that was done."""
        if self._begun is None:
            narrate("Nothing was answered, so nothing was stored.")
            return False
        if not self._lost:
            try:
                self._store.finish_draft(self._profile, **stamp(self._catalog), at=now(), begun=self._begun)
            except StoreError as error:
                self._lose(error)
        if self._lost:
            narrate(f"Not saved as profile '{self._profile}'.")
            return False
        again = with_name("results", self._profile)
        narrate(f"Saved as profile '{self._profile}' on this machine. '{again}' shows this again.")
        return True

    def interrupted(self) -> str:
        """How many answers are kept, and how to go on."""
        if self._begun is None:
            return "stopped before the first answer; nothing was stored."
        count = None if self._lost else self._count()
        if count is None:
            return f"stopped. This quiz of '{self._profile}' was begun anew, finished or deleted elsewhere; see there."
        answers = "answer is" if count == 1 else "answers are"
        return f"stopped. {count} {answers} kept; '{with_option('quiz', self._profile)}' goes on from there."

    def _count(self) -> int | None:
        """How many answers the draft of this quiz has; None if it has none any more."""
        draft = self._store.draft(self._profile)
        return len(draft.answers) if draft is not None and draft.started == self._begun else None

    def _lose(self, error: StoreError) -> None:
        why = next((LOST[problem.code] for problem in error.problems if problem.code in LOST), None)
        if why is None:
            raise error
        self._lost = True
        narrate("")
        narrate(f"{why.format(self._profile)} This one goes on to its result, but is not stored.")


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
    catalog = questionnaire.catalog
    draft, saved = store.draft(profile), store.load(profile)
    open_draft = draft if draft is not None and draft.answers and not restart else None
    overtaken = saved if open_draft is None or (saved is not None and saved.updated > open_draft.started) else None
    if open_draft is not None:
        session = _offer_draft(questionnaire, open_draft, overtaken, prompter)
        if session is not None:
            begun, mode = now(), mode or next((known for known in get_args(Mode) if known == open_draft.mode), None)
            store.take_draft(profile, catalog.digest, mode or open_draft.mode, begun)
            for question, _ in open_draft.answers:
                if question not in session.given:
                    store.forget(profile, question, begun=begun)
            return Start(session, DraftKeeping(store, profile, catalog, mode or "quick", begun), mode)
    session = None if restart or overtaken is None else _offer_saved(questionnaire, overtaken, prompter)
    keeping = DraftKeeping(store, profile, catalog, mode or "quick", None)
    for question, value in session.given.items() if session else ():
        keeping.record(question, value)
    return Start(session or Session(), keeping, mode)


def _offer_draft(
    questionnaire: Questionnaire, draft: Draft, overtaken: StoredProfile | None, prompter: Prompter
) -> Session | None:
    """The answers of a quiz that was interrupted, if the person goes on with it.

    Args:
        questionnaire: the questions there are now.
        draft: the quiz.
        overtaken: the answers of the profile, if they were stored after the quiz was begun.
        prompter: asks.
    """
    session, dropped = questionnaire.replay(draft.answers)
    prompter.say(f"A quiz was interrupted here, after {counted(len(draft.answers), 'answer')}.")
    if overtaken is not None:
        stored = counted(sum(1 for _ in overtaken.answers.items()), "answer")
        prompter.say(f"Since then, '{draft.name}' was given {stored} without a quiz; going on would replace them.")
    if not session.given:
        _tell_dropped(prompter, dropped)
        return None
    if not prompter.confirm("Go on where it stopped?", default=overtaken is None):
        return None
    _tell_dropped(prompter, dropped)
    return session


def _offer_saved(questionnaire: Questionnaire, saved: StoredProfile, prompter: Prompter) -> Session | None:
    """The answers of a finished quiz, if the person goes on with them."""
    session, dropped = questionnaire.replay(saved.answers.items())
    held = len(session.given)
    answers = counted(held, "answer")
    if dropped and not held:
        others = counted(len(dropped), "answer")
        prompter.say(
            f"Profile '{saved.name}' has {others} to another catalogue, '{saved.catalog_name}'. Those that you give "
            "now will replace them; Ctrl-C and --profile NAME keep both."
        )
    them = "it" if held == 1 else "them"
    if not held or not prompter.confirm(f"Profile '{saved.name}' has {answers}. Go on with {them}?", default=True):
        return None
    _tell_dropped(prompter, dropped)
    return session


def _tell_dropped(prompter: Prompter, dropped: tuple[str, ...]) -> None:
    if dropped:
        prompter.say("No longer asked, and dropped: " + ", ".join(dropped) + ".")
