"""The built wheel, installed into an environment of its own and used from another folder."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

from support.program import ROOT


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program of a wheel that was built from this checkout. Its libraries are those of the test environment."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)],
        check=True,
        capture_output=True,
    )
    (wheel,) = folder.glob("*.whl")
    subprocess.run([sys.executable, "-m", "venv", str(folder / "env")], check=True)
    python = folder / "env" / "bin" / "python"
    pip = [str(python), "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", str(wheel)]
    # An older pip warns of its own parts; that is not what is looked at here.
    subprocess.run(pip, check=True, capture_output=True, env=os.environ | {"PYTHONWARNINGS": ""})
    (site,) = (folder / "env" / "lib").glob("python*/site-packages")
    (site / "libraries.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return folder / "env" / "bin" / "careerpath"


@pytest.mark.wheel
def test_the_data_travel_inside_the_wheel(installed: Path, tmp_path: Path) -> None:
    environment = {"PATH": "/usr/bin:/bin", "HOME": str(tmp_path), "LC_ALL": "C.UTF-8"}
    run = subprocess.run(
        [installed, "compare", "marketing", "product", "--json"],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        check=True,
    )
    assert json.loads(run.stdout)["status"] == "ok"
    assert not list(tmp_path.iterdir()), "the compiled catalogue is in the wheel, so nothing needs to be cached"
    where = "import careerpath, careerpath.catalog.source as s; print(careerpath.__file__, s.shipped_folder())"
    told = subprocess.run(
        [installed.parent / "python", "-c", where], cwd=tmp_path, env=environment, capture_output=True, check=True
    )
    assert all(str(installed.parent.parent) in path for path in told.stdout.decode().split())


@pytest.mark.wheel
def test_schemas_completions_and_the_man_page_travel_too(installed: Path, tmp_path: Path) -> None:
    environment = {"PATH": "/usr/bin:/bin", "HOME": str(tmp_path), "LC_ALL": "C.UTF-8"}
    for arguments, there in ((("schema", "quiz"), b'"$id"'), (("completion", "bash"), b"complete -F")):
        run = subprocess.run([installed, *arguments], env=environment, capture_output=True, check=True)
        assert there in run.stdout
    assert (installed.parents[1] / "share" / "man" / "man1" / "careerpath.1").exists()


@pytest.mark.wheel
def test_a_change_of_the_installed_data_is_noticed(installed: Path, tmp_path: Path) -> None:
    environment = {"PATH": "/usr/bin:/bin", "HOME": str(tmp_path), "LC_ALL": "C.UTF-8"}
    (file,) = installed.parents[1].glob("lib/python*/site-packages/careerpath/data/roles.yaml")
    shipped = file.read_text(encoding="utf-8")
    try:
        file.write_text(shipped.replace("title: Product manager", "title: Product mangler"), encoding="utf-8")
        run = subprocess.run([installed, "show", "pm", "--json"], env=environment, capture_output=True, check=True)
        assert json.loads(run.stdout)["data"]["title"] == "Product mangler"
    finally:
        file.write_text(shipped, encoding="utf-8")
