"""The audit fails on a flaw and on a licence that we do not accept, and bears a network that is not there."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.util import find_spec
from typing import TYPE_CHECKING

import pytest

from licences import DEVELOPING, SHIPPED, is_accepted, licence_of
from pinned import ROOT
from vulnerabilities import judge

if TYPE_CHECKING:
    from pathlib import Path

with_tools = pytest.mark.skipif(find_spec("pip_audit") is None, reason="make .venv/.tools installs pip-audit")


def audit(cache: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, ROOT / "scripts" / "vulnerabilities.py", "--cache-dir", cache, *arguments],
        check=False,
        capture_output=True,
        encoding="utf-8",
        env=os.environ | environment,
    )


@with_tools
def test_a_known_flaw_fails_the_audit(service: str, tmp_path: Path) -> None:
    run = audit(tmp_path, "--vulnerability-service", "osv", "--osv-url", service)
    assert run.returncode == 1
    assert "; flaws known: 1\n" in run.stdout
    assert "MADE-UP-1, mended in 999.1" in run.stdout


@with_tools
def test_a_flaw_that_is_put_up_with_does_not(service: str, tmp_path: Path) -> None:
    run = audit(tmp_path, "--vulnerability-service", "osv", "--osv-url", service, "--ignore-vuln", "MADE-UP-1")
    assert run.returncode == 0
    assert "; unknown to the service: 0; flaws known: 0\n" in run.stdout


@with_tools
@pytest.mark.parametrize("which", ["pypi", "osv"])
def test_a_service_that_cannot_be_reached_does_not_either_but_is_said(which: str, tmp_path: Path) -> None:
    run = audit(tmp_path, "--vulnerability-service", which, HTTPS_PROXY="http://127.0.0.1:9")
    assert run.returncode == 0, run.stdout
    assert run.stdout.startswith("Not audited")


@with_tools
def test_wrong_use_of_the_auditor_fails() -> None:
    run = subprocess.run(
        [sys.executable, ROOT / "scripts" / "vulnerabilities.py", "--no-such-option"],
        check=False,
        capture_output=True,
        encoding="utf-8",
    )
    assert run.returncode == 1
    assert "--no-such-option" in run.stdout


def test_packages_that_the_service_does_not_know_are_counted() -> None:
    status, said = judge('{"dependencies": [{"name": "a", "skip_reason": "?"}]}', "")
    assert (status, said) == (0, "Packages audited: 0; unknown to the service: 1; flaws known: 0")


@pytest.mark.parametrize(
    ("name", "licence"),
    [("numpy", None), ("jinja2", "BSD-3-Clause"), ("pyte", "LGPL-3.0-only"), ("msgspec", "BSD-3-Clause")],
)
def test_licences_are_read_from_every_kind_of_metadata(name: str, licence: str | None) -> None:
    found = licence_of(name)
    assert found
    assert licence is None or found in {licence, "LicenseRef-BSD"}


@pytest.mark.parametrize(
    ("expression", "shipped", "developing"),
    [
        ("MIT", True, True),
        ("BSD-3-Clause AND (MIT OR Apache-2.0)", True, True),
        ("LGPL-3.0-only", False, True),
        ("MIT AND AGPL-3.0-only", False, False),
        ("", False, False),
    ],
)
def test_only_licences_that_are_listed_are_accepted(expression: str, *, shipped: bool, developing: bool) -> None:
    assert is_accepted(expression, SHIPPED) == shipped
    assert is_accepted(expression, DEVELOPING) == developing
