"""What the zygote imports and uses once, so that no submission pays for it."""

from __future__ import annotations

import sys
import types
import warnings
from typing import Any

import matplotlib
import matplotlib.pyplot as plt
import torch
from IPython.core.history import HistoryManager
from IPython.core.interactiveshell import InteractiveShell
from traitlets.config import Config

from pcpt_grade.worker import backend

matplotlib.use(f"module://{backend.__name__}")


def shell() -> InteractiveShell:
    """Return the IPython shell that runs the cells: no history, no threads, nothing shown."""
    config = Config()
    config.HistoryManager.enabled = False
    HistoryManager.enabled = False
    config.InteractiveShell.colors = "nocolor"
    instance: InteractiveShell = InteractiveShell.instance(config=config)
    instance.showtraceback = _show_nothing
    instance.showsyntaxerror = _show_nothing
    # figures stay on our backend whatever backend a notebook asks for
    instance.register_magic_function(_show_nothing, "line", "matplotlib")
    instance.register_magic_function(_show_nothing, "line", "pylab")
    return instance


def _show_nothing(*args: Any, **kwargs: Any) -> None:
    del args, kwargs


def warm_up() -> None:
    """Run what imports or allocates lazily: autograd, an optimizer, FFT, convolution, a figure."""
    torch.set_num_threads(1)
    _forget_absent_devices()
    warnings.simplefilter("ignore")
    weights = torch.ones(3, requires_grad=True)
    optimizer = torch.optim.Adam([weights])
    signal = torch.nn.functional.conv1d(torch.ones(1, 1, 8), weights.view(1, 1, 3), padding="same")
    torch.fft.rfft(signal, norm="ortho").abs().mean().backward()
    optimizer.step()
    torch.nn.Sequential(torch.nn.Linear(2, 2), torch.nn.BatchNorm1d(2))(torch.ones(3, 2))
    figure, axes = plt.subplots(1, 2)
    axes[0].plot([1, 2], label="line")
    axes[0].legend()
    axes[1].imshow([[0.0, 1.0]])
    figure.tight_layout()
    plt.close(figure)
    sys.modules["otter"] = types.ModuleType("otter")
    torch.manual_seed(0)


def _forget_absent_devices() -> None:
    """Keep ``torch.manual_seed`` from noting its seed for devices that no worker has.

    Each note comes with a stack trace, which takes a millisecond.
    """
    for device in (torch.cuda, torch.xpu, torch.mtia):
        vars(device)["_is_in_bad_fork"] = lambda: True  # as in a fork that cannot use it
