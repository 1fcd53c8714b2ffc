"""Values that readers trip over, to be put where text, numbers, names or files are expected. Import them anywhere."""

from __future__ import annotations

from typing import Final

MANY_DIGITS: Final = "9" * 100_000
"""More digits than Python turns into an integer."""

LONG_TEXT: Final = "x" * 100_000

NUMBERS: Final[tuple[str, ...]] = (
    "nan",
    "NaN",
    ".nan",
    "inf",
    "-inf",
    "Infinity",
    "-.inf",
    "1e999",
    "-1e999",
    "1e-999",
    "-1",
    "-0",
    "0.1",
    "2.5",
    "1e3",
    "99",
    "1000000000000000",
    "999999999999999999999999999999",
    "0x10",
    "0b1",
    "0o7",
    "007",
    "1_000",
    "1,000",
    "1:30",
    "\N{ARABIC-INDIC DIGIT THREE}",
    "\N{FULLWIDTH DIGIT THREE}",
    "\N{SUPERSCRIPT TWO}",
    "\N{ROMAN NUMERAL FOUR}",
    "+",
    "-",
    "2027-01-31",
    "01:02:03",
)
"""Texts that some reader takes for a number, and none of ours for a level, a liking or a number of years."""

WORDS: Final[tuple[str, ...]] = (
    "no",
    "yes",
    "on",
    "off",
    "true",
    "false",
    "null",
    "~",
    "None",
    "undefined",
    "[object Object]",
    "=cmd|' /C calc'!A0",
    "<script>alert(1)</script>",
    "[/bold]",
    "[link=https://example.org]x[/link]",
    "{{7*7}}",
    "%s%n",
    "$(id)",
    "../../no-such-folder/passwd",  # (leads nowhere, also where it names an output and the tests run as root)
    "C:\\con",
    "a'; DROP TABLE profile; --",
)
"""Words with a meaning somewhere else."""

TEXTS: Final[tuple[str, ...]] = (
    "",
    " ",
    "\t",
    "\N{NO-BREAK SPACE}",
    "\N{ZERO WIDTH SPACE}",
    "\N{RIGHT-TO-LEFT OVERRIDE}txt",
    "e\N{COMBINING ACUTE ACCENT}" * 30,
    "\N{GRINNING FACE}" * 50,
    "\N{LATIN SMALL LIGATURE FFI}",
    "\N{LATIN CAPITAL LETTER I WITH DOT ABOVE}",
    "\N{ARABIC LIGATURE SALLALLAHOU ALAYHE WASALLAM}",
    "\N{LINE SEPARATOR}",
    LONG_TEXT,
)
"""Text that is short, long, invisible, or changes its length when its case is changed."""

UNDECODABLE: Final[tuple[str, ...]] = ("\udcff", "caf\udce9", "\udc80\udcbf/x")
"""How Python gives an argument that is no UTF-8: bytes as halves of surrogate pairs."""

PIECES: Final[tuple[bytes, ...]] = (
    *(text.encode() for text in (*NUMBERS, *WORDS, *TEXTS) if len(text) < 200),
    *(b"\x00", b"\xff", b"\xfe\xff", b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\xc0\xaf", b"\xf4\x90\x80\x80"),
    *(b"\r\n", b"\r", b"\x0b", b"\x1b[31m", b"\x7f", b"\xc2\x85", b"\xe2\x80\xa8", b"\xef\xbf\xbe"),
    *(
        b"---\n",
        b"...\n",
        b"%YAML 1.2\n---\n",
        b"%TAG ! tag:x,2000:\n---\n",
        b"# ",
        b"- ",
        b"? ",
        b": ",
        b"\n  ",
        b"\n",
    ),
    *(b"&a ", b"*a", b"&a [*a]", b"<<: *a", b"!!int ", b"!", b"!!python/none ", b"!<x> ", b"| \n", b"> \n", b"|2-\n"),
    *(b"{", b"}", b"[", b"]", b"{}", b"[]", b",", b":", b'"', b"'", b"`", b"@", b"\\", b"\\u0000", b'"\\ud800"'),
    *(b"[" * 40, b"{a: " * 40, b'{"a":' * 40, b"- " * 40, b"9" * 20, b"9" * 5_000, b"1." + b"0" * 40, b"1e9999"),
)
"""Pieces of files, for the fuzzers."""
