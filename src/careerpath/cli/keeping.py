"""Keeps results, so that `history` can show progress, and says what changed since the last one."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from careerpath.cli.calls import with_name
from careerpath.cli.outcome import narrate
from careerpath.cli.storing import now, open_store
from careerpath.errors import StoreError, UsageError
from careerpath.render.text.times import day_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from careerpath.model.answers import Answers
    from careerpath.model.assessment import Assessment, HonestRank
    from careerpath.model.catalog import Catalog
    from careerpath.model.profile import StoredResult
    from careerpath.store.store import Store

LOOKING = "results"
"""Looking at a result again with another catalogue is no news about the person, so it is not kept."""


def keep_result(
    kind: str,
    catalog: Catalog,
    assessment: Assessment,
    profile: str | None,
    ranks: Mapping[str, HonestRank] | None = None,
) -> tuple[str, ...]:
    """Keeps a result in the history of a profile, unless it is the same as the last one there.

    A result that cannot be kept is still shown; stderr then says why it is not kept.

    Args:
        kind: the command; `results` keeps only answers that are new.
        catalog: what the result was made with.
        assessment: the result.
        profile: where to keep it; None keeps nothing.
        ranks: the honest ranks, if they were drawn.

    Returns:
        One or two sentences about what changed since the last result; none if there was none.
    """
    from careerpath.render.data.kept import summary_json

    if profile is None:
        return ()
    try:
        with open_store() as store:
            earlier = store.results(profile)
            last = earlier[-1] if earlier else None
            if last is not None and _is_same(last, assessment, whatever_catalog=kind == LOOKING):
                _keep_ranks(store, profile, last, assessment, ranks)
                return _no_news(kind, last)
            store.add_result(
                profile,
                now(),
                assessment.catalog_version,
                assessment.catalog_digest,
                assessment.answers,
                summary_json(assessment, ranks),
            )
    except (StoreError, UsageError) as error:  # (UsageError: the profile was deleted meanwhile)
        narrate(f"careerpath: this result is not kept: {error.problems[0]}")
        return ()
    return () if last is None else _news(catalog, profile, last, assessment)


def _keep_ranks(
    store: Store, profile: str, last: StoredResult, assessment: Assessment, ranks: Mapping[str, HonestRank] | None
) -> None:
    """Adds ranks to the last result, which has the same answers; whoever looks again need not wait for them."""
    from careerpath.render.data.kept import with_ranks

    if ranks is not None:
        with suppress(StoreError):  # a file that cannot be written to can be looked at all the same
            store.amend_last_result(profile, with_ranks(last, assessment, ranks))


def keep_answers(catalog: Catalog, answers: Answers, profile: str) -> tuple[str, ...]:
    """Scores answers that were stored without a quiz (imported, edited), and keeps the result."""
    from careerpath.scoring.assess import assess

    return keep_result("profile", catalog, assess(catalog, answers), profile)


def _is_same(last: StoredResult, assessment: Assessment, *, whatever_catalog: bool) -> bool:
    same_catalog = whatever_catalog or last.catalog_digest == assessment.catalog_digest
    return same_catalog and last.answers.in_order() == assessment.answers


def _no_news(kind: str, last: StoredResult) -> tuple[str, ...]:
    return () if kind == LOOKING else (f"Your answers are the same as on {day_of(last.at)}.",)


def _news(catalog: Catalog, profile: str, last: StoredResult, assessment: Assessment) -> tuple[str, ...]:
    """What changed since the last result: in levels, and in the readiness for the role that is first now."""
    from careerpath.pathways.progress import measure_progress
    from careerpath.render.data.history import answer_changes, progress_data, still_asked
    from careerpath.render.text.progress import progress_sentence
    from careerpath.scoring.assess import assess

    before = still_asked(catalog, last.answers)
    changed = answer_changes(catalog, before, assessment.answers)
    if not changed:
        return (f"Your answers are the same as on {day_of(last.at)}; the catalogue has changed.",)
    first = assessment.roles[0]
    earlier = assess(catalog, before).by_role[first.role]
    title = catalog.role_by_id[first.role].title
    progress = progress_data(measure_progress(before, assessment.answers))
    figures = f"{earlier.readiness / 100:.1f} then, {first.readiness / 100:.1f} now"
    return (
        f"Since {day_of(last.at)}: {progress_sentence(progress)}",
        f"Readiness for {title}: {figures}. '{with_name('history', profile)}' shows more.",
    )
