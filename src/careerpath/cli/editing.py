"""The answers of a profile in the person's own editor, and back. What was typed is never lost.

The text stands in a private file beside the profiles. It is removed once its answers are stored, or when it is given
up; in every other case (faults, an interruption, an editor that fails) it stays, and the next edit goes on with it.
"""

from __future__ import annotations

import hashlib
import os
import re
from contextlib import suppress
from typing import TYPE_CHECKING

from careerpath.answers.read import parse_answers
from careerpath.answers.write import answers_text
from careerpath.cli.answering import at_terminal, save_answers, terminal_prompter
from careerpath.cli.calls import with_name
from careerpath.cli.editor import find_editor, run_editor
from careerpath.cli.keeping import keep_answers
from careerpath.cli.outcome import Interrupted, narrate
from careerpath.cli.profiles import load_profile
from careerpath.disk.replacing import put
from careerpath.errors import InvalidInputError, Problem, StoreError, UsageError
from careerpath.model.answers import gather_answers
from careerpath.parsing.file import read_file
from careerpath.quiz.session import Questionnaire

if TYPE_CHECKING:
    from pathlib import Path

    from careerpath.model.answers import Answers
    from careerpath.model.catalog import Catalog
    from careerpath.model.profile import StoredProfile

HEAD = "# Change what you like, save, and close the editor. A faulty edit is kept and offered again.\n"


def edit_profile(catalog: Catalog, name: str) -> tuple[str, ...]:
    """Opens the answers of a profile in the editor, and stores what comes back.

    Returns:
        Sentences that say what became of it.

    Raises:
        UsageError: there is no such profile, or no editor.
        InvalidInputError: the edit is faulty and nobody is there to mend it; says where it is kept.
        Interrupted: says where the edit is kept.
    """
    profile = load_profile(name)
    name = profile.name
    session, _ = Questionnaire(catalog).replay(profile.answers.items())
    answers, editor, file = session.answers(), find_editor(), draft_file(name)
    text = HEAD + answers_text(catalog, answers)
    try:
        _begin(file, text, name)
        edited = _edit_until_sound(catalog, editor, file, text, name)
    except (KeyboardInterrupt, EOFError):
        kept = f"; your edit is kept in {file}" if _keeps_changes(file, text) else ""
        raise Interrupted(f"stopped. Nothing was stored{kept}.") from None
    if edited is None:
        return ("The edit is discarded; the profile is as before.",)
    merged = _merged(catalog, profile.answers, edited)
    if merged.in_order() == profile.answers.in_order():
        _remove(file)
        return ("Nothing was changed, so nothing was stored.",)
    _save(catalog, profile, merged, file)
    remove_edits(name)
    return (f"Stored as profile '{name}'.", *keep_answers(catalog, edited, name))


def _save(catalog: Catalog, edited: StoredProfile, answers: Answers, file: Path) -> None:
    """Stores the edit, unless the profile was changed while the editor was open: then both are kept.

    Raises:
        StoreError: also if it was changed or deleted. Of a profile that is deleted nothing may stay, nor the edit.
    """
    try:
        save_answers(catalog, edited.name, answers, seen=edited.updated)
    except StoreError as error:
        codes = {problem.code for problem in error.problems}
        if "profile-deleted" in codes:
            remove_edits(edited.name)
        if "profile-changed" in codes:
            raise StoreError(*error.problems, _kept(file, edited.name)) from None
        raise


def _kept(file: Path, name: str) -> Problem:
    return Problem(
        code="edit-kept",
        message=f"nothing was stored; the edit is kept in {file}.",
        hint=f"'{with_name('profile edit', name)}' goes on with it; deleting the file gives it up.",
    )


def draft_file(name: str) -> Path:
    """Where the edit of a profile stands: one file for each profile, with a name that every system takes."""
    from careerpath.store.location import default_path

    readable = re.sub("[^a-z0-9]+", "-", name.casefold())[:16].strip("-") or "profile"
    return default_path().parent / f"edit-{readable}-{hashlib.sha256(name.encode()).hexdigest()[:8]}.yaml"


def remove_edits(name: str) -> None:
    """Removes the edit of a profile, and what editors leave beside it: copies of before, what was not saved."""
    file = draft_file(name)
    for left in file.parent.glob(f"*{file.name}*"):
        with suppress(FileNotFoundError):
            left.unlink()


def _begin(file: Path, text: str, name: str) -> None:
    """Writes the file to edit, readable by its owner alone, unless one is left from before."""
    if file.exists() and file.stat().st_size:
        narrate(f"An earlier edit of '{name}' was not taken over; going on with it ({file}).")
        return
    try:
        put(file, text.encode())
    except OSError as error:
        message = f"the file to edit cannot be written: {error.strerror or error}."
        raise StoreError(Problem(code="edit-unwritable", message=message, hint=f"It would be {file}.")) from None


def _edit_until_sound(catalog: Catalog, editor: list[str], file: Path, text: str, name: str) -> Answers | None:
    """The answers of the edit once they can be read; None if it is given up."""
    while True:
        _run_editor(editor, file, text)
        try:
            return parse_answers(read_file(file), str(file), catalog)
        except InvalidInputError as error:
            if not at_terminal():
                kept = (_kept(file, name),) if os.path.lexists(file) else ()  # (a link to nothing is kept, too)
                raise InvalidInputError(*error.problems, *kept) from None
            for problem in error.problems:
                narrate(str(problem))
        prompter = terminal_prompter(plain=True)
        if not prompter.confirm("The edit cannot be taken over. Edit again? 'no' discards it.", default=True):
            _remove(file)
            return None


def _run_editor(editor: list[str], file: Path, text: str) -> None:
    """Runs the editor. If it fails, an edit that differs from the stored answers is kept."""
    code = run_editor(editor, file)
    if code == 0:
        return
    kept = f" Your edit is kept in {file}; the next edit goes on with it." if _keeps_changes(file, text) else ""
    message = f"the editor '{editor[0][:64]}' ended with {code}, so nothing was stored.{kept}"
    raise UsageError(Problem(code="editor-failed", message=message, hint="Try again, or set EDITOR to another one."))


def _keeps_changes(file: Path, text: str) -> bool:
    """Whether the file holds an edit; without one it is removed."""
    if file.exists() and _differs(file, text):
        return True
    _remove(file)
    return False


def _differs(file: Path, text: str) -> bool:
    """Whether the file is not the text; what cannot be read is not."""
    try:
        return read_file(file) != text.encode()
    except InvalidInputError:
        return True


def _merged(catalog: Catalog, stored: Answers, edited: Answers) -> Answers:
    """The edit, with the answers that this catalogue does not ask, and without new ones that say nothing."""
    asked, before = Questionnaire(catalog).by_id, dict(stored.items())
    kept = {question: value for question, value in before.items() if question not in asked}
    new = {question: value for question, value in edited.items() if value is not None or question in before}
    return gather_answers((kept | new).items())


def _remove(file: Path) -> None:
    with suppress(FileNotFoundError):
        file.unlink()
