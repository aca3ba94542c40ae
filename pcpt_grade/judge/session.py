"""One question's connection to the worker: calls, gradients, callbacks, state, deadlines."""

from __future__ import annotations

import builtins
import socket
import time
from collections.abc import Callable, Collection
from contextlib import AbstractContextManager, nullcontext
from typing import Any, NamedTuple

import torch
from torch.utils._python_dispatch import _disable_current_modes

from pcpt_grade.checks.tools import active_count
from pcpt_grade.judge import remote
from pcpt_grade.sandbox.limits import MIB, Limits
from pcpt_grade.wire.arguments import Parts, parts_of, refill
from pcpt_grade.wire.calls import StudentFunction, dump, student_functions
from pcpt_grade.wire.frames import Channel, DeadlineExceeded, FrameError, Header, PeerGone
from pcpt_grade.wire.graph import Gradients, GraphStore, attach, foreseen
from pcpt_grade.wire.kept import Kept, Memory
from pcpt_grade.wire.modules import set_setting
from pcpt_grade.wire.tensors import (
    TensorTable,
    index,
    overwrite,
    read_tensors,
    restore,
    storage_bytes,
)
from pcpt_grade.wire.values import Decoder

MAX_HEADER = 8 * 2**20
MAX_RECEIVED = 2**31
"""Bytes of tensors for one question; what callbacks are given is kept for their gradients."""
Blobs = list[memoryview]

MALFORMED = (FrameError, LookupError, TypeError, ValueError, AttributeError, ArithmeticError,
             RuntimeError, MemoryError)  # fmt: skip
"""What comes of taking a forged message at its word."""


class Sent(NamedTuple):
    """What a call's arguments consist of; the answer refers to it by number."""

    table: TensorTable
    parts: Parts


class Session:
    """Calls of the student's functions for the checks of one question.

    Args:
        sock: The judge's end of the question's connection.
        limits: Those for a question: wall time for all of its checks, the size of a result.
    """

    def __init__(self, sock: socket.socket, limits: Limits):
        self.channel = Channel(sock, MAX_HEADER, limits.output_mib * MIB)
        self.channel.deadline = time.monotonic() + limits.question_seconds
        self.limits = limits
        self.ended: remote.SessionEnded | None = None
        """Why nothing can be called any more, or None."""
        self.graphs = GraphStore()
        self.kept = Kept(judge=True)
        self.callbacks: list[Callable[..., Any]] = []
        self._rng: bytes | None = None
        self._received = 0
        self._raised: list[Exception] = []
        """What the checks' own functions raised when the worker called them."""

    def close(self) -> None:
        """Hang up; the worker's fork for this question ends."""
        self.channel.close()

    def functions(self, kinds: dict[str, str]) -> dict[str, StudentFunction | None]:
        """Return callable stand-ins for described functions; None where one is missing."""
        return student_functions(kinds, self.call)

    def describe(self, names: Collection[str]) -> dict[str, str]:
        """Return for each name: "function", "stub", "value" or "missing"."""
        reply, _ = self._exchange({"op": "describe", "names": list(names)}, [])
        kinds = reply.get("kinds")
        if not isinstance(kinds, dict):
            raise self._end(remote.ProtocolBroken("the worker did not describe the notebook"))
        return {name: str(kinds.get(name, "missing")) for name in names}

    def call(self, name: str, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
        """Call a student's function; what it returns, raises and changes happens here, too."""
        grad_enabled, counter = torch.is_grad_enabled(), active_count()
        with _without_modes():
            table = TensorTable()
            request: Header = {
                "op": "call",
                "name": name,
                "pickle": table.add_bytes(dump((args, kwargs), table, self.callbacks)),
                "grad_enabled": grad_enabled,
                "count": counter is not None,
            }
            if changes := self.kept.changes(table):
                request["kept_changes"] = changes
            rng = storage_bytes(torch.get_rng_state().untyped_storage())
            if rng != self._rng:
                self._rng, request["rng"] = rng, table.add_bytes(rng)
            request["table"] = table.header()
            sent = Sent(table, parts_of(args, kwargs))
            reply, blobs = self._exchange(request, table.blobs)
            try:
                value, error = self._settle(reply, blobs, sent)
            except MALFORMED as broken:
                raise self._end(remote.ProtocolBroken(str(broken))) from None
            if counter is not None:
                counter.add(reply["operations"])
        if error is not None:
            raise error
        return value

    def _settle(self, reply: Header, blobs: Blobs, sent: Sent) -> tuple[Any, BaseException | None]:
        """Apply a reply's changes; return its value and its exception, one of them None."""
        tensors, storages, specs = read_tensors(reply["table"], blobs, sent.table.storages)
        tensors = restore(tensors, specs)
        outputs = [index(n, len(tensors)) for n in reply["outputs"]]
        if outputs and not all(specs[n]["grad"] for n in outputs):
            raise FrameError("a tensor without a gradient has a history")
        if outputs:
            handle = reply["handle"]
            inputs = [tensor for tensor in sent.table.tensors if tensor.requires_grad]
            like = [(tensor.shape, tensor.dtype) for tensor in inputs]
            known = None
            if reply.get("gradients") is not None:
                known = _fitting(reply["gradients"], tensors, like)
            attached = attach(
                [tensors[n] for n in outputs],
                inputs,
                foreseen(known, lambda grads: self._ask_gradients(handle, grads, like)),
            )
            for n, tensor in zip(outputs, attached, strict=True):
                tensors[n] = tensor
        decoder = Decoder(tensors, sent.table.tensors)
        value = decoder.decode(reply["value"]) if reply["op"] == "return" else None
        failed = self._apply(reply["changes"], blobs, sent, decoder)
        self.kept.take(reply.get("kept_changes", []), blobs)
        if "kept" in reply:
            both = [*sent.table.storages, *storages]
            self.kept.keep(reply["kept"], Memory(both, len(sent.table.storages), reply["table"]))
        if "rng" in reply:
            self._take_rng(bytes(blobs[index(reply["rng"], len(blobs))]))
        if type(reply["operations"]) is not int or reply["operations"] < 0:
            raise FrameError("the number of operations is malformed")
        if reply["op"] == "raise":
            return None, self._exception(reply)
        if reply["op"] != "return":
            raise FrameError(f"unexpected answer {str(reply['op'])[:40]!r}")
        return (None, failed) if failed else (value, None)

    def _exception(self, reply: Header) -> Exception:
        """Return what the student's function raised; it may have passed on a check's exception."""
        if not reply.get("raised"):
            return remote.student_error(reply["error"])
        error = self._raised[index(reply["raised"][0], len(self._raised))]
        if not isinstance(error, AssertionError):  # the student's function called it wrongly
            error.from_student = True  # type: ignore[attr-defined]  # read by ``verdicts``
        return error

    def _apply(
        self,
        changes: Any,
        blobs: Blobs,
        sent: Sent,
        decoder: Decoder,
    ) -> Exception | None:
        """Apply a call's changes to its arguments; return what one of them raises here."""
        (table, (modules, containers)), failed = sent, None
        for n, blob in changes["storages"]:
            storage = table.storages[index(n, len(table.storages))]
            overwrite(storage, blobs[index(blob, len(blobs))])
        for n, change in changes["tensors"]:
            tensor = table.tensors[index(n, len(table.tensors))]
            failed = remote.apply_change(tensor, change, decoder) or failed
        for n, content in changes["containers"]:
            refill(containers[index(n, len(containers))], decoder.decode(content))
        for module, training in zip(modules, changes["training"], strict=True):
            if type(training) is not bool:
                raise FrameError("a training mode is malformed")
            module.training = training
        for n, name, value in changes["state"]:
            remote.replace_state(modules[index(n, len(modules))], name, decoder.decode(value))
        for n, name, value in changes["settings"]:
            set_setting(modules[index(n, len(modules))], name, decoder.decode(value))
        return failed

    def _take_rng(self, state: bytes) -> None:
        if len(state) != len(self._rng or b""):
            raise FrameError("the state of the global RNG is malformed")
        self._rng = state
        try:
            torch.set_rng_state(torch.frombuffer(bytearray(state), dtype=torch.uint8))
        except RuntimeError as error:
            raise FrameError(f"the state of the global RNG is malformed: {error}") from None

    def _ask_gradients(self, handle: Any, grads: Gradients, like: list[Any]) -> Gradients:
        """Return the gradients of a call's inputs, which have these shapes and dtypes."""
        with _without_modes():
            table = TensorTable()
            request: Header = {"op": "gradients", "handle": handle, "grads": table.add_all(grads)}
            request["table"] = table.header()
            reply, blobs = self._exchange(request, table.blobs)
            try:
                if reply["op"] != "raise":
                    return _read_gradients(reply, blobs, like)
                raised = remote.student_error(reply["error"])
            except MALFORMED as error:
                raise self._end(remote.ProtocolBroken(str(error))) from None
            raise raised

    def _exchange(self, header: Header, blobs: Any) -> tuple[Header, Blobs]:
        """Send a request and return the reply; meanwhile answer what the worker asks."""
        if self.ended:
            raise self.ended
        try:
            self.channel.send(header, blobs)
            while True:
                reply, received = self.channel.receive()
                self._received += sum(map(len, received))
                if self._received > MAX_RECEIVED:
                    raise FrameError("it sends more than a question may take")
                if reply.get("op") == "callback":
                    self._answer_callback(reply, received)
                elif reply.get("op") == "gradients":
                    self._answer_gradients(reply, received)
                else:
                    return reply, received
        except DeadlineExceeded:
            raise self._end(remote.TimedOut(self.limits.question_seconds)) from None
        except PeerGone:
            raise self._end(remote.WorkerDied()) from None
        except MALFORMED as error:
            raise self._end(remote.ProtocolBroken(str(error))) from None

    def _answer_callback(self, request: Header, blobs: Blobs) -> None:
        tensors, _, specs = read_tensors(request["table"], blobs)
        inputs = []
        for n, (tensor, spec) in enumerate(zip(tensors, specs, strict=True)):
            if spec["grad"]:
                tensors[n] = tensor.requires_grad_()
                inputs.append(tensor)
        decode = Decoder(tensors).decode
        function = self.callbacks[index(request["number"], len(self.callbacks))]
        args = [decode(arg) for arg in request["args"]]
        kwargs = {name: decode(value) for name, value in request["kwargs"].items()}
        try:
            with torch.set_grad_enabled(request["grad_enabled"] is True):
                result = function(*args, **kwargs)
        except remote.SessionEnded:
            raise
        except Exception as error:  # noqa: BLE001  # a check's own function may raise anything
            self._raised.append(error)
            self.channel.send({"op": "raise", "type": _builtin_name(error), "text": str(error)})
            return
        table = TensorTable()
        content = table.add_bytes(dump(result, table, self.callbacks))
        outputs = [n for n, tensor in enumerate(table.tensors) if tensor.requires_grad]
        handle = self.graphs.keep([table.tensors[n] for n in outputs], inputs)
        reply = {"op": "return", "pickle": content, "outputs": outputs, "handle": handle}
        grads = self.graphs.foresee(handle)
        if grads is not None:
            reply["gradients"] = table.add_all(grads)
        reply["table"] = table.header()
        self.channel.send(reply, table.blobs)

    def _answer_gradients(self, request: Header, blobs: Blobs) -> None:
        tensors, _, _ = read_tensors(request["table"], blobs)
        given = [None if n is None else tensors[n] for n in request["grads"]]
        grads = self.graphs.gradients(request["handle"], given)
        table = TensorTable()
        numbers = table.add_all(grads)
        self.channel.send(
            {"op": "returned", "grads": numbers, "table": table.header()}, table.blobs
        )

    def _end(self, reason: remote.SessionEnded) -> remote.SessionEnded:
        self.ended = reason
        self.close()
        return reason


def _without_modes() -> AbstractContextManager[Any]:
    """Keep a check's counting of operations from counting those of the wire."""
    if torch._C._len_torch_dispatch_stack():
        return _disable_current_modes()
    return nullcontext()


def _read_gradients(reply: Header, blobs: Blobs, like: list[Any]) -> Gradients:
    tensors, _, _ = read_tensors(reply["table"], blobs)
    return _fitting(reply["grads"], tensors, like)


def _fitting(numbers: Any, tensors: list[torch.Tensor], like: list[Any]) -> Gradients:
    """Return the gradients of these numbers, which have to fit the inputs."""
    grads = [None if n is None else tensors[index(n, len(tensors))] for n in numbers]
    for grad, expected in zip(grads, like, strict=True):
        if grad is not None and (grad.shape, grad.dtype) != expected:
            raise FrameError("a gradient does not fit its tensor")
    return grads


def _builtin_name(error: Exception) -> str:
    """Return the name of the nearest built-in ancestor of an exception."""
    names = [cls.__name__ for cls in type(error).__mro__]
    return next(name for name in names if isinstance(getattr(builtins, name, None), type))
