"""Stored profiles, as commands need them."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from careerpath.cli.calls import with_option
from careerpath.cli.outcome import narrate
from careerpath.cli.storing import open_store
from careerpath.errors import Problem, StoreError, UsageError
from careerpath.quiz.session import Questionnaire
from careerpath.store.names import check_profile_name

if TYPE_CHECKING:
    from careerpath.model.answers import Answers
    from careerpath.model.catalog import Catalog
    from careerpath.model.profile import StoredProfile, StoredResult
    from careerpath.store.store import Store


def load_profile(name: str) -> StoredProfile:
    """A stored profile.

    Raises:
        UsageError: there is none of that name.
    """
    with open_store(create=False) as store:
        return _load(store, name)


def _load(store: Store, name: str) -> StoredProfile:
    if profile := store.load(name):
        return profile
    raise unknown_profile(name, [entry.name for entry in store.profiles()])


def unknown_profile(name: str, known: list[str]) -> UsageError:
    """The failure that says what profiles there are."""
    if name in known:
        message = f"the profile '{name[:64]}' has no answers yet, only a quiz that was interrupted."
        hint = f"'{with_option('quiz', name)}' goes on with it."
        return UsageError(Problem(code="unfinished-profile", message=message, hint=hint))
    if not known:
        hint = "There is none yet; 'careerpath quiz' makes one."
    else:
        from careerpath.suggest import closest

        guess = closest(name, known)
        hint = f"Did you mean '{guess[0]}'?" if guess else "There are: " + ", ".join(known[:8]) + "."
    return UsageError(Problem(code="unknown-profile", message=f"there is no profile '{name[:64]}'.", hint=hint))


def known_name(store: Store, name: str) -> str:
    """The name of a profile that there is, as it is stored.

    Raises:
        UsageError: there is none of that name, or no profile can be called so.
    """
    name = check_profile_name(name)
    known = [entry.name for entry in store.profiles()]
    if name not in known:
        raise unknown_profile(name, known)
    return name


def stored_answers(catalog: Catalog, name: str) -> Answers:
    """The answers of a profile, as far as they still mean something in this catalogue; says what was left out."""
    return _answers_for(catalog, load_profile(name))


def stored_answers_and_result(catalog: Catalog, name: str) -> tuple[Answers, StoredResult | None]:
    """The same, and the last result that was kept of the profile; None if there is none that can be read."""
    last = None
    with open_store(create=False) as store:
        profile = _load(store, name)
        with suppress(StoreError):  # whoever keeps the next result says why
            last = next(reversed(store.results(name)), None)
    return _answers_for(catalog, profile), last


def _answers_for(catalog: Catalog, profile: StoredProfile) -> Answers:
    session, dropped = Questionnaire(catalog).replay(profile.answers.items())
    if dropped:
        narrate(f"careerpath: left out, since this catalogue does not ask it: {', '.join(dropped)}.")
    return session.answers()
