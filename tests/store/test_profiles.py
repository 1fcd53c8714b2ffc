from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careerpath.model.answers import Answers
from careerpath.store.store import Store
from store.samples import ANSWERS, NOON, STAMP, after, save

if TYPE_CHECKING:
    from pathlib import Path


def test_new_store_holds_nothing(store: Store) -> None:
    assert store.profiles() == ()
    assert store.load("ana") is None
    assert store.draft("ana") is None
    assert store.results("ana") == ()
    assert store.done("ana") == {}
    assert store.delete("ana") is False
    assert store.warnings == []


def test_saved_profile_comes_back_the_same_after_reopening(path: Path) -> None:
    with Store.open(path) as store:
        save(store)
    with Store.open(path) as store:
        profile = store.load("ana")
    assert profile is not None
    assert profile.answers == ANSWERS
    assert list(profile.answers.items()) == list(ANSWERS.items())
    assert (profile.name, profile.updated) == ("ana", NOON)
    assert profile.catalog_name == "shipped"
    assert profile.catalog_version == "1.2"
    assert profile.catalog_digest == "ab" * 32


def test_dont_know_yet_is_kept_apart_from_unanswered(store: Store) -> None:
    save(store)
    profile = store.load("ana")
    assert profile is not None
    assert profile.answers.skills["sql"] is None
    assert "roadmapping" not in profile.answers.skills


def test_saving_again_replaces_all_answers(store: Store) -> None:
    save(store)
    save(store, answers=Answers(skills={"sql": 4}), minutes=5)
    profile = store.load("ana")
    assert profile is not None
    assert profile.answers == Answers(skills={"sql": 4})
    (summary,) = store.profiles()
    assert (summary.created, summary.updated, summary.answers) == (NOON, after(5), 1)


def test_answer_that_could_not_be_read_back_is_refused_and_changes_nothing(store: Store) -> None:
    save(store)
    for wrong in (Answers(skills={"sql": "hunter2"}), Answers(background={"x": 1.5})):  # type: ignore[dict-item]
        with pytest.raises(ValueError, match="answer") as caught:
            save(store, answers=wrong)
        assert "hunter2" not in str(caught.value)
    profile = store.load("ana")
    assert profile is not None
    assert profile.answers == ANSWERS


def test_profiles_are_listed_by_name_with_counts(store: Store) -> None:
    save(store, "zoë")
    save(store, "ana", Answers(skills={"sql": 1}))
    store.begin_draft("bo", "cd", "quick", NOON)
    listed = [(entry.name, entry.answers, entry.has_draft) for entry in store.profiles()]
    assert listed == [("ana", 1, False), ("bo", 0, True), ("zoë", 9, False)]


def test_times_are_kept_as_utc_and_need_a_zone(store: Store) -> None:
    store.save("ana", ANSWERS, at=NOON.astimezone(timezone(timedelta(hours=5, minutes=30))), **STAMP)
    profile = store.load("ana")
    assert profile is not None
    assert profile.updated == NOON
    assert profile.updated.utcoffset() == timedelta(0)
    with pytest.raises(ValueError, match="time zone"):
        store.save("ana", ANSWERS, at=datetime(2026, 1, 1), **STAMP)  # noqa: DTZ001 (the point of the test)


def test_name_is_data_and_never_sql(store: Store) -> None:
    name = "x'; DROP TABLE profile; --"
    save(store, name)
    save(store, "ana")
    assert store.delete(name) is True
    assert [entry.name for entry in store.profiles()] == ["ana"]


def test_delete_removes_answers_draft_and_history_of_this_profile_only(store: Store) -> None:
    for name in ("ana", "bo"):
        save(store, name)
        store.begin_draft(name, "cd", "full", NOON)
        store.record(name, "skill:seo", 1, NOON)
        store.add_result(name, NOON, "1.2", "ab", ANSWERS, b"{}")
        store.mark_done(name, "course-1", NOON)
    assert store.delete("ana") is True
    assert store.delete("ana") is False
    assert store.load("ana") is None
    assert store.draft("ana") is None
    assert store.results("ana") == ()
    assert store.done("ana") == {}
    assert store.draft("bo") is not None
    assert len(store.results("bo")) == 1
    assert list(store.done("bo")) == ["course-1"]
    for table in ("answer", "draft", "draft_answer", "result", "done"):
        query = f"SELECT count(DISTINCT profile) FROM {table}"  # noqa: S608
        assert store._connection.execute(query).fetchone() == (1,)


ids = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12)
text = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
backgrounds = st.one_of(st.none(), text, st.integers(-(2**63), 2**63 - 1), st.lists(text, max_size=3).map(tuple))
any_answers = st.builds(
    Answers,
    background=st.dictionaries(ids, backgrounds, max_size=5),
    skills=st.dictionaries(ids, st.none() | st.integers(0, 4), max_size=8),
    likes=st.dictionaries(ids, st.none() | st.integers(1, 5), max_size=5),
)


@pytest.fixture(scope="module")
def long_lived(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("round-trip") / "careerpath.sqlite3"


@settings(deadline=None)  # a disk takes the time that it takes
@given(answers=any_answers)
def test_any_answers_come_back_the_same_from_profile_draft_and_history(long_lived: Path, answers: Answers) -> None:
    with Store.open(long_lived) as store:
        save(store, "ana", answers)
        store.begin_draft("bo", "cd", "full", NOON)
        for question, value in answers.items():
            store.record("bo", question, value, NOON)
        draft = store.draft("bo")
        store.finish_draft("bo", at=NOON, **STAMP)
        store.add_result("ana", NOON, "1", "ab", answers, b"")
        ana, bo = store.load("ana"), store.load("bo")
        results = store.results("ana")
        store._connection.execute("DELETE FROM result")
    assert ana is not None
    assert bo is not None
    assert draft is not None
    assert ana.answers == bo.answers == results[-1].answers == answers
    assert list(draft.answers) == list(answers.items()) == list(ana.answers.items()) == list(bo.answers.items())
