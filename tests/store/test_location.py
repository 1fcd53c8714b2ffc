from __future__ import annotations

from pathlib import Path

import platformdirs
import pytest

from careerpath.store.location import data_folder


@pytest.mark.parametrize("data_home", [None, "", "  ", "/srv/people", "/srv/people/"])
@pytest.mark.parametrize("home", [None, "/home/ana", "/home/ana/"])
def test_the_data_folder_is_the_one_that_the_system_has(
    monkeypatch: pytest.MonkeyPatch, home: str | None, data_home: str | None
) -> None:
    for name, value in (("HOME", home), ("XDG_DATA_HOME", data_home)):
        if value is None:
            monkeypatch.delenv(name, raising=False)
        else:
            monkeypatch.setenv(name, value)
    # (of a relative folder, and of a HOME that is none, versions of platformdirs make different things)
    assert data_folder() == Path(platformdirs.user_data_dir("careerpath", appauthor=False))


def test_a_relative_folder_of_the_environment_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/ana")
    for relative in ("relative", "~/there", "."):
        monkeypatch.setenv("XDG_DATA_HOME", relative)
        assert data_folder() == Path("/home/ana/.local/share/careerpath")
