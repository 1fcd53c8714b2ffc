from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from careerpath.errors import StoreError, UsageError
from careerpath.model.answers import Answers
from careerpath.store.store import Store
from store.samples import ANSWERS, NOON, STAMP, after, save

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def test_draft_comes_back_in_the_order_of_answering(path: Path) -> None:
    with Store.open(path) as store:
        store.begin_draft("ana", "cd", "certified", NOON)
        store.record("ana", "skill:seo", 3, after(1))
        store.record("ana", "background:fields", ("sales", "design"), after(2))
        store.record("ana", "activity:write", None, after(3))
    with Store.open(path) as store:
        draft = store.draft("ana")
    assert draft is not None
    assert draft.answers == (("skill:seo", 3), ("background:fields", ("sales", "design")), ("activity:write", None))
    assert (draft.mode, draft.catalog_digest, draft.started) == ("certified", "cd", NOON)


def test_answering_again_keeps_the_place_and_going_back_frees_it(store: Store) -> None:
    store.begin_draft("ana", "cd", "full", NOON)
    for question in ("skill:a", "skill:b"):
        store.record("ana", question, 1, NOON)
    store.record("ana", "skill:a", 4, NOON)
    draft = store.draft("ana")
    assert draft is not None
    assert draft.answers == (("skill:a", 4), ("skill:b", 1))
    store.forget("ana", "skill:a")
    store.forget("ana", "skill:never-asked")
    store.record("ana", "skill:a", 2, NOON)
    draft = store.draft("ana")
    assert draft is not None
    assert draft.answers == (("skill:b", 1), ("skill:a", 2))


def test_beginning_again_replaces_the_old_draft(store: Store) -> None:
    store.begin_draft("ana", "cd", "full", NOON)
    store.record("ana", "skill:a", 1, NOON)
    store.begin_draft("ana", "ef", "quick", after(1))
    draft = store.draft("ana")
    assert draft is not None
    assert (draft.answers, draft.catalog_digest) == ((), "ef")


def test_finishing_puts_the_draft_in_the_place_of_the_answers(store: Store) -> None:
    save(store)
    store.begin_draft("ana", "cd", "full", after(1))
    store.record("ana", "skill:seo", None, after(2))
    before = store.load("ana")
    assert before is not None
    assert before.answers == ANSWERS
    store.finish_draft("ana", at=after(3), **STAMP)
    profile = store.load("ana")
    assert profile is not None
    assert (profile.answers, profile.updated) == (Answers(skills={"seo": None}), after(3))
    assert store.draft("ana") is None


def test_dropping_a_draft_leaves_the_answers(store: Store) -> None:
    save(store)
    store.begin_draft("ana", "cd", "full", NOON)
    assert store.drop_draft("ana") is True
    assert store.drop_draft("ana") is False
    assert store.load("ana") is not None


def test_profile_made_for_a_draft_alone_goes_with_it(store: Store) -> None:
    store.begin_draft("ana", "cd", "full", NOON)
    assert store.load("ana") is None
    assert store.drop_draft("ana") is True
    assert store.profiles() == ()


def test_answer_without_an_open_quiz_is_refused(store: Store) -> None:
    save(store)
    acts: list[tuple[Callable[[], None], str]] = [
        (lambda: store.record("ana", "skill:a", 1, NOON), "draft-missing"),
        (lambda: store.forget("nobody", "skill:a"), "draft-deleted"),
        (lambda: store.finish_draft("ana", at=NOON, **STAMP), "draft-missing"),
    ]
    for act, code in acts:
        with pytest.raises(StoreError) as caught:
            act()
        assert caught.value.problems[0].code == code


@pytest.mark.parametrize("question", ["seo", "skill:", "hobby:chess", ""])
def test_question_of_no_known_kind_is_refused(store: Store, question: str) -> None:
    store.begin_draft("ana", "cd", "full", NOON)
    with pytest.raises(ValueError, match="names no question"):
        store.record("ana", question, 1, NOON)


def test_results_come_in_the_order_of_adding_though_the_clock_was_put_back(store: Store) -> None:
    save(store)
    for minutes in (7, 2, 9):
        store.add_result("ana", after(minutes), "1.2", "ab", ANSWERS, b'{"n": %d}' % minutes)
    results = store.results("ana")
    assert [result.at for result in results] == [after(7), after(2), after(9)]
    assert results[0].summary_json == b'{"n": 7}'
    assert results[0].answers == ANSWERS
    assert (results[0].catalog_version, results[0].catalog_digest) == ("1.2", "ab")


def test_the_last_result_alone_is_amended(store: Store) -> None:
    for name in ("ana", "ben"):
        save(store, name)
        for minutes in (7, 2):
            store.add_result(name, after(minutes), "1.2", "ab", ANSWERS, b"{}")
    store.amend_last_result("ana", b'{"n": 1}')
    store.amend_last_result("nobody", b'{"n": 2}')
    assert [result.summary_json for result in store.results("ana")] == [b"{}", b'{"n": 1}']
    assert [result.summary_json for result in store.results("ben")] == [b"{}", b"{}"]
    assert store.results("nobody") == ()


def test_learning_is_done_when_it_was_done_first(store: Store) -> None:
    save(store)
    store.mark_done("ana", "b-course", after(2))
    store.mark_done("ana", "a-course", after(4))
    store.mark_done("ana", "b-course", after(9))
    assert list(store.done("ana").items()) == [("b-course", after(2)), ("a-course", after(4))]


def test_history_of_nobody_is_refused(store: Store) -> None:
    with pytest.raises(UsageError, match="no profile 'nobody'"):
        store.add_result("nobody", NOON, "1", "ab", ANSWERS, b"")
    with pytest.raises(UsageError, match="no profile 'nobody'"):
        store.mark_done("nobody", "course", NOON)
    assert store.profiles() == ()
