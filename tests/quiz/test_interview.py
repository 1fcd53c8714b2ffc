"""The interview, driven by a fake that answers from a table and notes the order in which things happen."""

from __future__ import annotations

import pytest

from careerpath.quiz.guide import Advice, Stop
from careerpath.quiz.interview import Ending, Interview, interview
from careerpath.quiz.prompter import Command, Prompt, Reply
from careerpath.quiz.review import DONE, HELP, PROVE
from careerpath.quiz.session import AnswerValue, Questionnaire, Session
from support.catalogs import QUESTIONS, make_catalog

CATALOG = make_catalog(roles=2, skills=3, activities=2, learning=0, seed=1)
ANSWERS: dict[str, AnswerValue] = {
    "background:current_role": "r0",
    "background:field": "product",
    "background:education": "master",
    "background:education_field": "design",
    "background:experience": 3,
    "background:leading": 0,
    "background:credentials": (),
    "skill:s0": 1,
    "skill:s1": None,
    "skill:s2": 4,
    "activity:a0": 1,
    "activity:a1": 5,
}
Action = Reply | Command | type[BaseException]


class Fake:
    """A prompter and keeper in one. `script` gives what happens at the n-th prompt; at any other, the usual answer."""

    def __init__(self, script: dict[int, Action] | None = None) -> None:
        self.script = script or {}
        self.prompts: list[Prompt] = []
        self.said: list[str] = []
        self.kept: dict[str, AnswerValue] = {}
        self.log: list[str] = []

    def ask(self, prompt: Prompt) -> Reply | Command:
        at = len(self.prompts)
        action = self.script[at] if at in self.script else Reply(ANSWERS[prompt.question.id])
        self.prompts.append(prompt)
        self.log.append(f"ask {prompt.question.id}")
        if isinstance(action, type):
            raise action
        return action

    def say(self, text: str) -> None:
        self.said.append(text)

    def confirm(self, text: str, *, default: bool) -> bool:
        raise AssertionError(text)

    def record(self, question: str, value: AnswerValue) -> None:
        self.kept[question] = value
        self.log.append(f"record {question}")

    def forget(self, question: str) -> None:
        del self.kept[question]
        self.log.append(f"forget {question}")

    @property
    def asked(self) -> list[str]:
        return [prompt.question.id for prompt in self.prompts]


def run(script: dict[int, Action] | None = None, session: Session | None = None) -> tuple[Session, Fake]:
    fake = Fake(script)
    return interview(Questionnaire(CATALOG), session or Session(), fake, fake), fake


def test_everything_is_asked_once_and_kept() -> None:
    session, fake = run()
    assert session.given == ANSWERS == fake.kept
    assert fake.asked == list(ANSWERS)
    assert [text.partition(":")[0] for text in fake.said] == ["Background", "Skills", "What you like"]


def test_every_answer_is_recorded_before_the_next_is_asked() -> None:
    _, fake = run()
    assert fake.log == [entry for question in ANSWERS for entry in (f"ask {question}", f"record {question}")]


def test_positions_count_the_questions_of_a_part() -> None:
    _, fake = run()
    positions = [prompt.position for prompt in fake.prompts]
    assert positions[0] == f"Background: 1 of {len(QUESTIONS)}"
    assert positions[7:10] == ["Skills: 1 of 3", "Skills: 2 of 3", "Skills: 3 of 3"]


def test_back_asks_the_one_before_again_with_its_answer() -> None:
    session, fake = run({2: Command.BACK, 3: Command.BACK, 4: Reply("r1")})
    first, second, third = list(ANSWERS)[:3]
    assert fake.asked[:6] == [first, second, third, second, first, third]
    assert fake.prompts[3].current == "product"
    assert fake.prompts[3].answered_before
    assert session.given == ANSWERS | {first: "r1"}
    assert list(session.given) == list(ANSWERS)


def test_back_is_not_offered_where_there_is_nothing_before() -> None:
    _, fake = run({0: Command.BACK, 2: Command.BACK, 3: Command.BACK})
    first, second = list(ANSWERS)[:2]
    assert fake.asked[:5] == [first, first, second, first, first]
    assert [prompt.can_go_back for prompt in fake.prompts[:5]] == [False, False, True, False, False]


def test_an_unknown_answer_counts_as_answered_before() -> None:
    _, fake = run({9: Command.BACK})
    assert fake.prompts[10].question.id == "skill:s1"
    assert (fake.prompts[10].current, fake.prompts[10].answered_before) == (None, True)
    assert not fake.prompts[9].answered_before


def test_going_back_to_another_part_introduces_it_again() -> None:
    _, fake = run({7: Command.BACK})
    assert fake.asked[7:10] == ["skill:s0", "background:credentials", "skill:s0"]
    assert [text.partition(":")[0] for text in fake.said[:4]] == ["Background", "Skills", "Background", "Skills"]


def test_why_explains_and_asks_again() -> None:
    session, fake = run({1: Command.WHY})
    assert fake.asked[1] == fake.asked[2] == "background:field"
    assert fake.said[1] == "Why?"
    assert session.given == ANSWERS


def test_finish_ends_with_what_has_been_answered() -> None:
    session, fake = run({3: Command.FINISH})
    assert session.given == fake.kept == dict(list(ANSWERS.items())[:3])


def test_another_education_drops_the_field_of_study_and_forgets_it() -> None:
    session, fake = run({4: Command.BACK, 5: Command.BACK, 6: Reply("school")})
    assert fake.asked[4:8] == [
        "background:experience",
        "background:education_field",
        "background:education",
        "background:experience",
    ]
    at = fake.log.index("forget background:education_field")
    assert fake.log[at - 1 : at + 2] == [
        "record background:education",
        "forget background:education_field",
        "ask background:experience",
    ]
    assert "background:education_field" not in session.given
    assert session.given == fake.kept


def test_a_session_goes_on_where_it_stopped() -> None:
    started = Session(dict(list(ANSWERS.items())[:8]))
    session, fake = run(session=started)
    assert fake.asked == list(ANSWERS)[8:]
    assert session.given == ANSWERS


def test_a_complete_session_asks_nothing() -> None:
    session, fake = run(session=Session(ANSWERS))
    assert (session.given, fake.prompts, fake.said) == (ANSWERS, [], [])


@pytest.mark.parametrize("interruption", [KeyboardInterrupt, EOFError])
def test_an_interruption_leaves_what_was_recorded(interruption: type[BaseException]) -> None:
    fake = Fake({5: interruption})
    with pytest.raises(interruption):
        interview(Questionnaire(CATALOG), Session(), fake, fake)
    assert fake.kept == dict(list(ANSWERS.items())[:5])


def test_a_reply_that_answers_nothing_is_a_defect_of_the_prompter() -> None:
    fake = Fake({7: Reply(9)})
    with pytest.raises(ValueError, match="9 does not answer skill:s0"):
        interview(Questionnaire(CATALOG), Session(), fake, fake)


class Enough:
    """A guide for whom enough has been asked, and who knows how far a proof is."""

    def __init__(self, stop: Stop, proof: int) -> None:
        self.advice, self.proof = Advice(None, stop, "r0", 0.95), proof

    def advise(self, session: Session) -> Advice:
        return self.advice

    def between(self, session: Session, question: str) -> tuple[str, str] | None:
        raise AssertionError(question)

    def certified_after(self, session: Session) -> int:
        assert session.given
        return self.proof


def look_over(stop: Stop, proof: int, *actions: Action) -> tuple[Ending, Fake]:
    """The summary of a session in which everything is answered."""
    fake = Fake(dict(enumerate(actions)))
    return Interview(Questionnaire(CATALOG), fake, fake, Enough(stop, proof)).run(Session(ANSWERS)), fake


@pytest.mark.parametrize(
    ("stop", "proof", "offered"),
    [
        ("sure", 4, True),
        ("limit", 4, True),
        ("sure", 0, False),
        ("certified", 4, False),
        ("everything-asked", 4, False),
    ],
)
def test_who_is_not_certain_can_go_on_to_proof(stop: Stop, proof: int, *, offered: bool) -> None:
    ending, fake = look_over(stop, proof, Reply(DONE))
    labels = [option.label for option in fake.prompts[0].question.options]
    assert ("Go on until the first role is certain (about 4 more)" in labels) is offered
    assert (ending.wants_proof, ending.advice.stop, ending.session.given) == (False, stop, ANSWERS)
    assert len(fake.said) == 1


def test_going_on_to_proof_ends_the_interview() -> None:
    ending, _ = look_over("sure", 4, Reply(PROVE))
    assert ending.wants_proof


def test_the_summary_takes_commands_too() -> None:
    ending, fake = look_over("sure", 4, Command.WHY, Command.BACK, Reply(2), Command.FINISH)
    assert fake.said[1] == HELP
    assert fake.asked == ["review:review", "review:review", "activity:a1", "review:review"]
    summaries = [prompt for prompt in fake.prompts if prompt.question.part == "review"]
    assert {(prompt.can_go_back, prompt.position) for prompt in summaries} == {(True, "")}
    assert (ending.session.given["activity:a1"], ending.wants_proof) == (2, False)
