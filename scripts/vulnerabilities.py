"""Asks whether any pinned version has a known vulnerability, and exits 1 if one has.

Where no service that knows can be reached, it says so and exits 0: no answer is not a vulnerability, and a machine
without a network must be able to run every check. Anything else that goes wrong fails. Further arguments go to
pip-audit.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from typing import Any

from pinned import EXTRAS, ROOT

_UNREACHABLE = re.compile(
    r"^(?:requests\.exceptions|pip_audit\._service\.interface)\.\w*(?:Connect|Connection|Proxy|Timeout|Service)\w*",
    re.MULTILINE,
)


def main() -> int:
    """Asks, and says what came of it."""
    files = [part for file in EXTRAS for part in ("--requirement", str(ROOT / file))]
    how = ["--require-hashes", "--disable-pip", "--format", "json", "--progress-spinner", "off", "--timeout", "10"]
    run = subprocess.run(
        [sys.executable, "-m", "pip_audit", *how, *files, *sys.argv[1:]],
        check=False,
        capture_output=True,
        encoding="utf-8",
        timeout=600,
    )
    status, said = judge(run.stdout, run.stderr)
    print(said)
    return status


def judge(stdout: str, stderr: str) -> tuple[int, str]:
    """The exit status and what to say, from what pip-audit printed."""
    try:
        packages: list[dict[str, Any]] = json.loads(stdout)["dependencies"]
    except ValueError:
        if _UNREACHABLE.search(stderr):
            return 0, "Not audited: no service that knows vulnerabilities can be reached."
        return 1, f"The audit failed:\n{stderr}"
    found = [_tell(package, flaw) for package in packages for flaw in package.get("vulns", ())]
    unknown = sum("skip_reason" in package for package in packages)
    said = f"Packages audited: {len(packages) - unknown}; unknown to the service: {unknown}; flaws known: {len(found)}"
    return (1 if found else 0), "\n".join([said, *found])


def _tell(package: dict[str, Any], flaw: dict[str, Any]) -> str:
    mended = ", ".join(flaw["fix_versions"]) or "no version"
    return f"{package['name']} {package['version']}: {flaw['id']}, mended in {mended}"


if __name__ == "__main__":
    sys.exit(main())
