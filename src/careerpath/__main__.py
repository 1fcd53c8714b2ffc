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
    if sys.argv[1:2] == ["--complete"]:
        from careerpath.cli.completing import complete

        sys.exit(complete(sys.argv[2:]))
    # Decoding a catalogue makes many objects and no circles; looking for these would take a tenth of the time.
    gc.set_threshold(50_000)
    from careerpath.cli.outcome import run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
