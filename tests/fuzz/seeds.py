"""Where fuzzing starts: what an honest worker answers to calls of all kinds of functions."""

from __future__ import annotations

import json
import socket
from pathlib import Path
from typing import Any

import matplotlib.pyplot as plt
import numpy as np
import torch

from pcpt_grade.wire.frames import Channel
from pcpt_grade.worker.service import Service
from tests.fuzz.target import exercise
from tests.unit.judge.serving import peer


def plain(x: Any, view: Any, layer: Any, function: Any) -> Any:
    return [None, True, 3, 2.5, "text", (1, {2}, {"k": ...}), 1j, torch.float64, torch.Size([2])]


def tensors(x: Any, view: Any, layer: Any, function: Any) -> Any:
    made = torch.arange(6).reshape(2, 3)
    return [made, made[0], made.T, view, x, torch.nn.Parameter(torch.ones(2)), made > 2]


def arrays(x: Any, view: Any, layer: Any, function: Any) -> Any:
    return [np.arange(3.0), np.float32(2), view.numpy(), object()]


def differentiable(x: Any, view: Any, layer: Any, function: Any) -> Any:
    return x * x


def several(x: Any, view: Any, layer: Any, function: Any) -> Any:
    return {"first": x * 2, "second": x.sum()}


def changed(x: Any, view: Any, layer: Any, function: Any) -> None:
    view.add_(1)
    layer.eval()
    layer.double()
    layer.weight.requires_grad_(False)
    x.sum().backward()


def moved(x: Any, view: Any, layer: Any, function: Any) -> None:
    view.resize_(1)
    x.requires_grad_(False)


def wrong(x: Any, view: Any, layer: Any, function: Any) -> None:
    raise KeyError("nothing", 3)


def drawn(x: Any, view: Any, layer: Any, function: Any) -> Any:
    return torch.randn(3)


def called_back(x: Any, view: Any, layer: Any, function: Any) -> Any:
    return function(x).sum() + function(view)


def module(x: Any, view: Any, layer: Any, function: Any) -> Any:
    return torch.nn.Sequential(torch.nn.Linear(2, 1), torch.nn.ReLU(), torch.nn.Dropout(0.25))


def figure(x: Any, view: Any, layer: Any, function: Any) -> Any:
    made, (left, right) = plt.subplots(1, 2)
    left.plot([1, 2], [3, 4], label="line")
    left.legend()
    right.imshow([[0.0, 1.0]])
    right.scatter([1], [2])
    right.bar([1], [2])
    right.set_title("title")
    plt.close(made)
    return made


remembered = torch.zeros(3)


def kept(x: Any, view: Any, layer: Any, function: Any) -> Any:
    return remembered.add_(1)


FUNCTIONS = (plain, tensors, arrays, differentiable, several, changed, moved, wrong, drawn,
             called_back, module, figure, kept)  # fmt: skip


class Recorder(Channel):
    """A worker's end of a connection that writes down what it sends."""

    def __init__(self, sock: socket.socket, log: Path):
        super().__init__(sock)
        self.log = log

    def send(self, header: Any, blobs: Any = ()) -> None:
        """Write a frame's header down and send it: afterwards this process may be killed."""
        parts = list(blobs)
        lengths = [memoryview(part).nbytes for part in parts]
        with self.log.open("a", encoding="utf-8") as file:
            file.write(f"{json.dumps({**header, 'blobs': lengths})}\n")
        super().send(header, parts)


def record(folder: Path) -> list[bytes]:
    """Return one input for each function, and one in raw bytes; files go into the folder."""
    found = []
    for function in FUNCTIONS:
        log = folder / function.__name__

        def behave(sock: socket.socket, log: Path = log, function: Any = function) -> None:
            Service(Recorder(sock, log), {"f": function}).run()

        with peer(behave) as session:
            session.describe(["f"])
            try:
                exercise(session, "f")
            except KeyError:  # that of ``wrong``
                pass
        found.append(b"m" + log.read_bytes().rstrip(b"\n"))
        log.write_bytes(found[-1])
    return found
