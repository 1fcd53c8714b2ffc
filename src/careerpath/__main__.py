"""The program: `careerpath`, or `python -m careerpath`."""

from __future__ import annotations

import gc
import sys


def main() -> None:
    """Runs the command line and exits with its code."""
    if sys.argv[1:] == ["--version"]:
        # Answered before anything is imported: scripts ask for it often.
        from careerpath import __version__

        sys.stdout.write(f"careerpath {__version__}\n")
        return
    # Starting makes many objects and few circles; looking for these would take a tenth of the time.
    gc.set_threshold(50_000)
    if sys.argv[1:2] == ["--complete"]:
        from careerpath.cli.completing import complete

        code = complete(sys.argv[2:])
    else:
        from careerpath.cli.outcome import run

        code = run(sys.argv[1:])
    # The process gives its memory back as it ends; looking for circles in it first would take a seventh of the time.
    gc.freeze()
    sys.exit(code)


if __name__ == "__main__":
    main()
