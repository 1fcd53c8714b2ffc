"""Reading a catalogue: from a folder, with parents, and over the shipped one."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careerpath.catalog import inherit, whole
from careerpath.catalog import source as source_module
from careerpath.catalog.inherit import resolve_extends
from careerpath.catalog.overlay import overlay
from careerpath.catalog.read import read_catalog
from careerpath.catalog.references import reference_problems
from careerpath.catalog.source import Source, read_folder, read_shipped, shipped_folder
from careerpath.errors import InvalidInputError, UsageError
from careerpath.parsing.limits import MAX_INHERITED, MAX_PAIRS, MAX_PARENTS
from careerpath.parsing.yaml_text import parse_yaml

if TYPE_CHECKING:
    from careerpath.model.catalog import Catalog
    from careerpath.parsing.node import Node

_SKILL = """\
skills:
  - {id: %s, label: Tested, topic: %s, description: A skill., levels: [a, b, c, d], why: A test.}
"""


def _read(folder: Path) -> Catalog:
    return read_catalog(read_folder(folder))


def _overlay(folder: Path, **files: str) -> Path:
    folder.mkdir()
    (folder / "catalog.yaml").write_text('name: mine\nversion: "7"\nbase: shipped\n', encoding="utf-8")
    for name, text in files.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder


def test_the_design_team_is_read(team: Path) -> None:
    catalog = _read(team)
    assert (catalog.name, catalog.version) == ("design-team", "1")
    assert [role.id for role in catalog.roles] == ["junior-designer", "designer", "senior-designer", "design-lead"]
    assert (len(catalog.skills), len(catalog.activities)) == (8, 6)
    assert {role: [link.role for link in links] for role, links in catalog.ladder.items()} == {
        "junior-designer": ["designer"],
        "designer": ["senior-designer"],
        "senior-designer": ["design-lead"],
        "design-lead": [],
    }
    assert [topic.id for topic in catalog.skill_topics] == ["craft", "people"]
    assert [topic.id for topic in catalog.activity_topics] == ["making", "guiding"]


def test_the_shipped_catalogue_is_read_without_a_problem() -> None:
    catalog = read_catalog(read_shipped())
    assert catalog.roles
    assert catalog.digest == read_shipped().digest


def test_a_role_takes_from_its_parent_what_it_does_not_say(team: Path) -> None:
    roles = _read(team).role_by_id
    parent, child = roles["designer"], roles["senior-designer"]
    levels = {skill.skill: skill.level for skill in child.requirements.skills}
    assert levels == {
        "visual-design": 2,
        "prototyping": 2,
        "accessibility": 1,
        "interaction-design": 3,
        "user-research": 2,
        "design-systems": 2,
        "mentoring": 2,
    }
    assert [activity.activity for activity in child.activities] == ["build-prototypes", "talk-to-users", "review-work"]
    assert child.duties == parent.duties
    assert child.requirements.experience
    assert child.requirements.experience.years == 4
    assert (child.pay, child.feeders, child.aliases, child.leads_to) == ((), (), (), ())


def test_what_is_merged_stands_where_the_role_says_it_itself_or_else_its_parent() -> None:
    text = (
        "- {id: a, requirements: {skills: [{skill: x}], experience: {years: 1}},\n    activities: [{activity: y}]}\n"
        "- {id: b, extends: a}\n"
        "- {id: c, extends: a,\n  requirements: {skills:\n    [{skill: z}]}, activities:\n   [{activity: y}]}\n"
    )
    (a, b, c), problems = resolve_extends(parse_yaml(text, "roles.yaml").entries())
    assert not problems
    assert [str(role.location) for role in (a, b, c)] == ["roles.yaml:1:3", "roles.yaml:3:3", "roles.yaml:4:3"]
    for key in ("requirements", "activities"):
        places = [str(node.location) for role in (a, b, c) if (node := role.get(key))]
        own = {"requirements": "roles.yaml:5:17", "activities": "roles.yaml:7:4"}[key]
        assert places == [places[0], places[0], own]
    skills = [requirements.get("skills") for role in (b, c) if (requirements := role.get("requirements"))]
    assert [str(node.location) for node in skills if node] == ["roles.yaml:1:34", "roles.yaml:6:5"]


def _line_of_parents(length: int) -> str:
    return "- {id: r0, tools: [x]}\n" + "".join(f"- {{id: r{n + 1}, extends: r{n}}}\n" for n in range(length))


def test_so_many_parents_in_a_line_are_taken_over_and_no_more() -> None:
    entries = parse_yaml(_line_of_parents(MAX_PARENTS), "roles.yaml").entries()
    roles, problems = resolve_extends(reversed(entries))
    assert not problems
    assert roles[0].text("id") == f"r{MAX_PARENTS}"
    assert all(role.plain() == {**role.plain(), "tools": ["x"]} for role in roles)  # type: ignore[dict-item]


def test_a_long_line_of_parents_does_not_exhaust_the_stack() -> None:
    entries = parse_yaml(_line_of_parents(5000), "roles.yaml").entries()
    _, problems = resolve_extends(reversed(entries))
    assert {problem.code for problem in problems} == {"extends-depth", "too-many"}


def test_a_small_file_cannot_become_a_huge_catalogue() -> None:
    # 2,000 roles that extend one with 400 skills: 800,000 entries out of a file of some 100 KB.
    skills = ", ".join(f"{{skill: s{n}}}" for n in range(400))
    text = f"- {{id: r, requirements: {{skills: [{skills}]}}}}\n"
    text += "".join(f"- {{id: r{n}, extends: r}}\n" for n in range(2000))
    roles, problems = resolve_extends(parse_yaml(text, "roles.yaml").entries())
    assert [role.text("id") for role in roles] == ["r", *(f"r{n}" for n in range(2000))]
    assert [problem.code for problem in problems] == ["too-large"]
    assert problems[0].location
    assert (problems[0].location.line or 0) < MAX_INHERITED // 400 + 3


def test_a_catalogue_has_no_more_roles_and_skills_than_can_be_scored(
    team: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(whole, "MAX_PAIRS", 4 * 8)
    assert _read(team).roles
    monkeypatch.setattr(whole, "MAX_PAIRS", 4 * 8 - 1)
    with pytest.raises(InvalidInputError) as failure:
        _read(team)
    (problem,) = failure.value.problems
    assert problem.code == "too-large"
    assert problem.message == "4 roles and 8 skills are 32 pairs, and no more than 31 can be scored."
    assert problem.hint == "Split the catalogue, or drop skills that no role asks for."
    assert problem.location
    assert str(problem.location.file).endswith("roles.yaml")


def test_three_thousand_roles_of_the_shipped_skills_are_not_too_many() -> None:
    assert 3_000 * len(read_catalog(read_shipped()).skills) <= MAX_PAIRS


def test_so_much_may_be_inherited_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inherit, "MAX_INHERITED", 6)
    text = "- {id: a, requirements: {skills: [{skill: x}, {skill: y}]}, activities: [{activity: z}]}\n"
    text += "- {id: b, extends: a}\n"
    assert resolve_extends(parse_yaml(text, "roles.yaml").entries())[1] == []
    (problem,) = resolve_extends(parse_yaml(text + "- {id: c, extends: a}\n", "roles.yaml").entries())[1]
    assert str(problem) == (
        "roles.yaml:3:3: with what they inherit, the roles have more than 6 skills and activities. "
        "Let fewer roles extend large ones."
    )


def test_a_circle_below_another_role_is_reported_once() -> None:
    text = "[{id: a, extends: b}, {id: b, extends: c}, {id: c, extends: b}, {id: d, extends: d}]"
    _, problems = resolve_extends(parse_yaml(text, "roles.yaml").entries())
    assert [problem.message for problem in problems] == [
        "'extends' runs in a circle: b -> c -> b.",
        "'extends' runs in a circle: d -> d.",
    ]


def test_an_overlay_replaces_and_adds_entries(tmp_path: Path) -> None:
    shipped = read_catalog(read_shipped())
    replaced, topic = shipped.skills[0], shipped.skill_topics[0].id
    new = _read(_overlay(tmp_path / "new", skills=_SKILL % ("a-new-skill", topic)))
    assert (new.name, new.version) == ("mine", "7")
    assert new.skills[:-1] == shipped.skills
    assert new.skills[-1].id == "a-new-skill"
    assert (new.roles, new.tracks, new.skill_topics) == (shipped.roles, shipped.tracks, shipped.skill_topics)
    other = _read(_overlay(tmp_path / "other", skills="topics: []\n" + _SKILL % (replaced.id, topic)))
    assert [skill.id for skill in other.skills] == [skill.id for skill in shipped.skills]
    assert other.skills[0].label == "Tested"
    assert other.skill_topics == shipped.skill_topics


@settings(deadline=None)
@given(st.lists(st.sampled_from("abc"), unique=True), st.lists(st.sampled_from("abcde")))
def test_an_overlay_loses_no_entry(base: list[str], top: list[str]) -> None:
    def file(names: list[str], mark: int) -> Node:
        return parse_yaml(f"entries: [{', '.join(f'{{id: {name}, mark: {mark}}}' for name in names)}]", "f.yaml")

    merged = overlay(file(base, 0), file(top, 1)).each("entries")
    assert [entry.text("id") for entry in merged][: len(base)] == base
    assert sorted(entry.text("id") or "" for entry in merged if entry.number("mark")) == sorted(top)
    assert {entry.text("id") for entry in merged if not entry.number("mark")} == set(base) - set(top)


def test_an_overlay_stands_where_the_upper_file_does() -> None:
    base, top = parse_yaml("a: [{id: x}]\nb: 1\n", "base.yaml"), parse_yaml("\n\n a: [{id: y}]\n", "top.yaml")
    merged = overlay(base, top)
    entries = merged.get("a")
    assert entries
    assert (str(merged.location), str(entries.location)) == ("top.yaml:3:2", "top.yaml:3:5")
    assert merged.plain() == {"a": [{"id": "x"}, {"id": "y"}], "b": 1}
    for other in ("[1]", "a: 2", "a: {}"):
        replaced = parse_yaml(other, "top.yaml")
        assert overlay(base, replaced).plain() == (
            replaced.plain() if other == "[1]" else {**base.plain(), **replaced.plain()}  # type: ignore[dict-item]
        )


def test_lists_that_are_left_out_are_empty(team: Path) -> None:
    text = 'name: bare\nversion: "1"\ntracks: [{id: t, label: T}]\nrungs: [{id: r, label: R}]\n'
    (team / "catalog.yaml").write_text(text, encoding="utf-8")
    for name in ("activities", "learning"):
        (team / f"{name}.yaml").write_text(f"{name}: []\n", encoding="utf-8")
    skill = "{id: s, label: S, topic: t, description: S., levels: [a, b, c, d], why: w}"
    (team / "skills.yaml").write_text(f"topics: [{{id: t, label: T}}]\nskills: [{skill}]\n", encoding="utf-8")
    years = "{experience: {years: 1, importance: useful, why: So it is.}}"
    role = (
        f"{{id: a, title: A, track: t, rung: r, basis: extrapolated, summary: A., claims: [], requirements: {years}}}"
    )
    (team / "roles.yaml").write_text(f"roles: [{role}]\n", encoding="utf-8")
    catalog = _read(team)
    assert (catalog.activity_topics, catalog.activities, catalog.learning) == ((), (), ())


def test_a_fault_that_an_overlay_causes_is_shown_where_it_is(tmp_path: Path) -> None:
    questions = "questions:\n  - {id: education, kind: choice, text: a, help: b, choices: [{value: x, label: X}]}\n"
    with pytest.raises(InvalidInputError) as caught:
        _read(_overlay(tmp_path / "mine", questions=questions))
    files = {problem.location.file for problem in caught.value.problems if problem.location}
    assert str(Path("shipped", "roles.yaml")) in files


@pytest.mark.parametrize(
    "text",
    [
        "base: shipped",
        '{"base": shipped}',
        "? base\n: shipped",
        '"b\\u0061se": shipped',
        "'base' : shipped",
        '? "ba\\\n  se"\n: shipped',
    ],
)
def test_every_spelling_of_a_base_is_noticed(tmp_path: Path, text: str) -> None:
    separator = "" if text.startswith("{") else "\nname: n\nversion: v\n"
    (tmp_path / "catalog.yaml").write_text(text.replace("}", ", name: n, version: v}") + separator, encoding="utf-8")
    source = read_folder(tmp_path)
    assert source.base == read_shipped("shipped")
    assert read_catalog(source).name == "n"


def test_the_digest_of_an_overlay_covers_the_base(tmp_path: Path, team: Path) -> None:
    source = read_folder(_overlay(tmp_path / "mine"))
    assert source.base
    changed = Source(folder="", files={**source.base.files, "roles.yaml": b"roles: []\n"})
    assert source.digest != Source(folder=source.folder, files=source.files, base=changed).digest
    assert source.digest != Source(folder=source.folder, files=source.files).digest
    assert read_folder(team).base is None


def test_a_schema_line_is_allowed(team: Path) -> None:
    file = team / "scoring.yaml"
    file.write_text("$schema: ../schemas/scoring.json\n" + file.read_text(encoding="utf-8"), encoding="utf-8")
    assert _read(team).scoring


def test_the_folder_is_named_in_messages(team: Path) -> None:
    (team / "roles.yaml").write_text("roles: 1\n", encoding="utf-8")
    with pytest.raises(InvalidInputError, match=r"roles\.yaml:1:8: 'roles' must be a list"):
        _read(team)


def test_a_catalogue_full_of_faults_is_described_up_to_a_limit(team: Path) -> None:
    entry = "{id: %s, label: L, topic: none, description: d, levels: [a], why: w}"
    skills = ", ".join(entry % f"skill-{n}" for n in range(5000))
    (team / "skills.yaml").write_text(f"skills: [{skills}]\n", encoding="utf-8")
    with pytest.raises(InvalidInputError) as caught:
        _read(team)
    assert len(caught.value.problems) == 201
    assert caught.value.problems[0].code == "too-many"


def test_the_shipped_catalogue_is_inside_the_package_or_at_the_top_of_a_checkout(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "src" / "careerpath"
    (package / "catalog").mkdir(parents=True)
    monkeypatch.setattr(source_module, "__file__", str(package / "catalog" / "source.py"))
    assert shipped_folder() == tmp_path.resolve() / "data"
    (package / "data").mkdir()
    assert shipped_folder() == package.resolve() / "data"


def test_a_folder_that_cannot_be_one_says_why() -> None:
    for name, why in (
        ("x" * 5000, "cannot be read: file name too long"),
        ("a\0b", "cannot be read: no folder can have this name"),
        (__file__, "is not a folder"),
        ("not-there", "does not exist"),
    ):
        with pytest.raises(UsageError) as caught:
            read_folder(Path(name))
        message = caught.value.problems[0].message
        assert message.startswith("the catalogue folder '")
        assert message.endswith(f"' {why}.")


def test_what_may_not_be_looked_at_is_not_taken_for_missing(team: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    really_look = os.lstat

    def refuse(path: Any, *arguments: Any, **options: Any) -> os.stat_result:
        if Path(path).name == "lint.yaml":
            raise PermissionError(13, "Permission denied")
        return really_look(path, *arguments, **options)

    monkeypatch.setattr(os, "lstat", refuse)
    with pytest.raises(InvalidInputError, match=r"lint\.yaml: this cannot be read"):
        _read(team)


def test_order_of_files_does_not_matter(team: Path) -> None:
    source = read_folder(team)
    turned = Source(folder=source.folder, files=dict(reversed(list(source.files.items()))))
    assert read_catalog(turned) == read_catalog(source)


def test_long_ladders_do_not_exhaust_the_stack(team: Path) -> None:
    nodes = {name: parse_yaml(data.decode(), name) for name, data in read_folder(team).files.items()}
    learning = "".join(f"  - {{id: l{n}, why: w, requires: [l{n + 1}]}}\n" for n in range(5000))
    nodes["learning.yaml"] = parse_yaml(
        f"learning:\n{learning}  - {{id: l5000, why: w, requires: [l0]}}\n", "learning.yaml"
    )
    assert [problem.code for problem in reference_problems(nodes)] == ["learning-circle"]
