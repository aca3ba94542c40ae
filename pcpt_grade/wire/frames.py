"""Frames on a stream socket: a JSON header and raw blobs, with size limits and a deadline.

Layout, big endian: ``u32`` header length, ``u32`` length of all blobs together, the header (UTF-8
JSON, an object), the blobs one after the other. The header's ``"blobs"`` lists their lengths.
"""

from __future__ import annotations

import json
import select
import socket
import struct
import time
from collections.abc import Iterable
from typing import Any

_PREFIX = struct.Struct("!II")
_encode = json.JSONEncoder(separators=(",", ":")).encode

Header = dict[str, Any]
Blob = bytes | bytearray | memoryview


class FrameError(Exception):
    """The peer sent something that is not a frame, or one beyond the limits."""


class PeerGone(Exception):
    """The peer closed the connection or died."""


class DeadlineExceeded(Exception):
    """The peer did not send or accept a frame in time."""


class Channel:
    """One end of a connection. Not safe to share between threads.

    Args:
        sock: A connected stream socket; the channel owns it.
        max_header: Largest header accepted, in bytes.
        max_blobs: Largest total of blobs accepted, in bytes.
    """

    def __init__(
        self, sock: socket.socket, max_header: int = 2**32 - 1, max_blobs: int = 2**32 - 1
    ):
        self.sock = sock
        self.max_header = max_header
        self.max_blobs = max_blobs
        self.deadline: float | None = None
        """When waiting ends (``time.monotonic()``), or None to wait for ever."""
        self._buffer = bytearray()

    def close(self) -> None:
        """Close the socket."""
        self.sock.close()

    def send(self, header: Header, blobs: Iterable[Blob] = ()) -> None:
        """Send one frame.

        Raises:
            PeerGone: if nobody reads any more.
            DeadlineExceeded: if it is not accepted in time.
        """
        parts = [memoryview(blob).cast("B") for blob in blobs]
        header["blobs"] = [len(part) for part in parts]
        text = _encode(header).encode()
        prefix = _PREFIX.pack(len(text), sum(header["blobs"]))
        pending = [memoryview(prefix + text), *(part for part in parts if len(part))]
        while pending:
            try:
                sent = self.sock.sendmsg(pending[:64], [], socket.MSG_DONTWAIT)
            except BlockingIOError:
                self._wait(select.POLLOUT)
                continue
            except OSError as error:
                raise PeerGone(str(error)) from None
            while pending and sent >= len(pending[0]):
                sent -= len(pending.pop(0))
            if sent:
                pending[0] = pending[0][sent:]

    def receive(self) -> tuple[Header, list[memoryview]]:
        """Wait for one frame and return its header and blobs.

        Raises:
            PeerGone: if the connection ended.
            DeadlineExceeded: if no whole frame came in time.
            FrameError: if what came is no frame within the limits.
        """
        if self.deadline is not None and time.monotonic() > self.deadline:
            raise DeadlineExceeded  # also for a peer that never lets one wait
        header_size, blob_size = _PREFIX.unpack(self._read(_PREFIX.size))
        if header_size > self.max_header or blob_size > self.max_blobs:
            raise FrameError(
                f"a message of {header_size + blob_size} bytes is larger than the limit"
            )
        header = _parse(self._read(header_size))
        lengths = header.get("blobs")
        if (
            not isinstance(lengths, list)
            or not all(type(length) is int and length >= 0 for length in lengths)
            or sum(lengths) != blob_size
        ):
            raise FrameError("the lengths of a message's blobs are inconsistent")
        body = memoryview(self._read(blob_size))
        blobs, start = [], 0
        for length in lengths:
            blobs.append(body[start : start + length])
            start += length
        return header, blobs

    def _read(self, size: int) -> bytearray:
        """Return exactly ``size`` bytes; memory grows with what came, not with promises."""
        while len(self._buffer) < size:
            try:
                chunk = self.sock.recv(
                    min(max(65536, size - len(self._buffer)), 2**20), socket.MSG_DONTWAIT
                )
            except BlockingIOError:
                self._wait(select.POLLIN)
                continue
            except OSError as error:
                raise PeerGone(str(error)) from None
            if not chunk:
                raise PeerGone("the connection was closed")
            self._buffer += chunk
        taken = self._buffer[:size]
        del self._buffer[:size]
        return taken

    def _wait(self, event: int) -> None:
        poller = select.poll()
        poller.register(self.sock, event)
        if self.deadline is None:
            poller.poll()
            return
        remaining = self.deadline - time.monotonic()
        if remaining <= 0 or not poller.poll(remaining * 1000):
            raise DeadlineExceeded


def _parse(text: bytearray) -> Header:
    try:
        header = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise FrameError(f"a message's header is not JSON: {error}") from None
    if not isinstance(header, dict):
        raise FrameError("a message's header is not an object")
    return header
