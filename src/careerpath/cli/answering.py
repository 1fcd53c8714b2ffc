"""Gets answers from a person at the terminal, and keeps them."""

from __future__ import annotations

import os
import sys
from contextlib import nullcontext
from typing import TYPE_CHECKING, Final, NamedTuple

import msgspec

from careerpath.cli.calls import with_option
from careerpath.cli.characters import wants_ascii
from careerpath.cli.drafting import Keeping, Start, begin, stamp
from careerpath.cli.options import DEFAULT_PROFILE
from careerpath.cli.outcome import Interrupted
from careerpath.cli.storing import now, open_store
from careerpath.errors import NeedsAnswerError, Problem, StoreError
from careerpath.quiz.guide import Aim, Mode
from careerpath.quiz.interview import Ending, Interview
from careerpath.quiz.session import Questionnaire, Session

if TYPE_CHECKING:
    from datetime import datetime

    from careerpath.model.answers import Answers
    from careerpath.model.catalog import Catalog
    from careerpath.quiz.policy import Policy
    from careerpath.quiz.prompter import Prompter


REDRAWS_NOTHING: Final = frozenset({"dumb", "unknown"})
"""What TERM says of a terminal that can only write one line below the other, as that of an editor."""


def save_answers(catalog: Catalog, profile: str, answers: Answers, *, seen: datetime | None = None) -> None:
    """Stores answers as a profile, in place of those that it had.

    Raises:
        StoreError: also (`profile-changed`, `profile-deleted`) if others were stored since `seen`.
    """
    with open_store() as store:
        store.save(profile, answers, **stamp(catalog), at=now(), seen=seen)


class Wishes(msgspec.Struct, frozen=True, kw_only=True):
    """How a person wants to be asked. sure: in percent. most: questions on skills and likes at the most."""

    mode: Mode | None = None
    sure: int = 90
    most: int | None = None
    restart: bool = False
    plain: bool = False


class Asked(NamedTuple):
    """What came of asking: how the interview ended, and the policy that chose the questions.

    stored: whether the answers are now those of the profile.
    """

    ending: Ending
    policy: Policy
    stored: bool = False


def ask_person(catalog: Catalog, profile: str | None, wishes: Wishes) -> Asked:
    """Asks the person at the terminal; with a profile, keeps every answer and in the end stores them all under it.

    Raises:
        NeedsAnswerError: there is nobody at a terminal.
        Interrupted: the person interrupted; says what is kept.
    """
    prompter = terminal_prompter(plain=wishes.plain)
    questionnaire = Questionnaire(catalog)
    with open_store() if profile else nullcontext() as store:
        start = Start(Session(), Keeping(), None)
        try:
            if store is not None and profile is not None:
                start = begin(questionnaire, store, profile, prompter, mode=wishes.mode, restart=wishes.restart)
            asked = _interview(questionnaire, start, prompter, wishes)
        except (KeyboardInterrupt, EOFError):
            raise Interrupted(start.keeping.interrupted()) from None
        except StoreError as error:
            raise StoreError(*error.problems, _kept_until_now(profile)) from None
        return asked._replace(stored=start.keeping.finish())


def _kept_until_now(profile: str | None) -> Problem:
    go_on = with_option("quiz", profile or DEFAULT_PROFILE)
    return Problem(
        code="draft-kept",
        message="the quiz stops here, since this answer cannot be kept; those before it are.",
        hint=f"Once that is mended, '{go_on}' goes on from there. 'careerpath quiz --no-save' keeps nothing.",
    )


def _interview(questionnaire: Questionnaire, start: Start, prompter: Prompter, wishes: Wishes) -> Asked:
    policy = build_policy(questionnaire, start.mode or wishes.mode or "quick", wishes)
    interview = Interview(questionnaire, prompter, start.keeping, policy)
    ending = interview.run(start.session)
    while ending.wants_proof:
        policy.aim = Aim(mode="certified")
        start.keeping.change_mode("certified")
        ending = interview.run(ending.session)
    return Asked(ending, policy)


def build_policy(questionnaire: Questionnaire, mode: Mode, wishes: Wishes) -> Policy:
    """What chooses the questions, ready before the first one is asked."""
    # The products of arrays are small: several threads would wait for each other ten times as long as one computes.
    # numpy looks at this once, when it is loaded.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from careerpath.quiz.policy import Policy

    return Policy(questionnaire, Aim(mode=mode, sure=wishes.sure / 100, most=wishes.most))


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
    if plain or os.environ.get("TERM", "").casefold() in REDRAWS_NOTHING:
        import shutil

        from careerpath.prompts.plain import PlainPrompter

        width = shutil.get_terminal_size().columns
        return PlainPrompter(sys.stdin, sys.stderr, width, ascii_only=wants_ascii(sys.stderr))
    from careerpath.prompts.terminal import TerminalPrompter

    return TerminalPrompter(ascii_only=wants_ascii(sys.stderr))
