"""Imports without what the program does not need. Loaded before everything else that is large."""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import Any


def import_msgspec() -> None:
    """Loads msgspec without what it takes long over and careerpath does without: a twentieth of a start.

    That is typing_extensions, of which it would take two names that typing has too, and the many types that describe
    types, for JSON Schema. Where typing_extensions is not installed, msgspec does without by itself.
    """
    if "typing_extensions" in sys.modules or "msgspec" in sys.modules:
        return
    sys.modules["typing_extensions"] = None  # type: ignore[assignment]  # (as importlib has it: there is no such)
    sys.modules["msgspec.inspect"] = _Later("msgspec.inspect")
    try:
        import msgspec  # noqa: F401
    finally:
        del sys.modules["typing_extensions"]


class _Later(ModuleType):
    """Stands in for a module that is hardly ever needed, and loads it once something of it is asked for."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):  # asked by the import system, not by whoever wants the module
            raise AttributeError(name)
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]
        return getattr(import_module(self.__name__), name)
