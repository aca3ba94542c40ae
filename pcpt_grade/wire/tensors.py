"""Tensors on the wire: storages as raw bytes, tensors as views of them.

A message carries a table of storages and a table of tensors that look into them, so that what
shares memory on one side shares it on the other. Tensors that were arguments of the call being
answered are referred to, not copied.
"""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterable
from contextlib import AbstractContextManager, nullcontext
from typing import Any

import torch

from pcpt_grade.wire.frames import Blob, FrameError

MAX_DIMENSIONS = 32
MAX_ELEMENTS = 2**26
"""Largest number of elements a received tensor may show; an expanded one costs no bytes to send."""

_HUGE = 2**62
"""Beyond every size, so that sums and products of what is below it do not overflow soon."""

DTYPES = {
    str(dtype).removeprefix("torch."): dtype
    for dtype in (
        torch.float16, torch.bfloat16, torch.float32, torch.float64,
        torch.complex64, torch.complex128, torch.bool,
        torch.uint8, torch.int8, torch.int16, torch.int32, torch.int64,
    )
}  # fmt: skip
_NAMES = {dtype: name for name, dtype in DTYPES.items()}


class Unsendable(Exception):
    """A tensor that is not dense CPU memory of a known dtype."""


def storage_bytes(storage: torch.UntypedStorage) -> bytes:
    """Return a copy of a storage's memory."""
    return ctypes.string_at(storage.data_ptr(), storage.nbytes()) if storage.nbytes() else b""


def overwrite(storage: torch.UntypedStorage, content: Blob) -> None:
    """Replace a storage's memory by bytes of the same length."""
    if len(content) != storage.nbytes():
        raise FrameError("a storage changed its size")
    if len(content):
        source = (ctypes.c_char * len(content)).from_buffer_copy(content)
        ctypes.memmove(storage.data_ptr(), source, len(content))


def new_storage(content: Blob) -> torch.UntypedStorage:
    """Return a storage that holds a copy of these bytes."""
    if not len(content):
        return torch.empty(0, dtype=torch.uint8).untyped_storage()
    return torch.frombuffer(bytearray(content), dtype=torch.uint8).untyped_storage()


class TensorTable:
    """The tensors of one outgoing message.

    ``tensors`` are those added so far, in the order of their numbers. ``known`` are the storages
    that the receiver already has (the arguments of the call that is being answered).
    """

    def __init__(self, known: list[torch.UntypedStorage] | None = None) -> None:
        self.tensors: list[torch.Tensor] = []
        self.storages: list[torch.UntypedStorage] = []
        self.blobs: list[Blob] = []
        self._specs: list[dict[str, Any]] = []
        self._numbers: dict[int, int] = {}
        self._known = [(storage, *_place(storage)) for storage in known or []]
        self._storage_numbers: dict[tuple[int, int], int] = {}
        self._storage_specs: list[Any] = []

    def add(self, tensor: torch.Tensor) -> int:
        """Add a tensor and return its number; the same object is added once.

        Raises:
            Unsendable: if it is sparse, on another device, quantized or of an unknown dtype.
        """
        number = self._numbers.get(id(tensor))
        if number is not None:
            return number
        plain = as_plain(tensor)
        spec: dict[str, Any] = {
            "storage": self._add_storage(plain.untyped_storage()),
            "offset": plain.storage_offset(),
            "size": list(plain.shape),
            "stride": list(plain.stride()),
            "dtype": _NAMES[plain.dtype],
            "grad": bool(tensor.requires_grad),
            "leaf": bool(tensor.is_leaf),
            "parameter": isinstance(tensor, torch.nn.Parameter),
            "inference": tensor.is_inference(),
        }
        if tensor._is_view() and not tensor.requires_grad and tensor._base is not None:
            spec["base"] = self.add(tensor._base)
        elif tensor._is_view() and not tensor.is_leaf:
            spec["view"] = True  # of something that has a history, too
        number = len(self.tensors)
        self._numbers[id(tensor)] = number
        self.tensors.append(tensor)
        self._specs.append(spec)
        if tensor.is_leaf and tensor.grad is not None:
            spec["accumulated"] = self.add(tensor.grad)
        return number

    def add_all(self, tensors: Iterable[torch.Tensor | None]) -> list[int | None]:
        """Add tensors and return their numbers; None stays None."""
        return [None if tensor is None else self.add(tensor) for tensor in tensors]

    def _add_storage(self, storage: torch.UntypedStorage) -> int:
        # an array's memory may be a part of a larger storage
        key = (storage.data_ptr() or id(storage), storage.nbytes())
        number = self._storage_numbers.get(key)
        if number is None:
            number = self._storage_numbers[key] = len(self._storage_specs)
            spec = self._known_part(*key)
            if spec is None:
                spec = {"blob": len(self.blobs)}
                self.blobs.append(storage_bytes(storage))
            self._storage_specs.append(spec)
            self.storages.append(storage)
        return number

    def _known_part(self, address: int, size: int) -> dict[str, Any] | None:
        """Describe this memory as a storage that the receiver has, or as a part of one."""
        for n, (storage, begin, length) in enumerate(self._known):
            if _place(storage) != (begin, length):  # it was resized: the receiver has another one
                continue
            start = address - begin
            if start == 0 and size == length:
                return {"known": n}
            if size and start >= 0 and start + size <= length:
                return {"known": n, "part": [start, start + size]}
        return None

    def add_bytes(self, content: Blob) -> int:
        """Add raw bytes and return the number of their blob."""
        self.blobs.append(content)
        return len(self.blobs) - 1

    def header(self) -> dict[str, Any]:
        """Return the JSON form of the table."""
        return {"storages": self._storage_specs, "tensors": self._specs}


def _place(storage: torch.UntypedStorage) -> tuple[int, int]:
    return storage.data_ptr(), storage.nbytes()


def as_plain(tensor: torch.Tensor) -> torch.Tensor:
    """Return the dense CPU memory of a tensor as a plain ``torch.Tensor`` without history.

    Raises:
        Unsendable: if it has none, or a dtype that the wire does not know.
    """
    with torch._C.DisableTorchFunctionSubclass():
        if tensor.layout is not torch.strided or tensor.device.type != "cpu":
            raise Unsendable
        plain = torch.Tensor.detach(tensor)
        if plain.dtype not in _NAMES or plain.is_quantized or plain.is_nested:
            raise Unsendable
        if plain.is_neg() or plain.is_conj():
            plain = plain.resolve_neg().resolve_conj()
        return plain


def read_tensors(
    header: Any, blobs: list[memoryview], known: list[torch.UntypedStorage] | None = None
) -> tuple[list[torch.Tensor], list[torch.UntypedStorage], list[dict[str, Any]]]:
    """Rebuild the tensors of a message; nothing in it is trusted.

    Returns:
        The tensors (plain, without history, ``requires_grad`` not yet set), the storages, and the
        checked specifications.

    Raises:
        FrameError: if the table is malformed or points outside its storages.
    """
    if not isinstance(header, dict):
        raise FrameError("a table of tensors is missing")
    table = _items(header, "storages")
    own = [str(spec.get("blob")) for spec in table if "known" not in spec]
    if len(own) != len(set(own)):  # each storage is a copy: a few bytes would fill the memory
        raise FrameError("two storages have the same bytes")
    storages = [_read_storage(spec, blobs, known or []) for spec in table]
    tensors, specs = [], _items(header, "tensors")
    for spec in specs:
        tensors.append(_read_tensor(spec, storages, len(specs)))
    return tensors, storages, specs


def _items(header: dict[str, Any], key: str) -> list[dict[str, Any]]:
    items = header.get(key)
    if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
        raise FrameError(f"the table of {key} is malformed")
    return items


def _read_storage(
    spec: dict[str, Any], blobs: list[memoryview], known: list[torch.UntypedStorage]
) -> torch.UntypedStorage:
    if "known" in spec:
        storage = known[index(spec["known"], len(known))]
        if "part" not in spec:
            return storage
        ends = spec["part"]
        if not (_naturals(ends) and len(ends) == 2 and ends[0] < ends[1] <= storage.nbytes()):
            raise FrameError("a part of a storage reaches beyond it")
        start, stop = ends
        part: torch.UntypedStorage = storage[start:stop]  # shares its memory
        return part
    return new_storage(blobs[index(spec.get("blob"), len(blobs))])


def _read_tensor(
    spec: dict[str, Any], storages: list[torch.UntypedStorage], count: int
) -> torch.Tensor:
    storage = storages[index(spec.get("storage"), len(storages))]
    dtype = DTYPES.get(str(spec.get("dtype")))
    size: Any = spec.get("size")
    stride: Any = spec.get("stride")
    offset: Any = spec.get("offset")
    if dtype is None or not _naturals(size) or not _naturals(stride) or not _naturals([offset]):
        raise FrameError("a tensor's description is malformed")
    if len(size) != len(stride) or len(size) > MAX_DIMENSIONS:
        raise FrameError("a tensor's sizes and strides do not match")
    elements = math.prod(size)
    # (10**9, 0) has no elements, but as many empty rows
    if (elements or math.prod([length or 1 for length in size])) > MAX_ELEMENTS:
        raise FrameError(f"a tensor of {elements} elements is larger than the limit")
    last = offset
    for length, step in zip(size, stride, strict=True):
        last += (length - 1) * step
    if (elements and (last + 1) * dtype.itemsize > storage.nbytes()) or last >= _HUGE:
        raise FrameError("a tensor reaches beyond its storage")
    _check_flags(spec, dtype, count)
    try:
        with _inference_mode(enabled=spec["inference"]):
            tensor = torch.empty(0, dtype=dtype).set_(storage, offset, size, stride)
    except RuntimeError as error:  # sizes that overflow
        raise FrameError(f"a tensor's description is malformed: {error}") from None
    if dtype is torch.bool and elements:
        _make_truthful(storage, offset, last + 1)
    return tensor


def _inference_mode(*, enabled: bool) -> AbstractContextManager[Any]:
    """Return ``torch.inference_mode`` where it changes something: it costs as much as a tensor."""
    if torch.is_inference_mode_enabled() is enabled:
        return nullcontext()
    return torch.inference_mode(enabled)


def _make_truthful(storage: torch.UntypedStorage, start: int, end: int) -> None:
    """Make every byte but 0 a 1, which is all that torch expects in truth values.

    Memory that was never written to may hold others, in a correct program, too.
    """
    content = torch.empty(0, dtype=torch.uint8).set_(storage, start, (end - start,), (1,))
    if content.max() > 1:
        content.clamp_(max=1)


def _check_flags(spec: dict[str, Any], dtype: torch.dtype, count: int) -> None:
    for flag in ("grad", "leaf", "parameter", "inference"):
        if type(spec.get(flag)) is not bool:
            raise FrameError("a tensor's flags are malformed")
    if spec["grad"] and not (dtype.is_floating_point or dtype.is_complex):
        raise FrameError("only floating-point tensors have gradients")
    for reference in ("accumulated", "base"):
        if reference in spec:
            index(spec[reference], count)


def _naturals(values: Any) -> bool:
    if not isinstance(values, list):
        return False
    for value in values:  # noqa: SIM110  # a generator takes twice as long, for every tensor
        if type(value) is not int or not 0 <= value < _HUGE:
            return False
    return True


def index(value: Any, length: int) -> int:
    """Return a number that is a valid index into a table of this length.

    Raises:
        FrameError: if it is not.
    """
    if type(value) is not int or not 0 <= value < length:
        raise FrameError(f"{str(value)[:40]!r} does not name an entry of its table")
    return value


def restore(tensors: list[torch.Tensor], specs: list[dict[str, Any]]) -> list[torch.Tensor]:
    """Give received tensors their flags: parameters, ``requires_grad``, accumulated gradients.

    Tensors that had a history are left without; whoever knows the history attaches it.
    """
    restored: list[torch.Tensor] = []
    for tensor, spec in zip(tensors, specs, strict=True):
        if spec["grad"] and spec["inference"]:
            raise FrameError("inference tensors have no gradients")
        if spec["parameter"]:
            restored.append(torch.nn.Parameter(tensor, requires_grad=spec["grad"]))
        else:
            restored.append(tensor.requires_grad_() if spec["grad"] and spec["leaf"] else tensor)
    for n, spec in enumerate(specs):
        if "base" in spec and not spec["grad"]:
            restored[n] = _as_view(restored[n], restored[spec["base"]])
    for tensor, spec in zip(restored, specs, strict=True):
        if "accumulated" in spec and spec["leaf"]:
            grad = restored[spec["accumulated"]]
            if grad.shape != tensor.shape or grad.dtype != tensor.dtype or grad is tensor:
                raise FrameError("an accumulated gradient does not fit its tensor")
            tensor.grad = grad
    return restored


def _as_view(tensor: torch.Tensor, base: torch.Tensor) -> torch.Tensor:
    """Return the tensor as a view that knows its base, where it is one."""
    same = tensor.untyped_storage().data_ptr() == base.untyped_storage().data_ptr()
    if not same or tensor.dtype != base.dtype or base.requires_grad or base.is_inference():
        return tensor
    return base.as_strided(tensor.shape, tensor.stride(), tensor.storage_offset())
