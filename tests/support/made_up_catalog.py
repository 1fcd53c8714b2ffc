"""A catalogue with any number of roles, each as long as the shipped ones, as YAML files: for measurements."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from careerpath.catalog.source import read_shipped
from careerpath.parsing.yaml_text import parse_yaml

_LINKS = ("entry_roles", "leads_to", "contrasts")


class _Dumper(yaml.CSafeDumper):
    """Writes every value out: a catalogue knows no aliases."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def write_catalog(folder: Path, roles: int) -> Path:
    """The shipped catalogue with its roles over and over, each time under new names; returns the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in read_shipped().files.items():
        (folder / name).write_bytes(data)
    shipped: Any = parse_yaml((folder / "roles.yaml").read_text(encoding="utf-8"), "roles.yaml").plain()
    # The last round ends early: parents stand before those that extend them, and links to who is missing are left out.
    in_order = sorted(shipped["roles"], key=lambda role: "extends" in role)
    rounds = range(-(-roles // len(in_order)))
    made = [role for number in rounds for role in _renamed(in_order, number)][:roles]
    known = {role["id"] for role in made}
    content = {"roles": [_without_unknown(role, known) for role in made]}
    text = yaml.dump(content, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=110)
    (folder / "roles.yaml").write_text(text, encoding="utf-8")
    return folder


def _renamed(roles: list[dict[str, Any]], number: int) -> list[dict[str, Any]]:
    end = f"-{number}" if number else ""

    def new(role: dict[str, Any]) -> dict[str, Any]:
        changed = role | {"id": role["id"] + end, "title": role["title"] + end}
        if "aliases" in role:
            changed["aliases"] = [alias + end for alias in role["aliases"]]
        if "extends" in role:
            changed["extends"] = role["extends"] + end
        return changed | {
            key: [link | {"role": link["role"] + end} for link in role[key]] for key in _LINKS if key in role
        }

    return [new(role) for role in roles]


def _without_unknown(role: dict[str, Any], known: set[str]) -> dict[str, Any]:
    kept = {key: [link for link in role[key] if link["role"] in known] for key in _LINKS if key in role}
    return role | kept
