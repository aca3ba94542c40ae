"""Answers the judge's calls of the student's functions, in a fork of the executed notebook."""

from __future__ import annotations

import builtins
import weakref
from collections.abc import Callable, Iterable
from contextlib import nullcontext, suppress
from functools import partial
from typing import Any, NamedTuple

import torch

from pcpt_grade.probes import OperationCount
from pcpt_grade.wire.arguments import is_changed, items, parts_of, plain
from pcpt_grade.wire.calls import Unpickler
from pcpt_grade.wire.frames import Blob, Channel, Header
from pcpt_grade.wire.graph import Gradients, GraphStore, attach, foreseen
from pcpt_grade.wire.kept import Kept, Memory
from pcpt_grade.wire.modules import settings
from pcpt_grade.wire.tensors import (
    TensorTable,
    read_tensors,
    restore,
    storage_bytes,
)
from pcpt_grade.wire.values import Encoder
from pcpt_grade.worker import transforms
from pcpt_grade.worker.stubs import is_stub

Blobs = list[memoryview]
Named = dict[str, Any]


class Service:
    """Serves one question on one connection until the judge hangs up.

    Args:
        channel: The connection to the judge.
        namespace: The notebook's global names.
    """

    def __init__(self, channel: Channel, namespace: dict[str, Any]):
        self.channel = channel
        self.namespace = namespace
        self.graphs = GraphStore()
        self.kept = Kept(judge=False)
        self.rng: bytes | None = None
        self.raised: list[BaseException] = []
        """What the judge's functions raised when they were called from here."""

    def run(self) -> None:
        """Answer requests for ever."""
        while True:
            self.answer(*self.channel.receive())

    def answer(self, header: Header, blobs: Blobs) -> None:
        """Answer one request."""
        match header["op"]:
            case "call":
                self._call(header, blobs)
            case "gradients":
                self._gradients(header, blobs)
            case "describe":
                kinds = {name: self._kind(name) for name in header["names"]}
                self.channel.send({"op": "described", "kinds": kinds})

    def _call(self, header: Header, blobs: Blobs) -> None:
        """Answer a call, and tell which of its memory is in use though it is over."""
        reply, sent, arguments, storages = Call(self, header, blobs).run()
        memory = Memory([each() for each in storages], arguments, reply["table"])
        if numbers := memory.still_used():
            reply["kept"] = numbers
            self.kept.keep(numbers, memory)
        self.channel.send(reply, sent)

    def exchange(self, header: Header, blobs: Any) -> tuple[Header, Blobs]:
        """Ask the judge something; meanwhile answer what it asks."""
        self.channel.send(header, blobs)
        while True:
            reply, blobs = self.channel.receive()
            if reply["op"] not in ("call", "gradients", "describe"):
                return reply, blobs
            self.answer(reply, blobs)

    def _gradients(self, header: Header, blobs: Blobs) -> None:
        tensors, _, _ = read_tensors(header["table"], blobs)
        given = [None if n is None else tensors[n] for n in header["grads"]]
        try:
            grads = self.graphs.gradients(header["handle"], given)
        except BaseException as error:  # a student's backward may raise anything
            self.channel.send({"op": "raise", "error": describe_error(error)})
            return
        table = TensorTable()
        numbers = table.add_all(grads)
        self.channel.send(
            {"op": "returned", "grads": numbers, "table": table.header()}, table.blobs
        )

    def _kind(self, name: str) -> str:
        if name not in self.namespace:
            return "missing"
        value = self.namespace[name]
        if not callable(value):
            return "value"
        return "stub" if is_stub(value) else "function"

    def callback(self, number: int, name: str) -> Callable[..., Any]:
        """Return a function that runs in the judge."""

        def function(*args: Any, **kwargs: Any) -> Any:
            return self._call_back(number, args, kwargs)

        function.__name__ = function.__qualname__ = name
        return function

    def _call_back(self, number: int, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
        if transforms.is_transformed():
            return transforms.call(partial(self._call_judge, number), args, kwargs)
        return self._call_judge(number, *args, **kwargs)

    def _call_judge(self, number: int, /, *args: Any, **kwargs: Any) -> Any:
        table = TensorTable()
        encode = Encoder(table).encode
        request = {
            "op": "callback",
            "number": number,
            "args": [encode(arg) for arg in args],
            "kwargs": {name: encode(value) for name, value in kwargs.items()},
            "grad_enabled": torch.is_grad_enabled(),
        }
        request["table"] = table.header()
        reply, blobs = self.exchange(request, table.blobs)
        if reply["op"] == "raise":
            self.raised.append(getattr(builtins, reply["type"], RuntimeError)(reply["text"]))
            raise self.raised[-1]
        tensors, _, specs = read_tensors(reply["table"], blobs)
        tensors = restore(tensors, specs)
        inputs = [tensor for tensor in table.tensors if tensor.requires_grad]
        outputs = reply["outputs"]
        if outputs:
            known = reply.get("gradients")
            known = known and [None if n is None else tensors[n] for n in known]
            ask = partial(self._ask_gradients, reply["handle"])
            attached = attach([tensors[n].detach() for n in outputs], inputs, foreseen(known, ask))
            for n, tensor in zip(outputs, attached, strict=True):
                tensors[n] = tensor
        return self.unpickle(blobs[reply["pickle"]], tensors)

    def _ask_gradients(self, handle: int, grads: Gradients) -> Gradients:
        table = TensorTable()
        request: Header = {"op": "gradients", "handle": handle, "grads": table.add_all(grads)}
        request["table"] = table.header()
        reply, blobs = self.exchange(request, table.blobs)
        tensors, _, _ = read_tensors(reply["table"], blobs)
        return [None if n is None else tensors[n] for n in reply["grads"]]

    def unpickle(self, content: memoryview, tensors: list[torch.Tensor]) -> Any:
        """Read arguments that the judge wrote."""
        return Unpickler(bytes(content), tensors, self.namespace.get, self.callback).load()


class Answer(NamedTuple):
    """What to send for a call; it owns none of the call's memory."""

    header: Header
    blobs: list[Blob]
    arguments: int
    """How many of the storages are those of arguments."""
    storages: list[weakref.ref[torch.UntypedStorage]]
    """Those that may have been kept."""


class Call:
    """One call of a student's function: arguments in, result and changes out."""

    def __init__(self, service: Service, header: Header, blobs: Blobs):
        self.service = service
        self.header = header
        service.kept.take(header.get("kept_changes", []), blobs)
        tensors, self.storages, self.specs = read_tensors(header["table"], blobs)
        self.before = [
            bytes(blobs[spec["blob"]]) if "blob" in spec else b""
            for spec in header["table"]["storages"]
        ]
        leaves = restore(tensors, self.specs)
        self.tensors = [
            _with_history(leaf, view="view" in spec) if spec["grad"] and not spec["leaf"] else leaf
            for leaf, spec in zip(leaves, self.specs, strict=True)
        ]
        self.inputs = [leaf for leaf, spec in zip(leaves, self.specs, strict=True) if spec["grad"]]
        self.grads = [tensor.grad if tensor.is_leaf else None for tensor in self.tensors]
        self.geometry = [_geometry(tensor) for tensor in self.tensors]
        self.args, self.kwargs = service.unpickle(blobs[header["pickle"]], self.tensors)
        self.modules, self.containers = parts_of(self.args, self.kwargs)
        self.contents = [items(container) for container in self.containers]
        self.named = [_named_state(module) for module in self.modules]
        self.settings = [settings(module) for module in self.modules]
        if "rng" in header:
            service.rng = bytes(blobs[header["rng"]])
            torch.set_rng_state(_byte_tensor(service.rng))

    def run(self) -> Answer:
        """Call the function and return what came of it."""
        table = TensorTable(self.storages)
        encoder = Encoder(table, {id(tensor): n for n, tensor in enumerate(self.tensors)})
        count = OperationCount() if self.header["count"] else None
        dtype, grad_enabled = torch.get_default_dtype(), torch.is_grad_enabled()
        torch.set_default_dtype(torch.float32)
        torch.set_grad_enabled(self.header["grad_enabled"])
        try:
            function = self.service.namespace[self.header["name"]]
            with count or nullcontext():
                result = function(*self.args, **self.kwargs)
            reply: Header = {"op": "return", "value": encoder.encode(result)}
        except BaseException as error:  # SystemExit and the like are answers, too
            numbers = [n for n, known in enumerate(self.service.raised) if known is error]
            reply = {"op": "raise", "error": describe_error(error), "raised": numbers}
        finally:
            torch.set_default_dtype(dtype)
            torch.set_grad_enabled(grad_enabled)
        outputs = [n for n, t in enumerate(table.tensors) if t.requires_grad and not t.is_leaf]
        reply["outputs"] = outputs
        reply["changes"] = self._changes(table, encoder)
        reply["operations"] = count.count if count else 0
        rng = storage_bytes(torch.get_rng_state().untyped_storage())
        if rng != self.service.rng:
            self.service.rng = rng
            reply["rng"] = table.add_bytes(rng)
        if outputs:
            self._keep_graph([table.tensors[n] for n in outputs], reply, table)
        if changes := self.service.kept.changes(table):
            reply["kept_changes"] = changes
        reply["table"] = table.header()
        storages = [] if outputs else [*self.storages, *table.storages]  # a graph keeps all of it
        return Answer(reply, table.blobs, len(self.storages), list(map(weakref.ref, storages)))

    def _keep_graph(self, outputs: list[torch.Tensor], reply: Header, table: TensorTable) -> None:
        """Keep the graph of a call, and send the gradients along that will be asked for."""
        handle = reply["handle"] = self.service.graphs.keep(outputs, self.inputs)
        with suppress(Exception):  # it will be raised when it is asked for
            grads = self.service.graphs.foresee(handle)
            if grads is not None:
                reply["gradients"] = table.add_all(grads)
        torch.set_rng_state(_byte_tensor(self.service.rng or b""))  # a backward may draw, too

    def _changes(self, table: TensorTable, encoder: Encoder) -> Header:
        """Return what the call did to its arguments."""
        changes: Header = {"storages": [], "tensors": [], "containers": []}
        for n, (storage, before) in enumerate(zip(self.storages, self.before, strict=True)):
            now = storage_bytes(storage)
            if now != before and len(now) == len(before):
                changes["storages"].append([n, table.add_bytes(now)])
        for n in range(len(self.tensors)):
            change = self._tensor_change(n, encoder)
            if change:
                changes["tensors"].append([n, change])
        for n, container in enumerate(self.containers):
            if is_changed(container, self.contents[n]):
                changes["containers"].append([n, encoder.encode(plain(container))])
        changes["training"] = [module.training for module in self.modules]
        changes["state"] = _replaced(map(_named_state, self.modules), self.named, encoder)
        changes["settings"] = _replaced(map(settings, self.modules), self.settings, encoder)
        return changes

    def _tensor_change(self, n: int, encoder: Encoder) -> dict[str, Any]:
        """Return what the call did to one argument, apart from its values."""
        tensor, change = self.tensors[n], {}
        if tensor.is_leaf:
            if tensor.requires_grad != self.specs[n]["grad"]:
                change["requires_grad"] = tensor.requires_grad
            if tensor.grad is not self.grads[n]:
                change["accumulated"] = encoder.encode(tensor.grad)
        if _geometry(tensor) != self.geometry[n]:
            change["view"] = encoder.encode(tensor.detach())
        return change


def _with_history(leaf: torch.Tensor, *, view: bool) -> torch.Tensor:
    """Return a tensor like one that was computed: not a leaf, its gradient flows to ``leaf``.

    It shares the leaf's memory, but is no view of it: it may be changed in place.

    Args:
        leaf: What the judge's tensor holds.
        view: Whether the judge's tensor is a view, of something computed.
    """
    memory = leaf.detach()
    computed = attach([memory], [leaf.requires_grad_()], lambda grads: grads)[0]
    with torch.enable_grad():  # whatever the student left behind
        return computed.view_as(computed) if view else computed


def _geometry(tensor: torch.Tensor) -> tuple[Any, ...]:
    start = tensor.untyped_storage().data_ptr()
    return start, tensor.storage_offset(), tuple(tensor.shape), tuple(tensor.stride())


def _named_state(module: torch.nn.Module) -> Named:
    return {**module._parameters, **module._buffers}


def _replaced(now: Iterable[Named], before: list[Named], encoder: Encoder) -> list[Any]:
    """Return, by module number and name, what is another object than before."""
    return [
        [n, name, encoder.encode(value)]
        for n, (values, known) in enumerate(zip(now, before, strict=True))
        for name, value in values.items()
        if value is not known.get(name)
    ]


def _byte_tensor(content: bytes) -> torch.Tensor:
    return torch.frombuffer(bytearray(content), dtype=torch.uint8)


def describe_error(error: BaseException) -> dict[str, Any]:
    """Return the type, the built-in ancestors and the text of an exception; never fails."""
    bases = [
        cls.__name__ for cls in type(error).__mro__ if getattr(builtins, cls.__name__, None) is cls
    ]
    try:
        text = str(error)[:4000]
    except BaseException:  # its __str__ is the student's
        text = "(its message cannot be read)"
    args = list(BaseException.args.__get__(error))  # type: ignore[attr-defined]  # not overridden
    if not all(type(arg) in (str, int, bool) for arg in args):
        args = [text]
    return {"type": str(type(error).__name__), "bases": bases, "args": args, "text": text}
