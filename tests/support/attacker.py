"""Somebody who wants to find out about a small group from a summary, and knows everything besides the people.

Every cohort of so many people in a tiny catalogue is summarised. Cohorts with the same summary are what the attacker
cannot tell apart; a group that has 1 to k - 1 people in all of them has been found out.
"""

from __future__ import annotations

import random
from itertools import combinations_with_replacement, product
from typing import TYPE_CHECKING, NamedTuple

import msgspec
import numpy as np

from careerpath.cohort.tally import BANDS, Tally
from careerpath.model.role import Requirements, SkillRequirement
from careerpath.pathways.ways import steps_from
from careerpath.render.data.cohort import summary_data
from careerpath.scoring.demands import Demands, band_codes
from careerpath.scoring.kernel import Kernel
from careerpath.scoring.lookups import UNKNOWN
from careerpath.scoring.table import build_table
from support.catalogs import IMPORTANCES, WHY, make_catalog

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from careerpath.model.catalog import Catalog
    from careerpath.model.role import Role

ROLES, SKILLS = 2, 2


class Kind(NamedTuple):
    """People who count alike: their first role, its band, and the cases in which they stand to what it asks for."""

    role: int
    band: int
    cases: tuple[int, ...]


class Verdict(NamedTuple):
    """How many summaries there were, how many groups were looked at in them, and which were found out."""

    summaries: int
    groups: int
    found_out: list[str]


def tiny_catalog(seed: int) -> Catalog:
    """Two roles that ask for the same two skills, at the level 1."""
    draw = random.Random(seed)  # noqa: S311 (no secret)
    catalog = make_catalog(roles=ROLES, skills=SKILLS, activities=2, learning=4, seed=seed)
    return msgspec.structs.replace(catalog, roles=tuple(_tiny(role, draw) for role in catalog.roles))


def _tiny(role: Role, draw: random.Random) -> Role:
    skills = tuple(
        SkillRequirement(skill=f"s{number}", level=1, importance=draw.choice(IMPORTANCES), why=WHY)
        for number in range(SKILLS)
    )
    return msgspec.structs.replace(role, requirements=Requirements(skills=skills), activities=())


def attack(catalog: Catalog, sizes: Iterable[int], least: int) -> Verdict:
    """Looks for groups that can be found out from the summaries of all cohorts of some sizes."""
    table = build_table(catalog)
    demands = Demands(table)
    kinds = _kinds(catalog, demands, Kernel(table, catalog.scoring.appeal))
    firsts, cases = _as_counts(kinds, demands)
    alike: dict[bytes, list[np.ndarray]] = {}
    told: dict[bytes, frozenset[str]] = {}
    for size in sizes:
        for people in combinations_with_replacement(range(len(kinds)), size):
            numbers = np.bincount(people, minlength=len(kinds))
            tally = Tally(ROLES, len(demands.cases))
            tally.scored, tally.firsts, tally.cases = size, np.tensordot(numbers, firsts, 1), numbers @ cases
            summary = summary_data(catalog, demands, tally, least, "")
            key = msgspec.json.encode(summary)
            alike.setdefault(key, []).append(numbers)
            told[key] = frozenset(role.role for role in summary.roles)
    found_out: list[str] = []
    looked_at = 0
    for key, cohorts in alike.items():
        groups = _groups(catalog, demands, kinds, told[key])
        counts = np.array(cohorts) @ np.array(list(groups)).T
        looked_at += len(groups)
        small = ((counts > 0) & (counts < least)).all(axis=0)
        found_out += [f"{list(groups.values())[place]}: {key.decode()}" for place in np.flatnonzero(small)]
    return Verdict(len(alike), looked_at, found_out)


def _kinds(catalog: Catalog, demands: Demands, kernel: Kernel) -> list[Kind]:
    """All kinds of people that there can be."""
    asked = {case.item for case in demands.cases}
    items = [item.name for item in build_table(catalog).items]
    codes = np.array(list(product(*([UNKNOWN, 0, 1] if item in asked else [UNKNOWN] for item in items))), dtype=np.int8)
    likes = np.zeros((len(codes), len(catalog.activities)), dtype=np.int8)
    first = kernel.leaders(codes, likes, 1).role[0]
    kinds = set()
    for role in range(ROLES):
        whom = np.flatnonzero(first == role)
        if len(whom):
            standing = demands.stand(role, codes.T, whom, 1)
            bands = band_codes(standing, catalog.scoring.bands.ready, catalog.scoring.bands.next)
            cases = standing.cases.T.tolist()
            kinds |= {Kind(role, int(band), tuple(some)) for band, some in zip(bands, cases, strict=True)}
    return sorted(kinds)


def _as_counts(kinds: list[Kind], demands: Demands) -> tuple[np.ndarray, np.ndarray]:
    """What one person of each kind adds to a tally."""
    firsts = np.zeros((len(kinds), ROLES, BANDS), dtype=np.int64)
    cases = np.zeros((len(kinds), len(demands.cases)), dtype=np.int64)
    for number, kind in enumerate(kinds):
        firsts[number, kind.role, kind.band] = 1
        cases[number, list(kind.cases)] = 1
    return firsts, cases


def _groups(catalog: Catalog, demands: Demands, kinds: list[Kind], told: frozenset[str]) -> dict[tuple[bool, ...], str]:
    """Groups of people, each as the kinds that belong to it: everything that a summary speaks of, and combinations."""
    groups: dict[tuple[bool, ...], str] = {}

    def add(name: str, belongs: Iterable[bool]) -> None:
        members = tuple(belongs)
        if any(members):
            groups.setdefault(members, name)

    for role in range(ROLES):
        add(f"role {role}", (kind.role == role for kind in kinds))
        for band in range(BANDS):
            add(f"role {role}, band {band}", (kind[:2] == (role, band) for kind in kinds))
    shown = {number for number, role in enumerate(catalog.roles) if role.id in told}
    bands = [{band} for band in range(BANDS)]
    for name, cases in _standings(catalog, demands):
        for roles in ({*range(ROLES)}, shown):
            for some in ({*range(BANDS)}, *bands):
                members = (
                    kind.role in roles and kind.band in some and not cases.isdisjoint(kind.cases) for kind in kinds
                )
                add(f"{name}, roles {roles}, bands {some}", members)
    return groups


def _standings(catalog: Catalog, demands: Demands) -> Iterator[tuple[str, set[int]]]:
    """Ways to stand to an item, as the cases that they consist of: unsaid, lacking, met, helped by a step."""
    for item in {case.item for case in demands.cases}:
        cases = [(number, case) for number, case in enumerate(demands.cases) if case.item == item]
        lacking = {number for number, case in cases if case.is_known and demands.gain[number] > 0}
        unsaid = {number for number, case in cases if not case.is_known}
        yield f"{item} unsaid", unsaid
        yield f"{item} lacking", lacking
        yield f"{item} met", {number for number, _ in cases} - lacking - unsaid
        for learning in catalog.learning:
            skill = item.partition(":")[2]
            helped = {number for number in lacking if any(steps_from(learning, skill, demands.cases[number].code))}
            yield f"{item} helped by {learning.id}", helped
