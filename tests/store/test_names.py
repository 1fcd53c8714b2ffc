from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import pytest

from careerpath.errors import UsageError
from careerpath.store.names import check_profile_name
from store.samples import save

if TYPE_CHECKING:
    from careerpath.store.store import Store


@pytest.mark.parametrize(
    "name",
    ["a", "Ana María", "小林", "علی\u200cرضا", "🦊", "x" * 64, "...", "a.b", "-", "'\"%;"],  # noqa: RUF001
)
def test_names_of_any_script_are_fine(name: str) -> None:
    assert check_profile_name(name) == name


@pytest.mark.parametrize(
    "name",
    [
        "", "x" * 65, ".", "..", "a/b", "a\\b", " a", "a ", "\u3000a", "a\nb", "a\tb", "a\0b", "\x1b[31m", "\x85a",
        "a\u2028b", "a\ud800", "a\u202eb",
    ],
)  # fmt: skip
def test_names_that_would_confuse_are_refused(name: str) -> None:
    with pytest.raises(UsageError) as caught:
        check_profile_name(name)
    (problem,) = caught.value.problems
    assert problem.code == "profile-name"
    assert problem.message.isprintable()


def test_the_same_letters_are_the_same_profile(store: Store) -> None:
    save(store, unicodedata.normalize("NFD", "zoë"))
    assert store.load("zoë") is not None
    assert store.delete(unicodedata.normalize("NFD", "zoë")) is True


def test_every_method_checks_the_name(store: Store) -> None:
    for method in (store.load, store.delete, store.draft, store.drop_draft, store.results, store.done):
        with pytest.raises(UsageError):
            method("../x")
