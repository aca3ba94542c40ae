"""A warm kernel is, for a submission, what a cold one is."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jupyter_client.manager import start_new_kernel
from jupyter_client.provisioning import local_provisioner

from tests import warm_kernels

STATE = """
import json, os, signal, sys
early = [name for name in ("otter", "ipywidgets", "pcpt_grade", "tests", "matplotlib.pyplot")
         if name in sys.modules]
import random
import matplotlib.pyplot as plt
import numpy as np
import otter
import torch
print(json.dumps({
    "early": early,
    "program": sys.argv[:-1],
    "path": sys.path,
    "folder": os.getcwd(),
    "environment": {k: v for k, v in os.environ.items() if not k.startswith("TORCHINDUCTOR")},
    "leads a session": os.getsid(0) == os.getpid(),
    "signals": [str(signal.getsignal(s)) for s in (signal.SIGINT, signal.SIGTERM, signal.SIGCHLD)],
    "matplotlib": [plt.get_backend(), plt.get_fignums(), str(plt.rcParams)],
    "torch": [str(torch.get_default_dtype()), torch.get_num_threads(), torch.is_grad_enabled()],
    "numpy": [np.geterr(), {k: str(v) for k, v in np.get_printoptions().items()}],
    "logs": [type(h.stream).__name__ for h in otter.logging._handlers],
    "seeds": [torch.initial_seed(), np.random.rand(), random.random()],
}))
"""


@pytest.fixture(scope="module", autouse=True)
def nursery() -> Iterator[None]:
    yield
    if warm_kernels.nursery.cache_info().currsize:
        warm_kernels.nursery().close()
        warm_kernels.nursery.cache_clear()


def state(folder: Path) -> dict[str, Any]:
    """Return what a cell sees of a new kernel."""
    seen: list[str] = []

    def note(message: dict[str, Any]) -> None:
        if message["msg_type"] in {"stream", "error"}:
            seen.append(message["content"].get("text") or str(message["content"]))

    manager, client = start_new_kernel(cwd=str(folder))
    try:
        client.execute_interactive(STATE, output_hook=note, timeout=100)
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)
    [line] = [each for each in "".join(seen).splitlines() if each.startswith("{")] or seen
    told: dict[str, Any] = json.loads(line)
    return told


def test_a_submission_sees_no_difference(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cold = state(tmp_path)
    monkeypatch.setattr(local_provisioner, "launch_kernel", warm_kernels.launch)
    warm, second = state(tmp_path), state(tmp_path)
    seeds = [each.pop("seeds") for each in (cold, warm, second)]
    assert warm == cold
    assert all(len(set(drawn)) == len(seeds) for drawn in zip(*seeds, strict=True))


def test_how_a_kernel_ended_is_known(tmp_path: Path) -> None:
    connection = tmp_path / "connection.json"
    kernel = warm_kernels.launch(
        [sys.executable, "-m", warm_kernels.KERNEL, "-f", str(connection)], cwd=str(tmp_path)
    )
    assert os.getpgid(kernel.pid) == kernel.pid
    assert kernel.poll() is None
    kernel.kill()
    assert kernel.wait() == -9
    assert kernel.poll() == -9


def test_what_is_no_python_kernel_starts_as_usual() -> None:
    assert warm_kernels.launch([sys.executable, "-c", "raise SystemExit(3)"]).wait() == 3
