"""The program: `careerpath`, or `python -m careerpath`."""

from __future__ import annotations

import gc
import sys

from careerpath.cli.streams import StdoutLostError, prepare_streams


def main() -> None:
    """Runs the command line and exits with its code."""
    prepare_streams()
    if sys.argv[1:] == ["--version"]:
        # Answered before more is imported: scripts ask for it often.
        from careerpath import __version__

        try:
            sys.stdout.write(f"careerpath {__version__}\n")
            sys.stdout.flush()
        except StdoutLostError:
            pass  # told by the whole command line below
        else:
            return
    # Starting makes many objects and few circles; looking for these would take a tenth of the time.
    gc.set_threshold(50_000)
    code = _run(sys.argv[1:])
    # The process gives its memory back as it ends; looking for circles in it first would take a seventh of the time.
    gc.freeze()
    sys.exit(code)


def _run(arguments: list[str]) -> int:
    from careerpath.cli.lean_imports import import_msgspec
    from careerpath.cli.signals import die_at_once, end_as_asked, listen

    die_at_once()
    import_msgspec()
    if arguments[:1] == ["--complete"]:
        from careerpath.cli.completing import complete

        return complete(arguments[1:])
    from careerpath.cli.outcome import run

    listen()
    code = run(arguments)
    end_as_asked()
    die_at_once()
    return code


if __name__ == "__main__":
    main()
