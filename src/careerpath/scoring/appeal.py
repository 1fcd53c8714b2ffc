"""Appeal: how well the activities of a role suit what a person likes, centred on the person's own mean.

    appeal(r) = 50 + 12.5 * sum over activities a of share(r, a) * (like(a) - mean like)

Likes run from 1 to 5, so a difference lies within -4 and 4 and the appeal within 0 and 100; 50 is "as much as your
average". An activity that was not rated counts as the average. Written with centred shares it is a plain sum over
activities, so it stays separable: share(r, a) less the mean share, times like(a).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerpath.scoring.exact import WHOLE, divide_fairly, rounded

if TYPE_CHECKING:
    from collections.abc import Mapping

    from careerpath.scoring.table import RoleTerms

MIDDLE = WHOLE // 2
PER_STEP = 1250
"""Hundredths of appeal for one step of liking above the person's mean, for a role that is all of one activity."""

LOWEST_LIKE, HIGHEST_LIKE = 1, 5


def appeal_of(role: RoleTerms, likes: Mapping[str, int]) -> int:
    """The appeal of a role, 0 to 10000 hundredths; 5000 if nothing has been rated."""
    numerator, denominator = _centred(role, likes)
    return MIDDLE + rounded(PER_STEP * numerator, denominator)


def match_points(role: RoleTerms, likes: Mapping[str, int], percent: int) -> dict[str, int]:
    """What each rated activity of the role adds to the match, in hundredths; exactly the rounded whole in sum.

    Args:
        role: its activities with their weights.
        likes: the likings known, 1 to 5, by activity.
        percent: points of match for each point of appeal above or below 50, in percent.
    """
    numerator, denominator = _centred(role, likes)
    total = rounded(percent * PER_STEP * numerator, 100 * denominator)
    whole, liked = sum(likes.values()), len(likes)
    shares = {
        activity: percent * PER_STEP * weight * (liked * likes[activity] - whole)
        for activity, weight in role.activities.items()
        if activity in likes
    }
    return divide_fairly(total, shares, 100 * denominator)


def match_range(
    role: RoleTerms, likes: Mapping[str, int], activities: tuple[str, ...], percent: int
) -> tuple[int, int]:
    """The least and the most that appeal can add to the match once all activities are rated, in hundredths.

    Args:
        role: its activities with their weights.
        likes: the likings known, 1 to 5, by activity.
        activities: every activity of the catalogue; all of them count for the person's mean.
        percent: points of match for each point of appeal above or below 50, in percent.
    """
    weight_sum = sum(role.activities.values())
    if not weight_sum or not activities:
        return 0, 0
    # What is not of the role counts with the same negative share, whatever it is: once for all, then those of the role.
    rated, unrated = sum(likes.values()), len(activities) - len(likes)
    low = -weight_sum * (rated + unrated * HIGHEST_LIKE)
    high = -weight_sum * (rated + unrated * LOWEST_LIKE)
    for activity, weight in role.activities.items():
        whole = len(activities) * weight
        if activity in likes:
            low += whole * likes[activity]
            high += whole * likes[activity]
        else:
            share = whole - weight_sum
            low += min(share * LOWEST_LIKE, share * HIGHEST_LIKE) + weight_sum * HIGHEST_LIKE
            high += max(share * LOWEST_LIKE, share * HIGHEST_LIKE) + weight_sum * LOWEST_LIKE
    scale = 100 * len(activities) * weight_sum
    return rounded(percent * PER_STEP * low, scale), rounded(percent * PER_STEP * high, scale)


def _centred(role: RoleTerms, likes: Mapping[str, int]) -> tuple[int, int]:
    """The sum of share * (like - mean) as a fraction of whole numbers."""
    liked, weight_sum = len(likes), sum(role.activities.values())
    if not liked or not weight_sum:
        return 0, 1
    whole = sum(likes.values())
    numerator = sum(
        weight * (liked * likes[activity] - whole) for activity, weight in role.activities.items() if activity in likes
    )
    return numerator, liked * weight_sum
