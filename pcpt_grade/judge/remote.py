"""What comes back from the worker apart from values: exceptions, changes, its end."""

from __future__ import annotations

import builtins
from typing import Any

import torch

from pcpt_grade.wire.frames import FrameError
from pcpt_grade.wire.values import Decoder


class SessionEnded(Exception):
    """The worker cannot be asked any more; the text is for the student."""


class TimedOut(SessionEnded):
    """The question's time is over."""

    def __init__(self, seconds: float):
        super().__init__(
            f"The time for this question is over ({seconds:g} s). "
            "Look for a loop that never ends, or for work that grows with every call."
        )


class WorkerDied(SessionEnded):
    """The process with the student's functions is gone."""

    def __init__(self) -> None:
        super().__init__(
            "The process that ran this function ended in the middle of the call "
            "(a crash, `os._exit`, or more memory than allowed)."
        )


class ProtocolBroken(SessionEnded):
    """What came from the worker is not an answer."""

    def __init__(self, detail: str):
        super().__init__(f"The result of this function could not be transferred: {detail[:300]}.")


def student_error(item: Any) -> Exception:
    """Return an exception like the one that the student's code raised.

    Built-in types are themselves; others become a class of the same name below their nearest
    built-in ancestor. What would end an interpreter (``SystemExit``, ``KeyboardInterrupt``) is an
    ordinary exception here.
    """
    if not isinstance(item, dict) or not isinstance(item.get("bases"), list):
        raise FrameError("an exception is malformed")
    name, text = str(item.get("type"))[:80], str(item.get("text"))[:4000]
    args = item.get("args")
    if not isinstance(args, list) or not all(type(arg) in (str, int, bool) for arg in args):
        args = [text]
    found = (getattr(builtins, str(base), None) for base in item["bases"])
    bases = [cls for cls in found if isinstance(cls, type) and issubclass(cls, Exception)]
    error = next(made for base in [*bases, Exception] if (made := _raised(name, base, args, text)))
    error.from_student = True  # type: ignore[attr-defined]  # read by ``verdicts``
    return error


def _raised(name: str, base: type[Exception], args: list[Any], text: str) -> Exception | None:
    """Return an exception of this name, below ``base``, or None where the base is made otherwise.

    Not every constructor takes a text: ``UnicodeDecodeError`` and ``ExceptionGroup`` do not.
    """
    name = name if name.isidentifier() else "Exception"
    try:
        error = base(*args) if base.__name__ == name else type(name, (base,), {})(*args)
        if str(error) != text:  # the student's class has a ``__str__`` of its own
            error = type(name, (base,), {"__str__": lambda _: text})(*args)
    except (TypeError, ValueError):
        return None
    return error


def apply_change(tensor: torch.Tensor, change: Any, decoder: Decoder) -> Exception | None:
    """Do to an argument what the call did to it in the worker.

    Returns:
        What the same raises here, where the argument may be a view: the call would have, too.
    """
    if "view" in change:
        moved = decoder.decode(change["view"])
        if not isinstance(moved, torch.Tensor):
            raise FrameError("a changed argument is malformed")
        if moved.dtype == tensor.dtype:
            with torch.no_grad():
                tensor.set_(moved)  # type: ignore[call-overload]  # missing in torch's stubs
        else:
            tensor.data = moved  # as `module.double()` does
    if "requires_grad" in change:
        if type(change["requires_grad"]) is not bool:
            raise FrameError("a changed argument is malformed")
        try:
            if not change["requires_grad"] and not tensor.is_leaf:
                tensor.detach_()
            else:
                tensor.requires_grad_(change["requires_grad"])
        except RuntimeError as error:
            error.from_student = True  # type: ignore[attr-defined]  # read by ``verdicts``
            return error
    if "accumulated" in change:
        grad = decoder.decode(change["accumulated"])
        if grad is not None and not (
            isinstance(grad, torch.Tensor)
            and grad.shape == tensor.shape
            and grad.dtype == tensor.dtype
        ):
            raise FrameError("an accumulated gradient is malformed")
        tensor.grad = grad
    return None


def replace_state(module: torch.nn.Module, name: Any, value: Any) -> None:
    """Put another tensor where a module had a parameter or a buffer."""
    if value is not None and not isinstance(value, torch.Tensor):
        raise FrameError("a module's state is malformed")
    if name in module._buffers:
        module._buffers[name] = value
    elif name in module._parameters:
        module._parameters[name] = value  # type: ignore[assignment]  # a plain tensor, as in the worker
    else:
        raise FrameError("a module's state is malformed")
