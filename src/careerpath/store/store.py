"""The store: profiles, drafts of the quiz and history in one SQLite file. It never looks at the clock."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerpath.model.answers import AnswerValue, gather_answers
from careerpath.model.profile import Draft, ProfileSummary, StoredProfile, StoredResult
from careerpath.store import drafts, erasure, history, profiles
from careerpath.store.encoding import decode_time, encode_answers, encode_time, encode_value
from careerpath.store.names import check_profile_name
from careerpath.store.transactions import OpenFile

if TYPE_CHECKING:
    from datetime import datetime

    from careerpath.model.answers import Answers


class Store(OpenFile):
    """An open store; use it as a context manager, or close it.

    Every method is one transaction: done and on the disk when it returns, or not done at all. Times have to carry a
    time zone (ValueError). Every name of a profile is checked by `check_profile_name` (UsageError `profile-name`).
    Whatever SQLite or the system refuses is a StoreError: `store-busy`, `store-unwritable`, `store-damaged`,
    `store-newer`, `store-foreign`, `store-replaced`, `store-no-locks`, `store-failed`. `warnings` holds what is worth
    saying and stopped nothing.
    """

    def profiles(self) -> tuple[ProfileSummary, ...]:
        """Every profile by name, also those with nothing but a draft."""
        with self._transaction("DEFERRED") as db:
            return profiles.summarise(db)

    def load(self, name: str) -> StoredProfile | None:
        """The answers as last saved; None if there is no such profile, or only a draft of it."""
        name = check_profile_name(name)
        with self._transaction("DEFERRED") as db:
            profile = profiles.find(db, name)
            stamp = None if profile is None else profiles.read_stamp(db, profile)
            if profile is None or stamp is None:
                return None
            given, unreadable = profiles.read_answers(db, profile)
            catalog_name, version, digest, updated = stamp
            saved = decode_time(updated)
        self._note_unreadable(name, unreadable)
        return StoredProfile(
            name=name,
            answers=gather_answers(given),
            catalog_name=catalog_name,
            catalog_version=version,
            catalog_digest=digest,
            updated=saved,
        )

    def save(  # noqa: PLR0913 (what is stored)
        self,
        name: str,
        answers: Answers,
        *,
        catalog_name: str,
        catalog_version: str,
        catalog_digest: str,
        at: datetime,
        seen: datetime | None = None,
    ) -> None:
        """Puts these answers in the place of all that the profile has; its draft and history stay.

        With `seen`, when the answers that the caller has changed were stored, nothing that came later is replaced.

        Raises:
            StoreError: also (`profile-changed`, `profile-deleted`) if there are other answers by now, or none.
            ValueError: an answer is none that could be read back.
        """
        name, when = check_profile_name(name), encode_time(at)
        with self._transaction() as db:
            if seen is not None:
                profiles.require_unchanged(db, name, seen)
            profile = profiles.ensure(db, name, when)
            profiles.stamp(db, profile, (catalog_name, catalog_version, catalog_digest), when)
            profiles.replace_answers(db, profile, answers, when)

    def delete(self, name: str) -> bool:
        """Removes a profile with its answers, draft and history, and every trace of them beside the store.

        Copies of a damaged file that were put aside go, too: nobody can tell what is in them. `warnings` says so, and
        what could not be done. False if there is no such profile.
        """
        name = check_profile_name(name)
        with self._transaction("DEFERRED") as db:
            if profiles.find(db, name) is None:
                return False
        with self._transaction() as db:
            erasure.begin(self.path)
            deleted = db.execute("DELETE FROM profile WHERE name = ?", (name,)).rowcount == 1
        self.warnings += erasure.finish(self._connection, self.path)
        self.warnings += erasure.remove_damaged_copies(self.path)
        return deleted

    def begin_draft(self, name: str, catalog_digest: str, mode: str, at: datetime) -> None:
        """Begins a quiz, in the place of the one that may be open; makes the profile if there is none."""
        name, when = check_profile_name(name), encode_time(at)
        with self._transaction() as db:
            drafts.begin(db, profiles.ensure(db, name, when), catalog_digest, mode, when)

    def take_draft(self, name: str, catalog_digest: str, mode: str, at: datetime) -> None:
        """Takes the open quiz over, with its answers: for whoever began it before it is `draft-taken` from now on.

        Raises:
            StoreError: also (`draft-missing`) if no quiz is open.
        """
        name, when = check_profile_name(name), encode_time(at)
        with self._transaction() as db:
            drafts.take(db, drafts.require(db, name), catalog_digest, mode, when)

    def record(
        self, name: str, question: str, value: AnswerValue, at: datetime, *, begun: datetime | None = None
    ) -> None:
        """Keeps one answer of the open quiz; one that is answered again keeps its place.

        With `begun`, when the caller began or took over the quiz, nothing of another quiz is changed.

        Raises:
            StoreError: also (`draft-missing`, `draft-taken`) if no quiz is open, or not this one.
            ValueError: the question is of no known kind, or such an answer could not be read back.
        """
        name, text, when = check_profile_name(name), encode_value(question, value), encode_time(at)
        with self._transaction() as db:
            drafts.record(db, drafts.require(db, name, _time(begun)), question, text, when)

    def forget(self, name: str, question: str, *, begun: datetime | None = None) -> None:
        """Drops one answer of the open quiz, if it is there; `begun` as for `record`.

        Raises:
            StoreError: also (`draft-missing`, `draft-taken`) if no quiz is open, or not this one.
        """
        name = check_profile_name(name)
        with self._transaction() as db:
            drafts.forget(db, drafts.require(db, name, _time(begun)), question)

    def draft(self, name: str) -> Draft | None:
        """The open quiz of a profile, if there is one."""
        name = check_profile_name(name)
        with self._transaction("DEFERRED") as db:
            found = drafts.read(db, name)
        if found is None:
            return None
        draft, unreadable = found
        self._note_unreadable(name, unreadable)
        return draft

    def finish_draft(
        self,
        name: str,
        *,
        catalog_name: str,
        catalog_version: str,
        catalog_digest: str,
        at: datetime,
        begun: datetime | None = None,
    ) -> None:
        """Puts the answers of the open quiz in the place of all that the profile has, and closes the quiz.

        `begun` is as for `record`.

        Raises:
            StoreError: also (`draft-missing`, `draft-taken`) if no quiz is open, or not this one.
        """
        name, when = check_profile_name(name), encode_time(at)
        with self._transaction() as db:
            profile = drafts.require(db, name, _time(begun))
            drafts.finish(db, profile)
            profiles.stamp(db, profile, (catalog_name, catalog_version, catalog_digest), when)

    def drop_draft(self, name: str) -> bool:
        """Drops the open quiz, and a profile that was only made for it. False if none is open."""
        name = check_profile_name(name)
        if self.draft(name) is None:
            return False
        with self._transaction() as db:
            profile = profiles.find(db, name)
            return profile is not None and drafts.drop(db, profile)

    def add_result(
        self, name: str, at: datetime, catalog_version: str, catalog_digest: str, answers: Answers, summary_json: bytes
    ) -> None:
        """Adds a result to the history of a profile.

        Raises:
            UsageError: also (`profile-unknown`) if there is no such profile.
            ValueError: an answer is none that could be read back.
        """
        name, when = check_profile_name(name), encode_time(at)
        contents = encode_answers(answers), summary_json
        with self._transaction() as db:
            history.add(db, profiles.require(db, name), when, (catalog_version, catalog_digest), contents)

    def amend_last_result(self, name: str, summary_json: bytes) -> None:
        """Puts another summary in the place of that of the last result; does nothing if there is none."""
        name = check_profile_name(name)
        with self._transaction() as db:
            if (profile := profiles.find(db, name)) is not None:
                history.amend_last(db, profile, summary_json)

    def results(self, name: str) -> tuple[StoredResult, ...]:
        """The history of a profile, oldest first; empty if there is no such profile."""
        name = check_profile_name(name)
        with self._transaction("DEFERRED") as db:
            if (profile := profiles.find(db, name)) is None:
                return ()
            results, unreadable = history.read(db, profile)
        self._note_unreadable(name, [f"the result of {at}" for at in unreadable])
        return tuple(results)

    def mark_done(self, name: str, learning_id: str, at: datetime) -> None:
        """Keeps that something was learnt; the first time counts.

        Raises:
            UsageError: also (`profile-unknown`) if there is no such profile.
        """
        name, when = check_profile_name(name), encode_time(at)
        with self._transaction() as db:
            history.mark_done(db, profiles.require(db, name), learning_id, when)

    def done(self, name: str) -> dict[str, datetime]:
        """When each learning (by id) was finished, oldest first; empty if there is no such profile."""
        name = check_profile_name(name)
        with self._transaction("DEFERRED") as db:
            profile = profiles.find(db, name)
            return {} if profile is None else history.read_done(db, profile)


def _time(begun: datetime | None) -> str | None:
    return None if begun is None else encode_time(begun)
