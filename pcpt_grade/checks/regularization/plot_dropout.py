"""The properties checked for ``plot_dropout``."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import torch

from pcpt_grade.checks.draw import uniform
from pcpt_grade.checks.expect import (
    comes_of,
    expect_equal,
    expect_figure,
    fail,
    image_panels,
    show,
    watch,
)
from pcpt_grade.checks.registry import check
from pcpt_grade.checks.tools import expect_left_alone


@check("plot_dropout", points=0.75, public=True)
def plot_dropout_shows_three_panels(plot_dropout):
    """Three image panels show input, mask and output, each with a title; the mask's names p."""
    X = torch.tensor([[0.0, 2.0, 3.0], [4.0, 5.0, 6.0]])
    mask = torch.tensor([[1.0, 0.0, 1.0], [0.0, 1.0, 0.0]])
    figure = expect_figure(
        plot_dropout(X.clone(), mask.clone(), X * mask / 0.6875, 0.3125), "plot_dropout(...)"
    )
    panels = image_panels(figure)
    expect_equal(len(panels), 3, "the number of image panels", hint="Draw each with `ax.imshow`.")
    candidates = {
        "X": X,
        "mask": mask,
        "output": X * mask / 0.6875,
        "X * mask, without the scaling": X * mask,
        "the dropped entries as 1": 1 - mask,
        "the transpose of X": X.T,
        "where the output is not 0": (X * mask != 0).float(),
    }
    for number, (ax, name) in enumerate(zip(panels, ("X", "mask", "output"), strict=True), 1):
        images = [
            torch.as_tensor(image.get_array().data.tolist(), dtype=torch.float64).nan_to_num(0.0)
            for image in ax.get_images()
        ]
        shown = [
            candidate
            for candidate, want in candidates.items()
            if any(i.shape == want.shape and torch.allclose(i, want.double()) for i in images)
        ]
        if name not in shown:
            what = shown[0] if shown else "something else"
            fail(
                f"Image panel {number} should show {name}, but shows {what}.",
                "From left to right (or top to bottom): X, mask, output, each drawn as it is.",
            )
        title = ax.get_title(loc="left") + ax.get_title() + ax.get_title(loc="right")
        if not title.strip():
            fail(f"The panel that shows {name} has no title.", "`ax.set_title(...)`")
        words = "".join(c if c in "0123456789.%" else " " for c in title).split()
        numbers = {word.rstrip(".%").rstrip("0") for word in words}
        percent = "%" in title and "31.25" in numbers
        if name == "mask" and not percent and not numbers & {"0.3125", ".3125"}:
            rounded = numbers & {"0.3", "0.31", "0.312", "0.313", "31"}
            named = comes_of("p rounded" if rounded else "")
            named = " This is the probability of keeping." if "0.6875" in numbers else named
            fail(
                f"The mask's title should name p=0.3125, but is {title!r}.{named}",
                'f"… p={p}" writes all digits.',
            )


def _image(panels: list[Any], want: torch.Tensor, name: str) -> Any:
    """Return the image that shows these values, from one of the panels."""
    for image in (image for ax in panels for image in ax.get_images()):
        values = np.nan_to_num(np.ma.getdata(image.get_array()).astype(np.float64))
        if values.shape == tuple(want.shape) and np.allclose(values, want.numpy(), rtol=1e-5):
            return image
    return fail(f"No image panel shows the values of the {name}.", "Draw X, mask and output.")


@check("plot_dropout", points=0.75)
def plot_dropout_has_comparable_colours(plot_dropout):
    """The colours of input and output start at 0 and the output's reach 1/(1 - p) times as far."""
    X = uniform(12, 15, seed=3, low=0.5, high=2.3, dtype=torch.float64)
    mask = (uniform(12, 15, seed=4) < 0.7).to(X.dtype)
    other, call = 4 * X.roll(1, 1), "plot_dropout with p=0.75"  # what comes in is drawn, whatever
    mask.view(-1)[other.argmax()] = 0  # the output's own maximum is not the limit
    output = other * mask
    shown, before = {"input": X.clone(), "output": output.clone()}, watch(X, mask, output)
    panels = image_panels(expect_figure(plot_dropout(X, mask, output, 0.75), call))
    expect_left_alone(before, "plot_dropout")
    expect_equal(len(panels), 3, f"the number of image panels of {call}")
    clims = {name: _image(panels, want, name).get_clim() for name, want in shown.items()}
    limits = {name: [math.nan if v is None else v for v in clim] for name, clim in clims.items()}
    for name, (low, _) in limits.items():
        if not abs(low) < 1e-9:
            fail(f"The colour limits of the {name} should start at 0, but start at {show(low)}.")
    top, want = limits["output"][1], 4 * limits["input"][1]
    mistakes = {"the same limit as for the input": want / 4, "a limit divided by p": want / 3}
    mistakes["the output's own maximum as its limit"] = float(shown["output"].max())
    named = [name for name, limit in mistakes.items() if abs(top - limit) <= 1e-3 * limit]
    if not abs(top - want) <= 1e-3 * want:
        fail(
            f"The colours of the output should reach {want:.4g}, that is 1/(1 - p) times the "
            f"input's limit, but reach {top:.4g}." + comes_of(named[0] if named else ""),
            "Set `vmin=0` and `vmax` by hand in both panels.",
        )
