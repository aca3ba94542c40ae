"""The properties checked in ``custom_losses`` (Exercise 3)."""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import torch
from hypothesis import strategies as st

from pcpt_grade.checks.draw import FLOATS, SEEDS, Examples, normal
from pcpt_grade.checks.expect import (
    expect_close,
    expect_equal,
    expect_figure,
    expect_gradients,
    expect_tensor,
    expect_untouched,
    expect_varied,
    fail,
    is_close,
    show,
    watch,
)
from pcpt_grade.checks.figures import curves, has_axis_labels, legend_texts
from pcpt_grade.checks.registry import check
from pcpt_grade.checks.tools import global_seed
from pcpt_grade.probes import correlation_gap, spectral_gap

Array = np.ndarray[Any, np.dtype[Any]]
Loss = Callable[[torch.Tensor, torch.Tensor], torch.Tensor]

NAMES = ["base", "spiky", "scaled", "offset", "shifted", "reversed"]


def _pair(
    shape: tuple[int, ...], seed: int, dtype: torch.dtype, scale: float = 1.0
) -> tuple[torch.Tensor, torch.Tensor]:
    """Two unrelated signals, whose means are not 0."""
    y_pred = normal(*shape, seed=seed, dtype=dtype) + 0.5
    y_true = 2 * normal(*shape, seed=seed + 1, dtype=dtype) - 1
    return scale * y_pred, scale * y_true


def _each_shape(seed: int) -> list[tuple[torch.Tensor, torch.Tensor]]:
    """Pairs of every shape, those of one dimension and of two in float32 and in float64.

    Each number of dimensions comes small and large, and the first shape comes back at the end, with
    other values.
    """
    single, double = torch.float32, torch.float64
    cases = (
        ((7,), single, 1.0),
        ((2,), double, 40.0),
        ((5, 3), single, 40.0),
        ((5, 3), double, 1.0),
        ((2, 3, 4), double, 40.0),
        ((1, 1, 6), single, 1.0),
        ((7,), single, 40.0),
    )
    return [
        _pair(shape, seed + index, dtype, scale)
        for index, (shape, dtype, scale) in enumerate(cases)
    ]


def _numbers(tensor: torch.Tensor) -> list[float]:
    return [float(entry) for entry in tensor.detach().double().reshape(-1).tolist()]


def _unchanged(inputs: dict[str, torch.Tensor], watched: Any, call: str) -> None:
    """Fail if values, ``requires_grad`` or ``.grad`` of plain input tensors changed."""
    expect_untouched(watched, call)
    for name, tensor in inputs.items():
        if tensor.requires_grad or tensor.grad is not None:
            fail(f"{call} switched gradients on for its input {name}.", "Work on a copy of it.")


def _expect_pure(loss_fn: Loss, oracle: Callable[..., float], call: str) -> None:
    """Fail unless a loss has the right value and leaves its inputs alone."""
    y_pred, y_true = _pair((6,), 3, torch.float32)
    want, watched = torch.tensor(oracle(y_pred, y_true)), watch(y_pred, y_true)
    got = loss_fn(y_pred, y_true)
    _unchanged({"y_pred": y_pred, "y_true": y_true}, watched, call)
    expect_close(got, want, call)


def _has_ones(grad: torch.Tensor | None) -> bool:
    """Tell whether a ``.grad`` of ones is still there."""
    return grad is not None and bool((grad == 1).all())


def _expect_both_gradients(
    loss_fn: Callable[..., torch.Tensor],
    slope: Callable[..., torch.Tensor],
    pair: tuple[torch.Tensor, torch.Tensor],
    options: tuple[Any, ...],
    call: str,
) -> None:
    """Fail unless a symmetric loss has the gradient ``slope(y, other, *options)`` for each signal.

    The caller asks for gradients, so each ``.grad`` stays as it was. The factor of 3 is there for a
    backward pass by hand, which has to go on from what comes in.
    """
    y_pred, y_true = (tensor.requires_grad_() for tensor in pair)
    y_pred.grad, y_true.grad = torch.ones_like(y_pred), torch.ones_like(y_true)
    loss = loss_fn(y_pred, y_true, *options)
    expect_tensor(loss, call, (), y_pred.dtype)
    if not (_has_ones(y_pred.grad) and _has_ones(y_true.grad)):
        fail(f"{call} changed the `.grad` of its inputs.", "`backward()` is up to whoever called.")
    wants = {
        "the prediction": 3 * slope(y_pred, y_true, *options),
        "the target": 3 * slope(y_true, y_pred, *options),
    }
    expect_gradients(
        3 * loss,
        {"the prediction": y_pred, "the target": y_true},
        wants,
        f"3 * {call}",
        "Autograd has to follow the whole formula: `.detach()`, `.item()`, `.data`, "
        "`torch.no_grad()`, NumPy and new tensors made of values all cut it.",
        {
            name: {f"{name} detached": torch.zeros_like(want), "the other sign": -want}
            for name, want in wants.items()
        },
    )


LOSS_PAIRS = Examples(_each_shape, count=1, seed=SEEDS)


# l1_loss


def _l1(y_pred: torch.Tensor, y_true: torch.Tensor) -> float:
    """The mean absolute difference with plain numbers."""
    gaps = [abs(a - b) for a, b in zip(_numbers(y_pred), _numbers(y_true), strict=True)]
    return math.fsum(gaps) / len(gaps)


def _l1_gradient(y: torch.Tensor, other: torch.Tensor) -> torch.Tensor:
    """The gradient of the L1 loss with respect to ``y``: ±1/N."""
    signs = [math.copysign(1, a - b) for a, b in zip(_numbers(y), _numbers(other), strict=True)]
    return torch.tensor(signs, dtype=y.dtype).reshape(y.shape) / len(signs)


@check("l1_loss", points=0.5, public=True)
def l1_loss_of_three_numbers(l1_loss):
    """The L1 loss of [1, 2, 3] against [1, 4, 0] is (0 + 2 + 3) / 3."""
    y_pred, y_true = torch.tensor([1.0, 2.0, 3.0]), torch.tensor([1.0, 4.0, 0.0])
    expect_close(
        l1_loss(y_pred, y_true),
        torch.tensor(5 / 3),
        "l1_loss([1, 2, 3], [1, 4, 0])",
        mistakes={
            "the sum instead of the mean": 5.0,
            "squared instead of absolute differences": 13 / 3,
            "signed differences, which cancel": 1 / 3,
            "signed differences in the other order, which cancel": -1 / 3,
            "the root of the mean square": math.sqrt(13 / 3),
            "the largest instead of the mean difference": 3.0,
            "a loss that is quadratic for small differences": 4 / 3,
            "a division by N - 1": 2.5,
        },
        hint="Take absolute values first, then average over all entries.",
    )


@check("l1_loss", points=0.375)
def l1_loss_averages_every_entry(l1_loss):
    """The L1 loss averages over all entries, for every shape, and keeps the dtype."""
    for pairs in LOSS_PAIRS:
        for near_pred, near_true in pairs:
            # at 1e6, float32 would round the differences away
            level = 1e6 if near_pred.dtype == torch.float64 else 0.0
            y_pred, y_true = near_pred + level, near_true + level
            want, N = _l1(y_pred, y_true), y_pred.numel()
            by_dimension = "a sum over all entries divided by the length of one dimension"
            expect_close(
                l1_loss(y_pred, y_true),
                torch.tensor(want, dtype=y_pred.dtype),
                f"l1_loss of two tensors of shape {tuple(y_pred.shape)}",
                mistakes={
                    by_dimension: want * N / y_pred.shape[0],
                    f"{by_dimension}, the last": want * N / y_pred.shape[-1],
                    "a division by N - 1": want * N / (N - 1),
                },
                hint="The mean is over all entries, whatever the shape; the result is 0-dim. "
                "Compute in the dtype of the inputs.",
            )
    signal = normal(5, seed=9)
    expect_close(l1_loss(signal, signal.clone()), torch.tensor(0.0), "l1_loss of equal signals")


@check("l1_loss", points=0.25)
def l1_loss_leaves_its_inputs_alone(l1_loss):
    """The L1 loss does not change its inputs."""
    _expect_pure(l1_loss, _l1, "l1_loss(y_pred, y_true)")


@check("l1_loss", points=0.375)
def l1_loss_gradients(l1_loss):
    """The gradient of the L1 loss is ±1/N for every entry of both arguments."""
    # however small the differences: what is rounded off at 0 has other slopes there
    for shape, dtype, scale in (((5,), torch.float32, 0.01), ((2, 3), torch.float64, 1.0)):
        pair = _pair(shape, 17, dtype, scale)
        _expect_both_gradients(l1_loss, _l1_gradient, pair, (), "l1_loss(y_pred, y_true)")


# corr_loss


def _corr(y_pred: torch.Tensor, y_true: torch.Tensor, eps: float = 1e-8) -> float:
    """The correlation loss with plain numbers."""
    a, b = _numbers(y_pred), _numbers(y_true)
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
    _expect_pure(corr_loss, _corr, "corr_loss(y_pred, y_true)")


@check("corr_loss", points=0.5)
def corr_loss_gradients(corr_loss):
    """Gradients flow to both signals, through the means and the norms too."""
    for shape, dtype, eps in (((6,), torch.float32, 1e-8), ((2, 4), torch.float64, 0.5)):
        pair, call = _pair(shape, 23, dtype), f"corr_loss(y_pred, y_true, {eps:g})"
        _expect_both_gradients(corr_loss, _corr_gradient, pair, (eps,), call)


# spectral_l2_fft


def _spectrum(y: torch.Tensor, n_fft: int | None = None) -> tuple[Array, Array]:
    """The one-sided orthonormal spectrum (..., M) from the definition, and its matrix (M, L)."""
    length = y.shape[-1]
    n = n_fft or length
    bins, times = np.arange(n // 2 + 1), np.arange(length)
    matrix = np.exp(-2j * math.pi * np.outer(bins, times) / n) / math.sqrt(n)
    matrix[:, times >= n] = 0
    return y.detach().double().numpy() @ matrix.T, matrix


def _spectral(y_pred: torch.Tensor, y_target: torch.Tensor, n_fft: int | None = None) -> float:
    """The spectral loss from the definition of the Fourier transform."""
    gaps = np.abs(_spectrum(y_pred, n_fft)[0]) - np.abs(_spectrum(y_target, n_fft)[0])
    return float((gaps**2).sum() / gaps.size)


def _spectral_gradient(y: torch.Tensor, other: torch.Tensor, n_fft: int | None) -> torch.Tensor:
    """The gradient of the spectral loss with respect to ``y``, in closed form."""
    (spectrum, matrix), (others, _) = _spectrum(y, n_fft), _spectrum(other, n_fft)
    magnitude = np.abs(spectrum)
    outer = 2 * (magnitude - np.abs(others)) / magnitude.size
    slope = ((outer * spectrum.conj() / magnitude) @ matrix).real
    return torch.from_numpy(slope).to(y.dtype)


@check("spectral_l2_fft", points=0.625, public=True)
def spectral_l2_fft_of_an_impulse(spectral_l2_fft):
    """The magnitudes [1, 1, 1] of [2, 0, 0, 0] and [4, 0, 0] of [2, 2, 2, 2] give (9+1+1)/3."""
    impulse, constant = torch.tensor([2.0, 0.0, 0.0, 0.0]), torch.tensor([2.0, 2.0, 2.0, 2.0])
    expect_close(
        spectral_l2_fft(impulse, constant),
        torch.tensor(11 / 3),
        "spectral_l2_fft([2, 0, 0, 0], [2, 2, 2, 2])",
        mistakes={
            "the full instead of the one-sided spectrum (or no spectrum at all)": 3.0,
            "the highest frequency left out": 5.0,
            "the frequency 0 left out": 1.0,
            "the means taken out first": 2 / 3,
            "the inner frequencies counted twice": 4.0,
            "no normalization": 44 / 3,
            "the normalization 'forward'": 11 / 12,
            "squared magnitudes": 227 / 3,
            "the sum instead of the mean": 11.0,
            "absolute instead of squared differences": 5 / 3,
            "the root of the mean square": math.sqrt(11 / 3),
        },
        hint="Mean of the squared differences of `torch.fft.rfft(..., norm='ortho').abs()`.",
    )
    expect_close(
        spectral_l2_fft(torch.tensor([0.0, 2.0, 0.0, 0.0]), impulse),
        torch.tensor(0.0),
        "spectral_l2_fft([0, 2, 0, 0], [2, 0, 0, 0])",
        mistakes={
            "the difference of complex spectra instead of magnitudes": 2.0,
            "the real part instead of the magnitude": 5 / 3,
        },
        hint="An impulse that moves keeps its magnitudes: take `.abs()` before the difference.",
    )


@check("spectral_l2_fft", points=0.375)
def spectral_l2_fft_ignores_shift_sign_and_direction(spectral_l2_fft):
    """A circular shift, the opposite sign and time reversal do not change the magnitudes."""
    x, y = normal(9, seed=5), normal(9, seed=6)
    want = torch.tensor(_spectral(x, y))
    for name, copy in (("shifted", x.roll(4)), ("negated", -x), ("reversed", x.flip(0))):
        for first, wanted in ((x, torch.tensor(0.0)), (y, want)):
            expect_close(
                spectral_l2_fft(first, copy),
                wanted,
                f"the loss of {'x' if first is x else 'y'} against a {name} copy of x",
                hint="Such a copy has the same magnitudes, at other phases.",
            )


@check("spectral_l2_fft", points=0.5)
def spectral_l2_fft_transforms_the_last_dimension(spectral_l2_fft):
    """Of a batch, the last dimension is transformed and the mean is over everything."""
    for pairs in LOSS_PAIRS:
        for y_pred, y_target in pairs:
            shape = tuple(y_pred.shape)
            long = y_pred.reshape(-1), y_target.reshape(-1)
            want = _spectral(y_pred, y_target)
            expect_close(
                spectral_l2_fft(y_pred, y_target),
                torch.tensor(want, dtype=y_pred.dtype),
                f"spectral_l2_fft of two tensors of shape {shape}",
                mistakes={
                    "the batch as one long signal": _spectral(*long),
                    "n_fft from the first dimension": _spectral(y_pred, y_target, shape[0]),
                    "n_fft from the number of all elements": _spectral(
                        y_pred, y_target, y_pred.numel()
                    ),
                    "a sum over the batch": want * y_pred.numel() / shape[-1],
                },
                hint="`dim=-1`, and `n_fft` defaults to the length of the last dimension.",
            )


def _spectral_case(
    length: int, n_fft: int, seed: int, dtype: torch.dtype, batch: tuple[int, ...] = (2,)
) -> tuple[torch.Tensor, torch.Tensor, int]:
    return *_pair((*batch, length), seed, dtype), n_fft


N_FFTS = Examples(
    _spectral_case,
    count=4,
    length=st.integers(5, 9),
    n_fft=st.sampled_from([3, 4, 10, 13, 16]),
    seed=SEEDS,
    dtype=FLOATS,
)


@check("spectral_l2_fft", points=0.75)
def spectral_l2_fft_cuts_or_pads_to_n_fft(spectral_l2_fft):
    """With `n_fft` the first `n_fft` samples count, padded with zeros where there are fewer."""
    fixed = (
        _spectral_case(8, 5, 1, torch.float32, batch=(2, 6)),
        _spectral_case(5, 8, 2, torch.float64, batch=(2, 3)),
    )
    for y_pred, y_target, n_fft in itertools.chain(fixed, N_FFTS):
        length = y_pred.shape[-1]
        want, last = _spectral(y_pred, y_target, n_fft), slice(-min(n_fft, length), None)
        watched = watch(y_pred, y_target)
        expect_close(
            spectral_l2_fft(y_pred, y_target, n_fft=n_fft),
            torch.tensor(want, dtype=y_pred.dtype),
            f"spectral_l2_fft(y_pred, y_target, n_fft={n_fft}) for a length of {length}",
            mistakes={
                f"an n_fft that does not {'cut' if n_fft < length else 'pad'}": _spectral(
                    y_pred, y_target
                ),
                "the last instead of the first samples": _spectral(
                    y_pred[..., last], y_target[..., last], n_fft
                ),
                "a normalization by the length, not by n_fft": want * n_fft / length,
            },
            hint="`torch.fft.rfft` cuts and pads by itself: hand it `n=n_fft`.",
        )
        inputs = {"y_pred": y_pred, "y_target": y_target}
        _unchanged(inputs, watched, "spectral_l2_fft(y_pred, y_target, n_fft)")
    y_pred, y_target = _pair((6,), 8, torch.float32)
    expect_close(
        spectral_l2_fft(y_pred, y_target, 4),
        torch.tensor(_spectral(y_pred, y_target, 4)),
        "spectral_l2_fft(y_pred, y_target, 4)",
    )


@check("spectral_l2_fft", points=0.75)
def spectral_l2_fft_gradients(spectral_l2_fft):
    """Gradients flow to both signals."""
    cases = (((7,), torch.float32, None), ((2, 6), torch.float64, None), ((5,), torch.float64, 8))
    for shape, dtype, n_fft in cases:
        pair, call = _pair(shape, 29, dtype), f"spectral_l2_fft(y_pred, y_target, {n_fft})"
        _expect_both_gradients(spectral_l2_fft, _spectral_gradient, pair, (n_fft,), call)


# make_signals


def _base(L: int) -> list[float]:
    """The base signal, number by number."""
    angles = [2 * math.pi * n / L for n in range(L)]
    return [round(math.sin(angle) + math.sin(3 * angle) / 2, 12) for angle in angles]


def _signals(make_signals: Any, L: int | None) -> Any:
    """Call ``make_signals`` and make sure that it returns named (L,) float32 tensors."""
    got = make_signals() if L is None else make_signals(L=L)
    call = f"make_signals({'' if L is None else f'L={L}'})"
    if not isinstance(got, dict):
        expect_equal(got, {}, call)
    missing = [name for name in NAMES if name not in got]
    if missing:
        fail(f"{call} has no entry {missing[0]!r}; its keys are {show(list(got))}.")
    for name in NAMES:
        expect_tensor(got[name], f"{call}[{name!r}]", (32 if L is None else L,), torch.float32)
    return got


@check("make_signals", points=0.375, public=True)
def make_signals_base(make_signals):
    """`make_signals(8)` has six (8,) float32 signals, and `base` has period 1."""
    signals = make_signals(8)
    if not isinstance(signals, dict):
        fail(f"make_signals(8) should return a dict, but returned {show(signals)}.")
    names = ["base", "spiky", "scaled", "offset", "shifted", "reversed"]
    expect_equal(sorted(map(str, signals)), sorted(names), "The sorted keys of make_signals(8)")
    for name in names:
        expect_tensor(signals[name], f"make_signals(8)[{name!r}]", (8,), torch.float32)
    a = 1.0606602
    expect_close(
        signals["base"],
        torch.tensor([0.0, a, 0.5, a, 0.0, -a, -0.5, -a]),
        "make_signals(8)['base']",
        mistakes={
            "times from 0 to 1 with both ends": [
                *(0, 0.998773, 0.584012, 0.921347),
                *(-0.921347, -0.584012, -0.998773, 0),
            ],
            "spikes that got into `base` too": [0, a, 3.5, a, 0, -a, 2.5, -a],
        },
        hint="The times are t = n / L for n = 0, ..., L - 1: t = 1 is not one of them.",
    )


@check("make_signals", points=0.375)
def make_signals_levels(make_signals):
    """`scaled` is 1.5 times `base` and `offset` is `base` plus 1, for 32 samples or others."""
    for L in (None, 15, 49):  # `torch.arange(0, 1, 1 / 49)` has 50 entries
        signals = _signals(make_signals, L)
        base = _base(L or 32)
        for name, scale, offset in (("base", 1, 0), ("scaled", 1.5, 0), ("offset", 1, 1)):
            expect_close(
                signals[name],
                torch.tensor([scale * value + offset for value in base]),
                f"make_signals({L or ''})[{name!r}]",
                mistakes={
                    "a variation of `scaled`, not of `base`": [
                        1.5 * scale * value + offset for value in base
                    ],
                    "the opposite offset": [scale * value - offset for value in base],
                },
            )


@check("make_signals", points=0.375)
def make_signals_spikes(make_signals):
    """`spiky` is `base` plus 3 at L//4 and (13*L)//16, and `base` stays as it is."""
    for L in (15, 29, 3):
        signals = _signals(make_signals, L)
        base = _base(L)
        spikes = {L // 4, (13 * L) // 16}
        expect_close(
            signals["spiky"],
            torch.tensor([value + 3 * (n in spikes) for n, value in enumerate(base)]),
            f"make_signals({L})['spiky']",
            mistakes={
                "spikes set to 3 instead of 3 added": [
                    3.0 if n in spikes else value for n, value in enumerate(base)
                ],
                "13*(L//16), which differs from (13*L)//16": [
                    value + 3 * (n in (L // 4, 13 * (L // 16))) for n, value in enumerate(base)
                ],
                "indices that are rounded instead of floored": [
                    value + 3 * (n in (round(L / 4), round(13 * L / 16)))
                    for n, value in enumerate(base)
                ],
            },
        )


@check("make_signals", points=0.375)
def make_signals_moved(make_signals):
    """`shifted` is `base` rolled by (5*L)//16, and `reversed` is `base` flipped."""
    for L in (15, 29, 3):
        signals = _signals(make_signals, L)
        base, by = _base(L), (5 * L) // 16
        expect_close(
            signals["shifted"],
            torch.tensor([base[(n - by) % L] for n in range(L)]),
            f"make_signals({L})['shifted']",
            mistakes={
                "a shift in the other direction": [base[(n + by) % L] for n in range(L)],
                "5*(L//16), which differs from (5*L)//16": [
                    base[(n - 5 * (L // 16)) % L] for n in range(L)
                ],
                "a shift that is rounded instead of floored": [
                    base[(n - round(5 * L / 16)) % L] for n in range(L)
                ],
                "zeros moved in instead of a roll": [0.0] * by + base[: L - by],
                "a shift by 5/16 of the period, not by whole samples": [
                    math.sin(angle) + math.sin(3 * angle) / 2
                    for angle in (2 * math.pi * (n / L - 5 / 16) for n in range(L))
                ],
            },
        )
        expect_close(
            signals["reversed"],
            torch.tensor(base[::-1]),
            f"make_signals({L})['reversed']",
            mistakes={
                "a sign change or a circular reversal instead of a flip": [
                    -value for value in base
                ],
            },
        )


# compute_loss_matrix


def _named_signals(
    names: str, first_seed: int = 0, dtype: torch.dtype = torch.float32
) -> dict[str, torch.Tensor]:
    """One signal for each letter."""
    return {name: normal(5, seed=seed, dtype=dtype) for seed, name in enumerate(names, first_seed)}


@check("compute_loss_matrix", points=0.5, public=True)
def compute_loss_matrix_of_two_signals(compute_loss_matrix):
    """Entry i, j is the loss of signal i and signal j: [[0, 1], [1, 0]] for 0s and 1s."""
    signals = {"zeros": torch.zeros(3), "ones": torch.ones(3)}
    expect_close(
        compute_loss_matrix(signals, torch.nn.functional.mse_loss),
        torch.tensor([[0.0, 1.0], [1.0, 0.0]]),
        "compute_loss_matrix({'zeros': ..., 'ones': ...}, mse_loss)",
        hint="Two loops over `signals.values()`, one entry of an (N, N) tensor for each pair.",
    )


@check("compute_loss_matrix", points=0.75)
def compute_loss_matrix_order(compute_loss_matrix):
    """Rows are the first and columns the second argument, in the order of the dict."""
    signals = _named_signals("cab")
    signals["copy"] = signals["c"].clone()

    def lopsided(first: torch.Tensor, second: torch.Tensor) -> torch.Tensor:
        return first[0] + 3 * second[1] - 1

    heads = [_numbers(signal)[:2] for signal in signals.values()]
    want = torch.tensor([[a[0] + 3 * b[1] - 1 for b in heads] for a in heads])
    by_name = [heads[list(signals).index(name)] for name in sorted(signals)]
    expect_close(
        compute_loss_matrix(signals, lopsided),
        want,
        "compute_loss_matrix(signals, loss_fn) for a loss_fn that is not symmetric",
        mistakes={
            "loss_fn(signal_j, signal_i)": want.T,
            "names in sorted order": [[a[0] + 3 * b[1] - 1 for b in by_name] for a in by_name],
            "absolute values": want.abs(),
            "a lower triangle copied from the upper one": want.triu() + want.triu(1).T,
            "an upper triangle copied from the lower one": want.tril() + want.tril(-1).T,
            "a diagonal that is taken to be 0": want - want.diag().diag(),
        },
        hint="Call loss_fn for every ordered pair; it need not be symmetric, nor 0 for equal ones.",
        rtol=1e-5,
        atol=1e-6,
    )
    many = {name: normal(40, seed=seed) for seed, name in enumerate([*reversed(NAMES), "copy"])}
    many["copy"] = many["base"].clone()
    rows = torch.stack(list(many.values())).double().numpy()
    expect_close(
        compute_loss_matrix(many, torch.nn.functional.mse_loss),
        torch.tensor(((rows[:, None] - rows) ** 2).mean(-1), dtype=torch.float32),
        "compute_loss_matrix of seven signals with 40 entries each",
        hint="Read the number and the order of the signals off the dict; two may be equal.",
    )


@check("compute_loss_matrix", points=0.75)
def compute_loss_matrix_has_no_history(compute_loss_matrix):
    """The matrix is float32 without history; the dict and its signals stay as they were."""
    weight = torch.tensor(2.0, requires_grad=True)
    # From offsets of 1e6, float32 would leave no more than one digit of a difference.
    for seed, dtype, tracked, offset in (
        (3, torch.float64, True, 1e6),
        (5, torch.float32, False, 0.0),
    ):
        signals = {
            name: (signal + offset).requires_grad_(tracked)
            for name, signal in _named_signals("ba", seed, dtype).items()
        }
        for signal in signals.values():
            signal.grad = torch.ones_like(signal)
        rows = [_numbers(signal) for signal in signals.values()]
        want = [
            [2 * sum(abs(p - q) for p, q in zip(a, b, strict=True)) for b in rows] for a in rows
        ]
        call = f"compute_loss_matrix of {dtype} signals"
        watched = watch(signals, *signals.values())
        got = compute_loss_matrix(signals, lambda a, b: weight * (a - b).abs().sum())
        if isinstance(got, torch.Tensor) and got.dtype != torch.float32:
            fail(f"{call} has dtype {got.dtype}.", "It is float32, whatever the signals are.")
        expect_close(got, torch.tensor(want), call, hint="Hand the signals on as they are.")
        if got.requires_grad:
            fail(f"{call} still has a gradient history.", "The matrix is a table of numbers.")
        expect_untouched(watched, call)
        if any(one.requires_grad != tracked or not _has_ones(one.grad) for one in signals.values()):
            fail(
                f"{call} changed `requires_grad` or `.grad` of the signals.",
                "Detach copies, not the inputs; no `backward()`.",
            )


# make_sinusoid_pair and make_kernel_pair


def _distance_from_normal(sample: torch.Tensor) -> float:
    """The Kolmogorov distance of a sample from the standard normal distribution."""
    ordered = np.sort(sample.detach().numpy().reshape(-1))  # four times as fast as torch's
    n = len(ordered)
    theory = torch.special.ndtr(torch.from_numpy(ordered).double())
    least, largest = (theory - torch.arange(n, dtype=torch.float64) / n).aminmax()
    return max(float(largest), 1 / n - float(least))


def _expect_normal(sample: torch.Tensor, what: str, hint: str = "") -> None:
    """Fail unless the numbers (40000 or more) look like independent standard normal ones.

    Massart's bound for the Kolmogorov distance of n draws, P(D > d) <= 2 exp(-2 n d^2) (Annals of
    Probability 18, 1990), gives a false alarm with probability 1e-10. None of them lies beyond 3.4
    with P = 0.99933^n < 1e-11. The mean of n/2 products of independent normal numbers exceeds 0.1
    with P < 2 exp(-n/440) < 1e-39.
    """
    distance = _distance_from_normal(sample)
    bound = math.sqrt(math.log(2 / 1e-10) / (2 * sample.numel()))
    values, half = sample.detach().double().reshape(-1), sample.numel() // 2
    if not (distance <= bound and float(values.abs().max()) > 3.4):
        fail(
            f"{what} should look standard normal, but the distribution is another one "
            f"(mean {float(values.mean()):.3f}, standard deviation {float(values.std()):.3f}).",
            hint,
        )
    first, last = values[:half], values[-half:]
    for which, (one, other) in {
        "neighbours": (values[0::2][:half], values[1::2]),
        "the first and the second half": (first, last),
        "the first half and the second one, backwards,": (first, last.flip(0)),
    }.items():
        if not abs(float((one * other).mean())) < 0.1:
            fail(f"In {what}, {which} depend on each other.", "Draw each number anew.")


def _expect_free(samples: list[torch.Tensor], what: str) -> None:
    """Fail if all of three samples have mean 0, or all of them standard deviation 1, exactly.

    For 50 independent normal numbers, the mean is within 1e-6 of 0 with probability below 6e-6
    and the (biased or unbiased) standard deviation within 1e-6 of 1 with probability below 2e-5.
    """
    means = [float(sample.detach().double().mean()) for sample in samples]
    spreads = [
        [float(sample.detach().double().std(correction=correction)) for sample in samples]
        for correction in (0, 1)
    ]
    if all(abs(mean) < 1e-6 for mean in means) or any(
        all(abs(spread - 1) < 1e-6 for spread in each) for each in spreads
    ):
        fail(f"{what} was standardized.", "A draw's own mean is not 0: leave it as it comes.")


def _tensors(got: Any, shapes: Mapping[str, tuple[int, ...]], call: str) -> list[torch.Tensor]:
    """Return a tuple of float32 tensors after a look at their number and shapes."""
    if not isinstance(got, tuple | list):
        expect_equal(got, (), call)
    if len(got) != len(shapes):
        fail(f"{call} should return ({', '.join(shapes)}), but returned {len(got)} things.")
    for tensor, (name, shape) in zip(got, shapes.items(), strict=True):
        expect_tensor(tensor, f"{name} of {call}", shape, torch.float32)
    return list(got)


def _sinusoid(make_sinusoid_pair: Any, *args: int, **kwargs: int) -> list[torch.Tensor]:
    given = [*map(str, args), *(f"{name}={value}" for name, value in kwargs.items())]
    L = args[0] if args else kwargs.get("L", 121)
    call = f"make_sinusoid_pair({', '.join(given)})"
    return _tensors(make_sinusoid_pair(*args, **kwargs), {"x": (L,), "y": (L,)}, call)


def _expect_same_draw(one: torch.Tensor, other: torch.Tensor, otherwise: str) -> None:
    if not torch.equal(one, other):
        fail(
            f"{otherwise}.",
            "Seed before you draw: `torch.manual_seed(seed)` or a `torch.Generator`.",
        )


def _expect_seeded(
    draw: Callable[..., list[torch.Tensor]], names: list[str], call: str, tolerance: float = 1e-5
) -> None:
    """Fail unless every tensor depends on the seed (0 by default), and on nothing else.

    Tensors whose entries differ by no more than the tolerance count as the same draw.
    """
    seeds, again = (0, 1, 4, 5, 400), (0, 400)
    with global_seed(11):
        drawn = {seed: draw(seed=seed) for seed in seeds}
    with global_seed(12):
        redrawn = {seed: draw(seed=seed) for seed in again}
    default = draw()
    for index, name in enumerate(names):
        for seed in again:
            what = f"{name} of {call} differs between two calls with seed={seed}"
            _expect_same_draw(drawn[seed][index], redrawn[seed][index], what)
        for one, other in itertools.combinations(seeds, 2):
            if is_close(drawn[one][index], drawn[other][index], tolerance, tolerance):
                fail(
                    f"{name} of {call} is the same for seed={one} and seed={other}.",
                    "Use `seed` for all draws.",
                )
        if not torch.equal(default[index], drawn[0][index]):
            fail(f"{name} of {call} without a seed is not the same as with seed=0.")


@check("make_sinusoid_pair", points=0.5, public=True)
def make_sinusoid_pair_of_five(make_sinusoid_pair):
    """One cycle on five points from 0 to 1 inclusive is [0, 1, 0, -1, 0]."""
    pair = make_sinusoid_pair(5, 1)
    if not isinstance(pair, (tuple, list)) or len(pair) != 2:
        fail(f"make_sinusoid_pair(5, 1) should return (x, y), but returned {show(pair)}.")
    expect_tensor(pair[0], "x of make_sinusoid_pair(5, 1)", (5,), torch.float32)
    want = torch.tensor([0.0, 1.0, 0.0, -1.0, 0.0])
    if is_close(pair[0], want):
        fail("make_sinusoid_pair(5, 1) returned x and y swapped.", "The noise comes first.")
    expect_close(
        pair[1],
        want,
        "y of make_sinusoid_pair(5, 1)",
        mistakes={
            "times that stop before 1": [0, 0.951057, 0.587785, -0.587785, -0.951057],
            "a cosine": [1, 0, -1, 0, 1],
            "the factor 2π missing": [0, 0.247404, 0.479426, 0.681639, 0.841471],
        },
        hint="`torch.linspace(0, 1, L)` includes both ends.",
    )


@check("make_sinusoid_pair", points=0.25)
def make_sinusoid_pair_sizes(make_sinusoid_pair):
    """`L` (by default 121) and `cycles` (3) are respected."""
    for L, cycles in ((121, 3), (40, 2), (33, 5)):
        times = [n / (L - 1) for n in range(L)]
        want = torch.tensor([math.sin(2 * math.pi * cycles * t) for t in times])
        given = {} if L == 121 else {"L": L, "cycles": cycles, "seed": L}
        _, y = _sinusoid(make_sinusoid_pair, **given)
        expect_close(y, want, f"y of make_sinusoid_pair for {given or 'the defaults'}", atol=1e-4)


@check("make_sinusoid_pair", points=0.5)
def make_sinusoid_pair_noise(make_sinusoid_pair):
    """The input is standard normal noise."""
    x, _ = _sinusoid(make_sinusoid_pair, 50_000, 3, seed=8)
    _expect_normal(x, "x of make_sinusoid_pair(50000)", "`torch.randn` draws normal numbers.")
    short = [_sinusoid(make_sinusoid_pair, 50, 3, seed=seed)[0] for seed in (8, 9, 10)]
    _expect_free(short, "x of make_sinusoid_pair(50)")


@check("make_sinusoid_pair", points=0.25)
def make_sinusoid_pair_seed(make_sinusoid_pair):
    """The seed, 0 by default, decides on the noise alone."""
    _expect_seeded(
        lambda **seed: _sinusoid(make_sinusoid_pair, 20, 2, **seed), ["x"], "make_sinusoid_pair"
    )


def _band(x: torch.Tensor, K: int, left: int | None = None) -> Array:
    """The (L, K) matrix T with conv1d(x, h, padding="same") = T h, in float64."""
    values, L = _numbers(x), x.numel()
    matrix = np.zeros((L, K))
    for n, k in itertools.product(range(L), range(K)):
        m = n + k - ((K - 1) // 2 if left is None else left)
        if 0 <= m < L:
            matrix[n, k] = values[m]
    return matrix


def _filtered(x: torch.Tensor, h: torch.Tensor, left: int | None = None) -> torch.Tensor:
    """``conv1d`` of x and h by shifting x, in float64."""
    L, K = x.numel(), h.numel()
    x, h = x.detach().double(), h.detach().double()
    before = (K - 1) // 2 if left is None else left
    padded = torch.cat([x.new_zeros(before), x, x.new_zeros(K)])
    return torch.stack([h[k] * padded[k : k + L] for k in range(K)]).sum(0)


def _kernel(make_kernel_pair: Any, L: int, K: int, *args: Any, **kwargs: Any) -> list[torch.Tensor]:
    given = [*map(str, (L, K, *args)), *(f"{name}={value}" for name, value in kwargs.items())]
    call = f"make_kernel_pair({', '.join(given)})"
    shapes = {"x": (L,), "y": (L,), "h_true": (K,)}
    x, y, h = _tensors(make_kernel_pair(L, K, *args, **kwargs), shapes, call)
    for name, tensor in (("x", x), ("h_true", h)):
        expect_varied(tensor, f"{name} of {call}")
    return [x, y, h]


def _noisy_draw(
    make_kernel_pair: Any, L: int, K: int, noise: float, **seed: int
) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Return what should be standard normal: x, the kernel over 0.2, the noise over its size."""
    x, y, h = _kernel(make_kernel_pair, L, K, noise, **seed)
    added = (y.detach().double() - _filtered(x, h)) / noise
    return x.detach(), h.detach() / 0.2, added.float()


@check("make_kernel_pair", points=0.375, public=True)
def make_kernel_pair_by_hand(make_kernel_pair):
    """With three kernel entries, y[1] is h[0] x[0] + h[1] x[1] + h[2] x[2]."""
    triple = make_kernel_pair(6, 3)
    if not isinstance(triple, (tuple, list)) or len(triple) != 3:
        fail(f"make_kernel_pair(6, 3) should return (x, y, h_true), but returned {show(triple)}.")
    for name, tensor, length in zip(("x", "y", "h_true"), triple, (6, 6, 3), strict=True):
        expect_tensor(tensor, f"{name} of make_kernel_pair(6, 3)", (length,), torch.float32)
    x, y, h = (tensor.detach() for tensor in triple)
    expect_varied(x, "x of make_kernel_pair(6, 3)")
    expect_varied(h, "h_true of make_kernel_pair(6, 3)")
    expect_close(
        y[1],
        h[0] * x[0] + h[1] * x[1] + h[2] * x[2],
        "y[1] of make_kernel_pair(6, 3)",
        mistakes={
            "the kernel turned around": h[2] * x[0] + h[1] * x[1] + h[0] * x[2],
            "no padding": h[0] * x[1] + h[1] * x[2] + h[2] * x[3],
            "padding in front only": h[1] * x[0] + h[2] * x[1],
        },
        hint="`conv1d` wants shapes (1, 1, L) and (1, 1, K); by default there is no noise.",
    )


@check("make_kernel_pair", points=0.375)
def make_kernel_pair_filters_the_input(make_kernel_pair):
    """Without noise, y is `conv1d` of x and h_true with same padding, for odd and even K."""
    for L, K in ((16, 7), (12, 4), (9, 9), (5, 8)):
        x, y, h = _kernel(make_kernel_pair, L, K, noise=0.0, seed=L)
        around = torch.cat([x, x, x])  # three periods
        expect_close(
            y,
            _filtered(x, h).float(),
            f"y of make_kernel_pair({L}, {K})",
            mistakes={
                "the kernel turned around": _filtered(x, h.flip(0)).float(),
                "one sample too much padding before the input": _filtered(x, h, K // 2).float(),
                "an input that goes on periodically": _filtered(around, h)[L : 2 * L].float(),
            },
            hint='`padding="same"` pads with zeros, for even K one more after than before.',
        )


@check("make_kernel_pair", points=0.25)
def make_kernel_pair_scales_the_kernel(make_kernel_pair):
    """The kernel is 0.2 times standard normal numbers."""
    h = _kernel(make_kernel_pair, 3, 40_000, seed=8)[2]
    _expect_normal(h / 0.2, "h_true / 0.2 of make_kernel_pair(3, 40000)", "0.2 * randn(K).")


@check("make_kernel_pair", points=0.5)
def make_kernel_pair_seed(make_kernel_pair):
    """The seed, 0 by default, decides on the input, the kernel and the noise alone."""
    _expect_seeded(
        lambda **seed: list(_noisy_draw(make_kernel_pair, 12, 5, 0.3, **seed)),
        ["x", "h_true", "the noise on y"],
        "make_kernel_pair",
    )
    with global_seed(11):
        first = _kernel(make_kernel_pair, 12, 5)
    with global_seed(12):
        second = _kernel(make_kernel_pair, 12, 5)
    for name, one, other in zip(("x", "y", "h_true"), first, second, strict=True):
        what = f"{name} of make_kernel_pair(12, 5), without noise, differs between two calls"
        _expect_same_draw(one, other, what)


@check("make_kernel_pair", points=0.5)
def make_kernel_pair_noise(make_kernel_pair):
    """The input is standard normal, and so is (y - conv1d) / noise, independently of it."""
    draws = [  # short enough for who filters with an (L, L) matrix
        _noisy_draw(make_kernel_pair, 5000, 4, noise, seed=seed)
        for seed, noise in enumerate((0.1, 2.0) * 4)
    ]
    x, _, added = (  # the first half of each draw, then the second one
        torch.stack(parts).reshape(8, 2, -1).transpose(0, 1).reshape(-1)
        for parts in zip(*draws, strict=True)
    )
    call = "make_kernel_pair(5000, 4, noise=...)"
    _expect_normal(x, f"x of {call}", "`torch.randn` draws normal numbers.")
    _expect_normal(
        added, f"(y - conv1d) / noise of {call}", "y is the filtered input + `noise * randn(L)`."
    )
    if not abs(float((added * x).mean())) < 0.1:  # for the bound, see ``_expect_normal``
        fail(
            "The noise of make_kernel_pair is made of the same numbers as x.",
            "Seeding a second time repeats the same draws: seed once.",
        )
    draws = [_noisy_draw(make_kernel_pair, 50, 50, 2.0, seed=seed) for seed in (3, 4, 5)]
    for name, samples in zip(
        ("x", "h_true / 0.2", "the noise"), zip(*draws, strict=True), strict=True
    ):
        _expect_free(list(samples), f"{name} of make_kernel_pair(50, 50, noise=2.0)")
    x, h, added = draws[0]
    if is_close(x, h):
        fail("h_true of make_kernel_pair(50, 50) is 0.2 times x.", "Seed once, then draw both.")
    if is_close(added, h):
        fail(
            "The noise of make_kernel_pair(50, 50, noise=2.0) is made of the numbers of h_true.",
            "Seeding a second time repeats the same draws: seed once.",
        )


# learn_kernel


def _learned(
    got: Any, sizes: tuple[int, int, int], dtype: torch.dtype = torch.float32
) -> tuple[torch.Tensor, torch.Tensor, list[float]]:
    """Return (h, y_est, losses) after a look at types and sizes (L, K, epochs)."""
    L, K, epochs = sizes
    if not isinstance(got, tuple | list):
        expect_equal(got, (), "learn_kernel(...)")
    if len(got) != 3:
        fail(f"learn_kernel should return (h, y_est, losses), but returned {len(got)} things.")
    h, y_est, losses = got
    expect_tensor(h, "h of learn_kernel", (K,), dtype)
    expect_tensor(y_est, "y_est of learn_kernel", (L,), dtype)
    if not isinstance(losses, list) or not all(isinstance(loss, float) for loss in losses):
        fail(
            f"losses of learn_kernel should be a list of floats, but is {show(losses)} "
            f"({type(losses).__name__}).",
            "`loss.item()` is the number without the graph.",
        )
    expect_equal(
        len(losses),
        epochs,
        f"The number of losses after {epochs} epochs",
        hint="There is one per epoch, and no epoch is left out.",
    )
    if not bool((h != 0).any()):
        fail("h of learn_kernel is zero everywhere.", "Start from random numbers.")
    return h, y_est, losses


def _learn(
    learn_kernel: Any,
    x: torch.Tensor,
    y: torch.Tensor,
    K: int,
    loss_fn: Any,
    epochs: int,
    *options: Any,
) -> tuple[torch.Tensor, torch.Tensor, list[float]]:
    """Train, and return what came after a look at it and at the signals."""
    watched = watch(x, y)
    got = learn_kernel(x, y, K, loss_fn, epochs, *options)
    expect_untouched(watched, "learn_kernel")
    return _learned(got, (len(x), K, epochs), x.dtype)


def _recorder(loss: Loss) -> tuple[Loss, list[tuple[torch.Tensor, torch.Tensor]]]:
    """A loss function that keeps what it was called with, and what it keeps."""
    calls: list[tuple[torch.Tensor, torch.Tensor]] = []

    def loss_fn(y_est: torch.Tensor, y_target: torch.Tensor) -> torch.Tensor:
        for tensor in (y_est, y_target):
            if tensor.layout is not torch.strided or not tensor.is_floating_point():
                raise TypeError("loss_fn takes two ordinary tensors of floats")
        calls.append((y_est.detach().clone(), y_target.detach().clone()))
        return loss(y_est, y_target)

    return loss_fn, calls


def _first_estimate(calls: list[tuple[torch.Tensor, torch.Tensor]], L: int) -> Array:
    """Return the first y_est that a recorded loss function was called with."""
    if not calls:
        fail("learn_kernel never called loss_fn.", "Train under the loss that comes in.")
    y_est = calls[0][0]
    if y_est.numel() != L or not y_est.isfinite().all():
        fail(f"The first argument of loss_fn should be {L} numbers, but is {show(y_est)}.")
    return np.array(_numbers(y_est))


def _squares(y_est: torch.Tensor, y_target: torch.Tensor) -> torch.Tensor:
    return (y_est - y_target).square().mean()


def _squares_of_sums(y_est: torch.Tensor, y_target: torch.Tensor) -> torch.Tensor:
    """A loss that is smallest where y_est is the negated target."""
    return (y_est + y_target).square().mean()


@dataclass(frozen=True)
class _Training:
    """Gradient steps on the mean square of ``matrix @ h - y`` from a start ``h``."""

    matrix: Array
    y: Array
    start: Array
    lr: float

    def run(self, epochs: int, rule: str = "adam") -> tuple[list[float], Array]:
        """Losses and final kernel of Adam (Kingma and Ba, 2015), or of a rule named otherwise."""
        losses, h = [], self.start
        first, second, total = (np.zeros_like(h) for _ in range(3))
        for step in range(1, epochs + 1):
            gap = self.matrix @ h - self.y
            losses.append(float((gap**2).mean()))
            slope = 2 * self.matrix.T @ gap / len(self.y)
            total = total + slope
            used = total if rule == "accumulated" else slope
            first, second = 0.9 * first + 0.1 * used, 0.999 * second + 0.001 * used**2
            mean, spread = first / (1 - 0.9**step), np.sqrt(second / (1 - 0.999**step))
            h = h - self.lr * (used if rule == "sgd" else mean / (spread + 1e-8))
        return losses, h


@check("learn_kernel", points=0.75, public=True)
def learn_kernel_finds_three_numbers(learn_kernel):
    """From the response to an impulse it learns the kernel [1, -2, 0.5]."""
    x = torch.tensor([0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 0.0])
    y = torch.tensor([0.0, 0.0, 0.5, -2.0, 1.0, 0.0, 0.0, 0.0])
    result = learn_kernel(x, y, 3, torch.nn.functional.mse_loss, epochs=60, lr=0.2)
    if not isinstance(result, (tuple, list)) or len(result) != 3:
        fail(f"learn_kernel should return (h, y_est, losses), but returned {show(result)}.")
    h, y_est, losses = result
    expect_tensor(h, "h of learn_kernel", (3,), torch.float32)
    expect_tensor(y_est, "y_est of learn_kernel", (8,), torch.float32)
    if not isinstance(losses, list):
        fail(f"losses should be a list of floats, but is {show(losses)}.")
    if len(losses) != 60:
        fail(f"After 60 epochs there should be 60 losses, but there are {len(losses)}.")
    if not all(isinstance(loss, float) for loss in losses):
        fail("losses should hold Python floats.", "`loss.item()` is the number without the graph.")
    if not losses[-1] < 0.05 * losses[0]:
        fail(
            f"The loss should fall below a twentieth, but went from {losses[0]:.4g} to "
            f"{losses[-1]:.4g}.",
            "In each epoch: zero the gradients, compute the loss, `backward()`, `step()`.",
        )
    expect_close(
        h,
        torch.tensor([1.0, -2.0, 0.5]),
        "h of learn_kernel",
        mistakes={"the kernel turned around": [0.5, -2.0, 1.0]},
        hint="`conv1d` does not turn the kernel around, so return it as it is.",
        atol=0.4,
    )


@check("learn_kernel", points=0.5)
def learn_kernel_calls_loss_fn(learn_kernel):
    """In every epoch, `loss_fn(y_est, y_target)` gets two tensors of one shape, in this order."""
    x, y = normal(9, seed=1), normal(9, seed=2)
    loss_fn, calls = _recorder(_squares)
    _learn(learn_kernel, x, y, 4, loss_fn, 3)
    flat = _learn(learn_kernel, x, y, 4, lambda a, b: 0 * (a - b).sum() - 1, 3)[2]
    if flat != [-1.0] * 3:
        fail(f"loss_fn returned -1 in each of three epochs, but losses is {show(flat)}.")
    if not calls:
        fail("learn_kernel never called loss_fn.", "Train under the loss that comes in.")
    for y_est, y_target in calls:
        shapes = tuple(y_est.shape), tuple(y_target.shape)
        if shapes[0] != shapes[1] or shapes[0][-1:] != (9,) or y_est.numel() != 9:
            fail(
                f"loss_fn should get two tensors of one shape with last dimension 9, but got "
                f"{shapes[0]} and {shapes[1]}.",
                "Different shapes would be broadcast in silence.",
            )
        if is_close(y_est.reshape(-1), y) and not is_close(y_target.reshape(-1), y):
            fail("loss_fn was called as loss_fn(y_target, y_est).", "The estimate comes first.")
        expect_close(y_target.reshape(-1).to(y.dtype), y, "The second argument of loss_fn")


def _task(L: int, level: float = 1.0) -> tuple[torch.Tensor, torch.Tensor]:
    """Input and target of a training, shape (L,) each."""
    return level * normal(L, seed=3), 3 * level * normal(L, seed=4)


def _kernel_behind(estimate: Array, matrix: Array, what: str) -> Array:
    """Return the (K,) kernel that an estimate was made with, which is linear in it, or fail."""
    kernel = np.linalg.lstsq(matrix, estimate, rcond=None)[0]
    if not np.abs(matrix @ kernel - estimate).max() < 1e-4 * (1 + np.abs(estimate).max()):
        fail(
            f"{what} is not x filtered with a kernel of {matrix.shape[1]} entries.",
            '`F.conv1d(x, h, padding="same")` without a bias, and with x as it is.',
        )
    return np.asarray(kernel)


def _watch_training(
    learn_kernel: Any,
    sizes: tuple[int, int, int],
    lr: float,
    *options: Any,
    loss: Loss = _squares,
    level: float = 1.0,
) -> tuple[torch.Tensor, list[float], list[float], _Training]:
    """Learned kernel, its losses, what ``loss_fn`` returned, and the training it should be.

    Where training started is read off the first estimate. Under the squares of sums, it leads to
    the negated target.
    """
    L, K, _ = sizes
    x, y = _task(L, level)
    loss_fn, calls = _recorder(loss)
    h, _, losses = _learn(learn_kernel, x, y, K, loss_fn, *options)
    matrix, aim = _band(x, K), np.array(_numbers(y)) * (1 if loss is _squares else -1)
    start = _kernel_behind(_first_estimate(calls, L), matrix, "The first y_est")
    came = [float(loss(*pair)) for pair in calls]
    return h, losses, came, _Training(matrix, aim, start, lr)


TRAININGS = [((9, 4, 4), 0.1, _squares), ((12, 5, 4), 3.0, _squares_of_sums)]
"""The second one steps so far that losses rise, too."""


@check("learn_kernel", points=0.625)
def learn_kernel_takes_adam_steps(learn_kernel):
    """Each epoch notes the loss, then takes one Adam step with that learning rate."""
    for sizes, lr, loss in TRAININGS:
        _, losses, came, training = _watch_training(
            learn_kernel, sizes, lr, sizes[-1], lr, 5, loss=loss
        )
        epochs = sizes[-1]
        want = training.run(epochs)[0]
        expect_close(
            torch.tensor(losses, dtype=torch.float64),
            torch.tensor(want, dtype=torch.float64),
            "The list of losses of learn_kernel",
            mistakes={
                "losses taken after their updates": training.run(epochs + 1)[0][1:],
                "plain gradient descent instead of Adam": training.run(epochs, "sgd")[0],
                "gradients that are never zeroed": training.run(epochs, "accumulated")[0],
                "the default learning rate of 0.05": replace(training, lr=0.05).run(epochs)[0],
                "the smallest loss so far instead of each epoch's": [
                    *itertools.accumulate(want, min)
                ],
                "no training": [want[0]] * epochs,
            },
            hint="One step of `torch.optim.Adam([h], lr=lr)` under `loss_fn` per epoch, and each "
            "loss before it.",
            rtol=2e-4,
            atol=2e-4,
        )
        if not all(any(math.isclose(loss, one, rel_tol=1e-6) for one in came) for loss in losses):
            fail("A loss in losses is not one that loss_fn returned.", "Do not round the losses.")


@check("learn_kernel", points=0.375)
def learn_kernel_returns_the_last_kernel(learn_kernel):
    """`h` is the kernel after as many updates as there are epochs."""
    sizes, lr, loss = TRAININGS[0]
    h, _, _, training = _watch_training(learn_kernel, sizes, lr, sizes[-1], lr, 5, loss=loss)
    epochs = sizes[-1]
    expect_close(
        h,
        torch.tensor(training.run(epochs)[1], dtype=torch.float32),
        f"h of learn_kernel after {epochs} epochs",
        mistakes={
            "one update too few": training.run(epochs - 1)[1],
            "one update too many": training.run(epochs + 1)[1],
        },
        rtol=2e-4,
        atol=2e-4,
    )


@check("learn_kernel", points=0.375)
def learn_kernel_output_fits_its_kernel(learn_kernel):
    """`y_est` is the input filtered with the returned `h`, also in float64 and for even K."""
    for L, K, dtype in ((10, 3, torch.float32), (11, 6, torch.float64), (5, 8, torch.float64)):
        x, y = normal(L, seed=6, dtype=dtype), normal(L, seed=7, dtype=dtype)
        loss_fn, calls = _recorder(_squares)
        h, y_est, _ = _learn(learn_kernel, x, y, K, loss_fn, 2, 1.0)
        if any(one.dtype != other.dtype for one, other in calls):
            fail(
                f"loss_fn got tensors of two dtypes for {dtype} signals.",
                "Not every loss takes such a pair: train in the dtype of x.",
            )
        last = calls[-1][0].reshape(-1) if calls and calls[-1][0].numel() == L else y_est
        expect_close(
            y_est,
            _filtered(x, h).to(dtype),
            f"y_est of learn_kernel for L={L}, K={K}",
            mistakes={
                "the output of the last epoch, before its update": last,
                "one sample too much padding before the input": _filtered(x, h, K // 2),
                "the kernel turned around": _filtered(x, h.flip(0)),
            },
            hint="Filter the input once more after training.",
            rtol=1e-4,  # training in float32 is good enough
            atol=1e-5,
        )


@check("learn_kernel", points=0.375)
def learn_kernel_returns_plain_tensors(learn_kernel):
    """`h` and `y_est` have no gradient history, and the inputs stay as they were."""
    x, y = normal(8, seed=8), normal(8, seed=9)
    watched = watch(x, y)
    got = learn_kernel(x, y, K=3, loss_fn=torch.nn.functional.mse_loss, epochs=2, lr=0.05, seed=1)
    h, y_est, _ = _learned(got, (8, 3, 2))
    for name, tensor in (("h", h), ("y_est", y_est)):
        if tensor.requires_grad:
            fail(f"{name} of learn_kernel still has a gradient history.", "`.detach()` it.")
    _unchanged({"x": x, "y_target": y}, watched, "learn_kernel")
    _kernel_behind(np.array(_numbers(y_est)), _band(x, 3), "y_est of learn_kernel")


@check("learn_kernel", points=0.5)
def learn_kernel_learns_under_every_loss(learn_kernel):
    """It learns under a spectral and a correlation loss, too, so it does not start at zero."""
    x, h_true = normal(24, seed=12), normal(9, seed=13)
    y = _filtered(x, h_true).float()
    for name, loss_fn in (
        ("spectral", spectral_gap),
        ("correlation", correlation_gap),
    ):
        _, y_est, losses = _learn(learn_kernel, x, y, 9, loss_fn, 20, 0.06)
        recorded, calls = _recorder(loss_fn)
        _learn(learn_kernel, x, y, 9, recorded, 1, 0.06)
        _first_estimate(calls, 24)
        first, last, silent = (
            float(loss_fn(a.detach(), b)) for a, b in (calls[0], (y_est, y), (0 * y, y))
        )
        if not math.isclose(losses[0], first, rel_tol=1e-3, abs_tol=1e-5):
            fail(
                f"Under a {name} loss, losses starts with {losses[0]:.4g}, but loss_fn returned "
                f"{first:.4g}."
            )
        # a kernel that is good by chance need not get better, but no output at all does not do
        if not all(map(math.isfinite, losses)) or not last < 0.97 * max(first, silent):
            fail(
                f"Under a {name} loss, the loss starts at {first:.4g} and ends at {last:.4g}.",
                "Start from small random numbers: at zero some losses have no gradient.",
            )


@check("learn_kernel", points=0.25)
def learn_kernel_seed(learn_kernel):
    """The seed, 0 by default, decides on the start alone."""
    x, y = normal(8, seed=10), normal(8, seed=11)
    mse = torch.nn.functional.mse_loss
    _expect_seeded(
        lambda **seed: list(_learned(learn_kernel(x, y, 3, mse, epochs=1, **seed), (8, 3, 1))[:2]),
        ["h", "y_est"],
        "learn_kernel",
        tolerance=0.0,  # however small the start is, it is another one
    )


@check("learn_kernel", points=0.25)
def learn_kernel_defaults(learn_kernel):
    """Without further arguments there are 100 epochs, with a learning rate of 0.05 throughout."""
    level = 0.006  # of signals so quiet that in the end the loss falls by less than 1e-6 per epoch
    *_, training = _watch_training(learn_kernel, (9, 4, 1), 0.05, 1, level=level)
    got = learn_kernel(*_task(9, level), 4, torch.nn.functional.mse_loss)
    _, _, losses = _learned(got, (9, 4, 100))
    expect_close(
        torch.tensor(losses, dtype=torch.float64),
        torch.tensor(training.run(100)[0], dtype=torch.float64),
        "The list of losses of learn_kernel without epochs and lr",
        hint="The learning rate is 0.05 by default, and the same in every epoch.",
        rtol=3e-3,  # Adam's eps of 1e-8 matters here, and textbooks add it before or after
        atol=1e-3 * level**2,  # the correction of the bias
    )


# plot_kernel_result


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
