"""What a question is held to tell, on draws written out by hand."""

from __future__ import annotations

import numpy as np
import pytest

from careerpath.quiz.information import decided_between, information
from support.outlooks import made_outlook

# Two roles come first, by turns. The first skill and the second like tell which; the others tell nothing or little.
FIRST = [3, 1, 3, 1, 3, 1, 3, 1]
LEVELS = [[4, 2, 0], [0, 2, 1], [4, 1, 0], [0, 1, 1], [4, 2, 0], [0, 2, 1], [4, 1, 2], [0, 1, 2]]
LIKES = [[1, 5], [1, 2], [5, 5], [5, 2], [1, 5], [1, 2], [5, 5], [5, 2]]


def test_a_question_that_decides_tells_everything_and_an_independent_one_nothing() -> None:
    told = information(made_outlook(FIRST, LEVELS, LIKES), 0.5)
    assert told.skills[:2] == pytest.approx([np.log(2), 0], abs=1e-6)
    assert told.likes == pytest.approx([0, np.log(2)], abs=1e-6)
    assert 0 < told.skills[2] < np.log(2)


def test_the_chances_behind_it_are_by_answer_and_role() -> None:
    told = information(made_outlook(FIRST, LEVELS, LIKES), 0.5)
    assert told.roles.tolist() == [1, 3]
    assert told.joint_skills[0] == pytest.approx(np.array([[0.5, 0], [0, 0], [0, 0], [0, 0], [0, 0.5]]))
    assert told.joint_skills[2] == pytest.approx(np.array([[0, 0.375], [0.375, 0], [0.125, 0.125], [0, 0], [0, 0]]))
    assert told.joint_likes[0] == pytest.approx(np.array([[0.25, 0.25], [0, 0], [0, 0], [0, 0], [0.25, 0.25]]))


def test_people_who_resemble_a_role_count_with_their_share() -> None:
    # Among the first half the skill decides, among the second it is always 2.
    outlook = made_outlook([0, 1, 0, 1], [[0], [4], [2], [2]])
    assert information(outlook, 0.99).skills > information(outlook, 0.5).skills > information(outlook, 0.01).skills
    assert information(outlook, 0.5).skills == pytest.approx([0.5 * np.log(2)])


def test_a_question_decides_between_the_roles_whose_chance_it_moves_most() -> None:
    # The first of the three is the likeliest, whatever the answer.
    joint = np.array([[0.3, 0.1, 0.02], [0.3, 0.02, 0.26]])
    assert decided_between(joint, np.array([7, 8, 9])) == (9, 8)
    assert decided_between(joint[:, :1], np.array([7])) == (7, 7)
