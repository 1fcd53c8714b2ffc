"""Outlooks written out by hand, to see what is made of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from careerpath.quiz.kinds import Posterior
from careerpath.quiz.outlook import Outlook

if TYPE_CHECKING:
    from collections.abc import Sequence


def made_outlook(
    first: Sequence[int],
    levels: Sequence[Sequence[int]] = (),
    likes: Sequence[Sequence[int]] = (),
    *,
    leader: int = 0,
    log_odds: float = 0.0,
) -> Outlook:
    """An outlook of these draws, with every skill and like open: the first role, the levels and the likes of each."""
    said = np.array(levels or [[]] * len(first), dtype=int)
    liked = np.array(likes or [[]] * len(first), dtype=np.int8)
    return Outlook(
        leader=leader,
        posterior=Posterior(np.ones((1, 1)), np.ones(1), log_odds),
        above=np.stack([said > level for level in range(4)]).astype(np.float32),
        likes=liked,
        first=np.array(first),
        open_skills=np.arange(said.shape[1]),
        open_likes=np.arange(liked.shape[1]),
    )
