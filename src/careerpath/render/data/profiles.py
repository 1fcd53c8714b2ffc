"""Stored profiles as scripts see them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from careerpath.model.answers import Answers

if TYPE_CHECKING:
    from collections.abc import Iterable

    from careerpath.model.profile import ProfileSummary, StoredProfile


class ProfileEntry(msgspec.Struct, frozen=True, kw_only=True):
    """A profile in a list. `updated` is ISO 8601, in UTC; `interrupted`: a quiz waits to be gone on with."""

    name: str
    answers: int
    updated: str
    interrupted: bool


class ProfilesData(msgspec.Struct, frozen=True, kw_only=True):
    """The stored profiles, by name."""

    profiles: tuple[ProfileEntry, ...]


class ProfileData(msgspec.Struct, frozen=True, kw_only=True):
    """A stored profile with its answers; `answers` is what `quiz --answers` takes."""

    name: str
    updated: str
    catalog: str
    catalog_version: str
    answers: Answers


class DeletedData(msgspec.Struct, frozen=True, kw_only=True):
    """The name of the profile that is gone."""

    deleted: str


def profiles_data(profiles: Iterable[ProfileSummary]) -> ProfilesData:
    """The stored profiles."""
    return ProfilesData(
        profiles=tuple(
            ProfileEntry(
                name=entry.name,
                answers=entry.answers,
                updated=entry.updated.isoformat(timespec="seconds"),
                interrupted=entry.has_draft,
            )
            for entry in profiles
        )
    )


def profile_data(profile: StoredProfile) -> ProfileData:
    """A stored profile."""
    return ProfileData(
        name=profile.name,
        updated=profile.updated.isoformat(timespec="seconds"),
        catalog=profile.catalog_name,
        catalog_version=profile.catalog_version,
        answers=profile.answers,
    )
