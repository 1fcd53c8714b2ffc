"""For each kind of output, whether it is harmless, told by a real reader of it. Each check returns its complaints."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from typing import TYPE_CHECKING, Any, cast

import pyte
from icalendar import Calendar
from markdown_it import MarkdownIt

from report.outline import Outline
from support.schemas import parse_strict

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from markdown_it.token import Token

ACTING = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
"""Categories of characters that do something, or show nothing."""

BLANK = set("\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0")
ANCHOR = "\u200e"
_RTL = {"R", "AL", "AN"}
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def hidden_in(text: str, allowed: str = "\n") -> list[str]:
    """Characters that act or hide where a reader sees text. A joiner inside a word or an emoji belongs to it."""
    found = [_name(character) for character in text if _acts(character) and character not in allowed]
    runs = re.findall(r"[\u0300-\u036f\u20d0-\u20ff]{7,}", text)
    return found + [f"{len(run)} marks on one letter" for run in runs]


def _acts(character: str) -> bool:
    return character in BLANK or unicodedata.category(character) in ACTING


def _name(character: str) -> str:
    return f"U+{ord(character):04X}"


def check_terminal(raw: str, *, styled: bool = False) -> list[str]:
    """What a terminal would do with it besides writing lines; with `styled`, bold may be set and reset."""
    seen = _Recorder()
    pyte.Stream(cast("pyte.Screen", seen)).feed(raw)
    style = {(0,), (1,)} if styled else set()
    complaints = [
        f"{event}{arguments}"
        for event, arguments in seen.events
        if event not in {"draw", "linefeed"} and not (event == "select_graphic_rendition" and arguments in style)
    ]
    # The emulator passes over some characters without a word, so the text is looked at besides.
    lines = re.sub(r"\x1b\[[0-9]+m", "", raw).split("\n")
    return complaints + [found for line in lines for found in hidden_in(_without_anchors(_without_joiners(line)))]


def _without_anchors(line: str) -> str:
    """Our own marks, which stand only where something is written from right to left."""
    holds = any(unicodedata.bidirectional(character) in _RTL for character in line)
    return line.replace(ANCHOR, "") if holds else line


def _without_joiners(text: str) -> str:
    return re.sub("(?<=[\u0600-\u08ff])\u200c(?=[\u0600-\u08ff])|(?<=[\u2190-\U0001faff\ufe0f])\u200d", "", text)


class _Recorder:
    """A screen that only notes what it is told to do."""

    def __init__(self) -> None:
        self.events: list[tuple[str, tuple[Any, ...]]] = []

    def __getattr__(self, name: str) -> Callable[..., None]:
        def note(*arguments: Any, **_: Any) -> None:
            self.events.append((name, arguments))

        return note


def check_line(raw: str) -> list[str]:
    """A message on one line: no control, and no second line."""
    complaints = check_terminal(raw)
    return [*complaints, "more than a line"] if raw.count("\n") != 1 or not raw.endswith("\n") else complaints


def check_json(raw: bytes, expected: Sequence[str] = ()) -> list[str]:
    """Strict JSON in UTF-8, in which nothing acts on a terminal, and every expected text stands as it is."""
    text = raw.decode("utf-8")
    texts = set(_texts(parse_strict(text)))
    missing = [f"missing: {wanted!r}" for wanted in expected if not any(wanted in found for found in texts)]
    acting = {character for character in text if unicodedata.category(character) in {"Cc", "Cf", "Zl", "Zp"}} - {"\n"}
    return sorted(map(_name, acting)) + missing


def _texts(value: Any) -> Iterator[str]:
    match value:
        case str():
            yield value
        case dict():
            for key, entry in value.items():
                yield key
                yield from _texts(entry)
        case list():
            for entry in value:
                yield from _texts(entry)


def check_html(page: str, neutral: str) -> list[str]:
    """The same elements, attributes and headings as those of a harmless page; links lead to the web or into the page.

    An address that is one no more is written as text; names from right to left are put into `bdi`.
    """
    seen, wanted = Outline(page), Outline(neutral)
    loose = {"a", "span", "bdi"}
    complaints = [
        f"<{tag}> {seen.tags[tag]} times, not {wanted.tags[tag]}"
        for tag in (seen.tags | wanted.tags).keys() - loose
        if seen.tags[tag] != wanted.tags[tag]
    ]
    complaints += [f"attribute {name}" for name in seen.attributes - wanted.attributes]
    complaints += [f"open: {tag}" for tag in seen.open]
    complaints += [f"link: {link}" for link in seen.links if not link.startswith(("#", "https://", "http://"))]
    if seen.headings != wanted.headings:
        complaints.append("other headings")
    return complaints + hidden_in(_without_joiners(re.sub("[\ufe00-\ufe0f]", "", page)))


def markdown_tokens(text: str) -> Iterator[Token]:
    """Every token, with GitHub's tables and strikethrough."""
    for token in MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text):
        yield token
        yield from token.children or ()


def markdown_shape(text: str) -> list[tuple[str, str]]:
    """The structure of a document, without its texts."""
    return [(token.type, token.tag) for token in markdown_tokens(text) if token.type not in {"text", "text_special"}]


def check_markdown(text: str, neutral: str) -> list[str]:
    """The structure of a harmless document, and nothing that GitHub would turn into a link, a mention or a formula."""
    complaints = [] if markdown_shape(text) == markdown_shape(neutral) else ["another structure"]
    left = r"(?<!<https)(?<!<http)://|\bwww\.|@(?=\w)|(?<!&)#(?=\d)|\bGH-\d|mailto:(?!&)|(?<!\\)\$"
    complaints += [f"GitHub would see: {found!r}" for found in re.findall(left, text, re.IGNORECASE)]
    return complaints + hidden_in(_without_joiners(re.sub("[\ufe00-\ufe0f]", "", text)))


def check_calendar(raw: bytes, neutral: bytes) -> list[str]:
    """The components and properties of a harmless calendar, in short lines that each begin as a property does."""
    complaints = [] if _components(raw) == _components(neutral) else ["other components or properties"]
    lines = raw.decode("utf-8").split("\r\n")
    complaints += ["a line of more than 75 bytes" for line in lines if len(line.encode()) > 75]
    complaints += [f"no property: {line!r}" for line in lines if line and not re.match(r"[A-Z-]+[:;]| ", line)]
    addresses = [line for line in lines if line.startswith("URL")]
    complaints += [f"address: {line}" for line in addresses if not re.match("URL:https?://", line)]
    shown = re.sub("[\ufe00-\ufe0f]", "", "\n".join(lines).replace("\n ", ""))
    return complaints + hidden_in(_without_joiners(shown))


def _components(raw: bytes) -> list[tuple[str, list[str]]]:
    """Each component with its properties; whether there is an address depends on the text."""
    whole = Calendar.from_ical(raw)
    return [(part.name or "", sorted(set(part.keys()) - {"URL"})) for part in whole.walk()]


def check_csv(text: str, columns: int, *, exact: bool = False) -> list[str]:
    """Rows of so many cells, none of which a spreadsheet would compute; numbers may have a sign.

    With `exact`, cells may hold what nobody sees: names that have to be found again elsewhere.
    """
    rows = list(csv.reader(io.StringIO(text, newline="")))
    complaints = [f"{len(row)} cells: {row}" for row in rows if len(row) != columns]
    cells = [cell for row in rows for cell in row]
    complaints += [f"computed: {cell!r}" for cell in cells if cell.startswith(_FORMULA) and not _is_number(cell)]
    return complaints + [entry for cell in cells if not exact for entry in hidden_in(_without_joiners(cell), "")]


def _is_number(cell: str) -> bool:
    return re.fullmatch(r"[+-]?\d+(\.\d+)?", cell) is not None


def check_completion(raw: bytes, words: set[str]) -> list[str]:
    """A word and what it means on each line, none of the words beyond those that may be offered."""
    lines = raw.decode("utf-8").splitlines()
    complaints = [f"no tab, or several: {line!r}" for line in lines if line.count("\t") != 1]
    complaints += [f"offered: {line!r}" for line in lines if line.partition("\t")[0] not in words]
    return complaints + hidden_in(_without_joiners("\n".join(lines)), "\n\t")
