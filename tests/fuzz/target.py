"""What is fuzzed: a session that calls a function, and gets these bytes for an answer.

An input is a letter and its content. ``r``: the raw bytes of the connection. ``m``: messages, one
header per line, whose blobs are made up in the lengths that the header lists.
"""

from __future__ import annotations

import json
import socket
import struct
import tracemalloc
from collections.abc import Callable
from typing import Any

import torch

from pcpt_grade.judge.remote import SessionEnded
from pcpt_grade.judge.session import Session
from pcpt_grade.sandbox.limits import Limits

MAX_INPUT = 2**14
MAX_BLOBS = 2**16
"""Bytes of blobs that are made up for one input."""
OWN_MEMORY = 2 * 2**20
"""Bytes that a call may allocate for itself."""
MEMORY_PER_BYTE = 300
"""Bytes that a received byte may lead to: ``[],`` is a list of 56 bytes, its place and its copy."""
RNG = bytes(torch.get_rng_state().tolist())

Call = Callable[[Session], Any]


def arguments() -> tuple[Any, ...]:
    """Return what functions are called with: something of everything that a reply can change."""
    x = torch.tensor([1.0, 2.0, 3.0], requires_grad=True)
    view = torch.arange(4.0).reshape(2, 2)[1]
    return x, view, torch.nn.BatchNorm1d(2), lambda tensor: tensor * tensor


def exercise(session: Session, name: str) -> Any:
    """Call a function, differentiate its result where it can be, call it again if it kept it."""
    value = session.call(name, arguments(), {})
    if isinstance(value, torch.Tensor) and value.requires_grad and value.dtype.is_floating_point:
        (2 * value).sum().backward()
    if len(session.kept):  # what became of it comes with the next answer
        session.call(name, arguments(), {})
    return value


def fuzz(data: bytes) -> str:
    """Answer a call with these bytes; only what the wire documents may come of it.

    Returns:
        "value", "student" for an exception of the student's, or "ended" for a refused message.

    Raises:
        AssertionError: if anything else is raised, or allocated beyond what was sent.
    """
    stream = data[1:] if data[:1] == b"r" else b"".join(map(frame, data[1:].split(b"\n")))
    tracemalloc.reset_peak()
    before, _ = tracemalloc.get_traced_memory()
    outcome = _answer(stream[: 2 * MAX_BLOBS])
    _, peak = tracemalloc.get_traced_memory()
    assert peak - before <= OWN_MEMORY + MEMORY_PER_BYTE * len(stream), (
        f"{len(stream)} bytes led to {peak - before}"
    )
    assert torch.is_grad_enabled()
    assert torch.get_default_dtype() is torch.float32
    return outcome


def _answer(stream: bytes) -> str:
    ours, theirs = socket.socketpair()
    with theirs:
        theirs.sendall(stream)
        theirs.shutdown(socket.SHUT_WR)
        session = Session(ours, Limits(question_seconds=2, output_mib=1))
        try:
            session.describe(["f"])
            exercise(session, "f")
        except SessionEnded:
            return "ended"
        except Exception as error:  # asked whose it is
            if not getattr(error, "from_student", False):
                raise AssertionError(f"{type(error).__name__}: {error}") from error
            return "student"
        finally:
            session.close()
    return "value"


def frame(line: bytes) -> bytes:
    """Return the frame with this header, and with blobs as long as it says."""
    try:
        lengths = json.loads(line)["blobs"]
        blobs = b"".join(_blob(length) for length in lengths)
    except (ValueError, LookupError, TypeError, RecursionError):
        blobs = b""
    return struct.pack("!II", len(line), len(blobs)) + line + blobs


def _blob(length: int) -> bytes:
    length = min(length, MAX_BLOBS)
    return RNG if length == len(RNG) else (bytes(range(32)) * (length // 32 + 1))[:length]
