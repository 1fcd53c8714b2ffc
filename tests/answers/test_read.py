"""Names are taken as people write them; every fault of a file has a place, a cause and a way to mend it."""

from __future__ import annotations

import io
import re
import sys
from pathlib import Path
from types import SimpleNamespace

import msgspec
import pytest

import careerpath.answers.read as reader
from careerpath.answers import values
from careerpath.answers.read import parse_answers, read_answers
from careerpath.errors import InvalidInputError
from careerpath.model.answers import Answers
from support.catalogs import make_catalog, shipped


def read(text: str) -> Answers:
    return parse_answers(text.encode(), "me.yaml", shipped())


def problems(text: str) -> list[str]:
    with pytest.raises(InvalidInputError) as caught:
        read(text)
    return [str(problem) for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("skills: {SEO: 3}", Answers(skills={"seo": 3})),
        ("skills: {Data analysis: working}", Answers(skills={"data-analysis": 2})),
        ("skills: {data_analysis: 4 Expert}", Answers(skills={"data-analysis": 4})),
        ("skills: {Search Engine Optimization: '1'}", Answers(skills={"seo": 1})),
        ("likes: {lead_people: Strongly Like}", Answers(likes={"lead-people": 5})),
        ("likes: {lead-people: 3 neutral}", Answers(likes={"lead-people": 3})),
        ("background: {current role: PM}", Answers(background={"current_role": "product-manager"})),
        ("background: {current_role: Marketing Manager}", Answers(background={"current_role": "marketing-manager"})),
        ("background: {education: Bachelor's degree}", Answers(background={"education": "bachelor"})),
        ("background: {field: Public Relations}", Answers(background={"field": "public-relations"})),
        ("background: {field: none}", Answers(background={"field": "none"})),
        ("background: {credentials: [scrum, Scrum]}", Answers(background={"credentials": ("scrum",)})),
        ("background: {experience: 20, leading: 0}", Answers(background={"experience": 20, "leading": 0})),
        ("background:\nskills:\nlikes:\n", Answers()),
        ("$schema: x\nskills: {seo: 0}", Answers(skills={"seo": 0})),
        ('{"skills": {"seo": 0}}', Answers(skills={"seo": 0})),
    ],
)
def test_forgiving_names(text: str, expected: Answers) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    "unknown", ["unknown", "'?'", "Don't know", "don\N{RIGHT SINGLE QUOTATION MARK}t know yet", "null", ""]
)
def test_unknown_is_no_zero(unknown: str) -> None:
    text = f"background:\n  experience: {unknown}\n  credentials: {unknown}\nskills:\n  seo: {unknown}\n"
    assert read(text) == Answers(background={"experience": None, "credentials": None}, skills={"seo": None})


def test_what_does_not_concern_a_person_is_dropped() -> None:
    answers = read("background: {education_field: marketing, education: school}")
    assert answers == Answers(background={"education": "school"})
    assert read("background: {education_field: marketing, education: master}").background["education_field"]
    assert read("background: {education_field: marketing}").background["education_field"]


NONSENSE = "skills:\n" + "".join(f"  nonsense{number}xyz: 1\n" for number in range(300))
CREDENTIALS = [choice.value for choice in shipped().question_by_id["credentials"].choices]
FIELDS = "marketing, sales, public-relations, product, project-management, business-analysis, finance, content-strategy"

FAULTS = {
    "empty": (
        "# nothing",
        "me.yaml:1:1: there are no answers in this file. 'careerpath quiz --template' prints one.",
    ),
    "not-answers": (
        '{"schema": "careerpath.profile/v1", "status": "ok", "data": {}, "errors": []}',
        (
            "me.yaml:1:1: this is what --json prints, and no answers file. "
            "'careerpath profile export' prints an answers file, if it is called without --json."
        ),
    ),
    "type": (
        "[seo]",
        "me.yaml:1:1: answers must be a mapping. Known keys: background, skills, likes.",
    ),
    "type: section": (
        "skills: [seo]",
        "me.yaml:1:9: 'skills' must be a mapping of names to answers. Write one 'name: answer' a line.",
    ),
    "type: several": (
        "background:\n  credentials: scrum",
        "me.yaml:2:16: 'credentials' must be a list. Write [] for none.",
    ),
    "unknown-key": (
        "skills: {}\nskils: {}",
        "me.yaml:2:1: unknown key 'skils'. Did you mean 'skills'?",
    ),
    "unknown-question": (
        "skills:\n  data analisys: 2",
        "me.yaml:2:3: there is no question 'data analisys' under 'skills'. Did you mean 'data-analysis'?",
    ),
    "duplicate-answer": (
        "skills:\n  seo: 2\n  SEO: 3",
        "me.yaml:3:3: 'SEO' answers 'seo', which is answered above. Keep one.",
    ),
    "unknown-answer": (
        "background:\n  field: sailing",
        f"me.yaml:2:10: 'sailing' is no answer to 'field'. Known: {FIELDS} and 5 more.",
    ),
    "unknown-answer: close": (
        "background:\n  education: bachelors",
        "me.yaml:2:14: 'bachelors' is no answer to 'education'. Did you mean 'bachelor'?",
    ),
    "unknown-answer: part of a label": (
        "background:\n  education: degree",
        "me.yaml:2:14: 'degree' is no answer to 'education'. Known: school, bootcamp, bachelor, master.",
    ),
    "unknown-answer: level": (
        "skills:\n  seo: 5",
        "me.yaml:2:8: '5' is no answer to 'seo'. Known: 0, 1, 2, 3, 4.",
    ),
    "unknown-answer: decimal": (
        "skills:\n  seo: 2.0",
        "me.yaml:2:8: '2.0' is no answer to 'seo'. Known: 0, 1, 2, 3, 4.",
    ),
    "unknown-answer: boolean": (
        "skills:\n  seo: true",
        "me.yaml:2:8: 'true' is no answer to 'seo'. Known: 0, 1, 2, 3, 4.",
    ),
    "unknown-answer: list": (
        "likes:\n  lead-people: [4]",
        "me.yaml:2:16: a list is no answer to 'lead-people'. Known: 1, 2, 3, 4, 5.",
    ),
    "unknown-answer: mapping": (
        "likes:\n  lead-people: {liking: 4}",
        "me.yaml:2:16: a mapping is no answer to 'lead-people'. Known: 1, 2, 3, 4, 5.",
    ),
    "unknown-answer: one of several": (
        "background:\n  credentials: [scrum, scrun]",
        "me.yaml:2:24: 'scrun' is no answer to 'credentials'. Did you mean 'scrum'?",
    ),
    "unknown-answer: nothing": (
        "background:\n  credentials: [null]",
        "me.yaml:2:17: nothing is no answer to 'credentials'. Known: " + ", ".join(CREDENTIALS) + ".",
    ),
    "unknown-answer: years": (
        "background:\n  experience: 21",
        (
            "me.yaml:2:15: '21' is no number of years for 'experience'. "
            "Write a whole number from 0 to 20 (20 means 20 or more), or unknown."
        ),
    ),
    "unknown-role": (
        "background:\n  current_role: markting manager",
        "me.yaml:2:17: there is no role 'markting manager' in the catalogue. Did you mean marketing-manager",
    ),
    "ambiguous-role": (
        "background:\n  current_role: chief",
        (
            "me.yaml:2:17: 'chief' could be 2 roles: chief-marketing-officer, chief-product-officer. "
            "Write a little more of the name."
        ),
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_faults_read_exactly_so(name: str) -> None:
    text, message = FAULTS[name]
    (found,) = problems(text)
    if name == "unknown-role":  # The other guesses depend on the catalogue.
        assert found.startswith(message)
    else:
        assert found == message


def test_every_code_has_a_case() -> None:
    source = "".join(Path(str(module.__file__)).read_text(encoding="utf-8") for module in (reader, values))
    given = set(re.findall(r'_report\(\s*\w+,\s*"([a-z-]+)"', source))
    assert len(given) == 7
    covered = {name.partition(":")[0] for name in FAULTS}
    assert given | {"unknown-role", "ambiguous-role"} == covered
    for name, (text, _) in FAULTS.items():
        with pytest.raises(InvalidInputError) as caught:
            read(text)
        assert [problem.code for problem in caught.value.problems] == [name.partition(":")[0]]


def test_blanks_in_a_misspelt_name_count_as_the_hyphens_of_an_id() -> None:
    catalog = make_catalog(roles=1, skills=1, activities=1, learning=0, seed=1)
    catalog = msgspec.structs.replace(catalog, skills=(msgspec.structs.replace(catalog.skills[0], id="x-z"),), roles=())
    with pytest.raises(InvalidInputError, match=r"Did you mean 'x-z'\?"):
        parse_answers(b"skills: {x y: 1}", "me.yaml", catalog)


def test_every_fault_is_listed_in_reading_order() -> None:
    text = "skils: {}\nskills:\n  seo: 7\n  sailing: 1\nbackground:\n  experience: many\n"
    assert [line.split(": ")[0] for line in problems(text)] == [
        "me.yaml:1:1",
        "me.yaml:3:8",
        "me.yaml:4:3",
        "me.yaml:6:15",
    ]


def test_a_file_of_nonsense_is_not_described_without_end() -> None:
    found = problems(NONSENSE)
    assert len(found) == 201
    assert "me.yaml: only the first 200 problems are listed. Mend these, then check again." in found


def test_long_and_many_lined_input_is_quoted_in_short() -> None:
    (found,) = problems('skills:\n  seo: "' + "long " * 100 + '"')
    assert len(found) < 160
    (found,) = problems('background:\n  field: "a\\nb"')
    assert "\n" not in found


@pytest.mark.parametrize("text", ["{", "skills: [", '{"skills": {"seo": 1, "seo": 2}}'])
def test_what_cannot_be_parsed_has_a_place(text: str) -> None:
    (found,) = problems(text)
    assert re.match(r"me\.yaml:\d+:\d+: ", found)


def test_text_that_begins_with_a_brace_is_json() -> None:
    for before in ("", "\n \t"):
        (found,) = problems(before + '{"skills": {"seo": 1,}}')
        assert ": this is not JSON: " in found


def test_files_and_standard_input(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "me.yaml"
    file.write_text("skills: {seo: 2}", encoding="utf-8")
    assert read_answers(str(file), shipped()) == Answers(skills={"seo": 2})
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(b"skills: {seo: 9}")))
    with pytest.raises(InvalidInputError, match=r"<stdin>:1:15: "):
        read_answers("-", shipped())


def test_text_that_is_not_utf_8_is_a_problem_of_that_file() -> None:
    with pytest.raises(InvalidInputError) as caught:
        parse_answers(b"skills:\n  seo: \xff\n", "me.yaml", shipped())
    assert str(caught.value.problems[0]).startswith("me.yaml:")
