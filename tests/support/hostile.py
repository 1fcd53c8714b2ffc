"""Texts that would do harm if they came out as they are: to a terminal, a page, a document, a table, a calendar."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

TERMINAL: Final = {
    "colour": "\x1b[31mred",
    "clear": "\x1b[2J\x1b[H",
    "title": "\x1b]0;owned\x07",
    "link": "\x1b]8;;https://evil.example\x1b\\link\x1b]8;;\x1b\\",
    "clipboard": "\x1b]52;c;ZXZpbA==\x07",
    "device": "\x1bP+q544e\x1b\\",
    "private message": "\x1b^x\x1b\\ \x1b_x\x1b\\",
    "reset": "\x1bc",
    "charset": "\x1b(0 \x0e \x0f",
    "c1 csi": "\x9b31m",
    "c1 osc": "\x9d0;owned\x9c",
    "c1 rest": "\x84\x88\x8d\x90\x98",
    "bell": "\x07",
    "backspace": "good\x08\x08\x08\x08evil",
    "delete": "\x7f",
    "null": "\x00",
    "carriage return": "good\revil",
    "line feed": "one\ntwo",
    "form feed": "\x0b\x0c",
    "next line": "one\x85two",
    "separators": "\x1c\x1d\x1e\x1f",
    "line separator": "one\u2028two\u2029three",
}
RICH: Final = {
    "close": "[/bold]",
    "style": "[red]x[/]",
    "rich link": "[link=https://evil.example]x[/link]",
    "action": "[@click=app.quit]x[/]",
    "backslash markup": "\\[bold]x\\",
    "emoji code": ":smile:",
}
DIRECTION: Final = {
    "override": "\u202eevil\u202c",
    "embedding": "\u202aa\u202bb\u202d",
    "isolates": "\u2066a\u2067b\u2068c\u2069",
    "unclosed": "\u2067x",
    "marks": "\u200ex\u200fy\u061c",
}
HIDDEN: Final = {
    "zero width": "a\u200bb\u2060c\ufeff",
    "joiners": "a\u200db\u200c",
    "soft hyphen": "a\u00adb",
    "tags": "x\U000e0065\U000e0076\U000e007f",
    "selectors": "a\ufe0f\U000e0100\U000e0101",
    "fillers": "a\u3164b\u115f\uffa0c\u034f",
    "annotation": "\ufff9a\ufffab\ufffb",
    "marks without end": "z" + "\u0335\u0301" * 60,
    "enclosing": "o" + "\u20dd" * 12,
    "private use": "\ue000\U0010fffd",
    "unassigned": "\ufdd0\U0003fffe",
    "half a pair": "\ud800 \udfff \udcff",
    "two halves": "\ud83d\ude00",
}
HTML: Final = {
    "script": "<script>alert(1)</script>",
    "image": "<img src=x onerror=alert(1)>",
    "attribute": '" onmouseover="alert(1)" x=\'y\'',
    "close": "</title></style></svg></td></table></p><h1>x</h1>",
    "comment": "<!-- x",
    "cdata": "<![CDATA[ x ]]> <?php x ?>",
    "entity": "&lt;b&gt;&#60;i&#x3e;&copy;&nbsp",
    "template": "{{ 7 * 191 }}{% include 'page.html' %}{# x #}",
    "address": "javascript:alert(1)//",
    "data address": "data:text/html,<script>alert(1)</script>",
    "unquoted": "https://evil.example/\" onmouseover='x' >y",
}
MARKDOWN: Final = {
    "md link": "[x](javascript:alert(1))",
    "md image": "![y](https://evil.example/y.png)",
    "reference": "[ref]: https://evil.example 'x'",
    "footnote": "[^1]: note [^1]",
    "table": "a | b || c",
    "fence": "```\ncode\n```",
    "tilde fence": "~~~ code",
    "code": "`code` ``",
    "heading": "# heading",
    "underline": "===",
    "rule": "---",
    "dash": "- item",
    "star": "* item",
    "plus": "+ item",
    "number": "1. item",
    "bracket": "2) item",
    "task": "[x] done",
    "quote": "> quote",
    "indented": "    code",
    "stress": "**bold** _it_ ~~gone~~ __b__",
    "raw": "<b onclick=x>b</b> <details>",
    "autolink": "<https://evil.example> <me@evil.example>",
    "bare link": "https://evil.example www.evil.example me@evil.example mailto:me@evil.example",
    "mention": "@somebody #12 GH-12 org/repo#3",
    "formula": "$x$ $$y$$",
    "end": "x\\",
    "paragraph": "\n\n# heading\n\n",
}
TABLE: Final = {
    "command": "=cmd|'/c calc'!A0",
    "equals": '=HYPERLINK("https://evil.example","x")',
    "plus sum": "+1+1",
    "minus sum": "-2+3",
    "at": "@SUM(1)",
    "tab": "\t=1+1",
    "return": "\r=1+1",
    "line": "\n=1+1",
    "wide equals": "\uff1d1+1",
    "quotes": '"x","=1"',
    "separator": "a;b,c\td",
}
CALENDAR: Final = {
    "alarm": "x\r\nBEGIN:VALARM\r\nACTION:DISPLAY\r\nEND:VALARM",
    "event": "x\nEND:VEVENT\nBEGIN:VEVENT\nSUMMARY:y",
    "folding": "x\r\n y",
    "escapes": "a\\nb\\;c\\,d;e,f",
}
SHELL: Final = {
    "substitution": "$(touch pwned)`touch pwned`${PATH}",
    "list": "; touch pwned & touch pwned | touch pwned #",
    "globs": "* ? [a-z] ~ !x {a,b}",
    "quotes": "'\"'\"",
    "option": "--version",
    "format": "%s %n %d {0} {title} {title.__class__}",
}
SCRIPTS: Final = {
    "hebrew": "\u05de\u05e0\u05d4\u05dc \u05de\u05d5\u05e6\u05e8",
    "arabic": "\u0645\u062f\u064a\u0631 \u0627\u0644\u062a\u0633\u0648\u064a\u0642",
    "wide": "\u4ea7\u54c1\u7ecf\u7406",
    "family": "\U0001f468\u200d\U0001f469\u200d\U0001f467",
}
GROUPS: Final = {
    "terminal": TERMINAL,
    "rich": RICH,
    "direction": DIRECTION,
    "hidden": HIDDEN,
    "html": HTML,
    "markdown": MARKDOWN,
    "table": TABLE,
    "calendar": CALENDAR,
    "shell": SHELL,
    "scripts": SCRIPTS,
}
PAYLOADS: Final = {f"{group}: {name}": text for group, texts in GROUPS.items() for name, text in texts.items()}
"""Every payload by name."""


MESSAGES: Final = TERMINAL | RICH | DIRECTION | HIDDEN | SHELL | SCRIPTS
"""What could do harm in a message on a terminal."""


def chunks(most: int = 300, payloads: Mapping[str, str] = PAYLOADS) -> list[str]:
    """The payloads in a few texts of about so many characters: for outputs in which no place of a text is special."""
    made, chunk = [], ""
    for text in payloads.values():
        if chunk and len(chunk) + len(text) > most:
            made.append(chunk)
            chunk = ""
        chunk += f"{text} "
    return [*made, chunk]
