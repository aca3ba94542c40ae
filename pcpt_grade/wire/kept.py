"""Memory that a function may have kept from an earlier call.

It may remember an argument or a result, and a check may change it after the call: in one process,
the function would see the change. So both sides number the storages that travelled with each call,
and the judge sends along with a call what its checks have changed since the one before, for as long
as a check can change it. The other direction stays closed: a worker changes what a call was given.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import torch
from torch.multiprocessing.reductions import StorageWeakRef

from pcpt_grade.wire.frames import Blob
from pcpt_grade.wire.tensors import TensorTable, overwrite, storage_bytes


@dataclass
class _Place:
    storage: torch.UntypedStorage | None
    """Ours, so that a change made just before the last owner went is seen."""
    content: bytes
    numbers: list[int]
    """As many as the worker has copies."""


class Sent:
    """The judge's side."""

    def __init__(self) -> None:
        self._places: dict[StorageWeakRef, _Place] = {}
        self._count = 0

    def note(self, storages: Iterable[torch.UntypedStorage]) -> None:
        """Number the storages of a call."""
        for storage in storages:
            reference = _weak(storage)
            if reference not in self._places:
                self._places[reference] = _Place(storage, storage_bytes(storage), [])
            self._places[reference].numbers.append(self._count)
            self._count += 1

    def changes(self, table: TensorTable) -> list[tuple[list[int], int]]:
        """Return the numbers of each storage that has changed since, and its blob in a table."""
        changed = []
        for reference, place in list(self._places.items()):
            assert place.storage is not None
            content = storage_bytes(place.storage)
            if content != place.content:
                place.content = content
                changed.append((place.numbers, table.add_bytes(content)))
            place.storage = None
            place.storage = _alive(reference)
            if place.storage is None:  # it was only ours: nobody can change it any more
                del self._places[reference]
        return changed


class Received:
    """The worker's side."""

    def __init__(self) -> None:
        self._places: list[StorageWeakRef] = []

    def note(self, storages: Iterable[torch.UntypedStorage]) -> None:
        """Number the storages of a call, which the judge has in the same order."""
        self._places += map(_weak, storages)

    def change(self, changes: Any, blobs: Sequence[Blob]) -> None:
        """Change what is still there as the judge's was."""
        for numbers, blob in changes:
            for number in numbers:
                storage = _alive(self._places[number])
                if storage is not None and storage.nbytes() == len(blobs[blob]):
                    overwrite(storage, blobs[blob])


def _weak(storage: torch.UntypedStorage) -> StorageWeakRef:
    return StorageWeakRef(storage)  # type: ignore[no-untyped-call]


def _alive(reference: StorageWeakRef) -> torch.UntypedStorage | None:
    storage: torch.UntypedStorage | None
    storage = torch.UntypedStorage._new_with_weak_ptr(reference.cdata)
    return storage
