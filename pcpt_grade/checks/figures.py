"""Reading a student's figure: which curves, images, labels and legends it shows.

Works on the artists, never on pixels, and accepts the usual ways of drawing a curve (``plot``,
``step``, ``stairs``, ``stem``, ``scatter``, ``bar``, a ``LineCollection``).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from matplotlib.patches import StepPatch

from pcpt_grade.checks.tools import Array
from pcpt_grade.wire.figures import line_data


@dataclass(frozen=True)
class Curve:
    """Points drawn in one axes: (n,) x and y values in float64, and the label ('' if none)."""

    x: Array
    y: Array
    label: str

    def shows(self, y: Any, rtol: float = 1e-3, atol: float = 1e-5) -> bool:
        """Tell whether the y values are these, in this order."""
        want = _vector(y)
        return self.y.shape == want.shape and bool(
            np.allclose(self.y, want, rtol=rtol, atol=atol, equal_nan=False)
        )

    def is_level(self, value: float, rtol: float = 1e-3, atol: float = 1e-5) -> bool:
        """Tell whether this is a horizontal line at ``value``."""
        return self.y.size >= 1 and bool(np.allclose(self.y, value, rtol=rtol, atol=atol))


def curves(ax: Any) -> list[Curve]:
    """Return what is drawn as a curve in an axes: lines, scattered points, bars, stairs."""
    found = [
        Curve(_vector(x), _vector(y), _label(line))
        for line in ax.get_lines()
        for x, y in [line_data(line)]
    ]
    for collection in ax.collections:
        offsets = np.ma.getdata(collection.get_offsets())
        if offsets.ndim == 2 and len(offsets) > 1:
            points = offsets.astype(np.float64)
            found.append(Curve(points[:, 0], points[:, 1], _label(collection)))
        for segment in getattr(collection, "get_segments", list)():
            # a LineCollection or `hlines`, not the stalks of a stem plot
            if len(segment) > 2 or len(set(segment[:, 1])) == 1:
                x, y = _vector(segment[:, 0]), _vector(segment[:, 1])
                found.append(Curve(x, y, _label(collection)))
    bars = [patch for patch in ax.patches if hasattr(patch, "get_height")]
    if bars:
        x = np.array([bar.get_x() + bar.get_width() / 2 for bar in bars], dtype=np.float64)
        y = np.array([bar.get_y() + bar.get_height() for bar in bars], dtype=np.float64)
        found.append(Curve(x, y, ""))
    for patch in ax.patches:
        if isinstance(patch, StepPatch):
            values, edges, _ = patch.get_data()
            middles = (_vector(edges)[1:] + _vector(edges)[:-1]) / 2
            found.append(Curve(middles, _vector(values), _label(patch)))
    return found


def axes_showing(figure: Any, y: Any) -> list[Any]:
    """Return the axes of a figure that show a curve with these y values."""
    return [ax for ax in figure.axes if any(curve.shows(y) for curve in curves(ax))]


def legend_texts(figure: Any, ax: Any) -> list[str]:
    """Return the texts of the visible legends that speak for an axes.

    These are its own one, the figure's, and those in axes that show no line of their own.
    """
    bare = [each.get_legend() for each in figure.axes if not each.get_lines()]
    legends = [ax.get_legend(), *bare, *figure.legends]
    seen = [legend for legend in legends if legend and legend.get_visible()]
    return [text.get_text() for legend in seen for text in legend.get_texts()]


def has_axis_labels(figure: Any, ax: Any) -> bool:
    """Tell whether both axes are labelled: by themselves, by one they share, or by the figure."""
    x, y = ax.get_shared_x_axes(), ax.get_shared_y_axes()
    xlabels = [each.get_xlabel() for each in figure.axes if each is ax or x.joined(ax, each)]
    ylabels = [each.get_ylabel() for each in figure.axes if each is ax or y.joined(ax, each)]
    return any(text.strip() for text in [*xlabels, figure.get_supxlabel()]) and any(
        text.strip() for text in [*ylabels, figure.get_supylabel()]
    )


def _label(artist: Any) -> str:
    label = str(artist.get_label() or "")
    return "" if label.startswith("_") else label


def _vector(values: Any) -> Array:
    if isinstance(values, torch.Tensor):
        values = values.detach().numpy()
    return np.atleast_1d(np.ma.getdata(values)).astype(np.float64).reshape(-1)
