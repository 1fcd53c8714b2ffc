"""`careerpath completion`: the scripts that complete commands and names in a shell."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from careerpath.cli.options import JsonOption, new_app

app = new_app()


class Shell(StrEnum):
    """The shells that are known."""

    bash = "bash"
    zsh = "zsh"
    fish = "fish"


@app.command()
def completion(
    shell: Annotated[Shell, typer.Argument(metavar="SHELL", help="bash, zsh or fish.")],
    as_json: JsonOption = False,
) -> None:
    """Print the script that completes commands, options, roles, skills and profiles in your shell.

    For bash, put the line 'source <(careerpath completion bash)' into ~/.bashrc; for zsh the same with zsh into
    ~/.zshrc, after compinit; for fish, write the script to ~/.config/fish/completions/careerpath.fish.

    Examples: careerpath completion bash; careerpath completion zsh > _careerpath; careerpath completion fish
    """
    from pathlib import Path

    from careerpath.cli.outcome import emit, write_stdout
    from careerpath.render.data.completion import CompletionData

    script = Path(__file__).parents[2] / "completions" / f"careerpath.{shell.value}"
    if as_json:
        emit("completion", CompletionData(shell=shell.value, script=script.read_text(encoding="utf-8")))
    else:
        write_stdout(script.read_bytes())
