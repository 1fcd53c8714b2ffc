"""Options that mean nothing beside another: none is passed over in silence."""

from __future__ import annotations

from careerpath.errors import Problem, UsageError


def refuse_unused(option: str, what: str, others: dict[str, bool]) -> None:
    """Refuses the others that are used, since `option` does `what`.

    Raises:
        UsageError: at least one of them is used.
    """
    used = [name for name, is_used in others.items() if is_used]
    if used:
        names = " and ".join(used)
        message = f"{option} {what}, so {names} {'means' if len(used) == 1 else 'mean'} nothing beside it."
        raise UsageError(Problem(code="option-unused", message=message, hint=f"Leave out {option} or {names}."))
