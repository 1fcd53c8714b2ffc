"""Verifies a saved result: scores the answers inside it again, and holds every value against what comes out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from careerpath.answers.read import answers_from
from careerpath.errors import InvalidInputError
from careerpath.parsing.shape import convert
from careerpath.render.data.envelope import success
from careerpath.render.data.result import QuizData, ResultData, catalog_data, result_data
from careerpath.render.data.verification import NotCompared, VerificationData
from careerpath.scoring.assess import assess
from careerpath.scoring.ranks import honest_ranks
from careerpath.scoring.table import build_table
from careerpath.verification.compare import count_values, find_differences
from careerpath.verification.other_catalog import other_catalog_problems
from careerpath.verification.problems import difference_problems
from careerpath.verification.saved import SavedResult, parse_saved

if TYPE_CHECKING:
    from careerpath.model.answers import Answers
    from careerpath.model.catalog import Catalog

_PROFILE = NotCompared(
    path="data.profile", why="The name under which answers are stored does not follow from anything."
)
_QUIZ = NotCompared(path="data.quiz", why="How the quiz went: the answers do not tell in which order they were given.")


def verify(data: bytes, file: str, catalog: Catalog) -> VerificationData:
    """What was verified, if the result holds.

    Args:
        data: the bytes of the file.
        file: what to call it in messages.
        catalog: the catalogue in use.

    Raises:
        InvalidInputError: it is no result, or it does not hold; then with every difference and its place.
    """
    saved = parse_saved(data, file)
    digest = saved.catalog.get("digest")
    if digest is None or digest.value != catalog.digest:
        raise InvalidInputError(*other_catalog_problems(saved, catalog, _recomputed_if_possible(saved, catalog)))
    recomputed = recompute(catalog, answers_from(saved.answers, catalog), _profile(saved))
    expected = as_json(saved, msgspec.structs.replace(recomputed, quiz=_quiz(saved)))
    differences = find_differences(saved.whole, expected)
    if differences:
        raise InvalidInputError(*difference_problems(differences))
    return VerificationData(
        holds=True,
        kind=saved.kind,
        catalog=catalog_data(catalog),
        values=count_values(expected),
        not_compared=(_PROFILE, _QUIZ) if _quiz(saved) else (_PROFILE,),
    )


def recompute(catalog: Catalog, answers: Answers, profile: str | None) -> ResultData:
    """The whole result that follows from the answers."""
    table = build_table(catalog)
    assessment = assess(catalog, answers, table=table)
    return result_data(catalog, table, assessment, honest_ranks(catalog, table, answers), profile)


def as_json(saved: SavedResult, expected: ResultData) -> object:
    """The result that should be there, with all that is around it, as plain values."""
    return msgspec.json.decode(msgspec.json.encode(success(saved.kind, expected)))


def _recomputed_if_possible(saved: SavedResult, catalog: Catalog) -> ResultData | InvalidInputError:
    """The result with the catalogue in use; what stands against it, if that does not know the answers."""
    try:
        answers = answers_from(saved.answers, catalog)
    except InvalidInputError as error:
        return error
    return recompute(catalog, answers, None)


def _quiz(saved: SavedResult) -> QuizData | None:
    """How the quiz went, which is taken over.

    Raises:
        InvalidInputError: it is not shaped like that.
    """
    return convert(saved.quiz, QuizData) if saved.quiz and saved.quiz.value is not None else None


def _profile(saved: SavedResult) -> str | None:
    """The name of the profile, which is taken over; null in place of what cannot be a name."""
    return saved.profile.value if saved.profile and isinstance(saved.profile.value, str) else None
