"""What `quiz` does: checks what is asked for, gets the answers, stores them, and prints what follows."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import msgspec

from careerpath.cli.options import DEFAULT_PROFILE
from careerpath.cli.unused_options import refuse_unused
from careerpath.quiz.guide import Mode

if TYPE_CHECKING:
    from careerpath.model.catalog import Catalog


class QuizRequest(msgspec.Struct, frozen=True, kw_only=True):
    """The options of `quiz`; None or False where one is not used."""

    answers: str | None
    template: bool
    profile: str | None
    no_save: bool
    restart: bool
    mode: Mode | None
    sure: int | None
    max_questions: int | None
    why: bool
    plain: bool
    show_all: bool
    explain: str | None
    as_json: bool

    def check(self) -> None:
        """Whether the options make sense together: none of them is passed over in silence.

        Raises:
            UsageError: one of them means nothing beside another.
        """
        asking = {
            "--restart": self.restart,
            "--mode": self.mode is not None,
            "--sure": self.sure is not None,
            "--max-questions": self.max_questions is not None,
            "--why": self.why,
        }
        storing = {"--profile": self.profile is not None}
        showing = {"--all": self.show_all, "--explain": self.explain is not None, "--json": self.as_json}
        giving = {"--answers": self.answers is not None}
        if self.template:
            refuse_unused("--template", "prints an empty answers file", {**giving, **asking, **storing, **showing})
        if self.answers is not None:
            refuse_unused("--answers", "asks nothing", asking)
        if self.no_save:
            refuse_unused("--no-save", "stores nothing", storing)

    @property
    def stored_as(self) -> str | None:
        """The profile under which the answers are to be stored; None: under none."""
        if self.no_save:
            return None
        return DEFAULT_PROFILE if self.profile is None else self.profile


def run_quiz(catalog: Catalog, request: QuizRequest) -> None:
    """Does what is asked for."""
    if request.template:
        from careerpath.answers.write import answers_text

        sys.stdout.write(answers_text(catalog))
    elif request.answers is not None:
        _score_file(catalog, request, request.answers)
    else:
        _ask(catalog, request)


def _score_file(catalog: Catalog, request: QuizRequest, file: str) -> None:
    from careerpath.answers.read import read_answers
    from careerpath.cli.answering import save_answers
    from careerpath.cli.results import ResultOptions, print_result

    given = read_answers(file, catalog)
    explained = _explained(catalog, request)
    if request.stored_as is not None:
        save_answers(catalog, request.stored_as, given)
    options = ResultOptions(show_all=request.show_all, explain=explained, as_json=request.as_json)
    print_result("quiz", catalog, given, request.stored_as, options)


def _ask(catalog: Catalog, request: QuizRequest) -> None:
    from careerpath.cli.answering import Wishes, ask_person
    from careerpath.cli.asked import quiz_data, why_lines
    from careerpath.cli.results import ResultOptions, print_result
    from careerpath.cli.saying import say

    explained = _explained(catalog, request)
    wishes = Wishes(
        mode=request.mode,
        sure=request.sure or Wishes().sure,
        most=request.max_questions,
        restart=request.restart,
        plain=request.plain,
    )
    asked = ask_person(catalog, request.stored_as, wishes)
    options = ResultOptions(
        show_all=request.show_all,
        explain=explained,
        as_json=request.as_json,
        quiz=quiz_data(asked) if request.as_json else None,
    )
    profile = request.stored_as if asked.stored else None
    print_result("quiz", catalog, asked.ending.session.answers(), profile, options)
    if request.why and not request.as_json:
        say(*why_lines(asked), hanging=2)


def _explained(catalog: Catalog, request: QuizRequest) -> str | None:
    """The role to explain, looked up before anything is asked or stored."""
    from careerpath.catalog.names import resolve_role

    return None if request.explain is None else resolve_role(catalog, request.explain).id
