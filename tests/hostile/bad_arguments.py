"""Arguments that are wrong use: what is called, and the code of the problem that is told."""

from __future__ import annotations

from typing import Final

from support.bad_values import LONG_TEXT, MANY_DIGITS, UNDECODABLE

PLAN: Final = ("plan", "pm", "--answers", "ok.yaml")
WHAT_IF: Final = ("what-if", "--answers", "ok.yaml")
COHORT: Final = ("cohort", "people.csv")
HOURS: Final = ("--hours-per-week", "5", "--weeks", "4")

BAD_ARGUMENTS: Final[tuple[tuple[tuple[str, ...], str], ...]] = (
    *(
        (("show", name), "unknown-role")
        for name in ("", " ", "-", "no-such-role", "../../no-such-folder/passwd", "a\nb", LONG_TEXT)
    ),
    *(
        (("show", name), "unknown-role")
        for name in (*UNDECODABLE, "\x1b[31m", "\N{RIGHT-TO-LEFT OVERRIDE}pm", MANY_DIGITS)
    ),
    *(
        (("show", name), "unknown-role")
        for name in ("2027-01-31", "nan", "no", "[/bold]", "=cmd", "'; DROP TABLE profile")
    ),
    *((("show", name), "ambiguous-role") for name in ("lead", "LEAD")),
    *(((*COHORT, "-o", output), "unknown-format") for output in ("", ".", "..", "out", "out.html", "folder/")),
    *(((*COHORT, "-o", output), "bad-output") for output in ("people.csv", "./people.csv", "no-such-folder/out.csv")),
    *(((*COHORT, "-o", "out.csv", "--rejects", name), "bad-output") for name in (".", "out.csv", "out.csv.unfinished")),
    *(((*COHORT, "-o", "out.csv", "--summary", name), "cohort-use") for name in ("", "./", "/")),
    *(((*COHORT, "-o", "out.csv", "--cores", value), "usage") for value in ("0", "-1", "257", MANY_DIGITS, "")),
    *(
        ((*COHORT, "-o", "out.csv", option, value), "usage")
        for option in ("--top", "--gaps", "--least-group")
        for value in ("0", "-1", "inf", "2.5", "")
    ),
    (("show", "--", "--json"), "unknown-role"),
    (("show", "pm", "po"), "usage"),
    (("compare", "pm"), "compare-count"),
    (("compare", *(["pm"] * 2000)), "compare-count"),
    (("compare", "pm", UNDECODABLE[1]), "unknown-role"),
    (("roles", "--track", LONG_TEXT), "unknown-track"),
    (("roles", "--track", UNDECODABLE[0]), "unknown-track"),
    (("roles", f"--{LONG_TEXT}"), "usage"),
    (("roles", "--caf\udce9"), "usage"),
    (("roles", "extra"), "usage"),
    (("roles", "-\udcff"), "usage"),
    ((LONG_TEXT,), "usage"),
    ((UNDECODABLE[0],), "usage"),
    (("",), "usage"),
    (("a\x1b[31mb\nc",), "usage"),
    *(
        (("quiz", "--sure", value), "usage")
        for value in ("49", "100", "-1", "nan", "1e999", "90.5", "", MANY_DIGITS, "x")
    ),
    *((("quiz", "--max-questions", value), "usage") for value in ("0", "-5", "inf", "2027-01-31", MANY_DIGITS)),
    *((("quiz", "--mode", value), "usage") for value in ("QUICK!", "", UNDECODABLE[2], LONG_TEXT)),
    *(
        (("quiz", "--answers", "ok.yaml", "--profile", value), "profile-name")
        for value in (
            "",
            " ",
            ".",
            "..",
            "a/b",
            "/no-such-folder/passwd",
            "a\\b",
            "a\nb",
            "\x00a"[1:] + "\t",
            "x" * 65,
            LONG_TEXT,
        )
    ),
    *(
        (("quiz", "--answers", "ok.yaml", "--profile", value), "profile-name")
        for value in (*UNDECODABLE, "\N{RIGHT-TO-LEFT OVERRIDE}a", "\N{LINE SEPARATOR}a", " a", "a ", "\x1b[31m")
    ),
    *((("results", value), "unknown-profile") for value in ("nobody", "--help-me"[2:], "nan", "\N{GRINNING FACE}")),
    *((("profile", command, "../x"), "profile-name") for command in ("show", "export", "edit")),
    *((("history", value), "profile-name") for value in ("../x", "", LONG_TEXT)),
    *(
        ((*PLAN, "--weeks", "4", "--hours-per-week", value), "usage")
        for value in ("0", "-1", "1e999", "81", "x", "", "5h")
    ),
    ((*PLAN, "--weeks", "4", "--hours-per-week", "nan"), "half-hours"),
    ((*PLAN, "--weeks", "4", "--hours-per-week", "5.3"), "half-hours"),
    *(
        ((*PLAN, "--hours-per-week", "5", "--weeks", value), "usage")
        for value in ("0", "521", "-1", "1.5", MANY_DIGITS)
    ),
    *(
        ((*PLAN, *HOURS, "--ical", "x.ics", "--start", value), "date")
        for value in (
            "",
            "x",
            "2027-02-30",
            "0000-01-01",
            "9999-12-31",
            "31.1.2027",
            LONG_TEXT,
            UNDECODABLE[0],
            "2027-1-1",
        )
    ),
    ((*PLAN, *HOURS, "--ical", "x.ics"), "no-start"),
    ((*PLAN, *HOURS, "--start", "2027-01-31"), "start-unused"),
    *(
        (("plan", "--done", value), "unknown-learning")
        for value in ("", ":", "a:b:c", LONG_TEXT, UNDECODABLE[1], "x\ny")
    ),
    *(((*WHAT_IF, value), "what-if-pair") for value in ("", "seo", "=", "=3", " =3", LONG_TEXT, "\x1b[31m")),
    *(
        ((*WHAT_IF, f"seo={value}"), "unknown-level")
        for value in ("", "5", "-1", "nan", "3.0", "1e0", "expertt", "2027-01-31", "\N{ARABIC-INDIC DIGIT THREE}")
    ),
    *(((*WHAT_IF, f"seo={value}"), "unknown-level") for value in (MANY_DIGITS, UNDECODABLE[0], "a\nb", "3 4")),
    *(((*WHAT_IF, f"{value}=3"), "unknown-skill") for value in ("nothing", LONG_TEXT, UNDECODABLE[1], "../x", "a\nb")),
    ((*WHAT_IF, "seo=3=4"), "unknown-skill"),
    (("what-if", "--goal", UNDECODABLE[0], "--answers", "ok.yaml"), "unknown-role"),
    *((("path", "pm", "--routes", value), "usage") for value in ("0", "11", "nan", MANY_DIGITS)),
    (("path", "marketing", "product", "pm"), "path-roles"),
    *((("schema", value), "unknown-kind") for value in ("../quiz", "quiz/../../x", "", LONG_TEXT, UNDECODABLE[0])),
    *((("completion", value), "usage") for value in ("tcsh", "", UNDECODABLE[0], LONG_TEXT)),
    *((("catalog", "evaluate", "--people", value), "usage") for value in ("9", "10001", "nan", MANY_DIGITS)),
)
