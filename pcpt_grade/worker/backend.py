"""Matplotlib's backend in a worker: Agg, which draws nothing that nobody saves.

As in a notebook, ``plt.show()`` closes what it shows: ``plt.gcf()`` is a new, empty figure then.
"""

from __future__ import annotations

import matplotlib.pyplot as plt
from matplotlib.backends.backend_agg import FigureCanvasAgg

FigureCanvas = FigureCanvasAgg


def show(close: bool | None = None, block: bool | None = None) -> None:
    """Close all figures; ``plt.show`` has these parameters in a notebook."""
    del block
    if close is not False and plt.get_fignums():
        plt.close("all")
