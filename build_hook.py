"""Puts a compiled copy of the shipped catalogue into the wheel, so that no user ever has to wait for the YAML."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompiledCatalogHook(BuildHookInterface[Any]):
    """Checks and compiles `data/` and adds the copy as `careerpath/_compiled/catalog.msgpack`."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Runs before a wheel is built; for an editable install the copy is put beside the code of the checkout."""
        root = Path(self.root)
        sys.path.insert(0, str(root / "src"))
        from careerpath.catalog.compiled import encode_copy  # noqa: PLC0415 (the path is known only now)
        from careerpath.catalog.read import read_catalog  # noqa: PLC0415
        from careerpath.catalog.source import read_shipped  # noqa: PLC0415

        editable = version == "editable"
        folder = root / "src" / "careerpath" / "_compiled" if editable else Path(self.directory) / ".compiled"
        target = folder / "catalog.msgpack"
        target.parent.mkdir(parents=True, exist_ok=True)
        source = read_shipped()
        target.write_bytes(encode_copy(source.key, read_catalog(source)))
        if not editable:
            build_data["force_include"][str(target)] = "careerpath/_compiled/catalog.msgpack"
