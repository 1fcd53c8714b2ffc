"""Each point of an explanation says what it was held against, and what that rests on."""

from __future__ import annotations

from careerpath.model.answers import Answers
from careerpath.model.role import EducationRequirement, FieldRequirement, SkillRequirement, YearsRequirement
from careerpath.scoring.assess import assess
from careerpath.scoring.explain import SURPLUS_WHY, Answered, find_gaps
from careerpath.scoring.table import build_table
from careerpath.scoring.wording import item_label, level_text, required_value, requirement_text
from support.catalogs import shipped


def test_points_say_what_was_asked_for_and_on_what_grounds() -> None:
    catalog = shipped()
    table = build_table(catalog)
    answers = Answers(skills=dict.fromkeys(catalog.skill_by_id, 4), likes=dict.fromkeys(catalog.activity_by_id, 5))
    assessment = assess(catalog, answers, table=table)
    activities = {
        (role.id, f"activity:{activity.activity}"): activity for role in catalog.roles for activity in role.activities
    }
    kinds = set()
    for row in table.roles:
        for point in assessment.by_role[row.role].explanation:
            kinds.add((point.kind, point.basis))
            asked = row.requirements.get(point.item)
            assert point.label == item_label(catalog, point.item)
            told = {"skill": (4, "4 expert"), "activity": (5, "strongly like")}
            assert (point.answer, point.answer_text) == told.get(point.item.partition(":")[0], (None, None))
            if point.kind == "requirement":
                assert asked is not None
                assert (point.basis, point.claims, point.why) == (asked.basis, asked.claims, asked.why)
                assert (point.required, point.importance) == (required_value(asked), asked.importance)
                assert point.required_text == requirement_text(catalog, point.item, asked)
            if point.kind == "surplus":
                assert point.required == (required_value(asked) if asked else 0)
                assert (point.basis, point.why, point.importance) == ("editorial", SURPLUS_WHY, None)
                assert point.required_text == level_text(asked.level if isinstance(asked, SkillRequirement) else 0)
            if point.kind == "appeal":
                activity = activities[row.role, point.item]
                assert (point.basis, point.claims, point.why) == (activity.basis, activity.claims, activity.why)
                assert (point.required, point.required_text) == (activity.weight, activity.weight)
    assert {("requirement", "documented"), ("requirement", "editorial"), ("surplus", "editorial")} <= kinds
    assert {kind for kind, _ in kinds} == {"requirement", "surplus", "appeal"}


def test_gaps_are_found_without_the_rest_of_an_assessment() -> None:
    catalog = shipped()
    answers = Answers(background={"education": "bachelor", "experience": 1}, skills={"seo": 2, "copywriting": 1})
    assessment, answered = assess(catalog, answers), Answered.from_answers(catalog, answers)
    for row in build_table(catalog).roles:
        assert find_gaps(catalog, row, answered) == assessment.by_role[row.role].gaps


def test_gaps_say_what_is_needed() -> None:
    catalog = shipped()
    kinds = set()
    for row in build_table(catalog).roles:
        for gap in assess(catalog, Answers()).by_role[row.role].gaps:
            asked = row.requirements[gap.item]
            kinds.add(type(asked))
            assert (gap.label, gap.importance) == (item_label(catalog, gap.item), asked.importance)
            assert (gap.need, gap.need_text) == (required_value(asked), requirement_text(catalog, gap.item, asked))
            assert (gap.have, gap.have_text) == (None, None)
            assert gap.skill == (asked.skill if isinstance(asked, SkillRequirement) else None)
    assert {SkillRequirement, FieldRequirement, EducationRequirement, YearsRequirement} <= kinds
