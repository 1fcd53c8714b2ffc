"""Locks on files, which the system takes back from a process that ends, however it ends."""

from __future__ import annotations


def lock(handle: int, *, wait: bool) -> bool | None:
    """Locks a file until it is closed, or its process ends. False: another process has it. None: no locks here."""
    try:
        import fcntl  # noqa: PLC0415 (not on every system)

        fcntl.flock(handle, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
    except BlockingIOError:
        return False
    except (ImportError, OSError):
        return None
    return True
