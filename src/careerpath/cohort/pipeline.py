"""Work on blocks with all cores, and its results in the order of the blocks, within bounded memory."""

from __future__ import annotations

from collections import deque
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING, Final, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable

AHEAD: Final = 2
"""So many items a core are begun before the result of the first one is taken."""

Item = TypeVar("Item")
Result = TypeVar("Result")


def in_order(items: Iterable[Item], work: Callable[[Item], Result], cores: int) -> Generator[tuple[Item, Result]]:
    """Each item with its result. Items are taken one after the other; the work on them happens in threads.

    Threads are enough, since reading, look-ups and writing happen in libraries that let others run meanwhile. Close it
    when it is left before its end: the work that was begun is over then.
    """
    with ThreadPoolExecutor(cores) as pool:
        begun: deque[tuple[Item, Future[Result]]] = deque()
        try:
            for item in items:
                begun.append((item, pool.submit(work, item)))
                if len(begun) > AHEAD * cores:
                    yield _first(begun)
            while begun:
                yield _first(begun)
        finally:
            for _, future in begun:
                future.cancel()


def _first(begun: deque[tuple[Item, Future[Result]]]) -> tuple[Item, Result]:
    item, future = begun.popleft()
    return item, future.result()
