"""What the whole questionnaire would show: people drawn who have said all this, with the rest of their answers.

Half of them are drawn from the kinds that resemble a role, half from the others; each half counts as much as its
posterior says. The random numbers come from the answers, so that the same answers give the same outlook.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from careerpath.quiz.board import LEVELS, LIKES, Board, Known, Singles
from careerpath.quiz.kinds import RESEMBLING, Kinds, Posterior

if TYPE_CHECKING:
    from careerpath.scoring.belief import Floats
    from careerpath.scoring.kernel import Codes, Integers

DRAWS = 800
"""For a catalogue of usual size; a very large one gets fewer, down to LEAST_DRAWS, so that nobody has to wait."""

LEAST_DRAWS = 200
EFFORT = 60_000_000
"""The product of draws, roles and skills that is worth a wait."""


class Outlook(NamedTuple):
    """The draws. The first half of them resembles a role.

    above: whether a draw's answer to an open skill is above level 0, 1, 2 and 3, of shape (4, draws, open skills).
    likes: of shape (draws, open likes), from 1 to 5. first: the role that the whole questionnaire would put first.
    open_skills, open_likes: which these are, by place.
    """

    leader: int
    posterior: Posterior
    above: Singles
    likes: Codes
    first: Integers
    open_skills: Integers
    open_likes: Integers

    def chances(self, role: int) -> tuple[float, float]:
        """How often a role comes first among those who resemble a role, and among the others."""
        half = len(self.first) // 2
        hits = self.first == role
        return float(hits[:half].mean()), float(hits[half:].mean())


class Forecaster:
    """Draws outlooks for a catalogue."""

    def __init__(self, board: Board, draws: int | None = None) -> None:
        self.board = board
        self.kinds = Kinds(board)
        affordable = EFFORT // max(len(board.roles) * len(board.skills), 1)
        draws = draws or min(max(affordable, LEAST_DRAWS), DRAWS)
        self.draws = draws + draws % 2

    def outlook(self, known: Known, salt: bytes = b"") -> Outlook:
        """The outlook of what is known; another `salt` draws afresh."""
        random = np.random.default_rng(_seed(known, salt))
        board, posterior = self.board, self.kinds.posterior(known)
        skills = np.flatnonzero(known.open_items[board.skills])
        liked = np.flatnonzero(known.open_likes)
        above = self._draw_skills(posterior, skills, random)
        # All equally likely: to hold some likes commoner than others would only make the outlook surer than it is.
        likes = random.integers(1, LIKES + 1, size=(self.draws, len(liked)), dtype=np.int8)
        points = self._points(known, skills, random) + self._liking(known, liked, likes)
        for level in range(LEVELS - 1):
            points += above[level] @ board.steps[level][skills]
        leader = int(board.match(known).argmax())
        return Outlook(leader, posterior, above, likes, points.argmax(axis=1), skills, liked)

    def _draw_skills(self, posterior: Posterior, skills: Integers, random: np.random.Generator) -> Singles:
        half = self.draws // 2
        flat = np.cumsum(posterior.resembling.ravel())
        drawn = np.minimum(np.searchsorted(flat, random.random(half) * flat[-1]), len(flat) - 1)
        kind, role = np.divmod(drawn, len(self.board.roles))
        others = random.choice(len(posterior.other), size=half, p=posterior.other)
        asked = self.board.demand[role][:, skills]
        points = random.random((self.draws, len(skills)), dtype=np.float32)
        above = np.empty((LEVELS - 1, self.draws, len(skills)), dtype=np.float32)
        for level in range(LEVELS - 1):
            above[level, :half] = points[:half] > self.kinds.rising[kind[:, None], asked, level]
            above[level, half:] = points[half:] > self.kinds.other_rising[others, level][:, None]
        return above

    def _points(self, known: Known, skills: Integers, random: np.random.Generator) -> Singles:
        """What is settled, the lowest level of each open skill, and open background by its prior."""
        board = self.board
        settled = board.base(known) + board.lowest[skills].sum(axis=0)
        points = np.tile(settled, (self.draws, 1))
        for number in board.others[known.open_items[board.others]]:
            prior = np.array(board.table.items[number].prior, dtype=float)
            codes = random.choice(len(prior), size=self.draws, p=prior / prior.sum())
            points += board.worth[board.kernel.first_row[number] + codes]
        return points

    def _liking(self, known: Known, liked: Integers, drawn: Codes) -> Singles:
        """What the likes add; an activity that was left unknown counts as the person's mean."""
        told = np.flatnonzero(known.likes > 0)
        closed = np.flatnonzero((known.likes == 0) & ~known.open_likes)
        likes = np.zeros((self.draws, len(known.likes)), dtype=np.float32)
        likes[:, told] = known.likes[told]
        likes[:, liked] = drawn
        if len(closed) and len(told) + len(liked):
            rated = np.concatenate([told, liked])
            likes[:, closed] = likes[:, rated].mean(axis=1, keepdims=True)
        return np.asarray(likes @ self.board.pull)


def sureness(outlook: Outlook, share: float = RESEMBLING) -> float:
    """The chance that the role that leads now is first in the end, if such a share of people resembles a role.

    Each half of the draws counts with its chance less one standard error, since a stop looks for high ones.
    """
    half = len(outlook.first) // 2
    resembling, other = (_cautious(chance * half, half) for chance in outlook.chances(outlook.leader))
    weight = resembling_weight(outlook.posterior, share)
    return weight * resembling + (1 - weight) * other


def _cautious(hits: float, draws: int) -> float:
    chance = hits / (draws + 1)
    return float(max(chance - np.sqrt(chance * (1 - chance) / draws), 0.0))


def resembling_weight(posterior: Posterior, share: float) -> float:
    """The chance that the person resembles a role."""
    log_odds = posterior.log_odds + np.log(share / (1 - share))
    # Bounded, since weights too small for a single float make the products of arrays twenty times as slow.
    return float(1 / (1 + np.exp(-np.clip(log_odds, -30, 30))))


def draw_weights(outlook: Outlook, share: float) -> Floats:
    """How much each draw counts; sums to 1."""
    weight = resembling_weight(outlook.posterior, share)
    half = len(outlook.first) // 2
    return np.repeat([weight / half, (1 - weight) / half], half)


def _seed(known: Known, salt: bytes) -> int:
    told = b"/".join((known.codes.tobytes(), known.likes.tobytes(), np.packbits(known.open_items).tobytes(), salt))
    return int.from_bytes(hashlib.sha256(told).digest()[:8], "big")
