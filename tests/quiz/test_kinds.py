"""The kinds of people: what they say, and how answers tell them apart."""

from __future__ import annotations

import random

import numpy as np
import pytest

from careerpath.quiz.board import Board
from careerpath.quiz.kinds import INFLATED, MEETING, OTHERS, Kinds, Posterior
from careerpath.quiz.session import Questionnaire, Session
from careerpath.scoring.belief import report_channel
from support.catalogs import any_answer, make_catalog

CATALOG = make_catalog(roles=4, skills=5, activities=2, learning=0, seed=3)
PRIOR = np.array(CATALOG.scoring.prior) / 100
# Nothing is held impossible, so chances differ a little from what they would be otherwise.
NEARLY = 1e-3


@pytest.fixture
def kinds() -> Kinds:
    return Kinds(Board(CATALOG))


def in_the_light_of(kinds: Kinds, session: Session) -> Posterior:
    return kinds.posterior(kinds.board.known(session))


def test_before_anything_is_said_the_kinds_have_their_shares(kinds: Kinds) -> None:
    posterior = in_the_light_of(kinds, Session())
    assert posterior.log_odds == pytest.approx(0)
    shares = [share * part for part in (1 - INFLATED, INFLATED) for share in MEETING]
    assert posterior.resembling == pytest.approx(np.repeat(np.array(shares)[:, None], 4, axis=1) / 4)
    assert posterior.other == pytest.approx([*OTHERS[:2], *[OTHERS[2] / 5] * 5])


def test_who_resembles_a_role_says_what_it_asks_for(kinds: Kinds) -> None:
    exact, about, below, half = kinds.said[:4]
    inflated = kinds.said[4]
    for demand in range(1, 5):
        assert exact[demand].argmax() == about[demand].argmax() == demand
        assert exact[demand, demand] > about[demand, demand]
        assert inflated[demand].argmax() == min(demand + 1, 4)
        assert below[demand] == pytest.approx(about[demand - 1])
    assert below[0] == pytest.approx(about[0])
    assert half == pytest.approx((about + PRIOR @ report_channel(5)) / 2, abs=NEARLY)
    assert kinds.said.sum(axis=2) == pytest.approx(1)
    assert kinds.said.min() > 0


def test_the_others_answer_at_random_by_the_prior_or_about_equally_high_everywhere(kinds: Kinds) -> None:
    anything, by_prior, *constant = kinds.other_said
    assert anything == pytest.approx([0.2] * 5)
    assert by_prior == pytest.approx(PRIOR, abs=NEARLY)
    assert np.array(constant) == pytest.approx(0.05 + 0.75 * np.eye(5), abs=NEARLY)


@pytest.mark.parametrize("answered", [0, 2, 4])
def test_no_answer_is_expected_to_make_the_others_look_like_a_role(kinds: Kinds, answered: int) -> None:
    """The odds are a martingale for people who resemble no role: the ground of Ville's inequality."""
    draw, session = random.Random(answered), Session()  # noqa: S311 (no secret)
    for name in list(kinds.board.skill_place)[:answered]:
        session = session.answered(name, any_answer(Questionnaire(CATALOG).by_id[name], draw))
    before = in_the_light_of(kinds, session)
    expected = 0.0
    for level in range(5):
        after = in_the_light_of(kinds, session.answered("skill:s4", level))
        expected += before.other @ kinds.other_said[:, level] * np.exp(after.log_odds)
    assert expected == pytest.approx(np.exp(before.log_odds))


def test_background_is_expected_to_tell_nothing_of_the_others_either(kinds: Kinds) -> None:
    item = next(item for item in kinds.board.table.items if item.name == "background")
    chances = np.array(item.prior) / sum(item.prior)
    odds = [np.exp(in_the_light_of(kinds, Session({"background:field": answer})).log_odds) for answer in item.answers]
    assert chances @ odds == pytest.approx(1)


def test_background_that_a_role_asks_for_speaks_for_it(kinds: Kinds) -> None:
    asking = [role for role in CATALOG.roles if role.requirements.background]
    assert asking
    for role in asking:
        place = kinds.board.roles.index(role.id)
        accepted = role.requirements.background.any_of if role.requirements.background else ()
        shares = {
            field.value: in_the_light_of(kinds, Session({"background:field": field.value})).resembling[:, place]
            for field in CATALOG.question_by_id["field"].choices
        }
        assert min(shares[field].sum() for field in accepted) > max(
            share.sum() for field, share in shares.items() if field not in accepted
        )


def test_answers_that_fit_a_role_speak_for_it(kinds: Kinds) -> None:
    for place, role in enumerate(kinds.board.roles):
        needs = {f"skill:{need.skill}": need.level for need in CATALOG.role_by_id[role].requirements.skills}
        fitting = Session({f"skill:{skill.id}": needs.get(f"skill:{skill.id}", 0) for skill in CATALOG.skills})
        opposite = Session({name: 4 if int(str(level)) < 2 else 0 for name, level in fitting.given.items()})
        liked, disliked = (in_the_light_of(kinds, session) for session in (fitting, opposite))
        assert liked.log_odds > 0 > disliked.log_odds
        assert liked.resembling.sum(axis=0).argmax() == place
        assert liked.resembling.sum() == pytest.approx(1)
