"""A disk that loses its power: what can be found on it afterwards.

Strict, as the interfaces promise and no more: what was written to a file is certain once the file was synchronised,
and a name in a folder once the folder was. What was not may be there, or not, or in part: any sectors of any write.
"""

from __future__ import annotations

import shutil
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from random import Random

    from faults.recording import Call

SECTOR: Final = 512


@dataclass
class _File:
    """Contents that are certain, and writes (place, data; data None cuts the file there) that are not."""

    certain: bytearray = field(default_factory=bytearray)
    pending: list[tuple[int, bytes | None]] = field(default_factory=list)

    def whole(self) -> bytes:
        return bytes(_applied(bytearray(self.certain), self.pending))

    def after_power_failure(self, random: Random) -> bytes:
        mood = random.random()
        if mood < 0.2:
            return bytes(self.certain)
        if mood < 0.4:
            return self.whole()
        kept: list[tuple[int, bytes | None]] = []
        for place, data in self.pending:
            if data is None:
                kept += [(place, None)] if random.random() < 0.5 else []
                continue
            for start in range(0, len(data), SECTOR):
                if random.random() < 0.5:
                    kept.append((place + start, data[start : start + SECTOR]))
        return bytes(_applied(bytearray(self.certain), kept))


def _applied(contents: bytearray, writes: list[tuple[int, bytes | None]]) -> bytearray:
    for place, data in writes:
        if data is None:
            del contents[place:]
            continue
        contents.extend(bytes(max(0, place + len(data) - len(contents))))
        contents[place : place + len(data)] = data
    return contents


class Disk:
    """Takes calls as the system does."""

    def __init__(self, root: Path) -> None:
        self._root = str(root)
        self._names: dict[str, _File | None] = {}
        self._certain: dict[str, _File | None] = {}
        self._pending: list[tuple[str, _File | None, bool]] = []
        self.acknowledged = 0

    def load(self) -> None:
        """Takes what is in its folder as certain."""
        for entry in sorted(Path(self._root).rglob("*")):
            file = _File(bytearray(entry.read_bytes())) if entry.is_file() else None
            self._names[str(entry)] = self._certain[str(entry)] = file

    def copy(self) -> Disk:
        """Another disk of the same contents."""
        return deepcopy(self)

    def take(self, call: Call) -> None:
        """One more call. A write to the path '' is an acknowledgement."""
        if call.paths == ("",):
            self.acknowledged += call.data.count(b"\n")
        elif call.paths[0].startswith(self._root):
            getattr(self, f"_{call.name}")(call)

    def _bind(self, path: str, file: _File | None, *, there: bool = True) -> None:
        if there:
            self._names[path] = file
        else:
            del self._names[path]
        self._pending.append((path, file, there))

    def _mkdir(self, call: Call) -> None:
        self._bind(call.paths[0], None)

    def _create(self, call: Call) -> None:
        if call.paths[0] not in self._names:
            self._bind(call.paths[0], _File())

    def _write(self, call: Call) -> None:
        file = self._names[call.paths[0]]
        assert file is not None
        file.pending.append((len(file.whole()) if call.place < 0 else call.place, call.data))

    def _cut(self, call: Call) -> None:
        file = self._names[call.paths[0]]
        assert file is not None
        file.pending.append((call.place, None))

    def _sync(self, call: Call) -> None:
        file = self._names.get(call.paths[0])
        if file is not None:
            file.certain, file.pending = bytearray(file.whole()), []
            return
        still = []
        for path, bound, there in self._pending:
            if str(Path(path).parent) == call.paths[0]:
                self._settle(self._certain, path, bound, there=there)
            else:
                still.append((path, bound, there))
        self._pending = still

    def _unlink(self, call: Call) -> None:
        self._bind(call.paths[0], self._names[call.paths[0]], there=False)

    def _rename(self, call: Call) -> None:
        old, new = call.paths
        self._bind(new, self._names[old])
        self._bind(old, self._names[old], there=False)

    def _link(self, call: Call) -> None:
        old, new = call.paths
        self._bind(new, self._names[old])

    @staticmethod
    def _settle(names: dict[str, _File | None], path: str, file: _File | None, *, there: bool) -> None:
        if there:
            names[path] = file
        else:
            names.pop(path, None)

    def lay_out_killed(self, target: Path) -> None:
        """What there is if the program is killed now: everything so far."""
        self._lay_out(target, self._names, {id(file): file.whole() for file in self._names.values() if file})

    def lay_out_without_power(self, target: Path, random: Random) -> None:
        """What there may be if the power fails now. Names change in order, as with every journal of a file system."""
        names = dict(self._certain)
        count = random.choice([0, len(self._pending), random.randint(0, len(self._pending))])
        for path, file, there in self._pending[:count]:
            self._settle(names, path, file, there=there)
        contents = {id(file): file.after_power_failure(random) for file in names.values() if file}
        self._lay_out(target, names, contents)

    def _lay_out(self, target: Path, names: dict[str, _File | None], contents: dict[int, bytes]) -> None:
        shutil.rmtree(target, ignore_errors=True)
        target.mkdir()
        for path, file in sorted(names.items()):
            place = target / Path(path).relative_to(self._root)
            if file is None:
                if place.parent.is_dir():
                    place.mkdir(exist_ok=True)
            elif place.parent.is_dir():  # a folder that is not certain takes its files along
                place.write_bytes(contents[id(file)])
