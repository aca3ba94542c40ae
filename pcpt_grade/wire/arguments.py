"""What a call may change in its arguments besides tensors: modules, lists and dictionaries."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

import torch

from pcpt_grade.wire.frames import FrameError

Container = list[Any] | dict[Any, Any]


class Parts(NamedTuple):
    """The modules (submodules included) and the containers, in an order both sides agree on."""

    modules: list[torch.nn.Module]
    containers: list[Container]


def parts_of(args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> Parts:
    """Return the modules and, each once, the lists and dictionaries among a call's arguments."""
    parts, seen = Parts([], []), set[int]()
    for argument in (*args, *kwargs.values()):
        _collect(argument, parts, seen)
    return parts


def _collect(value: Any, parts: Parts, seen: set[int]) -> None:
    if isinstance(value, torch.nn.Module):
        parts.modules.extend(value.modules())
    elif isinstance(value, list | dict | tuple) and id(value) not in seen:
        if not isinstance(value, tuple):
            seen.add(id(value))
            parts.containers.append(value)
        for item in value.values() if isinstance(value, dict) else value:
            _collect(item, parts, seen)


def items(container: Container) -> list[Any]:
    """Return the objects in a container, a dictionary's keys included."""
    return [*container, *container.values()] if isinstance(container, dict) else list(container)


def is_changed(container: Container, before: list[Any]) -> bool:
    """Tell whether other objects are in a container than ``items`` returned before."""
    now = items(container)
    return len(now) != len(before) or any(a is not b for a, b in zip(now, before, strict=True))


def plain(container: Container) -> Container:
    """Return a container's content without its class, which may be the student's."""
    return dict(container) if isinstance(container, dict) else list(container)


def refill(container: Container, content: Any) -> None:
    """Put other content into a container.

    Raises:
        FrameError: if it is content of another kind.
    """
    if isinstance(container, dict) and isinstance(content, dict):
        container.clear()
        container.update(content)
    elif isinstance(container, list) and isinstance(content, list):
        container[:] = content
    else:
        raise FrameError("a changed list or dictionary is malformed")
