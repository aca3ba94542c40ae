"""Values from worker to judge: a closed set of plain kinds, tagged JSON, tensors in a table.

====================================  ===========================================================
JSON                                  value
====================================  ===========================================================
null, true, 1, 1.5, "text"            itself
{"list": […]}, {"tuple": […]}         sequences (also of subclasses); "size" is torch.Size
{"set": […]}, {"dict": [[k, v], …]}   sets, dictionaries in their order
{"complex": [re, im]}, {"dtype": s}   complex numbers, torch dtypes
{"ellipsis": true}                    ``...``
{"tensor": n}, {"argument": n}        entry of the message's table; n-th tensor of the call itself
{"array": n}, {"scalar": n}           NumPy array or scalar, by its tensor
{"figure": {…}}, {"module": {…}}      see ``figures`` and ``modules``
{"opaque": "TypeName"}                anything else: only the name of its type
====================================  ===========================================================
"""

from __future__ import annotations

import keyword
import math
from typing import Any

import numpy as np
import torch
from matplotlib.figure import Figure

from pcpt_grade.wire import figures, modules
from pcpt_grade.wire.frames import FrameError
from pcpt_grade.wire.tensors import DTYPES, TensorTable, Unsendable, index

MAX_DEPTH = 40
MAX_INT_BITS = 4096
MAX_KEYS = 4096
"""Entries of one set or dictionary: keys whose hashes agree on purpose are compared in pairs."""


class Opaque:
    """A value of a kind that does not travel. Its class has the name of the original's class."""


def opaque(name: str) -> Opaque:
    """Return an ``Opaque`` whose type has this name."""
    if not (name.isidentifier() and not keyword.iskeyword(name) and len(name) <= 80):
        name = "object"
    value: Opaque = type(name, (Opaque,), {})()
    return value


class Encoder:
    """Turns values into JSON and collects their tensors.

    Args:
        table: Where tensors go.
        arguments: The tensors of the call that is being answered, by ``id``.
    """

    def __init__(self, table: TensorTable, arguments: dict[int, int] | None = None):
        self.table = table
        self.arguments = arguments or {}

    def encode(self, value: Any, depth: int = 0) -> Any:
        """Return the JSON form of a value; whatever it is, this does not fail."""
        if value is None or type(value) in (bool, float, str):
            return value
        if type(value) is int:
            return value if value.bit_length() <= MAX_INT_BITS else {"opaque": "int"}
        if depth > MAX_DEPTH:
            return {"opaque": type(value).__name__}
        if isinstance(value, torch.Tensor):
            return self._tensor(value)
        if isinstance(value, np.ndarray | np.generic):
            return self._array(value)
        if isinstance(value, Figure):
            return {"figure": figures.describe(value, lambda item: self.encode(item, depth + 1))}
        if isinstance(value, torch.nn.Module):
            return {"module": modules.describe(value, lambda item: self.encode(item, depth + 1))}
        return self._container(value, depth + 1)

    def _tensor(self, value: torch.Tensor) -> Any:
        number = self.arguments.get(id(value))
        if number is not None:
            return {"argument": number}
        try:
            return {"tensor": self.table.add(value)}
        except Unsendable:
            return {"opaque": "Tensor"}

    def _array(self, value: np.ndarray[Any, Any] | np.generic) -> Any:
        kind = "array" if isinstance(value, np.ndarray) else "scalar"
        try:
            return {kind: self.table.add(_as_tensor(np.asarray(value)))}
        except (TypeError, ValueError, Unsendable):
            return {"opaque": type(value).__name__}

    def _container(self, value: Any, depth: int) -> Any:
        if isinstance(value, torch.Size):
            return {"size": [self.encode(item, depth) for item in value]}
        if isinstance(value, set | frozenset | dict) and len(value) > MAX_KEYS:
            return {"opaque": type(value).__name__}
        if isinstance(value, tuple | list | set | frozenset):
            kind = next(
                name for cls, name in ((tuple, "tuple"), (list, "list"), (object, "set"))
                if isinstance(value, cls)
            )  # fmt: skip
            return {kind: [self.encode(item, depth) for item in value]}
        if isinstance(value, dict):
            pairs = [[self.encode(k, depth), self.encode(v, depth)] for k, v in value.items()]
            return {"dict": pairs}
        if isinstance(value, bool | int | float | str):  # enumerations and other subclasses
            return {"opaque": type(value).__name__}
        if isinstance(value, complex):
            return {"complex": [value.real, value.imag]}
        if isinstance(value, torch.dtype):
            return {"dtype": str(value).removeprefix("torch.")}
        if value is ...:
            return {"ellipsis": True}
        return {"opaque": type(value).__name__}


def _as_tensor(array: np.ndarray[Any, Any]) -> torch.Tensor:
    try:
        return torch.from_numpy(array)
    except ValueError:  # torch knows no negative strides
        return torch.from_numpy(array.copy())


def _bounded(value: Any) -> Any:
    if type(value) is int and value.bit_length() > MAX_INT_BITS:
        raise FrameError("an integer is larger than the limit")
    return value


class Decoder:
    """Rebuilds values; nothing in the JSON is trusted.

    Args:
        tensors: The message's tensors.
        arguments: The tensors of the call that is being answered.
    """

    def __init__(self, tensors: list[torch.Tensor], arguments: list[torch.Tensor] | None = None):
        self.tensors = tensors
        self.arguments = arguments or []

    def decode(self, item: Any, depth: int = 0) -> Any:
        """Return the value of a JSON form.

        Raises:
            FrameError: if it is not one that ``Encoder`` makes.
        """
        if item is None or type(item) in (bool, int, float, str):
            return _bounded(item)
        if type(item) is not dict or len(item) != 1 or depth > MAX_DEPTH + 2:
            raise FrameError("a value is malformed")
        [(kind, content)] = item.items()
        match kind:
            case "list":
                return self._items(content, depth)
            case "tuple":
                return tuple(self._items(content, depth))
            case "dict":
                return self._dict(content, depth)
            case "tensor" | "argument":
                known = self.tensors if kind == "tensor" else self.arguments
                return known[index(content, len(known))]
            case "array" | "scalar":
                return self._array(kind, content)
            case "figure":
                return figures.rebuild(content, lambda part: self.decode(part, depth + 1))
            case "module":
                return modules.rebuild(content, lambda part: self.decode(part, depth + 1))
            case _:
                return self._rare(kind, content, depth)

    def _rare(self, kind: str, content: Any, depth: int) -> Any:
        if kind == "set":
            self._limit_keys(content)
            return {self._hashable(value) for value in self._items(content, depth)}
        if kind == "size":
            sizes = self._items(content, depth)
            if all(type(n) is int and 0 <= n < 2**62 for n in sizes):
                return torch.Size(sizes)
        if kind == "complex" and isinstance(content, list) and len(content) == 2:
            if all(type(part) is float for part in content):
                return complex(*content)
        if kind == "dtype" and isinstance(content, str) and content in DTYPES:
            return DTYPES[content]
        if kind == "ellipsis" and content is True:
            return ...
        if kind == "opaque" and isinstance(content, str):
            return opaque(content)
        raise FrameError(f"a value of kind {kind[:40]!r} is malformed")

    def _items(self, content: Any, depth: int) -> list[Any]:
        if not isinstance(content, list):
            raise FrameError("a sequence is malformed")
        return [self.decode(item, depth + 1) for item in content]

    def _dict(self, content: Any, depth: int) -> dict[Any, Any]:
        if not isinstance(content, list) or not all(
            isinstance(pair, list) and len(pair) == 2 for pair in content
        ):
            raise FrameError("a dictionary is malformed")
        self._limit_keys(content)
        return {
            self._hashable(self.decode(key, depth + 1)): self.decode(value, depth + 1)
            for key, value in content
        }

    def _array(self, kind: str, content: Any) -> Any:
        tensor = self.tensors[index(content, len(self.tensors))]
        if tensor.dtype == torch.bfloat16 or tensor.requires_grad:
            raise FrameError("NumPy has neither bfloat16 nor gradients")
        array = tensor.numpy()
        return array if kind == "array" else array.reshape(-1)[0] if array.size == 1 else array

    @staticmethod
    def _limit_keys(content: Any) -> None:
        if isinstance(content, list) and len(content) > MAX_KEYS:
            raise FrameError(f"a set or dictionary has more than {MAX_KEYS} entries")

    @staticmethod
    def _hashable(value: Any) -> Any:
        if isinstance(value, float) and math.isnan(value):
            return value
        try:
            hash(value)
        except TypeError:
            raise FrameError("a key cannot be hashed") from None
        return value
