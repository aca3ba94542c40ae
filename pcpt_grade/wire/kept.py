"""Memory that a function kept when its call was over.

A function may keep an argument or a result, and a check may change it after the call; a later call
may change what an earlier one returned. In one process, each would see what the other did. So the
worker tells with an answer which of the call's storages are still in use, both sides remember the
last few of these, and what became of them travels with the next call and with its answer. A
function that keeps nothing costs next to nothing.

Of arguments, a worker changes only those of the call itself: some of them outlive the submission.
Not followed are large storages, results of truth values (bytes that come later might be none) and
calls whose results have a history, whose graphs keep everything.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import torch

from pcpt_grade.wire.frames import Blob, FrameError
from pcpt_grade.wire.tensors import TensorTable, index, overwrite, storage_bytes

PLACES = 16
"""Storages that are remembered; older ones are forgotten."""
LARGEST = 2**18
"""Bytes of the largest of them."""


@dataclass
class Memory:
    """The storages of a call and of its answer, in an order both sides agree on."""

    storages: Sequence[torch.UntypedStorage | None]
    """Those of the call's table, then those of the answer's; None is one that is gone."""
    arguments: int
    """How many are those of the call's table."""
    header: dict[str, Any]
    """The answer's table."""

    def still_used(self) -> list[int]:
        """Return the numbers of the last few storages that are not gone and can be followed."""
        pairs = enumerate(self.storages)
        used = [n for n, each in pairs if each is not None and self.can_follow(n, each)]
        return used[-PLACES:]

    def can_follow(self, n: int, storage: torch.UntypedStorage) -> bool:
        """Tell whether it is small enough, and an argument or a result with no truth values."""
        if storage.nbytes() > LARGEST or n < self.arguments:
            return storage.nbytes() <= LARGEST
        own = n - self.arguments
        views = [spec for spec in self.header["tensors"] if spec["storage"] == own]
        is_known = "known" in self.header["storages"][own]
        return not is_known and all(spec["dtype"] != "bool" for spec in views)


@dataclass
class _Place:
    storage: torch.UntypedStorage
    content: bytes
    """What both sides know to be there."""
    is_argument: bool


class Kept:
    """What one side remembers; the places have the same order on both.

    Args:
        judge: Whether it is the judge's side. Changes of arguments go from there to the worker
            only, those of results both ways.
    """

    def __init__(self, *, judge: bool) -> None:
        self._judge = judge
        self._places: deque[_Place] = deque(maxlen=PLACES)

    def __len__(self) -> int:
        return len(self._places)

    def changes(self, table: TensorTable) -> list[tuple[int, int]]:
        """Return the places that were changed here, with the blobs of their bytes in a table."""
        changed = []
        for n, place in enumerate(self._places):
            if place.is_argument and not self._judge:
                continue
            now = storage_bytes(place.storage)
            if now != place.content and len(now) == len(place.content):
                place.content = now
                changed.append((n, table.add_bytes(now)))
        return changed

    def take(self, changes: Any, blobs: Sequence[Blob]) -> None:
        """Change what the other side changed; nothing in it is trusted.

        Raises:
            FrameError: if it is malformed, or no change that the other side may make.
        """
        for n, blob in _few(changes):
            place, content = self._places[index(n, len(self))], blobs[index(blob, len(blobs))]
            if len(content) != len(place.content) or (place.is_argument and self._judge):
                raise FrameError("a change of memory that was kept is malformed")
            place.content = bytes(content)
            if place.storage.nbytes() == len(content):  # it was not resized here
                overwrite(place.storage, content)

    def keep(self, numbers: Any, memory: Memory) -> None:
        """Remember the storages of a call that have these numbers.

        Raises:
            FrameError: if there are too many, or some that cannot be followed.
        """
        for n in _few(numbers):
            storage = memory.storages[index(n, len(memory.storages))]
            if storage is None or not memory.can_follow(n, storage):
                raise FrameError("memory that was kept cannot be followed")
            is_argument = n < memory.arguments
            self._places.append(_Place(storage, storage_bytes(storage), is_argument))


def _few(items: Any) -> list[Any]:
    if not isinstance(items, list) or len(items) > PLACES:
        raise FrameError("a list of memory that was kept is malformed")
    return items
