"""Changes messages where it matters: in the values of their headers, not in JSON's punctuation."""

from __future__ import annotations

import copy
import json
import random
from collections.abc import Iterator
from typing import Any

Place = tuple[Any, Any]
"""A container and a key or an index into it."""

VALUES: tuple[Any, ...] = (
    None, True, False, 0, 1, -1, 2, 31, 2**31, 2**32, 2**61, 2**63, 2**64, -(2**63), 10**400,
    0.0, -0.5, 1e308, float("inf"), float("nan"), "", "f", "x" * 500, "\ud800", "__class__",
    "SystemExit", "UnicodeDecodeError", "ExceptionGroup", "BaseException", "float16", "bool",
    "complex64", [], [0], {}, {"tensor": 0}, {"argument": 0}, {"array": 0}, {"opaque": "x"},
    {"list": []}, {"module": {}}, {"figure": {}}, {"known": 0}, {"known": 0, "part": [0, 1]},
)  # fmt: skip


def mutate(data: bytes, rng: random.Random) -> bytes:
    """Return an input that differs in a few values, or in the order of its messages."""
    try:
        messages = [json.loads(line) for line in data[1:].split(b"\n")]
    except (ValueError, RecursionError):
        return data
    for _ in range(rng.choice((1, 1, 1, 2, 3, 5))):
        _change(messages, rng)
    lines = (json.dumps(message, separators=(",", ":")).encode() for message in messages)
    return b"m" + b"\n".join(lines)


def _change(messages: list[Any], rng: random.Random) -> None:
    places = list(_places(messages))
    if not places:
        return
    container, key = rng.choice(places)
    match rng.randrange(6):
        case 0 | 1:
            container[key] = copy.deepcopy(rng.choice(VALUES))
        case 2:
            other, where = rng.choice(places)
            container[key] = copy.deepcopy(other[where])
        case 3:
            del container[key]
        case 4 if isinstance(container, list):
            container.insert(key, copy.deepcopy(container[key]))
        case 5 if type(container[key]) is int:
            container[key] += rng.choice((-1, 1, 2, 8))


def _places(item: Any) -> Iterator[Place]:
    pairs = enumerate(item) if isinstance(item, list) else ()
    for key, value in item.items() if isinstance(item, dict) else pairs:
        yield item, key
        if isinstance(value, list | dict):
            yield from _places(value)
