"""The Markdown: in short what the page says, and nothing in it that a catalogue or a person could have made."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from markdown_it import MarkdownIt

from careerpath.render.markdown.escape import escaped
from careerpath.render.markdown.report import report_markdown
from report.conftest import with_hostile

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it.token import Token

    from careerpath.render.data.report import ReportData

HOSTILE = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)> <!-- ",
    "[x](javascript:alert(1)) ![y](https://evil.example/y.png)",
    "[ref]: https://evil.example",
    "`code` ``` ",
    "a | b || c",
    "**bold** _it_ ~~gone~~ ",
    "# heading ",
    "- item ",
    "1. item ",
    "+ item ",
    "> quote ",
    "=== ",
    "--- ",
    "\n\n# heading\n\n",
    "<https://evil.example> ",
    "\u202edesrever\u2066 \x1b[31m ",
    "back\\slash \\",
    "&lt;script&gt; &#60;b> &copy; ",
    "$x$ ",
)


def tokens(text: str) -> Iterator[Token]:
    for token in MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text):
        yield token
        yield from token.children or ()


def shape(text: str) -> list[tuple[str, str]]:
    """The structure without texts."""
    return [(token.type, token.tag) for token in tokens(text) if token.type not in {"text", "text_special"}]


def seen(text: str) -> str:
    return "".join(token.content for token in tokens(text) if token.type in {"text", "text_special"})


def test_it_says_what_the_result_says(anna: ReportData) -> None:
    text = report_markdown(anna)
    assert text.startswith("# Career report for anna\n")
    assert text.endswith("\n")
    assert "| 1 | Marketing manager | next step | 12.0 | 89.4 (88.1 to 90.2) |" in text
    for heading in ("The verdict", "Roles by match", "Plan for", "The route to", "What would make", "Sources"):
        assert f"\n## {heading}" in text
    assert anna.result.catalog.digest in text
    assert len(text) < 30_000


def test_somebody_without_answers_gets_one_too(nobody: ReportData) -> None:
    assert "You have answered nothing yet" in report_markdown(nobody)


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_becomes_markup(anna: ReportData, text: str) -> None:
    plain = re.sub(r" <https?://[^>]+>", "", report_markdown(anna))
    hostile = report_markdown(with_hostile(anna, text))
    assert shape(hostile) == shape(plain)
    assert not set(hostile) & set("\u202e\u2066\x1b")


@pytest.mark.parametrize("text", HOSTILE)
def test_escaped_text_is_seen_as_it_was(text: str) -> None:
    whole = f"- {escaped(text + 'x')}"
    assert shape(whole) == shape("- x")
    if text.isprintable() and "//" not in text:
        assert seen(whole).replace("\N{WORD JOINER}", "") == f"{text}x"


@pytest.mark.parametrize(
    "text", ["http://a.b", "www.a.b", "me@example.org", "@somebody", "#12", "GH-12", "mailto:me", "HTTPS://A.B"]
)
def test_what_github_would_make_a_link_is_taken_apart(text: str) -> None:
    assert "&#8288;" in escaped(text)
