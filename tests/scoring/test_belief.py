"""The belief about true levels, held against the same computed another way: answer by answer, without arrays."""

from __future__ import annotations

import math
from itertools import product
from typing import TYPE_CHECKING

import numpy as np
import pytest

from careerpath.catalog.read import read_catalog
from careerpath.catalog.source import read_folder
from careerpath.model.answers import Answers
from careerpath.scoring.belief import ABOUT, BASICS, LIKED, Belief, levels_by_demand, report_channel
from careerpath.scoring.kernel import UNKNOWN, Kernel
from careerpath.scoring.table import build_table
from support.program import ROOT

if TYPE_CHECKING:
    from careerpath.model.catalog import Catalog
    from careerpath.scoring.kernel import Codes

DESIGN = ROOT / "tests" / "catalogs" / "design-team"
PERSON = Answers(
    background={"education": "bachelor", "experience": 3},
    skills={"visual-design": 2, "interaction-design": 3, "prototyping": None, "mentoring": 0},
    likes={"draw-screens": 5, "talk-to-users": 1},
)


@pytest.fixture
def catalog() -> Catalog:
    return read_catalog(read_folder(DESIGN))


@pytest.fixture
def belief(catalog: Catalog) -> Belief:
    table = build_table(catalog)
    return Belief(table, Kernel(table, catalog.scoring.appeal))


@pytest.fixture
def coded(catalog: Catalog, belief: Belief) -> tuple[Codes, Codes]:
    codes, likes = belief.kernel.encode(catalog, [PERSON])
    return codes[0], likes[0]


def test_what_is_said_is_the_truth_or_one_or_two_steps_off_but_never_beyond_the_ends() -> None:
    assert report_channel(5).round(9).tolist() == [
        [0.81, 0.18, 0.01, 0, 0],
        [0.19, 0.62, 0.18, 0.01, 0],
        [0.01, 0.18, 0.62, 0.18, 0.01],
        [0, 0.01, 0.18, 0.62, 0.19],
        [0, 0, 0.01, 0.18, 0.81],
    ]


def test_people_who_rate_themselves_too_high_are_shifted_before_they_err() -> None:
    assert report_channel(5, shift=1).round(9).tolist() == [
        *report_channel(5).round(9).tolist()[1:],
        [0, 0, 0.01, 0.18, 0.81],
    ]


@pytest.mark.parametrize(
    ("demand", "levels"),
    [
        (0, BASICS.tolist()),
        (1, [0.2, 0.6, 0.17, 0.03, 0]),
        (2, [0.03, 0.17, 0.6, 0.17, 0.03]),
        (4, [0, 0, 0.03, 0.17, 0.8]),
    ],
)
def test_levels_around_a_demand(demand: int, levels: list[float]) -> None:
    assert levels_by_demand(ABOUT)[demand] == pytest.approx(levels)


def test_the_kinds_of_people_are_as_common_as_the_constants_say(catalog: Catalog, belief: Belief) -> None:
    roles, kinds = len(catalog.roles), len(belief.weights) // 2
    assert kinds == 4 * roles + 7
    plain, inflated = belief.weights[:kinds], belief.weights[kinds:]
    assert belief.weights.sum() == pytest.approx(1)
    assert inflated.sum() == pytest.approx(0.4)
    resembling = plain[: 4 * roles].reshape(roles, 4) / 0.6
    assert resembling == pytest.approx(np.tile(np.array([0.2, 0.15, 0.1, 0.05]) / roles, (roles, 1)))
    assert plain[4 * roles :] / 0.6 == pytest.approx([0.1, 0.3, *[0.02] * 5])


def test_the_kinds_have_the_levels_that_they_are_named_after(catalog: Catalog, belief: Belief) -> None:
    names = [belief.kernel.items[number] for number in belief.skills]
    column = names.index("skill:interaction-design")
    first = [role.id for role in catalog.roles].index("designer")
    roles = len(catalog.roles)
    prior = np.array(catalog.scoring.prior) / sum(catalog.scoring.prior)
    exactly, about, below, half = belief.levels[4 * belief.kernel.roles.index("designer") :][:4, column]
    assert first >= 0
    assert exactly == pytest.approx([0, 0.02, 0.96, 0.02, 0])
    assert about == pytest.approx([0.03, 0.17, 0.6, 0.17, 0.03])
    assert below == pytest.approx([0.2, 0.6, 0.17, 0.03, 0])
    assert half == pytest.approx(0.5 * about + 0.5 * prior)
    at_random, usual, *equal = belief.levels[4 * roles : 4 * roles + 7, column]
    assert at_random == pytest.approx([0.2] * 5)
    assert usual == pytest.approx(prior)
    assert np.array(equal) == pytest.approx(np.full((5, 5), 0.02) + 0.9 * np.eye(5))
    assert belief.levels[len(belief.levels) // 2 :] == pytest.approx(belief.levels[: len(belief.levels) // 2])


def weigh(belief: Belief, codes: Codes) -> list[float]:
    """The weights of the kinds by Bayes' rule, one answer at a time."""
    kinds = len(belief.weights) // 2
    channels = [report_channel(5)] * kinds + [report_channel(5, shift=1)] * kinds
    weights = []
    for kind, weight in enumerate(belief.weights):
        chance = math.log(weight)
        for column, number in enumerate(belief.skills):
            if codes[number] != UNKNOWN:
                said = sum(belief.levels[kind, column, true] * channels[kind][true, codes[number]] for true in range(5))
                chance += math.log(max(said, 1e-9))
        for column, number in enumerate(belief.others):
            if codes[number] != UNKNOWN:
                chance += math.log(belief.backgrounds[column][kind, codes[number]])
        weights.append(math.exp(chance))
    return [weight / sum(weights) for weight in weights]


def test_answers_shift_the_weights_by_the_rule_of_bayes(belief: Belief, coded: tuple[Codes, Codes]) -> None:
    assert belief.posterior_weights(coded[0]) == pytest.approx(weigh(belief, coded[0]))
    assert belief.posterior_weights(np.full_like(coded[0], UNKNOWN)) == pytest.approx(belief.weights)


def test_a_background_that_a_role_asks_for_is_commoner_in_it(belief: Belief) -> None:
    items = [belief.kernel.items[number] for number in belief.others]
    column = items.index("education")
    rows = belief.backgrounds[column]
    assert rows.sum(axis=1) == pytest.approx(np.ones(len(rows)))
    assert len(rows) == len(belief.weights)
    prior = belief.priors[belief.others[column]]
    asking = 4 * belief.kernel.roles.index("junior-designer")
    exactly, about, below, half = rows[asking : asking + 4]
    assert exactly.tolist() == about.tolist() == below.tolist()
    assert half == pytest.approx(prior)
    raised = exactly > prior
    assert 0 < raised.sum() < len(prior)
    assert exactly[raised] == pytest.approx(prior[raised] * (0.3 + 0.7 / prior[raised].sum()))
    assert exactly[~raised] == pytest.approx(0.3 * prior[~raised])


def test_true_answers_are_drawn_as_often_as_they_are_believed(belief: Belief, coded: tuple[Codes, Codes]) -> None:
    codes, likes = coded
    count = 40_000
    drawn, _ = belief.draw(codes, likes, count, np.random.default_rng(1))
    assert drawn.shape == (count, len(codes))
    weights, kinds = weigh(belief, codes), len(belief.weights) // 2
    channels = [report_channel(5)] * kinds + [report_channel(5, shift=1)] * kinds
    for column, number in enumerate(belief.skills):
        chances = np.zeros(5)
        for (kind, weight), true in product(enumerate(weights), range(5)):
            levels, said = belief.levels[kind, column], codes[number]
            told = channels[kind][:, said] if said != UNKNOWN else np.ones(5)
            if (together := levels * told).sum():
                chances[true] += weight * together[true] / together.sum()
        found = np.bincount(drawn[:, number], minlength=5) / count
        assert found == pytest.approx(chances, abs=0.012), belief.kernel.items[number]


def test_background_is_a_fact_and_only_what_is_unknown_is_drawn(belief: Belief, coded: tuple[Codes, Codes]) -> None:
    codes, likes = coded
    drawn, _ = belief.draw(codes, likes, 500, np.random.default_rng(1))
    for number in belief.others:
        if codes[number] != UNKNOWN:
            assert set(drawn[:, number].tolist()) == {int(codes[number])}
        else:
            assert len(set(drawn[:, number].tolist())) > 1
    assert drawn.min() >= 0


def test_likes_are_drawn_around_what_was_said(belief: Belief, coded: tuple[Codes, Codes]) -> None:
    codes, likes = coded
    count = 40_000
    _, liked = belief.draw(codes, likes, count, np.random.default_rng(2))
    assert (liked.min(), liked.max()) == (1, 5)
    for column, said in enumerate(likes):
        told = report_channel(5)[:, said - 1] if said else np.ones(5)
        chances = LIKED * told / (LIKED * told).sum()
        assert np.bincount(liked[:, column], minlength=6)[1:] / count == pytest.approx(chances, abs=0.012)
