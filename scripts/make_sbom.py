"""Writes sbom.json: a CycloneDX list of what the program consists of, from its pins and the packages' own metadata.

It holds what a user of the oldest Python installs, the extras for reports and cohorts included, and nothing that only
development needs. No time, no serial number, no path: the same pins give the same bytes. --check changes nothing, and
fails if the file is out of date.
"""

from __future__ import annotations

import argparse
import json
import sys
from importlib.metadata import distribution

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentScope, ComponentType
from cyclonedx.output.json import JsonV1Dot6
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from packageurl import PackageURL

from licences import licence_of
from pinned import EXTRAS, PROJECT, ROOT, Pin, needed, read_pins

SBOM = ROOT / "sbom.json"
PINS = "requirements.txt"


def main() -> None:
    """Writes the file, or checks it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="change nothing; fail if the file is out of date")
    wanted = render_sbom()
    complaints = JsonStrictValidator(SchemaVersion.V1_6).validate_str(wanted)
    if complaints:
        sys.exit(f"not valid by the schema of CycloneDX: {complaints}")
    if not parser.parse_args().check:
        SBOM.write_text(wanted, encoding="utf-8")
    elif SBOM.read_text(encoding="utf-8") != wanted:
        sys.exit("sbom.json is out of date; 'make pins' writes it")
    print(f"{SBOM.name}: {wanted.count('bom-ref')} components, valid by CycloneDX 1.6")


def render_sbom() -> str:
    """The list as JSON text. Needs the pinned packages installed, for their licences and for who asks for whom."""
    # Of a package that is pinned in several versions, the one for this Python comes last and counts.
    pins = sorted(read_pins((ROOT / PINS).read_text(encoding="utf-8")), key=lambda pin: pin.applies)
    always = needed(frozenset())
    asked_by = needed(frozenset(EXTRAS[PINS]))
    components = {pin.name: _describe(pin, required=pin.name in always) for pin in pins}
    project = Component(
        name=PROJECT,
        version=distribution(PROJECT).version,
        type=ComponentType.APPLICATION,
        bom_ref=PROJECT,
        licenses=[LicenseFactory().make_from_string("MIT")],
    )
    bom = Bom(components=components.values())
    bom.metadata.component = project
    for name, component in {PROJECT: project, **components}.items():
        bom.register_dependency(component, [components[other] for other in sorted(asked_by.get(name, ()))])
    return _without_chance(JsonV1Dot6(bom).output_as_string(indent=2))


def _describe(pin: Pin, *, required: bool) -> Component:
    return Component(
        name=pin.name,
        version=pin.version,
        type=ComponentType.LIBRARY,
        bom_ref=f"{pin.name}=={pin.version}",
        purl=PackageURL("pypi", None, pin.name, pin.version),
        scope=ComponentScope.REQUIRED if required else ComponentScope.OPTIONAL,
        licenses=[LicenseFactory().make_from_string(licence_of(pin.name))] if pin.applies else (),
    )


def _without_chance(text: str) -> str:
    """The same without serial number and time, which differ from run to run, and without the tools' addresses."""
    document = json.loads(text)
    document.pop("serialNumber", None)
    for chance in ("timestamp", "tools"):
        document["metadata"].pop(chance, None)
    return json.dumps(document, indent=2, sort_keys=True) + "\n"


if __name__ == "__main__":
    main()
