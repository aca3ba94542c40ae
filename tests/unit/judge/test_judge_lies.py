"""Workers that lie: whatever comes, the judge lives and says whose fault it is."""

from __future__ import annotations

import json
import os
import socket
import struct
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from serving import peer, serve
from torch import nn

from pcpt_grade.judge import remote
from pcpt_grade.judge.session import MAX_HEADER, Session
from pcpt_grade.judge.verdicts import classify
from pcpt_grade.outcome import Verdict
from pcpt_grade.sandbox.limits import Limits
from pcpt_grade.wire.frames import Channel, Header
from pcpt_grade.wire.kept import PLACES
from pcpt_grade.worker.service import Service

MAX_BLOBS = Limits.output_mib * 2**20
HANG = 0.3
"""Seconds given to a worker that will use all of them."""


def call(session: Session, *args: Any) -> BaseException | None:
    """Ask for a function and call it; return what was raised."""
    try:
        session.describe(["f"])
        session.call("f", args, {})
    except Exception as error:  # noqa: BLE001  # it is what the tests look at
        return error
    return None


# --- below the level of messages ------------------------------------------------------------------


def close(sock: socket.socket) -> None:
    sock.close()


def hang(sock: socket.socket) -> None:
    sock.recv(1)
    while True:
        time.sleep(60)


def drip(sock: socket.socket) -> None:
    sock.sendall(struct.pack("!II", 1000, 0))
    while True:
        sock.send(b" ")
        time.sleep(0.01)


def noise(sock: socket.socket) -> None:
    sock.sendall(b"HTTP/1.1 200 OK\r\n\r\n" * 1000)
    hang(sock)


def huge_header(sock: socket.socket) -> None:
    sock.sendall(struct.pack("!II", MAX_HEADER + 1, 0))
    hang(sock)


def huge_blobs(sock: socket.socket) -> None:
    sock.sendall(struct.pack("!II", 2, MAX_BLOBS + 1))
    hang(sock)


def half(sock: socket.socket) -> None:
    sock.sendall(struct.pack("!II", 100, 0) + b'{"op"')


def list_header(sock: socket.socket) -> None:
    sock.sendall(struct.pack("!II", 2, 0) + b"[]")
    hang(sock)


def flood(sock: socket.socket) -> None:
    """Send callbacks for ever; a second thread throws the answers away."""

    def drain() -> None:
        while sock.recv(2**20):
            pass

    threading.Thread(target=drain, daemon=True).start()
    request = {"op": "callback", "number": 0, "args": [], "kwargs": {}, "grad_enabled": True,
               "table": {"storages": [], "tensors": []}, "blobs": []}  # fmt: skip
    text = json.dumps(request).encode()
    frames = (struct.pack("!II", len(text), 0) + text) * 500
    while True:
        sock.sendall(frames)


@pytest.mark.parametrize(
    ("behave", "end"),
    [
        (close, remote.WorkerDied),
        (half, remote.WorkerDied),
        (hang, remote.TimedOut),
        (drip, remote.TimedOut),
        (flood, remote.TimedOut),
        (noise, remote.ProtocolBroken),
        (huge_header, remote.ProtocolBroken),
        (huge_blobs, remote.ProtocolBroken),
        (list_header, remote.ProtocolBroken),
    ],
)
@pytest.mark.timeout(20)
def test_bad_peers(behave: Callable[[socket.socket], None], end: type[Exception]) -> None:
    """A session ends with the right reason, at once or when its time is over."""
    with peer(behave, HANG) as session:
        session.callbacks.append(lambda: None)
        first = call(session)
        assert type(first) is end
        assert call(session) is first  # and stays ended
        expected = Verdict.TIMEOUT if end is remote.TimedOut else Verdict.ERROR
        assert classify(first, "function") is expected


def test_endless_callbacks() -> None:
    """A function that calls back for ever runs into its time."""

    def f(function: Callable[[], Any]) -> None:
        while True:
            function()

    with serve({"f": f}, HANG) as session:
        assert type(call(session, lambda: 1)) is remote.TimedOut


def test_time_runs_out_inside_a_callback() -> None:
    """The reason survives when a function hangs that was called by a check's own function."""

    def f(function: Callable[[], Any]) -> Any:
        return function()

    def hanging() -> None:
        threading.Event().wait()

    with serve({"f": f, "hanging": hanging}, HANG) as session:
        error = call(session, lambda: session.call("hanging", (), {}))
    assert type(error) is remote.TimedOut


def test_death_in_the_middle() -> None:
    """A function that ends its process costs its own question only."""

    def f() -> None:
        os._exit(0)

    with serve({"f": f}) as one, serve({"f": lambda: None}) as other:
        assert type(call(one)) is remote.WorkerDied
        assert call(other) is None


def test_too_large_a_result() -> None:
    """A result beyond the limit is refused before it is read."""

    def f() -> Any:
        return torch.empty(MAX_BLOBS + 1, dtype=torch.uint8)

    with serve({"f": f}) as session:
        assert type(call(session)) is remote.ProtocolBroken


def test_expanded_results_are_limited() -> None:
    """A small storage cannot pose as a tensor that would fill the memory once it is used."""

    def f() -> Any:
        return torch.ones(1).expand(2**20, 2**20)

    with serve({"f": f}) as session:
        error = call(session)
    assert type(error) is remote.ProtocolBroken
    assert "larger than the limit" in str(error)


# --- forged messages ------------------------------------------------------------------------------


class Loop:
    """Joins a session and a service in one process; ``tamper`` forges the service's answers."""

    def __init__(self, namespace: dict[str, Any], tamper: Callable[[Header], Header]):
        self.tamper = tamper
        self.service = Service(self, namespace)  # type: ignore[arg-type]  # a channel in shape
        self.session = Session(socket.socket(), Limits(question_seconds=3600))
        self.session.channel.close()
        self.session.channel = self.Ends(self)  # type: ignore[assignment]
        self.answers: list[tuple[Header, Any]] = []

    def send(self, header: Header, blobs: Any = ()) -> None:
        """Take an answer of the service."""
        self.answers.append((header, [memoryview(bytes(blob)) for blob in blobs]))

    class Ends:
        """The session's end."""

        def __init__(self, loop: Loop):
            self.loop = loop

        def send(self, header: Header, blobs: Any) -> None:
            copied = [memoryview(bytes(blob)) for blob in blobs]
            self.loop.service.answer(json.loads(json.dumps(header)), copied)

        def receive(self) -> tuple[Header, Any]:
            header, blobs = self.loop.answers.pop()
            return self.loop.tamper(json.loads(json.dumps(header))), blobs

        def close(self) -> None:
            pass


def rich(x: torch.Tensor, model: nn.Module) -> Any:
    """Give a forger every kind of entry to play with."""
    y = model(x)
    x.grad = torch.ones_like(x)
    model.weight.requires_grad_(False)
    model.bias = nn.Parameter(torch.ones(2))
    torch.rand(1)
    values = [y, y.sum(), (x, {"k": 1.5}, {2, "s"}), x.detach().numpy(), torch.Size([2]), 1j]
    return [*values, nn.BatchNorm1d(2), torch.float32, ..., None, torch.zeros(0, 2), y > 0]


@contextmanager
def excused() -> Iterator[None]:
    """Let exceptions pass that the judge blames on the worker, and no others."""
    try:
        yield
    except Exception as error:
        if classify(error, "function") is Verdict.BROKEN:
            raise


@given(data=st.data())
@settings(max_examples=120)
def test_forged_results(data: Any, mutate: Any) -> None:
    """No forged answer to a call makes the judge blame itself."""
    state = torch.get_rng_state()
    loop = Loop({"f": rich}, lambda header: mutate(data.draw, header))
    x = torch.ones(2, 2, requires_grad=True)
    try:
        with excused():
            loop.session.call("f", (x, nn.Linear(2, 2)), {})
    finally:
        torch.set_rng_state(state)
        torch.set_grad_enabled(True)
    assert x.dtype is torch.float32
    assert x.grad is None or (x.grad.shape, x.grad.dtype) == (x.shape, x.dtype)


@given(data=st.data())
@settings(max_examples=60)
def test_forged_exceptions(data: Any, mutate: Any) -> None:
    """No forged exception does either; it is never one that ends the judge."""

    def f() -> None:
        raise KeyError("k", 3)

    loop = Loop({"f": f}, lambda header: mutate(data.draw, header))
    with excused():
        loop.session.call("f", (), {})


@given(data=st.data())
@settings(max_examples=80)
def test_forged_gradients(data: Any, mutate: Any) -> None:
    """Forged gradients are the worker's fault, or fit the inputs."""
    forge = False

    def tamper(header: Header) -> Header:
        return mutate(data.draw, header) if forge else header

    loop = Loop({"f": lambda a, b: (a * b).sum()}, tamper)
    a, b = torch.ones(2, 3, requires_grad=True), torch.ones(3, requires_grad=True)
    y = loop.session.call("f", (a, b), {})
    forge = True
    with excused():
        (2 * y).backward()


UNFIT = [[], [None], [0, 0, 0], [1, 0], [0, 0], [5, 0], "text", [None, [0]]]


@pytest.mark.parametrize("grads", UNFIT)
def test_foreseen_gradients_that_do_not_fit(grads: Any) -> None:
    """Gradients that come along with a result are looked at like those that were asked for."""
    loop = Loop({"f": lambda a, b: (a * b).sum()}, lambda header: header | {"gradients": grads})
    a, b = torch.ones(2, 3, requires_grad=True), torch.ones(3, requires_grad=True)
    with pytest.raises(remote.ProtocolBroken):
        loop.session.call("f", (a, b), {})


@pytest.mark.parametrize("grads", UNFIT)
def test_gradients_that_do_not_fit(grads: Any) -> None:
    """Gradients of another number or shape end the session."""
    forge = False

    def tamper(header: Header) -> Header:
        return header | ({"grads": grads} if forge else {})

    loop = Loop({"f": lambda a, b: (a * b).sum()}, tamper)
    a, b = torch.ones(2, 3, requires_grad=True), torch.ones(3, requires_grad=True)
    y = loop.session.call("f", (a, b), {})
    forge = True
    with pytest.raises(remote.ProtocolBroken):
        (2 * y).backward()  # the gradients for 1 came along with the result


def forger(replies: list[Header]) -> Callable[[socket.socket], None]:
    """Return a peer that answers with these messages and ignores the questions."""

    def behave(sock: socket.socket) -> None:
        channel = Channel(sock)
        for reply in replies:
            channel.receive()
            channel.send(reply)
        hang(sock)

    return behave


DESCRIBED = {"op": "described", "kinds": {"f": "function"}}
EMPTY = {"storages": [], "tensors": []}
CALLBACK = {"op": "callback", "number": 0, "args": [], "kwargs": {}, "grad_enabled": True,
            "table": EMPTY}  # fmt: skip
SHARED = {"storage": 0, "offset": 0, "size": [1], "stride": [1], "dtype": "float32", "grad": True,
          "leaf": True, "parameter": False}  # fmt: skip


@pytest.mark.parametrize(
    "reply",
    [
        {},
        {"op": "return"},
        {"op": "verdict", "passed": True, "score": 1e9},
        {"op": ["return"], "table": EMPTY},
        {"op": "raise", "table": EMPTY, "outputs": [], "changes": {}, "error": None},
        CALLBACK | {"number": 7},
        CALLBACK | {"number": -1},
        CALLBACK | {"args": 3},
        CALLBACK | {"kwargs": []},
        CALLBACK | {"kwargs": {"a": {"opaque": 3}}},
        CALLBACK | {"table": None},
        {"op": "gradients", "grads": [], "handle": 0, "table": EMPTY},
        {"op": "gradients", "grads": [0], "handle": "x", "table": EMPTY},
        {"op": "gradients", "grads": 3, "handle": 0, "table": EMPTY},
    ],
)
@pytest.mark.timeout(20)
def test_forged_messages(reply: Header) -> None:
    """Messages that no honest worker sends are an ERROR of the question."""
    with peer(forger([DESCRIBED, reply])) as session:
        error = call(session, lambda: 1)
    assert type(error) is remote.ProtocolBroken
    assert classify(error, "function") is Verdict.ERROR


@given(data=st.data())
@settings(max_examples=60)
def test_forged_callbacks(data: Any, mutate: Any) -> None:
    """Forged calls of a check's own function are refused or answered, never our own fault."""
    table = {"storages": [{"blob": 0}], "tensors": [SHARED]}
    args = [{"tensor": 0}, {"list": [1, {"array": 0}]}]
    request = CALLBACK | {"table": table, "args": args, "kwargs": {"k": 1.5}}
    loop = Loop({"f": lambda: None}, lambda header: header)
    blobs = [memoryview(bytes(4))]
    loop.session.callbacks.append(lambda x, *rest, **named: x * 2)
    loop.session.channel.send = lambda header, blobs=(): None  # type: ignore[method-assign]
    messages = iter([mutate(data.draw, request), {"op": "done"}])
    loop.session.channel.receive = lambda: (next(messages), blobs)  # type: ignore[method-assign]
    with excused():
        loop.session._exchange({"op": "call"}, [])


def remembering() -> Callable[[torch.Tensor], Any]:
    """Return a function that keeps an argument and its result, and goes on with the result."""
    arguments, result = [], torch.zeros(3)

    def f(x: torch.Tensor) -> Any:
        arguments.append(x)
        return result.add_(1), torch.zeros(2) > 1, torch.zeros(2**20)

    return f


@given(data=st.data())
@settings(max_examples=80)
def test_forged_memory(data: Any, mutate: Any) -> None:
    """Forged news of memory that was kept are refused, or change results only."""
    loop = Loop({"f": remembering()}, lambda header: mutate(data.draw, header))
    state, x = torch.get_rng_state(), torch.zeros(3)
    try:
        for _ in range(3):
            with excused():
                loop.session.call("f", (x.clone(),), {})
    finally:
        torch.set_rng_state(state)
    assert len(loop.session.kept) <= PLACES


@pytest.mark.parametrize("kept", [[0] * (PLACES + 1), [2], [3], [4], [-1], "0", {"0": 0}])
def test_memory_that_cannot_be_followed(kept: Any) -> None:
    """Too many places, truth values, large and missing storages are refused."""
    loop = Loop({"f": remembering()}, lambda header: header | {"kept": kept})
    with pytest.raises(remote.ProtocolBroken):
        loop.session.call("f", (torch.zeros(3),), {})


@pytest.mark.parametrize(
    "changes", [[[0, 0]], [[1, 1]], [[2, 0]], [[1, 99]], [[1]], [1], "x", [[1, 0]] * (PLACES + 1)]
)
def test_changes_of_memory_that_was_kept(changes: Any) -> None:
    """A worker changes neither an earlier argument nor what is no place, nor a storage's size."""
    forged: Header = {}
    loop = Loop({"f": remembering()}, lambda header: header | forged)
    x = torch.zeros(3)
    loop.session.call("f", (x,), {})
    forged["kept_changes"] = changes
    with pytest.raises(remote.ProtocolBroken):
        loop.session.call("f", (torch.zeros(3),), {})
    assert x.tolist() == [0, 0, 0]


def test_memory_that_a_function_resized() -> None:
    """Where a function gave its memory another size, news of it are for nobody."""
    memory = torch.zeros(3)

    def f(size: int) -> torch.Tensor:
        return memory.resize_(size)

    loop = Loop({"f": f}, lambda header: header)
    first = loop.session.call("f", (3,), {})
    loop.session.call("f", (5,), {})
    first.fill_(7)
    assert loop.session.call("f", (5,), {})[:3].tolist() == [0, 0, 0]
    assert first.tolist() == [7, 7, 7]


def test_memory_that_was_kept_is_bounded() -> None:
    """Thousands of calls that keep everything are remembered no longer than a few of them."""
    everything: list[torch.Tensor] = []
    loop = Loop({"f": lambda x: everything.append(x) or x.clone()}, lambda header: header)
    x, results = torch.zeros(3), []
    for _ in range(200):
        results.append(loop.session.call("f", (x,), {}))
    assert len(loop.session.kept) == len(loop.service.kept) == PLACES
    assert all(result.tolist() == [0, 0, 0] for result in results)


def test_nothing_is_remembered_of_functions_that_keep_nothing() -> None:
    """Such a call costs nothing later, whatever its check holds on to."""
    loop = Loop({"f": lambda x, y: (x * y, {"sum": x.sum()})}, lambda header: header)
    x, w = torch.ones(3), torch.ones(3, requires_grad=True)
    held = [loop.session.call("f", pair, {}) for pair in ((x, x), (w, x), (x, w))]
    assert len(held) == 3
    assert len(loop.session.kept) == len(loop.service.kept) == 0


def test_false_bools_are_made_true() -> None:
    """A byte that is neither 0 nor 1 could be equal to everything; here it is True."""

    def f() -> Any:
        return torch.tensor([2], dtype=torch.uint8).view(torch.bool)

    with serve({"f": f}) as session:
        got = session.call("f", (), {})
        assert got.dtype == torch.bool
        assert got.view(torch.uint8).tolist() == [1]


@pytest.mark.parametrize(
    "changes",
    [
        [[0, 3]],
        [[0, {"dict": []}]],
        [[1, {"list": []}]],
        [[2, {"list": []}]],
        [[-1, {"list": []}]],
        [[0, {"list": [{"argument": 1}]}]],
        [[0, {"list": [{"student": "f"}]}]],
        [[1, {"dict": [[{"list": []}, 1]]}]],
        [[0]],
        {"0": {"list": []}},
        3,
    ],
)
def test_changes_of_containers(changes: Any) -> None:
    """Of lists and dictionaries a worker changes the content only, and only those of the call."""

    def forge(header: Header) -> Header:
        return header | {"changes": header["changes"] | {"containers": changes}}

    loop = Loop({"f": lambda items, table: None}, forge)
    items, table = [torch.ones(1)], {"a": 1}
    with pytest.raises(remote.ProtocolBroken):
        loop.session.call("f", (items, table), {})


@pytest.mark.parametrize(
    "changes",
    [
        [[0, "forward", 3]],
        [[0, "_forward_hooks", {"dict": []}]],
        [[0, ["p"], 0]],
        [[1, "p", 0]],
        [[0, "p", {"argument": 5}]],
        [[0, "p"]],
        3,
    ],
)
def test_changes_of_settings(changes: Any) -> None:
    """Of a module's attributes a worker changes those that configure a standard layer only."""

    def forge(header: Header) -> Header:
        return header | {"changes": header["changes"] | {"settings": changes}}

    loop, layer = Loop({"f": lambda module: None}, forge), torch.nn.Dropout(0.5)
    with pytest.raises(remote.ProtocolBroken):
        loop.session.call("f", (layer,), {})
    assert layer.p == 0.5
    assert "forward" not in vars(layer)


@pytest.mark.timeout(60)
def test_keys_with_equal_hashes() -> None:
    """Hundreds of thousands of keys with the same hash are refused, not compared in pairs."""
    numbers = [number * (2**61 - 1) for number in range(200_000)]

    def behave(sock: socket.socket) -> None:
        channel = Channel(sock)
        channel.receive()
        channel.send(DESCRIBED)
        channel.receive()
        kinds = ("storages", "tensors", "containers", "training", "state", "settings")
        empty: Header = {kind: [] for kind in kinds}
        channel.send({
            "op": "return", "value": {"set": numbers}, "table": EMPTY, "outputs": [],
            "changes": empty, "operations": 0,
        })  # fmt: skip
        hang(sock)

    with peer(behave) as session:
        assert type(call(session)) is remote.ProtocolBroken


def test_exceptions_cannot_pose_as_ours() -> None:
    """A student's exception is a student's, whatever its name."""
    for name in ("SessionEnded", "TimedOut", "BrokenError", "AssertionError"):
        error = remote.student_error({"type": name, "bases": [name], "args": [], "text": ""})
        assert classify(error, "function") is Verdict.ERROR


@pytest.mark.parametrize("name", ["SystemExit", "KeyboardInterrupt", "GeneratorExit"])
def test_what_ends_an_interpreter_is_an_ordinary_exception_here(name: str) -> None:
    """``SystemExit`` in a function does not end the judge."""

    def f() -> None:
        raise {"SystemExit": SystemExit, "KeyboardInterrupt": KeyboardInterrupt}.get(
            name, GeneratorExit
        )(3)

    with serve({"f": f}) as session:
        error = call(session)
    assert isinstance(error, Exception)
    assert type(error).__name__ == name
    assert classify(error, "function") is Verdict.ERROR


def test_exceptions_that_cannot_be_described() -> None:
    """An exception whose parts fail to be read is still an answer."""

    class Hostile(ValueError):
        def __str__(self) -> str:
            raise SystemExit

        @property
        def args(self) -> Any:  # type: ignore[override]
            raise SystemExit

    def f() -> None:
        raise Hostile

    with serve({"f": f}) as session:
        error = call(session)
        assert isinstance(error, ValueError)
        assert type(error).__name__ == "Hostile"
