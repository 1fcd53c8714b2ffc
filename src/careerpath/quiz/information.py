"""How much the answer to each open question would tell about which role comes first in the end."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from careerpath.quiz.board import LIKES
from careerpath.quiz.outlook import draw_weights

if TYPE_CHECKING:
    from careerpath.quiz.outlook import Outlook
    from careerpath.scoring.belief import Floats
    from careerpath.scoring.kernel import Integers

SEARCHING = 0.5
"""The share of people who are held to resemble a role for the choice of a question. A choice makes nobody surer, so it
need not be as careful as what is said; and it is people who resemble a role for whom the quiz can be short."""


class Information(NamedTuple):
    """Expected information in nats, by open skill and by open like; and the joint chances that it comes from.

    joint_skills, joint_likes: of shape (open questions, 5 answers, roles that come first in some draw); `roles` those.
    """

    skills: Floats
    likes: Floats
    joint_skills: Floats
    joint_likes: Floats
    roles: Integers


def information(outlook: Outlook, share: float = SEARCHING) -> Information:
    """What every open question would tell."""
    weights = draw_weights(outlook, share)
    roles, firsts = np.unique(outlook.first, return_inverse=True)
    leads = np.zeros((len(weights), len(roles)), dtype=np.float32)
    leads[np.arange(len(weights)), firsts] = weights
    whole = leads.sum(axis=0)
    all_draws = np.broadcast_to(whole, (outlook.above.shape[2], len(roles)))
    more = np.stack([all_draws, *(above.T @ leads for above in outlook.above)])
    joint_skills = np.concatenate([more[:-1] - more[1:], more[-1:]]).transpose(1, 0, 2)
    joint_likes = np.stack([(outlook.likes == like + 1).T.astype(np.float32) @ leads for like in range(LIKES)], axis=1)
    joint_likes = joint_likes.reshape(-1, LIKES, len(roles))
    return Information(_mutual(joint_skills), _mutual(joint_likes), joint_skills, joint_likes, roles)


def _mutual(joint: Floats) -> Floats:
    joint = np.maximum(joint.astype(float), 0)
    expected = joint.sum(axis=2, keepdims=True) * joint.sum(axis=1, keepdims=True)
    ratio = np.where(joint > 0, joint / np.maximum(expected, 1e-30), 1.0)
    return np.asarray((joint * np.log(ratio)).sum(axis=(1, 2)))


def decided_between(joint: Floats, roles: Integers) -> tuple[int, int]:
    """The two roles that an answer bears on most: those whose chance to be first it moves most."""
    expected = joint.sum(axis=1, keepdims=True) * joint.sum(axis=0, keepdims=True)
    moved = np.abs(joint - expected).sum(axis=0)
    order = np.argsort(-moved, kind="stable")
    first = int(roles[order[0]])
    return first, int(roles[order[1]]) if len(order) > 1 else first
