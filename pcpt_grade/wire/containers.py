"""Lists and dictionaries among a call's arguments: the call may have changed what is in them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from pcpt_grade.wire.frames import FrameError

Container = list[Any] | dict[Any, Any]


def containers_in(arguments: Iterable[Any]) -> list[Container]:
    """Return the lists and dictionaries among arguments, each once, in an order both sides find."""
    found: dict[int, Container] = {}
    for argument in arguments:
        _collect(argument, found)
    return list(found.values())


def _collect(value: Any, found: dict[int, Container]) -> None:
    if isinstance(value, list | dict):
        if id(value) in found:
            return
        found[id(value)] = value
    elif not isinstance(value, tuple):
        return
    for item in value.values() if isinstance(value, dict) else value:
        _collect(item, found)


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
