"""Asks the questions named on the command line and writes to a file how it ended: driver.py OUTCOME QUESTION ..."""

from __future__ import annotations

import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from small_set import QUESTIONS, DictKeeper, SmallQuestionnaire  # type: ignore[import-not-found,unused-ignore]

from careerpath.prompts.terminal import TerminalPrompter
from careerpath.quiz.interview import interview
from careerpath.quiz.session import Session


def main(outcome: str, *names: str) -> None:
    prompter, keeper, end = TerminalPrompter(), DictKeeper(), "done"
    try:
        if names == ("confirm",):
            end = str(prompter.confirm("Do you want to go on with the answers that you gave on Monday?", default=True))
        else:
            questions = SmallQuestionnaire(*(QUESTIONS[name] for name in names))
            interview(questions, Session(), prompter, keeper)
    except (KeyboardInterrupt, EOFError) as error:
        end = type(error).__name__
    result = {"end": end, "answers": {key.partition(":")[2]: value for key, value in keeper.kept.items()}}
    Path(outcome).write_text(json.dumps(result), encoding="utf-8")
    print("data on stdout")  # noqa: T201


main(*sys.argv[1:])
