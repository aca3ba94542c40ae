"""The properties checked for ``corr_loss``."""

from __future__ import annotations

import math

import torch

from pcpt_grade.checks.custom_losses._losses import (
    LOSS_PAIRS,
    as_numbers,
    expect_both_gradients,
    expect_pure,
    signal_pair,
)
from pcpt_grade.checks.draw import normal
from pcpt_grade.checks.expect import expect_close
from pcpt_grade.checks.registry import check


def _corr(y_pred: torch.Tensor, y_true: torch.Tensor, eps: float = 1e-8) -> float:
    """The correlation loss with plain numbers."""
    a, b = as_numbers(y_pred), as_numbers(y_true)
    mean_a, mean_b = math.fsum(a) / len(a), math.fsum(b) / len(b)
    inner = math.fsum((p - mean_a) * (q - mean_b) for p, q in zip(a, b, strict=True))
    norm_a = math.sqrt(math.fsum((p - mean_a) ** 2 for p in a))
    norm_b = math.sqrt(math.fsum((q - mean_b) ** 2 for q in b))
    return 1 - inner / ((norm_a + eps) * (norm_b + eps))


def _corr_gradient(y: torch.Tensor, other: torch.Tensor, eps: float) -> torch.Tensor:
    """The gradient of the correlation loss with respect to ``y``, in closed form."""
    u, v = (t.detach().double().numpy() - float(t.detach().double().mean()) for t in (y, other))
    norm = math.sqrt(float((u**2).sum()))
    w = v / (math.sqrt(float((v**2).sum())) + eps)
    slope = w / (norm + eps) - float((u * w).sum()) * u / (norm * (norm + eps) ** 2)
    return torch.from_numpy(slope.mean() - slope).to(y.dtype)


@check("corr_loss", points=0.625, public=True)
def corr_loss_of_four_numbers(corr_loss):
    """The correlation of [0, 2, 0, 2] and [0, 14, 8, 6] is 0.6, so the loss is 0.4."""
    y_pred, y_true = torch.tensor([0.0, 2.0, 0.0, 2.0]), torch.tensor([0.0, 14.0, 8.0, 6.0])
    expect_close(
        corr_loss(y_pred, y_true),
        torch.tensor(0.4),
        "corr_loss([0, 2, 0, 2], [0, 14, 8, 6])",
        mistakes={
            "the correlation itself, not one minus it": 0.6,
            "the means left in": 1 - 40 / math.sqrt(8 * 296),
            "the mean left in y_true": 1 - 12 / (2 * math.sqrt(296)),
            "the mean left in y_pred": 1 - 12 / (math.sqrt(8) * 10),
            "no norms": -11.0,
            "biased standard deviations in place of norms": -1.4,
            "unbiased standard deviations in place of norms": -0.8,
            "squared norms": 1 - 12 / 400,
            "the squared correlation": 0.64,
            "the mean of the products instead of their sum": 0.85,
            "one plus the correlation": 1.6,
        },
        hint="Subtract the means, divide each signal by its norm, then 1 minus the inner product.",
    )


@check("corr_loss", points=0.5)
def corr_loss_range(corr_loss):
    """The loss is 0 for a scaled and moved copy, and 2 for one with the opposite sign."""
    x = normal(12, seed=5)
    for copy, want in ((x, 0.0), (3 * x + 7, 0.0), (-0.5 * x + 2, 2.0)):
        for got in (corr_loss(x, copy), corr_loss(copy, x)):
            expect_close(
                got,
                torch.tensor(want),
                f"corr_loss of a signal and its copy with {'same' if want == 0 else 'opposite'} "
                "sign, scaled and moved,",
                mistakes={"the sign of the correlation lost": 0.0, "a loss cut off at 1": 1.0},
                hint="The correlation keeps its sign and lies between -1 and 1.",
            )


@check("corr_loss", points=0.625)
def corr_loss_takes_all_elements_together(corr_loss):
    """Means, norms and the inner product are over all elements, for every shape and dtype."""
    for pairs in LOSS_PAIRS:
        for y_pred, y_true in pairs:
            shape = tuple(y_pred.shape)
            rows = zip(y_pred.reshape(-1, shape[-1]), y_true.reshape(-1, shape[-1]), strict=True)
            per_row = [_corr(a, b) for a, b in rows]
            want = torch.tensor(_corr(y_pred, y_true), dtype=y_pred.dtype)
            expect_close(
                corr_loss(y_pred, y_true),
                want,
                f"corr_loss of two tensors of shape {shape}",
                mistakes={"a correlation per row, then their mean": sum(per_row) / len(per_row)},
                hint="Treat a batch like one long signal: no `dim=` anywhere.",
                rtol=1e-5,  # what eps does has a check of its own
                atol=1e-5,
            )


@check("corr_loss", points=0.5)
def corr_loss_adds_eps_to_each_norm(corr_loss):
    """`eps` is added to each of the two norms, and a constant signal gives a loss of 1."""
    y_pred, y_true = torch.tensor([0.0, 2.0, 0.0, 2.0]), torch.tensor([0.0, 14.0, 8.0, 6.0])
    for got in (corr_loss(y_pred, y_true, 0.5), corr_loss(y_pred, y_true, eps=0.5)):
        expect_close(
            got,
            torch.tensor(1 - 12 / (2.5 * 10.5)),
            "corr_loss([0, 2, 0, 2], [0, 14, 8, 6], eps=0.5)",
            mistakes={
                "an eps that is ignored, or only a lower limit": 0.4,
                "eps added to the product of the norms": 1 - 12 / 20.5,
                "eps added under the roots": 1 - 12 / math.sqrt(4.5 * 100.5),
                "eps added to the norm of y_true only": 1 - 12 / (2 * 10.5),
                "eps added to the norm of y_pred only": 1 - 12 / (2.5 * 10),
                "eps added to the standard deviations": 1 - 12 / (4 * 1.5 * 5.5),
            },
            hint="Divide each signal by (its norm + eps).",
        )
    for dtype in (torch.float32, torch.float64):
        tiny = 1e-8 * y_pred.to(dtype), 1e-8 * y_true.to(dtype)
        expect_close(
            corr_loss(*tiny),
            torch.tensor(_corr(*tiny), dtype=dtype),
            f"corr_loss of {dtype} signals with norms of 2e-8 and 1e-7",
            hint="By default, eps is 1e-8, whatever the dtype.",
        )
    constant = torch.full((4,), 2.0, dtype=torch.float64)
    for a, b in ((y_pred, constant.float()), (constant, y_true.double()), (constant, constant + 1)):
        expect_close(
            corr_loss(a, b),
            torch.tensor(1.0, dtype=a.dtype),
            "corr_loss with a constant signal",
            hint="Such a signal is 0 after centering, and 0 / (0 + eps) is 0.",
        )


@check("corr_loss", points=0.25)
def corr_loss_leaves_its_inputs_alone(corr_loss):
    """The correlation loss does not change its inputs."""
    expect_pure(corr_loss, _corr, "corr_loss(y_pred, y_true)")


@check("corr_loss", points=0.5)
def corr_loss_gradients(corr_loss):
    """Gradients flow to both signals, through the means and the norms too."""
    for shape, dtype, eps in (((6,), torch.float32, 1e-8), ((2, 4), torch.float64, 0.5)):
        pair, call = signal_pair(shape, 23, dtype), f"corr_loss(y_pred, y_true, {eps:g})"
        expect_both_gradients(corr_loss, _corr_gradient, pair, (eps,), call)
