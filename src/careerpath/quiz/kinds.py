"""The kinds of people that the questionnaire holds possible, and how likely each is, given the answers.

As in `scoring.belief`, but of what people *say*: the question is what the whole questionnaire would show, not what is
true. A kind that resembles a role says what depends on the level asked for alone, so a kind is a table of 5 by 5
chances for all roles at once; that is what keeps a catalogue of a thousand roles quick.

Far fewer people resemble a role here than in the belief (RESEMBLING): questions are chosen one by one to confirm the
leading role, and a handful of such answers is easily given by chance. By Ville's inequality, of people who resemble
none, at most a share of RESEMBLING / (1 - RESEMBLING) / k is ever held k times as likely to resemble one as not,
whatever is asked and whenever it stops.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from careerpath.quiz.board import LEVELS, Board, Known, Singles
from careerpath.scoring.belief import ABOUT, EXACTLY, FITTING, levels_by_demand, report_channel
from careerpath.scoring.kernel import UNKNOWN

if TYPE_CHECKING:
    from careerpath.scoring.belief import Floats

RESEMBLING = 0.01
"""The share of people who resemble a role, for the confidence that is said."""

MEETING = (0.35, 0.25, 0.2, 0.2)
"""Of these, those who meet it exactly, about, but for a level, and by half."""

INFLATED = 0.25
"""Of these, those who rate themselves one step too high throughout."""

OTHERS = (0.45, 0.45, 0.1)
"""Of the others, those with levels at random, by the prior, and about equally high everywhere."""

LEAST = 1e-4
"""Nothing is impossible: somebody may say what none of these kinds would."""


class Posterior(NamedTuple):
    """How likely each kind is, given the answers.

    resembling: of shape (kinds, roles), sums to 1. other: of shape (other kinds,), sums to 1. log_odds: the logarithm
    of how much likelier the answers are from people who resemble a role than from the others.
    """

    resembling: Floats
    other: Floats
    log_odds: float


class Kinds:
    """The kinds of a catalogue.

    Attributes:
        said: the chance of each answer by kind and level asked for, of shape (kinds, 5, 5).
        other_said: of shape (other kinds, 5).
    """

    def __init__(self, board: Board) -> None:
        self.board = board
        prior = np.array(board.catalog.scoring.prior) / sum(board.catalog.scoring.prior)
        about = levels_by_demand(ABOUT)
        below = about[np.maximum(np.arange(LEVELS) - 1, 0)]
        tables = [levels_by_demand(EXACTLY), about, below, 0.5 * about + 0.5 * prior]
        plain, inflated = report_channel(LEVELS), report_channel(LEVELS, shift=1)
        said = [table @ channel for channel in (plain, inflated) for table in tables]
        self.said = _possible(np.stack(said))
        shares = np.concatenate([np.array(MEETING) * (1 - INFLATED), np.array(MEETING) * INFLATED])
        self._log_shares = np.log(shares / len(board.roles))
        constants = np.full((LEVELS, LEVELS), 0.05) + 0.75 * np.eye(LEVELS)
        self.other_said = _possible(np.concatenate([np.full((1, LEVELS), 1 / LEVELS), prior[None], constants]))
        self._log_others = np.log(np.array([*OTHERS[:2], *[OTHERS[2] / LEVELS] * LEVELS]))
        self.rising = np.cumsum(self.said, axis=2).astype(np.float32)
        self.other_rising = np.cumsum(self.other_said, axis=1).astype(np.float32)
        self._backgrounds = {int(number): self._background(int(number)) for number in board.others}

    def _background(self, number: int) -> Singles:
        """How much likelier each answer to a background item is from people of a role; of shape (answers, roles)."""
        item = self.board.table.items[number]
        prior = np.array(item.prior) / sum(item.prior)
        ratios = np.ones((len(prior), len(self.board.roles)))
        for column, place in enumerate(self.board.order):
            if term := self.board.table.roles[place].terms.get(item.name):
                met = prior * (np.array(term.coverage) == term.full)
                ratios[:, column] = FITTING * met / met.sum() / prior + (1 - FITTING)
        return np.log(ratios).astype(np.float32)

    def posterior(self, known: Known) -> Posterior:
        """The kinds in the light of the answers."""
        codes = known.codes[self.board.skills]
        told = np.flatnonzero(codes != UNKNOWN)
        logs = self._log_shares[:, None] + np.zeros(len(self.board.roles))
        others = self._log_others.copy()
        if len(told):
            asked = self.board.demand[:, told]
            logs = logs + np.log(self.said)[:, asked, codes[told]].sum(axis=2)
            others += np.log(self.other_said)[:, codes[told]].sum(axis=1)
        for number, ratios in self._backgrounds.items():
            if known.codes[number] != UNKNOWN:
                logs = logs + ratios[known.codes[number]]
        top, other_top = logs.max(), others.max()
        resembling, other = np.exp(logs - top), np.exp(others - other_top)
        log_odds = top + np.log(resembling.sum()) - other_top - np.log(other.sum())
        return Posterior(resembling / resembling.sum(), other / other.sum(), float(log_odds))


def _possible(chances: Floats) -> Floats:
    chances = np.maximum(chances, LEAST)
    return np.asarray(chances / chances.sum(axis=-1, keepdims=True))
