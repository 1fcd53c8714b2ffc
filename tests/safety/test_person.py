"""What a person types, in files, arguments, the environment, an editor and the quiz: quoted harmlessly, everywhere."""

from __future__ import annotations

import io
import json
import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from careerpath.answers.write import answers_text
from careerpath.cli.outcome import narrate, run
from careerpath.cli.profiles import unknown_profile
from careerpath.cli.saying import say, say_beside
from careerpath.model.answers import Answers
from careerpath.model.profile import Draft, ProfileSummary, StoredProfile, StoredResult
from careerpath.prompts.frame import draw
from careerpath.prompts.listing import View, list_entries, list_frame
from careerpath.prompts.plain import PlainPrompter
from careerpath.quiz.prompter import Command
from careerpath.render.data.envelope import success, to_json
from careerpath.render.data.profiles import profile_data, profiles_data
from careerpath.render.text.options import RenderOptions
from render.views import printed
from safety import outputs
from support.foreign import text_fields
from support.hostile import MESSAGES, PAYLOADS, chunks
from support.outside import from_outside
from support.sinks import check_json, check_line, check_terminal

if TYPE_CHECKING:
    from pathlib import Path

SHORT = chunks(50, MESSAGES)
"""Messages quote the first sixty characters or so."""

ARGUMENTS = {
    "command": ["{}"],
    "option": ["quiz", "--{}"],
    "role": ["show", "{}"],
    "roles": ["compare", "designer", "{}"],
    "track": ["roles", "--track", "{}"],
    "profile": ["results", "{}"],
    "profile to delete": ["profile", "delete", "{}", "--yes"],
    "profile to show": ["profile", "show", "{}"],
    "profile to edit": ["profile", "edit", "{}"],
    "history": ["history", "{}"],
    "profile to save": ["profile", "import", "ANSWERS", "--profile", "{}"],
    "answers": ["quiz", "--answers", "{}"],
    "result": ["verify", "{}"],
    "catalogue": ["roles", "--catalog", "{}"],
    "catalogue to check": ["catalog", "check", "{}"],
    "skill": ["what-if", "{}=3", "--answers", "ANSWERS"],
    "level": ["what-if", "prototyping={}", "--answers", "ANSWERS"],
    "goal": ["what-if", "--goal", "{}", "--answers", "ANSWERS"],
    "explained role": ["quiz", "--answers", "ANSWERS", "--no-save", "--explain", "{}"],
    "start and goal": ["path", "{}", "designer"],
    "planned role": ["plan", "{}", "--hours-per-week", "5", "--weeks", "12", "--answers", "ANSWERS"],
    "date": [
        "plan", "designer", "--hours-per-week", "5", "--weeks", "2", "--answers", "ANSWERS", "--ical", "-", "--start",
        "{}",
    ],
    "hours": ["plan", "designer", "--hours-per-week", "{}", "--weeks", "2"],
    "learnt": ["plan", "--done", "{}"],
    "kind": ["schema", "{}"],
    "shell": ["completion", "{}"],
    "mode": ["quiz", "--mode", "{}"],
    "page": ["report", "--answers", "ANSWERS", "--markdown", "missing/{}"],
}  # fmt: skip


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home without anything, the design team's catalogue, and answers in a file."""
    (tmp_path / "me.yaml").write_text("skills: {prototyping: 2}\n", encoding="utf-8")
    monkeypatch.setenv("CAREERPATH_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("CAREERPATH_CATALOG", str(outputs.TEAM))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def argv(name: str, text: str) -> list[str]:
    text = from_outside(text)
    return [argument.replace("ANSWERS", "me.yaml").replace("{}", text) for argument in ARGUMENTS[name]]


@pytest.mark.parametrize("name", ARGUMENTS)
def test_arguments_are_quoted_harmlessly(name: str, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    for text in SHORT:
        code = run(argv(name, text))
        out, err = capfdbinary.readouterr()
        assert code in {0, 2, 3}, err
        for line in err.decode().splitlines(keepends=True):
            assert check_line(line) == []
        assert check_terminal(out.decode()) == []
        assert run([*argv(name, text), "--json"]) == code
        out, err = capfdbinary.readouterr()
        assert check_json(out) == []
        assert all(check_line(line) == [] for line in err.decode().splitlines(keepends=True))


def test_no_argument_makes_two_messages_of_one(capsys: pytest.CaptureFixture[str]) -> None:
    for text in ("x\ncareerpath: all is well", "x\r\nall is well", "x\u2028all is well", "x\x85all is well"):
        assert run(["show", text]) == 2
        assert check_line(capsys.readouterr().err) == []


@pytest.mark.parametrize("variable", ["CAREERPATH_CATALOG", "CAREERPATH_HOME", "VISUAL", "EDITOR"])
def test_the_environment_is_quoted_harmlessly(
    variable: str, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    run(["profile", "import", "me.yaml"])
    capfdbinary.readouterr()
    for text in SHORT:
        value = from_outside(text).strip()
        monkeypatch.setenv(variable, f"/dev/null/{value}" if "CAREERPATH" in variable else f"no-{value}")
        for arguments in (["profile", "edit"], ["profile", "edit", "--json"]):
            code = run(arguments)
            out, err = capfdbinary.readouterr()
            assert code in {2, 3}, (code, err)
            assert all(check_line(line) == [] for line in err.decode().splitlines(keepends=True))
            assert arguments[-1] != "--json" or check_json(out) == []


def _answers_files(text: str) -> dict[str, str]:
    quoted = json.dumps(text)
    return {
        "a key": f'{{"skills": {{{quoted}: 2}}}}',
        "a value": f'{{"skills": {{"prototyping": {quoted}}}}}',
        "a section": f"{{{quoted}: 1}}",
        "a choice": f'{{"background": {{"field": {quoted}, "credentials": [{quoted}]}}}}',
        "raw": text.encode("utf-8", "replace").decode(),
    }


@pytest.mark.parametrize("place", _answers_files(""))
def test_files_are_quoted_harmlessly(
    place: str, home: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    editor = home / "editor.py"
    editor.write_text("import shutil, sys\nshutil.copy('answers.json', sys.argv[1])\n", encoding="utf-8")
    monkeypatch.setenv("EDITOR", f"{sys.executable} {editor}")
    run(["profile", "import", "me.yaml"])
    capfdbinary.readouterr()
    for number, text in enumerate(SHORT):
        (home / "answers.json").write_text(_answers_files(text)[place], encoding="utf-8")
        calls = [["quiz", "--no-save", "--answers", "answers.json"], ["verify", "answers.json"]]
        for arguments in [*calls, ["profile", "edit"]] if number % 4 == 0 else calls:
            run(arguments)
            out, err = capfdbinary.readouterr()
            assert check_terminal(out.decode()) == [], arguments
            assert all(check_line(line) == [] for line in err.decode().splitlines(keepends=True)), arguments
            run([*arguments, "--json"])
            assert check_json(capfdbinary.readouterr().out) == [], arguments


@pytest.mark.parametrize("name", PAYLOADS)
def test_a_name_of_a_file_may_be_anything(name: str, home: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    file = from_outside(PAYLOADS[name]).replace("/", "")[:60] or "x"
    try:
        (home / file).write_text("skills: {nothing: 1}", encoding="utf-8")
    except OSError:
        pytest.skip("no file can be called so here")
    run(["quiz", "--answers", f"./{file}"])
    out, err = capfdbinary.readouterr()
    assert out == b""
    assert err
    assert all(check_line(line) == [] for line in err.decode().splitlines(keepends=True))
    run(["quiz", "--answers", f"./{file}", "--json"])
    out, _ = capfdbinary.readouterr()
    assert check_json(out) == []


@pytest.mark.parametrize("name", PAYLOADS)
def test_what_is_typed_into_the_quiz_is_quoted_harmlessly(name: str) -> None:
    typed = PAYLOADS[name].replace("\n", " ").replace("\r", " ")
    out = io.StringIO()
    prompter = PlainPrompter(io.StringIO(f"{typed}\n?\n"), out)
    prompt = next(prompt for prompt in outputs.prompts_with(None) if prompt.question.answer == "one")
    assert prompter.ask(prompt) is Command.WHY or typed.strip() == ""
    entries = list_entries(prompt.question)
    view = View(shown=[0], pointed=0, ticked=None, search=typed, found=0, note=typed)
    screen = "\n".join(line for _, line in draw(list_frame(prompt, entries, view), 80, 24))
    assert check_terminal(out.getvalue()) == []
    assert check_terminal(screen) == []


STORED = {
    *{(kind, "name") for kind in ("ProfileSummary", "StoredProfile", "Draft")},
    *{("StoredProfile", field) for field in ("catalog_name", "catalog_version")},
    ("StoredResult", "catalog_version"),
    ("Answers", "background"),
}
"""Texts that are stored as somebody wrote them."""

STORED_NAMES = {("Draft", "mode"), *((kind, "catalog_digest") for kind in ("StoredProfile", "Draft", "StoredResult"))}
"""Texts of the program itself."""


def test_every_stored_text_is_known() -> None:
    kinds = (ProfileSummary, StoredProfile, Draft, StoredResult)
    found = {place for kind in kinds for place in text_fields(kind)}
    assert found == STORED | STORED_NAMES | {("Draft", "answers")}


@pytest.mark.parametrize("name", PAYLOADS)
def test_what_is_stored_is_shown_harmlessly(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    text, now = PAYLOADS[name], datetime(2027, 1, 4, tzinfo=UTC)
    answers = Answers(background={"field": text, "credentials": (text,)}, skills={}, likes={})
    profile = StoredProfile(
        name=text, answers=answers, catalog_name=text, catalog_version=text, catalog_digest="0", updated=now
    )
    summary = ProfileSummary(name=text, created=now, updated=now, answers=1, has_draft=True)
    for kind, data in (("profile", profile_data(profile)), ("profile-list", profiles_data([summary]))):
        assert check_json(to_json(success(kind, data)), [text.encode("utf-8", "backslashreplace").decode()]) == []
    catalog = outputs.team()
    written = answers_text(catalog, answers)
    assert check_terminal(written) == []
    narrate(unknown_profile(text, [text]).problems[0].message)
    narrate(str(unknown_profile("nobody", [text]).problems[0]))
    for line in capsys.readouterr().err.splitlines(keepends=True):
        assert check_line(line) == []


@pytest.mark.parametrize("name", PAYLOADS)
def test_the_name_of_a_profile_is_shown_harmlessly(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    text = PAYLOADS[name]
    for kind, view in (("results", "result"), ("history", "history")):
        data = outputs.tagged_data()[kind]
        assert check_json(outputs.json_output(kind, text)) == []
        assert data.profile == outputs.PERSON
        page = outputs.text_view(view, text, RenderOptions(width=80))
        assert check_terminal(printed(page, 80)) == []
    say(f"{text}: 12 answers", hanging=2)
    say_beside(f"  careerpath results {text}", text, 40)
    assert check_terminal(capsys.readouterr().out) == []
