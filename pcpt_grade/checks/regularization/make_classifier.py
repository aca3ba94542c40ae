"""The properties checked for ``make_classifier``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import torch
from torch import nn

from pcpt_grade.checks.draw import normal
from pcpt_grade.checks.expect import expect_equal, expect_tensor, fail, show
from pcpt_grade.checks.registry import check


@check("make_classifier", points=0.5, public=True)
def make_classifier_without_dropout(make_classifier):
    """Without dropout: Linear, ReLU, Linear, ReLU, Linear, from (5, 2) to (5, 1)."""
    model = make_classifier(False, hidden_dim=8)
    sequential = torch.nn.Sequential
    if not isinstance(model, sequential) or type(model).forward is not sequential.forward:
        fail(
            f"make_classifier should return an nn.Sequential, but returned {show(model)}.",
            "A subclass leaves `forward` as it is.",
        )
    layers: list[torch.nn.Module] = [model]
    while any(isinstance(layer, torch.nn.Sequential) for layer in layers):
        opened = [layer if isinstance(layer, torch.nn.Sequential) else [layer] for layer in layers]
        layers = [layer for group in opened for layer in group]
    for layer in layers:
        if getattr(torch.nn, type(layer).__name__, None) is not type(layer):
            fail(f"The model contains {show(layer)}.", "Use nn.Linear, nn.ReLU and nn.Dropout.")
    try:
        logits = model(torch.zeros(5, 2))
    except Exception as error:  # noqa: BLE001 (whatever the layers raise)
        fail(f"The model cannot take a (5, 2) input: {error}", "Do widths and dtypes fit together?")
    expect_tensor(logits, "the model's output for a (5, 2) input", (5, 1), torch.float32)
    absent = (torch.nn.Identity, torch.nn.Flatten)
    order = " → ".join(
        type(layer).__name__
        for layer in layers
        if not isinstance(layer, absent) and not (type(layer) is torch.nn.Dropout and layer.p == 0)
    )
    want = "Linear → ReLU → Linear → ReLU → Linear"
    expect_equal(
        order,
        want,
        "the order of layers of make_classifier(False)",
        mistakes={
            "dropout although it was not asked for": want.replace("ReLU", "ReLU → Dropout"),
            "a sigmoid on the output": want + " → Sigmoid",
            "one hidden layer instead of two": "Linear → ReLU → Linear",
            "three hidden layers instead of two": "Linear → ReLU → " + want,
            "an activation on the output": want + " → ReLU",
        },
        hint="Two hidden layers with ReLU, then a last Linear whose output is the logit.",
    )


def _layers(model: Any, call: str) -> list[nn.Module]:
    """Return the effective layers of a model in order, after looking that it can run."""
    if not isinstance(model, nn.Sequential) or type(model).forward is not nn.Sequential.forward:
        fail(f"{call} should return an nn.Sequential, but returned {show(model)}.")
    for layer in _opened(model):
        if getattr(nn, type(layer).__name__, None) is not type(layer):
            fail(f"{call} contains {show(layer)}.", "Use nn.Linear, nn.ReLU and nn.Dropout.")
    try:
        logits = model(normal(5, 2, seed=1))
    except Exception as error:  # noqa: BLE001 (whatever a student's layers raise)
        fail(f"The model of {call} cannot take a (5, 2) input: {error}")
    expect_tensor(logits, f"the output of {call} for a (5, 2) input", (5, 1), torch.float32)
    return [layer for layer in _opened(model) if not _is_absent(layer)]


def _opened(model: nn.Module) -> Iterator[nn.Module]:
    """Yield the layers inside nested ``Sequential``s in order."""
    for layer in model if isinstance(model, nn.Sequential) else [model]:
        yield from _opened(layer) if isinstance(layer, nn.Sequential) else [layer]


def _is_absent(layer: nn.Module) -> bool:
    """Tell whether a layer does nothing to a (N, D) tensor."""
    return isinstance(layer, (nn.Identity, nn.Flatten)) or (
        type(layer) is nn.Dropout and layer.p == 0
    )


@check("make_classifier", points=0.75)
def make_classifier_drops_after_the_activations(make_classifier):
    """With dropout, it sits after each of the two activations and not on the output."""
    layers = _layers(make_classifier(True), "make_classifier(True)")
    plain = "Linear → ReLU → Linear → ReLU → Linear"
    want = plain.replace("ReLU", "ReLU → Dropout")
    expect_equal(
        " → ".join(type(layer).__name__ for layer in layers),
        want,
        "the order of layers of make_classifier(True)",
        mistakes={
            "dropout before the activation": plain.replace("ReLU", "Dropout → ReLU"),
            "dropout on the output": want + " → Dropout",
            "dropout on the input": "Dropout → " + want,
            "dropout before the layers instead of after them": "Dropout → "
            + plain.replace("ReLU", "ReLU → Dropout", 1),
            "dropout after the first activation only": plain.replace("ReLU", "ReLU → Dropout", 1),
            "dropout after the last activation only": plain.replace(
                "ReLU → Linear → ReLU", "ReLU → Linear → ReLU → Dropout"
            ),
            "no dropout": plain,
        },
        hint="Each hidden block is Linear, ReLU, Dropout; the output layer is a Linear alone.",
    )


def _widths(layers: list[nn.Module]) -> list[tuple[int, int]]:
    return [
        (layer.in_features, layer.out_features) for layer in layers if isinstance(layer, nn.Linear)
    ]


def _rates(layers: list[nn.Module]) -> list[float]:
    return [float(layer.p) for layer in layers if isinstance(layer, nn.Dropout)]


@check("make_classifier", points=0.5)
def make_classifier_uses_its_arguments(make_classifier):
    """The rate of both dropout layers is p, the width of both hidden layers hidden_dim."""
    for use_dropout, p, h in ((True, 0.25, 12), (False, 0.25, 5), (True, 0.8, 3)):
        for call, model in (
            (f"make_classifier({use_dropout}, {p}, {h})", make_classifier(use_dropout, p, h)),
            (
                f"make_classifier({use_dropout}, hidden_dim={h}, p={p})",
                make_classifier(use_dropout, hidden_dim=h, p=p),
            ),
        ):
            layers = _layers(model, call)
            expect_equal(_widths(layers), [(2, h), (h, h), (h, 1)], f"the widths of {call}")
            expect_equal(
                _rates(layers),
                [p, p] if use_dropout else [],
                f"the dropout rates of {call}",
                mistakes={"1 - p as the rate": [1 - p, 1 - p], "a fixed rate": [0.5, 0.5]},
            )


@check("make_classifier", points=0.25)
def make_classifier_has_the_defaults(make_classifier):
    """The defaults are p = 0.5 and hidden_dim = 64."""
    layers = _layers(make_classifier(True), "make_classifier(True)")
    expect_equal(_widths(layers), [(2, 64), (64, 64), (64, 1)], "the widths by default")
    expect_equal(_rates(layers), [0.5, 0.5], "the dropout rates by default")
