"""careerpath: a career-path advisor for the terminal, and for Python programs (see docs/api.md)."""

__version__ = "0.1.0"

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


def __getattr__(name: str) -> object:
    """The names of `careerpath.api`, which is imported when one of them is asked for and not before."""
    if name not in __all__:
        raise AttributeError(f"module 'careerpath' has no attribute {name!r}")
    from importlib import import_module  # noqa: PLC0415 (`careerpath --version` needs nothing)

    return getattr(import_module("careerpath.api"), name)


def __dir__() -> list[str]:
    return [*globals(), *__all__]
