"""What an editor can leave behind in `profile edit`: refused with its place and kept, within bounds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hostile.refused import check_bounds

if TYPE_CHECKING:
    from pathlib import Path

    from support.bounded import Bounded

EDITS = {
    "a control character": (r"printf 'skills: {seo: \033}' > $1", "control-character"),
    "bytes that are no text": (r"printf 'skills: {seo: \377}' > $1", "encoding"),
    "an alias": (r"printf 'a: &a [*a]' > $1", "alias"),
    "nothing": (": > $1", "empty"),
    "a fault": (r"printf 'skills: {seo: 9}' > $1", "unknown-answer"),
    "a pipe": ("rm $1 && mkfifo $1", "not-a-file"),
    "a folder": ("rm $1 && mkdir $1", "not-a-file"),
    "a link to itself": ("rm $1 && ln -s $1 $1", "unreadable"),
    "an endless device": ("rm $1 && ln -s /dev/zero $1", "not-a-file"),
    "no file": ("rm $1", "unreadable"),
    "too much": ("head -c 17000000 /dev/zero > $1", "too-large"),
}


@pytest.mark.parametrize("name", EDITS)
@pytest.mark.parametrize("ending", [0, 1])
def test_what_an_editor_leaves_behind(bounded: Bounded, tmp_path: Path, name: str, ending: int) -> None:
    script, code = EDITS[name]
    (tmp_path / "editor.sh").write_text(f"{script}\nexit {ending}\n", encoding="utf-8")
    (tmp_path / "me.yaml").write_text("skills: {seo: 3}\n", encoding="utf-8")
    assert bounded(tmp_path, "profile", "import", "me.yaml").code == 0
    environment = {"VISUAL": None, "EDITOR": "sh editor.sh"}
    ended = bounded(tmp_path, "profile", "edit", "--json", environment=environment)
    check_bounds(ended)
    errors = ended.json["errors"]
    if ending:
        assert (ended.code, [error["code"] for error in errors]) == (2, ["editor-failed"])
    else:
        kept = [] if name == "no file" else ["edit-kept"]
        assert (ended.code, [error["code"] for error in errors]) == (3, [code, *kept])
        assert errors[0]["location"]["file"]
    assert bounded(tmp_path, "profile", "show", "--json").json["data"]["answers"]["skills"] == {"seo": 3}
