"""What the modules load."""

from __future__ import annotations

import subprocess
import sys

import pytest


@pytest.mark.parametrize("module", ["careerpath.prompts", "careerpath.prompts.plain", "support.scripted"])
def test_only_the_terminal_loads_the_prompt_library(module: str) -> None:
    code = f"import sys, {module}; print([name for name in ('questionary', 'prompt_toolkit') if name in sys.modules])"
    path = {"PYTHONPATH": ":".join(entry for entry in sys.path if entry)}
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True, env=path)
    assert result.stdout.strip() == "[]"
