"""A pay figure with everything that one has to know before using it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerpath.render.text import numbers, words
from careerpath.render.text.parts import caution, line, quiet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from careerpath.render.data.pay import PayData
    from careerpath.render.text.blocks import Text


def pay_lines(pay: PayData, cited: str, reference: str | None = None) -> Iterator[Text]:
    """The figure and its kind; publisher, region and date; address, or where it is listed; caution."""
    dated = pay.as_of or (f"read {pay.accessed}" if pay.accessed else "no date")
    yield line(
        (f"{numbers.money(pay.amount, pay.currency)} a {pay.unit}", "cp.name"), f", {words.statistic(pay.statistic)}"
    )
    listed = f" {reference}" if reference else ""
    yield line(f"{pay.publisher}, {pay.region or 'region not stated'}, {dated}{listed}", (cited, "cp.quiet"))
    if not reference:
        yield quiet(pay.url)
    if pay.caution:
        yield caution(pay.caution)
