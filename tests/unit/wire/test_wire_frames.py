"""Frames: what is sent arrives; what is no frame is refused."""

from __future__ import annotations

import json
import socket
import struct
import threading
import time
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pcpt_grade.wire.frames import Channel, DeadlineExceeded, FrameError, PeerGone

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=10,
)


@pytest.fixture
def ends() -> Iterator[tuple[Channel, Channel]]:
    """Return two connected channels."""
    one, other = (Channel(sock) for sock in socket.socketpair())
    yield one, other
    one.close()
    other.close()


def receive_bytes(content: bytes, **limits: int) -> Any:
    """Return what a channel makes of these bytes and the end of the connection."""
    ours, theirs = socket.socketpair()
    with theirs:
        theirs.sendall(content)
    channel = Channel(ours, **limits)
    try:
        return channel.receive()
    finally:
        channel.close()


def frame(header: Any, body: bytes = b"") -> bytes:
    """Return a frame with this header, whatever it is."""
    text = header if isinstance(header, bytes) else json.dumps(header).encode()
    return struct.pack("!II", len(text), len(body)) + text + body


@given(st.dictionaries(st.text(), json_values, max_size=4), st.lists(st.binary(), max_size=5))
def test_round_trip(header: dict[str, Any], blobs: list[bytes]) -> None:
    """Headers and blobs arrive as they were sent, one frame after the other."""
    header.pop("blobs", None)
    ours, theirs = (Channel(sock) for sock in socket.socketpair())
    for _ in range(2):
        ours.send(dict(header), blobs)
    for _ in range(2):
        received, parts = theirs.receive()
        assert received == header | {"blobs": [len(blob) for blob in blobs]}
        assert [bytes(part) for part in parts] == blobs
    ours.close()
    theirs.close()


def test_large_frames_and_many_blobs(ends: tuple[Channel, Channel]) -> None:
    """A frame beyond every buffer gets through while the peer reads."""
    blobs = [bytes([n % 256]) * n * 1000 for n in range(200)]
    received: list[Any] = []
    reader = threading.Thread(target=lambda: received.append(ends[1].receive()))
    reader.start()
    ends[0].send({"op": "x"}, blobs)
    reader.join()
    assert [bytes(part) for part in received[0][1]] == blobs


def test_blobs_of_other_types(ends: tuple[Channel, Channel]) -> None:
    """Any buffer is a blob; its length counts bytes."""
    ends[0].send({}, [bytearray(b"ab"), memoryview(b"cdef").cast("H")])
    header, parts = ends[1].receive()
    assert header["blobs"] == [2, 4]
    assert [bytes(part) for part in parts] == [b"ab", b"cdef"]


@given(st.binary(max_size=200))
def test_garbage(content: bytes) -> None:
    """Arbitrary bytes are refused with our own exceptions only."""
    with pytest.raises((FrameError, PeerGone)):
        receive_bytes(content, max_header=100, max_blobs=100)


@given(st.data())
def test_truncated(data: st.DataObject) -> None:
    """A frame that ends early is the peer's end."""
    whole = frame({"op": "x", "blobs": [3]}, b"abc")
    cut = data.draw(st.integers(0, len(whole) - 1))
    with pytest.raises(PeerGone):
        receive_bytes(whole[:cut])


@given(st.data())
def test_mutated(data: st.DataObject) -> None:
    """A frame with a changed byte is a frame or refused."""
    whole = bytearray(frame({"op": "x", "blobs": [3, 0]}, b"abc"))
    place = data.draw(st.integers(0, len(whole) - 1))
    whole[place] = data.draw(st.integers(0, 255))
    try:
        header, parts = receive_bytes(bytes(whole), max_header=1000, max_blobs=1000)
    except (FrameError, PeerGone):
        return
    assert header["blobs"] == [len(part) for part in parts]


@pytest.mark.parametrize(
    "content",
    [
        frame(b""),
        frame(b"[]"),
        frame(b"\xff\xfe{}"),
        frame(b"{" * 50),
        frame(b"[" * 20_000),
        frame(b'{"blobs":[],"n":' + b"1" * 5000 + b"}"),
        frame({}),
        frame({"blobs": None}),
        frame({"blobs": [1]}),
        frame({"blobs": [-1, 1]}),
        frame({"blobs": [True]}, b"a"),
        frame({"blobs": [0.0]}),
        frame({"blobs": [2**64]}, b"a"),
        frame({"blobs": [1, 1]}, b"a"),
    ],
)
def test_malformed(content: bytes) -> None:
    """Headers that are no objects, and lengths that do not add up, are refused."""
    with pytest.raises(FrameError):
        receive_bytes(content)


@pytest.mark.parametrize("sizes", [(101, 0), (2, 101), (2**32 - 1, 2**32 - 1)])
def test_limits_hold_before_anything_is_read(sizes: tuple[int, int]) -> None:
    """A promise beyond the limits is refused without waiting for its fulfilment."""
    with pytest.raises(FrameError, match="larger than the limit"):
        receive_bytes(struct.pack("!II", *sizes), max_header=100, max_blobs=100)


def test_exactly_at_the_limits() -> None:
    """The limits themselves are allowed."""
    text = json.dumps({"blobs": [100]}).encode()
    _, parts = receive_bytes(frame(text, bytes(100)), max_header=len(text), max_blobs=100)
    assert len(parts[0]) == 100


def test_waiting_ends(ends: tuple[Channel, Channel]) -> None:
    """Nobody waits longer than the deadline, for a frame or for its rest."""
    ends[0].deadline = time.monotonic() + 0.05
    with pytest.raises(DeadlineExceeded):
        ends[0].receive()
    ends[1].sock.sendall(struct.pack("!II", 10, 0) + b"{")
    ends[0].deadline = time.monotonic() + 0.05
    with pytest.raises(DeadlineExceeded):
        ends[0].receive()


def test_deadline_of_a_peer_that_never_lets_one_wait(ends: tuple[Channel, Channel]) -> None:
    """Messages that are there already do not stretch the time."""
    ends[1].send({"op": "x"})
    ends[0].deadline = time.monotonic()
    with pytest.raises(DeadlineExceeded):
        ends[0].receive()


def test_sending_ends(ends: tuple[Channel, Channel]) -> None:
    """A peer that does not read is waited for until the deadline."""
    ends[0].deadline = time.monotonic() + 0.05
    with pytest.raises(DeadlineExceeded):
        ends[0].send({}, [bytes(2**24)])


def test_frames_that_came_before_the_end(ends: tuple[Channel, Channel]) -> None:
    """What was sent whole is received, then the end is."""
    ends[0].send({"n": 1})
    ends[0].close()
    assert ends[1].receive()[0]["n"] == 1
    with pytest.raises(PeerGone):
        ends[1].receive()
    with pytest.raises(PeerGone):
        ends[1].send({}, [bytes(2**20)])
    ends[1].close()
    with pytest.raises(PeerGone):
        ends[1].receive()
