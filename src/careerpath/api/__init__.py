"""What Python programs and notebooks may rely on; `import careerpath` gives all of it. See docs/api.md."""

from careerpath.api.advice import assess, compare, load_answers, load_catalog, plan
from careerpath.api.quiz_session import QuizSession
from careerpath.api.results import Comparison, Plan, Result
from careerpath.errors import CareerpathError, InvalidInputError, UsageError
from careerpath.model.answers import Answers
from careerpath.model.catalog import Catalog

__all__ = [
    "Answers",
    "CareerpathError",
    "Catalog",
    "Comparison",
    "InvalidInputError",
    "Plan",
    "QuizSession",
    "Result",
    "UsageError",
    "assess",
    "compare",
    "load_answers",
    "load_catalog",
    "plan",
]
