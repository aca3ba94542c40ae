"""The properties checked for ``plot_running_stats``."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from functools import partial
from typing import Any

import numpy as np
import torch

from pcpt_grade.checks import figures
from pcpt_grade.checks.draw import normal
from pcpt_grade.checks.expect import comes_of, expect_figure, fail, show, watch
from pcpt_grade.checks.registry import check
from pcpt_grade.checks.tools import expect_left_alone


@check("plot_running_stats", points=0.5, public=True)
def plot_running_stats_two_axes(plot_running_stats):
    """The figure shows the means in one axes and the variances in another."""
    means, variances = [0.5, 0.8, 0.95], [1.5, 1.9, 2.4]
    curves = {"slow": (torch.tensor(means), torch.tensor(variances))}
    figure = expect_figure(plot_running_stats(curves, 1.0, 2.5), "plot_running_stats(...)")
    found = set()
    for ax in figure.get_axes():
        drawn = [line.get_ydata() for line in ax.get_lines()]
        for collection in ax.collections:
            drawn += [part[:, 1] for part in getattr(collection, "get_segments", list)()]
        lines = []
        for values in drawn:
            try:
                lines.append([round(float(y), 4) for y in values])
            except (TypeError, ValueError):  # words or dates
                continue
        if (means in lines) != (variances in lines):
            found.add("means" if means in lines else "vars")
    for name in ("means", "vars"):
        if name not in found:
            fail(
                f"no axes shows the {name} as a line, apart from the other statistic.",
                "`fig, axes = plt.subplots(1, 2)`, then one `axes[k].plot(epochs, values)` each.",
            )


EPOCHS = torch.arange(1, 34, dtype=torch.float32)
CURVES = {
    f"momentum={momentum:.2f}": (
        -1.05 * (1 - (1 - momentum) ** EPOCHS) + 0.02 * normal(len(EPOCHS), seed=place),
        2.2 - 1.2 * (1 - momentum) ** EPOCHS + 0.02 * normal(len(EPOCHS), seed=place + 9),
    )
    for place, momentum in enumerate((0.01, 0.04, 0.1, 0.3, 0.02, 0.07, 0.2, 0.5))
}
TRUE_VALUES = (-1.1, 2.3)
STATISTICS = ("mean", "variance")


def _expect_panel(
    figure: Any, index: int, judge: Callable[[Any, list[figures.Curve]], None]
) -> None:
    """Fail unless an axes of the mean (0) or the variance (1) satisfies ``judge``."""
    failures = []
    for ax in figure.axes:
        try:
            drawn = figures.curves(ax)
        except (TypeError, ValueError):  # not numbers
            continue
        shown = [
            [any(curve.shows(pair[k]) for curve in drawn) for pair in CURVES.values()]
            for k in (0, 1)
        ]
        if not all(shown[index]) or any(shown[1 - index]):
            continue
        try:
            judge(ax, drawn)
        except AssertionError as failure:
            failures.append(failure)
        else:
            return
    if failures:
        raise failures[0]
    fail(f"no axes shows the {STATISTICS[index]} of all entries, and not the other statistic.")


def _expect_lines(figure: Any, index: int, ax: Any, drawn: list[figures.Curve]) -> None:
    for label, pair in CURVES.items():
        lines = [curve for curve in drawn if curve.shows(pair[index])]
        what = f"the {STATISTICS[index]} of {label!r}"
        xs = [curve.x.tolist() for curve in lines]
        if not any(len(x) == len(EPOCHS) and np.allclose(x, EPOCHS) for x in xs):
            zero = comes_of("epochs counted from 0" if list(range(len(EPOCHS))) in xs else "")
            fail(
                f"{what} should be drawn over the epochs 1 to {len(EPOCHS)}, not {show(xs[0][:3])} "
                f"and so on.{zero}"
            )
        names = [curve.label for curve in lines if curve.label]
        if names and not any(label in name for name in names):
            other = any(key in name for key in CURVES for name in names)
            fail(f"{what} has the label {names[0]!r}." + " The labels are exchanged." * other)
        if not names and not any(label in text for text in figures.legend_texts(figure, ax)):
            fail(f"{what} has no label.", "`ax.plot(epochs, values, label=label)`")


def _plotted(plot_running_stats: Any, true_values: tuple[float, float] = TRUE_VALUES) -> Any:
    """Return the figure for copies of ``CURVES``, which have to stay as they are."""
    copies = {label: (pair[0].clone(), pair[1].clone()) for label, pair in CURVES.items()}
    watched = watch(copies, *itertools.chain(*copies.values()))
    mean, var = true_values
    figure = plot_running_stats(curves=copies, true_mean=mean, true_var=var)
    expect_left_alone(watched, "plot_running_stats(curves, ...)")
    return expect_figure(figure, "plot_running_stats")


@check("plot_running_stats", points=0.5)
def plot_running_stats_lines(plot_running_stats):
    """Each axes has one labelled line per entry, over the epochs 1, 2, …, E."""
    figure = _plotted(plot_running_stats)
    for index in (0, 1):
        _expect_panel(figure, index, partial(_expect_lines, figure, index))


def _has_reference(drawn: list[figures.Curve], value: float) -> bool:
    """Tell whether a horizontal line, not a point, is drawn at a value."""
    return any(curve.is_level(value) and curve.y.size > 1 for curve in drawn)


def _expect_zero(ax: Any, drawn: list[figures.Curve]) -> None:
    del ax
    if not _has_reference(drawn, 0.0):
        fail(
            "the axes of the mean has no horizontal line at 0 for true_mean=0.0.",
            "0.0 is a true value like any other, although `if true_mean:` takes it for none.",
        )


def _expect_references(figure: Any, index: int, ax: Any, drawn: list[figures.Curve]) -> None:
    name, true = STATISTICS[index], TRUE_VALUES[index]
    if not _has_reference(drawn, true):
        mistakes = {
            TRUE_VALUES[1 - index]: "the true values exchanged",
            TRUE_VALUES[1] ** 0.5: "the true standard deviation",
        }
        named = [text for value, text in mistakes.items() if any(c.is_level(value) for c in drawn)]
        what = comes_of(named[0] if named else "")
        fail(f"the axes of the {name} has no horizontal line at {true}.{what}", "`ax.axhline`")
    if _has_reference(drawn, TRUE_VALUES[1 - index]):
        fail(
            f"the axes of the {name} also has a horizontal line at {TRUE_VALUES[1 - index]}, the "
            f"true {STATISTICS[1 - index]}.",
            "Each axes has the true value of its own statistic only.",
        )
    if not figures.has_axis_labels(figure, ax):
        fail(f"the axes of the {name} lacks an axis label.", "`ax.set(xlabel=…, ylabel=…)`")
    for label in CURVES:
        if not any(label in text for text in figures.legend_texts(figure, ax)):
            fail(f"there is no legend with {label!r} for the axes of the {name}.", "`ax.legend()`")


@check("plot_running_stats", points=0.5)
def plot_running_stats_references(plot_running_stats):
    """Each axes has a horizontal line at the true value, axis labels, and a legend."""
    figure = _plotted(plot_running_stats)
    for index in (0, 1):
        _expect_panel(figure, index, partial(_expect_references, figure, index))
    centred = _plotted(plot_running_stats, (0.0, TRUE_VALUES[1]))
    _expect_panel(centred, 0, _expect_zero)
