"""Every reader of careerpath as a function of bytes that raises if the reader does what no reader may do.

A reader may return a value or refuse the input in words (`oracle.refusal`). What it returns has to be fit for use: what
careerpath writes from it reads back equal, and writing that again changes nothing.
"""

from __future__ import annotations

import json
import zlib
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from careerpath.answers.read import parse_answers
from careerpath.answers.write import answers_text
from careerpath.catalog.compiled import decode_copy, encode_copy
from careerpath.catalog.file_names import FILE_NAMES
from careerpath.catalog.linting.lint import lint
from careerpath.catalog.names import resolve_role
from careerpath.catalog.read import read_catalog
from careerpath.catalog.skill_names import parse_raise, resolve_level, resolve_skill
from careerpath.catalog.source import Source
from careerpath.cli.schema_files import resolve_kind
from careerpath.errors import StoreError
from careerpath.model.catalog import Catalog
from careerpath.parsing.json_text import parse_json
from careerpath.parsing.text import decode_text
from careerpath.parsing.yaml_text import parse_yaml
from careerpath.quiz.session import Questionnaire
from careerpath.render.data.envelope import success, to_json
from careerpath.scoring.assess import assess
from careerpath.scoring.table import build_table
from careerpath.store.encoding import (
    decode_answers,
    decode_time,
    decode_value,
    encode_answers,
    encode_time,
    encode_value,
)
from careerpath.store.faults import DamagedError
from careerpath.store.names import check_profile_name
from careerpath.verification.verify import recompute, verify
from fuzz.oracle import refusal
from support.catalogs import make_answers

if TYPE_CHECKING:
    from collections.abc import Callable

    from careerpath.model.answers import Answers

TESTS = Path(__file__).parents[1]
DESIGN_TEAM = TESTS / "catalogs" / "design-team"
FILE = "input"

KEY = b"k" * 64
"""Stands for what a compiled copy is found by."""

LIMITS = frozenset({"too-deep", "too-large", "number", "duplicate-key", "control-character", "surrogate", "encoding"})
"""The codes with which JSON that is none the less JSON may be refused."""


class Target(NamedTuple):
    """A reader. `seeds` are inputs that it takes, or nearly."""

    run: Callable[[bytes], None]
    seeds: Callable[[], list[bytes]]


@cache
def design_files() -> dict[str, bytes]:
    """The files of the small catalogue."""
    return {name: (DESIGN_TEAM / name).read_bytes() for name in FILE_NAMES if (DESIGN_TEAM / name).exists()}


@cache
def design_team() -> Catalog:
    """The small catalogue."""
    return read_catalog(Source(folder="design-team", files=design_files()))


def read_any_yaml(data: bytes) -> None:
    """YAML; what is read is the same once written as JSON."""

    def read() -> None:
        value = parse_yaml(decode_text(data, FILE), FILE).plain()
        text = json.dumps(value)
        assert parse_json(text, FILE).plain() == value, text

    refusal(read)


def read_any_json(data: bytes) -> None:
    """JSON; the standard library reads the same, and nothing else is refused but what is beyond the limits."""
    found: list[Any] = []
    codes = refusal(lambda: found.append(parse_json(decode_text(data, FILE), FILE).plain()))
    try:
        text = data.decode().removeprefix("\ufeff")
        expected = json.loads(text, parse_constant=_refuse)
    except (ValueError, RecursionError):
        assert codes, "careerpath reads what is no JSON"
    else:
        assert found == [expected] or set(codes) <= LIMITS, (codes, found, expected)


def _refuse(word: str) -> None:
    raise ValueError(word)


def read_answers_file(data: bytes) -> None:
    """An answers file, also as `profile import` takes it. What is written reads back equal, and stays as it is."""
    catalog = design_team()

    def read() -> None:
        answers = parse_answers(data, FILE, catalog)
        for comments in (True, False):
            text = answers_text(catalog, answers, comments=comments)
            again = parse_answers(text.encode(), FILE, catalog)
            assert _known(again) == _known(answers), text
            assert answers_text(catalog, again, comments=comments) == text
        stored = decode_answers(encode_answers(answers))
        assert stored == answers
        assert Questionnaire(catalog).replay(stored.items())[0].answers() == answers
        assess(catalog, answers, table=build_table(catalog))

    refusal(read)


def _known(answers: Answers) -> dict[str, object]:
    """The answers that say something; those that say "unknown" may be written for questions that were not answered."""
    return {question: value for question, value in answers.items() if value is not None}


def read_catalog_file(data: bytes) -> None:
    """One file of a catalogue, named by the first byte, among sound ones; what is read is fit for every command."""
    names = list(FILE_NAMES)
    name, content = names[data[0] % len(names)] if data else names[0], data[1:]
    source = Source(folder="c", files=design_files() | {name: content}, base=_base())
    refusal(lambda: _use(read_catalog(source)), files=len(names))


def read_overlay_file(data: bytes) -> None:
    """One file, named by the first byte, laid over a whole catalogue."""
    names = [name for name in FILE_NAMES if name != "catalog.yaml"]
    name, content = names[data[0] % len(names)] if data else names[0], data[1:]
    settings = b"name: over\nversion: '1'\nbase: shipped\n"
    source = Source(folder="c", files={"catalog.yaml": settings, name: content}, base=_base())
    refusal(lambda: _use(read_catalog(source)), files=len(names))


def lint_file(data: bytes) -> None:
    """As `read_catalog_file`, but looked over by `catalog lint`."""
    names = ["lint.yaml", "roles.yaml", "skills.yaml", "learning.yaml", "questions.yaml"]
    name, content = names[data[0] % len(names)] if data else names[0], data[1:]
    source = Source(folder="c", files=design_files() | {name: content}, base=_base())
    refusal(lambda: lint(source), files=len(names))


@cache
def _base() -> Source:
    return Source(folder="shipped", files=design_files())


def _use(catalog: Catalog) -> None:
    copy = msgspec.msgpack.decode(msgspec.msgpack.encode(catalog), type=Catalog)
    assert copy == catalog
    assert decode_copy(KEY, encode_copy(KEY, catalog)) == catalog
    template = answers_text(catalog)
    assert _known(parse_answers(template.encode(), FILE, catalog)) == {}
    table = build_table(catalog)
    for missing in (100, 30):
        answers = make_answers(catalog, missing=missing, unknown=20, seed=1)
        text = answers_text(catalog, answers)
        assert _known(parse_answers(text.encode(), FILE, catalog)) == _known(answers), text
        assess(catalog, answers, table=table)


def verify_result(data: bytes) -> None:
    """A saved result."""
    refusal(lambda: verify(data, FILE, design_team()))


@cache
def saved_result() -> bytes:
    """A result of the small catalogue, saved."""
    catalog = design_team()
    answers = make_answers(catalog, missing=20, unknown=20, seed=3)
    return to_json(success("quiz", recompute(catalog, answers, "anna")))


def decode_stored(data: bytes) -> None:
    """What stands in the columns of the store: an answer, all answers, a time. The first byte says which."""
    which, text = (data[0] % 5 if data else 0), data[1:]
    if which == 4:
        with suppress(DamagedError):
            at = decode_time(text.decode(errors="replace"))
            assert decode_time(encode_time(at)) == at
    elif which == 3:
        with suppress(ValueError):
            answers = decode_answers(text)
            assert decode_answers(encode_answers(answers)) == answers
            to_json(success("profile", answers))
            _use_stored(answers)
    else:
        question = ("background:field", "skill:figma", "activity:draw")[which]
        with suppress(ValueError):
            value = decode_value(question, text)
            assert decode_value(question, encode_value(question, value)) == value
            msgspec.json.encode(value)
            Questionnaire(design_team()).replay([(question, value)])


def _use_stored(answers: Answers) -> None:
    catalog = design_team()
    session, _ = Questionnaire(catalog).replay(answers.items())
    answers_text(catalog, session.answers())
    answers.in_order()


def decode_compiled(data: bytes) -> None:
    """A compiled copy whose key and checksum are right: content that somebody made, or damage that nothing noticed.

    An even first byte puts the right head and checksum before the rest; with an odd one the rest is all there is.
    """
    rest = data[1:]
    if data and data[0] % 2 == 0:
        empty = encode_copy(KEY, design_team())
        checksum = zlib.crc32(rest).to_bytes(4, "big")
        rest = empty[: empty.index(KEY) + len(KEY)] + checksum + rest
    catalog = decode_copy(KEY, rest)
    assert catalog is None or decode_copy(KEY, encode_copy(KEY, catalog)) == catalog


def _copies() -> list[bytes]:
    whole = encode_copy(KEY, design_team())
    content = msgspec.msgpack.encode(design_team())
    return [b"\x01" + whole, b"\x00" + content, b"\x00" + b"\x91" * 5_000, b"\x00\xdf\xff\xff\xff\xff"]


def resolve_names(data: bytes) -> None:
    """What is typed as the name of a role, a skill, a level, a pair, a kind or a profile."""
    text = data.decode(errors="surrogateescape").replace("\0", "")
    catalog = design_team()
    for resolve in (
        lambda: resolve_role(catalog, text),
        lambda: resolve_skill(catalog, text),
        lambda: resolve_level(text),
        lambda: parse_raise(catalog, text),
        lambda: resolve_kind(text),
        lambda: check_profile_name(text),
    ):
        with suppress(StoreError):
            refusal(resolve, places=False)


def _numbered(contents: dict[str, bytes], names: list[str]) -> list[bytes]:
    return [bytes([place]) + contents[name] for place, name in enumerate(names) if name in contents]


def _texts(*texts: str) -> Callable[[], list[bytes]]:
    return lambda: [text.encode() for text in texts]


def _shipped_files() -> list[bytes]:
    return list(design_files().values())


def _answers() -> list[bytes]:
    catalog = design_team()
    given = [make_answers(catalog, missing=missing, unknown=20, seed=missing) for missing in (0, 50, 90)]
    texts = [answers_text(catalog, answers) for answers in given]
    short = [answers_text(catalog, answers, comments=False) for answers in given]
    as_json = [msgspec.json.encode(answers) for answers in given]
    return [*(text.encode() for text in (*texts, *short)), *as_json]


TARGETS: dict[str, Target] = {
    "yaml": Target(read_any_yaml, _shipped_files),
    "json": Target(
        read_any_json, lambda: [saved_result()[:3000], b'{"a": [1, -2.5e3, true, null, "\\u00e9\\n"]}', b"[]"]
    ),
    "answers": Target(read_answers_file, _answers),
    "catalog": Target(read_catalog_file, lambda: _numbered(design_files(), list(FILE_NAMES))),
    "overlay": Target(
        read_overlay_file, lambda: _numbered(design_files(), [name for name in FILE_NAMES if name != "catalog.yaml"])
    ),
    "lint": Target(
        lint_file,
        lambda: [
            b"\0explained:\n  - {code: twins, about: [a, b], why: x}\n",
            *_numbered(design_files(), ["", "roles.yaml", "skills.yaml", "learning.yaml", "questions.yaml"]),
        ],
    ),
    "verify": Target(verify_result, lambda: [saved_result()]),
    "stored": Target(
        decode_stored,
        lambda: [
            b'\0"design"',
            b'\0["a", "b"]',
            b"\x013",
            b"\x02null",
            b'\x03{"background":{"field":"design"},"skills":{"figma":3},"likes":{"draw":null}}',
            b"\x042027-01-31T10:00:00.000000+00:00",
        ],
    ),
    "compiled": Target(decode_compiled, _copies),
    "names": Target(
        resolve_names, _texts("lead", "product manager", "figma=3", "data analysis=advanced", "roles.yaml", "Anna 2")
    ),
}
