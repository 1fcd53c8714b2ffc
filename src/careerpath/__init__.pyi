from careerpath.api import Answers as Answers
from careerpath.api import CareerpathError as CareerpathError
from careerpath.api import Catalog as Catalog
from careerpath.api import Comparison as Comparison
from careerpath.api import InvalidInputError as InvalidInputError
from careerpath.api import Plan as Plan
from careerpath.api import QuizSession as QuizSession
from careerpath.api import Result as Result
from careerpath.api import UsageError as UsageError
from careerpath.api import assess as assess
from careerpath.api import compare as compare
from careerpath.api import load_answers as load_answers
from careerpath.api import load_catalog as load_catalog
from careerpath.api import plan as plan

__version__: str
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
