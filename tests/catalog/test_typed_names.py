"""Names of roles, skills and levels as people type them: what they mean, and what is said where they mean nothing."""

from __future__ import annotations

import msgspec
import pytest

from careerpath.catalog.names import folded, folded_number, resolve_role
from careerpath.catalog.read import read_catalog
from careerpath.catalog.skill_names import parse_raise, resolve_level, resolve_skill
from careerpath.catalog.source import read_folder
from careerpath.errors import UsageError
from support.catalogs import make_catalog
from support.program import ROOT

CATALOG = read_catalog(read_folder(ROOT / "tests" / "catalogs" / "design-team"))


def said(error: pytest.ExceptionInfo[UsageError]) -> tuple[str, str, str]:
    (problem,) = error.value.problems
    return problem.code, problem.message, problem.hint


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("design-lead", "design-lead"), ("Design_LEAD", "design-lead"), (" head  of design ", "design-lead"),
        ("senior", "senior-designer"), ("trainee", "junior-designer"), ("ux", "designer"), ("designer", "designer"),
    ],
)  # fmt: skip
def test_roles(name: str, role: str) -> None:
    assert resolve_role(CATALOG, name).id == role


@pytest.mark.parametrize(
    ("name", "code", "message", "hint"),
    [
        (
            "design ", "ambiguous-role",
            "'design ' could be 3 roles: design-lead, designer, junior-designer.", "Write a little more of the name.",
        ),
        (
            "desinger", "unknown-role", "there is no role 'desinger' in the catalogue.",
            "Did you mean designer or design-lead? 'careerpath roles' lists them all.",
        ),
        ("", "unknown-role", "there is no role '' in the catalogue.", "'careerpath roles' lists them all."),
        (
            "x" * 61, "unknown-role", f"there is no role '{'x' * 60}' in the catalogue.",
            "'careerpath roles' lists them all.",
        ),
    ],
)  # fmt: skip
def test_what_is_no_one_role(name: str, code: str, message: str, hint: str) -> None:
    with pytest.raises(UsageError) as error:
        resolve_role(CATALOG, name)
    assert said(error) == (code, message, hint)


@pytest.mark.parametrize(
    ("name", "skill"),
    [
        ("visual-design", "visual-design"), ("UI_Design", "visual-design"), ("research", "user-research"),
        ("proto", "prototyping"), ("graphic", "visual-design"),
    ],
)  # fmt: skip
def test_skills(name: str, skill: str) -> None:
    assert resolve_skill(CATALOG, name).id == skill


@pytest.mark.parametrize(
    ("name", "code", "message", "hint"),
    [
        ("", "unknown-skill", "there is no skill '' in the catalogue.", "'careerpath quiz --template' lists them all."),
        (
            "visual dezign", "unknown-skill", "there is no skill 'visual dezign' in the catalogue.",
            "Did you mean visual-design?",
        ),
        (
            "design researsh", "unknown-skill", "there is no skill 'design researsh' in the catalogue.",
            "Did you mean user-research or design-systems?",
        ),
        ("mentorin g", "unknown-skill", "there is no skill 'mentorin g' in the catalogue.", "Did you mean mentoring?"),
        (
            "x" * 61, "unknown-skill", f"there is no skill '{'x' * 60}' in the catalogue.",
            "'careerpath quiz --template' lists them all.",
        ),
    ],
)  # fmt: skip
def test_what_is_no_skill(name: str, code: str, message: str, hint: str) -> None:
    with pytest.raises(UsageError) as error:
        resolve_skill(CATALOG, name)
    assert said(error) == (code, message, hint)


def test_at_most_three_names_are_suggested() -> None:
    catalog = make_catalog(roles=6, skills=6, activities=2, learning=0, seed=1)
    replace = msgspec.structs.replace
    catalog = replace(
        catalog,
        skills=tuple(
            replace(skill, id=f"skill-{place}", label=f"L{place}") for place, skill in enumerate(catalog.skills)
        ),
        roles=tuple(replace(role, id=f"role-{place}", title=f"T{place}") for place, role in enumerate(catalog.roles)),
    )
    with pytest.raises(UsageError) as error:
        resolve_skill(catalog, "skill-9")
    assert said(error)[2].count("skill-") == 3
    with pytest.raises(UsageError) as error:
        resolve_role(catalog, "role-9")
    assert said(error)[2].count("role-") == 3


def test_what_could_be_several_skills() -> None:
    with pytest.raises(UsageError) as error:
        resolve_skill(CATALOG, "u")
    message = "'u' could be 2 skills: user-research, visual-design."
    assert said(error) == ("ambiguous-skill", message, "Write a little more of the name.")


@pytest.mark.parametrize(("name", "level"), [("0", 0), ("Expert", 4), ("3 advanced", 3), ("3-ADVANCED", 3)])
def test_levels(name: str, level: int) -> None:
    assert resolve_level(name) == level


@pytest.mark.parametrize("name", ["-1", "5", "", "3 expert", "3.0"])
def test_what_is_no_level(name: str) -> None:
    with pytest.raises(UsageError) as error:
        resolve_level(name)
    assert said(error) == (
        "unknown-level",
        f"'{name}' is no level.",
        "Levels are 0 to 4 or their names: 0 none, 1 beginner, 2 working, 3 advanced, 4 expert.",
    )


def test_a_skill_and_a_level() -> None:
    assert parse_raise(CATALOG, "Visual design=expert") == ("visual-design", 4)


def test_the_level_stands_after_the_last_equals_sign() -> None:
    with pytest.raises(UsageError) as error:
        parse_raise(CATALOG, "a=b=3")
    assert said(error)[1] == "there is no skill 'a=b' in the catalogue."


@pytest.mark.parametrize("text", ["visual-design", "=3", " =3", ""])
def test_what_is_no_skill_and_level(text: str) -> None:
    with pytest.raises(UsageError) as error:
        parse_raise(CATALOG, text)
    assert said(error) == (
        "what-if-pair",
        f"'{text}' does not say a skill and a level.",
        "For example: careerpath what-if seo=3 'data analysis=advanced'",
    )


def test_folding() -> None:
    assert folded(" A-b_C\td ") == "a b c d"
    assert [folded_number(name) for name in ("-1", " -1", "1", "a-1")] == ["-1", "-1", "1", "a 1"]
