"""Memory that was in use in an earlier call.

A function may keep an argument or a result, and a check may change it after the call; a later call
may change what an earlier one returned. In one process, each would see what the other did. So both
sides number the storages that travelled with each call. The judge sends along with a call what its
checks have changed since, for as long as they can change it; the worker's answer tells what became
of earlier results. Of arguments, a worker only changes those of the call itself: some of them
outlive the submission.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import torch
from torch.multiprocessing.reductions import StorageWeakRef

from pcpt_grade.wire.frames import Blob, FrameError
from pcpt_grade.wire.tensors import TensorTable, index, overwrite, storage_bytes

Storages = Iterable[torch.UntypedStorage]
Change = tuple[list[int], int]
"""The numbers of storages, and the blob with what they hold now."""


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
        self._results: dict[int, _Place] = {}
        self._count = 0

    def note(self, arguments: Storages, results: Storages) -> None:
        """Number the storages of a call."""
        for storage in arguments:
            self._number(storage)
        for storage in results:
            place = self._number(storage)
            self._results[place.numbers[-1]] = place

    def _number(self, storage: torch.UntypedStorage) -> _Place:
        reference = _weak(storage)
        place = self._places.get(reference)
        if place is None:
            place = self._places[reference] = _Place(storage, storage_bytes(storage), [])
        place.numbers.append(self._count)
        self._count += 1
        return place

    def changes(self, table: TensorTable) -> list[Change]:
        """Return what has changed since the call before, with its content in a table."""
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
                place.content = b""
        return changed

    def take(self, changes: Any, blobs: Sequence[Blob]) -> None:
        """Change earlier results as the worker says; nothing in it is trusted.

        Raises:
            FrameError: if one is no result, or has another size.
        """
        for number, blob in changes:
            place = self._results.get(number)
            if place is None:
                raise FrameError("a change of what is no result")
            if place.storage is not None:
                place.content = bytes(blobs[index(blob, len(blobs))])
                overwrite(place.storage, place.content)


class Received:
    """The worker's side."""

    def __init__(self) -> None:
        self._places: list[StorageWeakRef] = []
        self._results: dict[int, bytes] = {}

    def note(self, arguments: Storages, results: Storages) -> None:
        """Number the storages of a call, which the judge has in the same order."""
        self._places += map(_weak, arguments)
        for storage in results:
            self._results[len(self._places)] = storage_bytes(storage)
            self._places.append(_weak(storage))

    def take(self, changes: list[Change], blobs: Sequence[Blob]) -> None:
        """Change what is still there as the judge's was."""
        for numbers, blob in changes:
            for number in numbers:
                storage = _alive(self._places[number])
                if storage is not None and storage.nbytes() == len(blobs[blob]):
                    overwrite(storage, blobs[blob])
                if number in self._results:
                    self._results[number] = bytes(blobs[blob])

    def changes(self, table: TensorTable) -> list[tuple[int, int]]:
        """Return number and blob of each earlier result that has changed."""
        changed = []
        for number, before in list(self._results.items()):
            storage = _alive(self._places[number])
            content = before if storage is None else storage_bytes(storage)
            if storage is None or len(content) != len(before):
                del self._results[number]
            elif content != before:
                self._results[number] = content
                changed.append((number, table.add_bytes(content)))
        return changed


def _weak(storage: torch.UntypedStorage) -> StorageWeakRef:
    return StorageWeakRef(storage)  # type: ignore[no-untyped-call]


def _alive(reference: StorageWeakRef) -> torch.UntypedStorage | None:
    storage: torch.UntypedStorage | None
    storage = torch.UntypedStorage._new_with_weak_ptr(reference.cdata)
    return storage
