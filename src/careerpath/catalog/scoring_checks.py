"""What `scoring.yaml` must hold beyond its shape: a weight for everything, and shares that add up."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from careerpath.model.role import Importance, Weight
from careerpath.model.skill import MAX_LEVEL
from careerpath.parsing.node import quoted

if TYPE_CHECKING:
    from careerpath.catalog.lookup import Lookup
    from careerpath.parsing.node import Node

_LARGEST_WEIGHT = 1000
_LARGEST_SHARE = 100


def check_scoring(look: Lookup, file: Node) -> None:
    """Reports every fault of the constants of the score."""
    scoring = file.get("scoring")
    if scoring is None:
        return
    for key, names in (("importance", get_args(Importance)), ("activity", get_args(Weight))):
        _check_weights(look, scoring.get(key), names)
    for key in ("surplus", "appeal"):
        look.between(scoring.get(key), 0, _LARGEST_SHARE, f"'{key}'")
    _check_prior(look, scoring.get("prior"))
    _check_bands(look, scoring.get("bands"))


def _check_weights(look: Lookup, weights: Node | None, names: tuple[str, ...]) -> None:
    for name in names if weights else ():
        if weights and weights.get(name) is None:
            look.report(
                weights, "weight", f"{quoted(name)} has no weight.", f"Add '{name}' with a whole number from 1."
            )
        elif weights:
            look.between(weights.get(name), 1, _LARGEST_WEIGHT, f"the weight of '{name}'")


def _check_prior(look: Lookup, prior: Node | None) -> None:
    shares = [share.value for share in prior.entries() if isinstance(share.value, int)] if prior else []
    if prior and (len(shares) != MAX_LEVEL + 1 or min(shares) < 1 or sum(shares) != _LARGEST_SHARE):
        message = f"{quoted(', '.join(map(str, shares)))} does not share 100 % among the levels 0 to {MAX_LEVEL}."
        look.report(prior, "prior", message, f"Give {MAX_LEVEL + 1} whole numbers from 1 that add up to 100.")


def _check_bands(look: Lookup, bands: Node | None) -> None:
    lower, upper = (bands.number("next"), bands.number("ready")) if bands else (None, None)
    if bands and lower is not None and upper is not None and not 0 < lower < upper <= _LARGEST_SHARE:
        message = f"the bands begin at {lower} and {upper}, which leaves one of them empty."
        look.report(bands, "bands", message, "Let 'next' be above 0 and below 'ready', and 'ready' at most 100.")
