"""Claims: one fact each, with the document and the place that it stands in."""

# No postponed annotations here: msgspec needs the types when the program runs, and has them sooner.

from typing import Literal

from careerpath.model.base import Value

Basis = Literal["documented", "editorial"]
"""`documented` stands in a document; `editorial` is our own judgement and has a reason."""

Statistic = Literal["median", "average", "average total pay", "not stated"]

CautionAbout = Literal["fact", "pay", "offer", "document"]
"""What a caution concerns, and so where it matters.

`fact`: whether the claim is so, or holds for everybody; it matters wherever the claim counts. `pay`: a figure for pay,
or that there is none. `offer`: how to get at what is offered: its address, length, price, who praises it. `document`:
how the document is worded, or what it leaves open; it matters where the claim itself is told.
"""


class Document(Value, frozen=True, kw_only=True):
    """A published text that claims are taken from. Dates are ISO 8601; None means that the text does not say."""

    id: str
    title: str
    publisher: str
    language: str
    address: str | None = None
    updated: str | None = None
    references_accessed: str | None = None
    note: str | None = None


class Pay(Value, frozen=True, kw_only=True):
    """A pay figure: `amount` in `currency` per `unit`, and what kind of figure it is."""

    amount: int
    currency: str
    unit: Literal["year"]
    statistic: Statistic
    publisher: str
    url: str
    region: str | None = None
    as_of: str | None = None
    accessed: str | None = None


class Claim(Value, frozen=True, kw_only=True):
    """One fact in our words, and where it stands. `caution` says what looks wrong, `caution_about` with what."""

    id: str
    document: str
    place: str
    kind: str
    subject: str
    statement: str
    pay: Pay | None = None
    url: str | None = None
    cited: str | None = None
    translated: bool = False
    caution: str | None = None
    caution_about: CautionAbout = "fact"


class Conflict(Value, frozen=True, kw_only=True):
    """Two or more claims that disagree, and what careerpath makes of it."""

    id: str
    subject: str
    kind: Literal[
        "contradiction", "different emphasis", "different role", "different measure", "different level", "definition"
    ]
    claims: tuple[str, ...]
    detail: str
    handling: str
