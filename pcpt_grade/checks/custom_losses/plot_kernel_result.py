"""The properties checked for ``plot_kernel_result``."""

from __future__ import annotations

import itertools
from typing import Any

import numpy as np
import torch

from pcpt_grade.checks.draw import normal
from pcpt_grade.checks.expect import expect_figure, expect_untouched, fail, watch
from pcpt_grade.checks.figures import curves, has_axis_labels, legend_texts
from pcpt_grade.checks.registry import check


def _shows(ax: Any, values: torch.Tensor | list[float]) -> bool:
    """Tell whether an axes shows these values as a curve, or as one group of bars or stalks."""
    if any(curve.shows(values) for curve in curves(ax)):
        return True
    want = torch.as_tensor(values, dtype=torch.float64).reshape(-1).numpy()
    bars = [bar.get_y() + bar.get_height() for bar in ax.patches if hasattr(bar, "get_height")]
    stalks = [
        segment[-1][1]
        for drawn in ax.collections
        for segment in getattr(drawn, "get_segments", list)()
        if len(segment)
    ]
    return any(
        np.allclose(heights[start : start + len(want)], want, rtol=1e-3, atol=1e-5)
        for heights in (bars, stalks)
        for start in range(len(heights) - len(want) + 1)
    )


def _roles(figure: Any, roles: dict[str, list[Any]], call: str) -> dict[str, Any]:
    """Return a different axes for each role, one that shows all of the role's curves."""
    fitting = {
        role: [ax for ax in figure.axes if all(_shows(ax, values) for values in shown)]
        for role, shown in roles.items()
    }
    for role, axes in fitting.items():
        if not axes:
            both = ", both curves in one axes" if len(roles[role]) > 1 else ""
            fail(f"{call}: no axes shows {role}.", f"Plot the values just as they come in{both}.")
    for chosen in itertools.product(*fitting.values()):
        if len({id(ax) for ax in chosen}) == len(chosen):
            return dict(zip(roles, chosen, strict=True))
    return fail(f"{call}: {', '.join(roles)} should be in four different axes.")


def _kernel_result() -> dict[str, Any]:
    """Arguments of ``plot_kernel_result`` that differ in size and values."""
    return {
        "x": normal(124, seed=1),
        "h": normal(11, seed=2),
        "y_est": normal(124, seed=3),
        "y_target": normal(124, seed=4),
        "losses": [3.0, 1.5, 0.7, 0.9, *(2 / epoch for epoch in range(5, 106))],
    }


@check("plot_kernel_result", points=0.375, public=True)
def plot_kernel_result_has_four_axes(plot_kernel_result):
    """The figure has four axes with labels."""
    x, h, y = torch.tensor([1.0, -1.0, 2.0, 0.0]), torch.tensor([0.5, 2.0]), torch.zeros(4)
    figure = plot_kernel_result(x, h, y + 0.1, y, [2.0, 1.0, 0.5], h + 0.2)
    expect_figure(figure, "plot_kernel_result(...)")
    if len(figure.axes) < 4:
        fail(f"The figure should have four axes, but has {len(figure.axes)}.")
    labelled = 0
    for ax in figure.axes:  # a label may belong to an axis that is shared, or to the whole figure
        x_axes, y_axes = ax.get_shared_x_axes(), ax.get_shared_y_axes()
        x_labels = [a.get_xlabel() for a in figure.axes if a is ax or x_axes.joined(ax, a)]
        y_labels = [a.get_ylabel() for a in figure.axes if a is ax or y_axes.joined(ax, a)]
        x_label = "".join([*x_labels, figure.get_supxlabel()]).strip()
        labelled += bool(x_label and "".join([*y_labels, figure.get_supylabel()]).strip())
    if labelled < 4:
        fail(
            f"All four axes should have labels on x and y, but only {labelled} have both.",
            '`ax.set(xlabel="n", ylabel="y[n]")`.',
        )


@check("plot_kernel_result", points=0.625)
def plot_kernel_result_without_a_true_kernel(plot_kernel_result):
    """Losses, input, kernel and output with target are in four labelled axes."""
    _expect_result(plot_kernel_result, None)


@check("plot_kernel_result", points=0.5)
def plot_kernel_result_with_the_true_kernel(plot_kernel_result):
    """With `h_true`, both kernels are in one axes, and two curves have a legend."""
    _expect_result(plot_kernel_result, normal(11, seed=5).relu())  # zeros are drawn, too


def _expect_result(plot_kernel_result: Any, h_true: torch.Tensor | None) -> None:
    """Fail unless a result is shown in four axes with labels and legends."""
    args = _kernel_result()
    watched = watch(*args.values())
    kernels, title = [args["h"]], "the kernel"
    if h_true is None:
        call = "plot_kernel_result(x, h, y_est, y_target, losses)"
        figure = expect_figure(plot_kernel_result(**args), call)
    else:
        kernels, title = [args["h"], h_true], "both kernels together"
        call = "plot_kernel_result(x, h, y_est, y_target, losses, h_true)"
        figure = expect_figure(plot_kernel_result(*args.values(), h_true), call)
    expect_untouched(watched, call)
    roles = {
        "the losses": [args["losses"]],
        "the input": [args["x"]],
        title: kernels,
        "output and target together": [args["y_est"], args["y_target"]],
    }
    for role, ax in _roles(figure, roles, call).items():
        if not has_axis_labels(figure, ax):
            fail(f"{call}: the axes with {role} lacks a label.", "`ax.set(xlabel=…, ylabel=…)`.")
        if len(roles[role]) > 1:
            _expect_legend(figure, ax, call)


def _expect_legend(figure: Any, ax: Any, call: str) -> None:
    """Fail unless the legend that belongs to an axes tells two curves apart."""
    if len({text for text in legend_texts(figure, ax) if text.strip()}) < 2:
        fail(
            f"{call}: an axes with two curves has no legend that tells them apart.",
            "Give each curve a `label=`, then call `ax.legend()`.",
        )
