"""Whether somebody has got on between two results, or only rated themselves a little differently.

The test. Take the skills that were rated both times. If nothing has truly changed, each pair of ratings is two draws
of the same thing, so which of the two came first is as good as tossed: given how far apart they are, up and down are
equally likely, skill by skill. The sum of all changes then has a known distribution, worked out exactly here by
convolution of the sizes of the changes. A sum so large that it, or a larger one, has a chance of at most 5 % is called
more than noise. This holds for every error of self-ratings that is the same at both times and independent from skill
to skill: the declared one (`belief.ERROR`), any other size of it, with the ends of the scale, and with a habit of
rating oneself too high that stays. It does not hold for a mood that lifts every rating on one day.

A threshold taken from the declared error alone is measured beside it in `docs/progress.md`. It sees a little more where
few skills are rated and people err exactly as declared; where they err twice as much, it is wrong in up to 8 % of cases
instead of 5. Since nobody knows how much a person errs, their own changes decide.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Literal, TypeAlias

from careerpath.model.base import Value

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from careerpath.model.answers import Answers

Direction: TypeAlias = Literal["rise", "fall", "noise", "nothing"]

FALSE_ALARMS = 500
"""The chance of a false alarm, at most, in hundredths of a percent."""

WHOLE = 10_000


class Progress(Value, frozen=True, kw_only=True):
    """What two results say about the levels that were rated in both.

    compared: skills rated both times; rose, fell: how many went up and down; total: the sum of the changes in levels.
    direction: `rise` or `fall` where that is more than noise, `nothing` where no level differs.
    chance: of so large a rise (or fall) if nothing had changed, in hundredths of a percent, rounded up.
    least: the smallest sum that would be more than noise, given the sizes of the changes; None if none would be.
    """

    compared: int
    rose: int
    fell: int
    total: int
    direction: Direction
    chance: int
    least: int | None


def measure_progress(
    before: Answers, after: Answers, *, among: Iterable[str] | None = None, tests: int = 1
) -> Progress:
    """The progress between two sets of answers.

    Args:
        before: the earlier answers.
        after: the later ones.
        among: the skills to look at; None for all.
        tests: how many such tests are looked at together; each is held to its share of the false alarms.
    """
    changes = level_changes(before, after, among)
    moved = [change for change in changes if change]
    total = sum(moved)
    sums = sign_sums(Counter(map(abs, moved)))
    cases = 2 ** len(moved)
    as_large = sum(count for value, count in sums.items() if value >= abs(total))
    direction: Direction = "nothing" if not moved else "noise"
    if total and _is_rare(as_large, cases, tests):
        direction = "rise" if total > 0 else "fall"
    return Progress(
        compared=len(changes),
        rose=sum(change > 0 for change in moved),
        fell=sum(change < 0 for change in moved),
        total=total,
        direction=direction,
        chance=-(-WHOLE * as_large // cases),
        least=_least(sums, cases, tests),
    )


def level_changes(before: Answers, after: Answers, among: Iterable[str] | None = None) -> list[int]:
    """The change of every level that is known both times."""
    wanted = None if among is None else set(among)
    changes = []
    for skill, level in before.skills.items():
        later = after.skills.get(skill)
        if level is not None and later is not None and (wanted is None or skill in wanted):
            changes.append(later - level)
    return changes


def sign_sums(sizes: Mapping[int, int]) -> dict[int, int]:
    """In how many of the equally likely cases each sum comes about, if every change could as well go the other way.

    Args:
        sizes: how many changes there are of each size.
    """
    sums = {0: 1}
    for size, count in sizes.items():
        for _ in range(count):
            longer: dict[int, int] = {}
            for value, cases in sums.items():
                longer[value + size] = longer.get(value + size, 0) + cases
                longer[value - size] = longer.get(value - size, 0) + cases
            sums = longer
    return sums


def _least(sums: Mapping[int, int], cases: int, tests: int) -> int | None:
    least, above = None, 0
    for value in sorted(sums, reverse=True):
        above += sums[value]
        if value <= 0 or not _is_rare(above, cases, tests):
            break
        least = value
    return least


def _is_rare(those: int, cases: int, tests: int) -> bool:
    """Whether so many of the equally likely cases are few enough for one of these tests, without any rounding."""
    return those * WHOLE * tests <= FALSE_ALARMS * cases
