"""The properties checked in ``broadcasting``."""

from __future__ import annotations

import itertools
import math
import numbers
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import torch
from hypothesis import strategies as st

from pcpt_grade.checks.draw import FLOATS, SEEDS, Examples, normal, uniform
from pcpt_grade.checks.expect import (
    expect_close,
    expect_equal,
    expect_gradients,
    expect_tensor,
    expect_untouched,
    fail,
    is_close,
    show,
    watch,
)
from pcpt_grade.checks.registry import check
from pcpt_grade.checks.tools import count_operations

SIZES = st.integers(2, 5)


def _expect_exact(
    got: Any, want: torch.Tensor, call: str, mistakes: Mapping[str, Any] | None = None
) -> None:
    """Like ``expect_close``, but float64 has to be computed in float64."""
    expect_tensor(got, call, want.shape, want.dtype)
    if want.dtype == torch.float64 and not is_close(got, want, 1e-9, 1e-11):
        if is_close(got, want, 1e-5, 1e-5):
            fail(
                f"{call} has the dtype float64, but its values are only as precise as float32.",
                "Compute in the dtype of the inputs all the way.",
            )
        expect_close(got, want, call, mistakes, rtol=1e-9, atol=1e-11)
    expect_close(got, want, call, mistakes)


@contextmanager
def _kept(call: str, **inputs: torch.Tensor) -> Iterator[None]:
    """Fail if the block changes an input: its values, memory, ``requires_grad`` or ``.grad``.

    Inputs that require gradients get one beforehand, as an earlier ``backward()`` leaves it.
    """
    before = watch(*inputs.values())
    flags = {name: tensor.requires_grad for name, tensor in inputs.items()}
    places = {name: tensor.data_ptr() for name, tensor in inputs.items()}
    grads = {name: torch.full_like(inputs[name], 3.0) for name, flag in flags.items() if flag}
    for name, grad in grads.items():
        inputs[name].grad = grad.clone()
    yield
    expect_untouched(before, call)
    for name, tensor in inputs.items():
        if tensor.requires_grad != flags[name]:
            fail(f"{call} changed {name}.requires_grad to {tensor.requires_grad}.")
        if tensor.data_ptr() != places[name]:
            fail(
                f"{call} moved {name} to other memory.",
                f"{name} is now a copy: its views no longer follow it.",
            )
        if not _same(tensor.grad, grads.get(name)):
            fail(
                f"{call} changed {name}.grad.",
                "Gradients belong to the caller: neither call `backward()` here nor clear them.",
            )


def _same(got: torch.Tensor | None, want: torch.Tensor | None) -> bool:
    return got is None if want is None else got is not None and torch.equal(got, want)


def _expect_gradients(
    function: Callable[..., Any],
    values: Mapping[str, torch.Tensor],
    weights: torch.Tensor,
    wants: Mapping[str, torch.Tensor],
    call: str,
    mistakes: Mapping[str, Mapping[str, Any]],
) -> None:
    """Fail unless d sum(weights * output) / d value is as wanted, for all values and for each.

    Those for each of several values are taken in float32.
    """
    everything = tuple(values)
    for names in dict.fromkeys([everything, *((name,) for name in values)]):
        dtype, of = weights.dtype, call
        if names != everything:
            dtype, of = torch.float32, f"{call} (float32, only {names[0]} requires gradients)"
        inputs = {
            name: value.to(dtype, copy=True).requires_grad_(name in names)
            for name, value in values.items()
        }
        with _kept(of, **inputs):
            output = function(*inputs.values())
        expect_tensor(output, of, weights.shape, dtype)
        if output.requires_grad:
            output = output * weights.to(dtype)
        watched = {name: inputs[name] for name in names}
        wanted = {name: wants[name].to(dtype) for name in names}
        expect_gradients(output, watched, wanted, of, mistakes=mistakes)


def _expect_vectorized(
    function: Callable[..., Any],
    make: Callable[[int], tuple[torch.Tensor, ...]],
    oracle: Callable[..., torch.Tensor],
    call: str,
) -> None:
    """Fail if ``function`` is wrong on ``make(B)`` or needs more operations for a larger B.

    The small slack leaves room for a library call that works a little differently in some sizes.
    """
    counts = []
    for size in (3, 4000):
        inputs = make(size)
        want = oracle(*inputs)
        with count_operations() as counter:
            got = function(*inputs)
        expect_close(got, want, f"{call} with B = {size}")
        counts.append(counter.count)
    if counts[1] > counts[0] + 4:
        fail(
            f"The number of torch operations in {call} grows from {counts[0]} for B = 3 to "
            f"{counts[1]} for B = 4000: this is a loop over the batch.",
            "Let broadcasting do it: give the smaller tensor dimensions of size 1 where it is to "
            "be stretched, and write one expression for the whole batch.",
        )


# add_bias


@check("add_bias", points=0.5, public=True)
def add_bias_of_two_rows(add_bias):
    """The bias [10, 20] is added to both rows of [[1, 2], [3, 4]]."""
    X, b = torch.tensor([[1.0, 2.0], [3.0, 4.0]]), torch.tensor([10.0, 20.0])
    expect_close(
        add_bias(X, b),
        torch.tensor([[11.0, 22.0], [13.0, 24.0]]),
        "add_bias([[1, 2], [3, 4]], [10, 20])",
        mistakes={
            "one bias per row instead of one per column": [[11.0, 12.0], [23.0, 24.0]],
            "the bias subtracted": [[-9.0, -18.0], [-7.0, -16.0]],
            "the bias multiplied instead of added": [[10.0, 40.0], [30.0, 80.0]],
        },
        hint="Shapes are aligned from the right: the last dimension of X meets that of b.",
    )


def _biased(X: torch.Tensor, b: torch.Tensor) -> torch.Tensor:
    """The oracle: column by column."""
    return torch.stack([column + bias for column, bias in zip(X.T, b, strict=True)], dim=1)


BIASED = Examples(
    lambda B, D, seed, dtype: (
        normal(B, D, seed=seed, dtype=dtype),
        normal(D, seed=seed + 1, dtype=dtype),
    ),
    count=5,
    B=SIZES,
    D=st.integers(1, 5),
    seed=SEEDS,
    dtype=FLOATS,
)


@check("add_bias", points=0.25)
def add_bias_in_any_size(add_bias):
    """Row i of the result is row i of X plus b, in any size and dtype; X and b stay unchanged."""
    for X, b in BIASED:
        call, want = f"add_bias(X, b) with {X.dtype} X of shape {tuple(X.shape)}", _biased(X, b)
        with _kept(call, X=X, b=b):
            _expect_exact(add_bias(X, b), want, call)


@check("add_bias", points=0.5)
def add_bias_gradients(add_bias):
    """Gradients reach X as they are, and b summed over the rows, whichever of them wants one."""
    weights = normal(4, 3, seed=11, dtype=torch.float64)
    _expect_gradients(
        add_bias,
        {
            "X": normal(4, 3, seed=12, dtype=torch.float64),
            "b": torch.zeros(3, dtype=torch.float64),  # as a layer's bias may start
        },
        weights,
        {"X": weights, "b": weights.sum(0)},
        "add_bias(X, b)",
        {
            "X": {"an X that is cut from the graph": torch.zeros(4, 3)},
            "b": {
                "a b that is cut from the graph": torch.zeros(3),
                "a mean over the rows instead of a sum": weights.mean(0),
            },
        },
    )


@check("add_bias", points=0.25)
def add_bias_is_vectorized(add_bias):
    """However many rows there are, the same number of torch operations gives the right result."""
    _expect_vectorized(
        add_bias,
        lambda size: (normal(size, 3, seed=14), normal(3, seed=15)),
        _biased,
        "add_bias(X, b)",
    )


# scale_channels


@check("scale_channels", points=0.5, public=True)
def scale_channels_of_two_signals(scale_channels):
    """With gains [1, 10], channel 1 of every signal is ten times as large and channel 0 stays."""
    X = torch.tensor([[[1.0, 2.0], [3.0, 4.0]], [[5.0, 6.0], [7.0, 8.0]]])
    expect_close(
        scale_channels(X, torch.tensor([1.0, 10.0])),
        torch.tensor([[[1.0, 2.0], [30.0, 40.0]], [[5.0, 6.0], [70.0, 80.0]]]),
        "scale_channels([[[1, 2], [3, 4]], [[5, 6], [7, 8]]], [1, 10])",
        mistakes={
            "one gain per time step instead of one per channel": [
                [[1.0, 20.0], [3.0, 40.0]],
                [[5.0, 60.0], [7.0, 80.0]],
            ],
            "one gain per example of the batch instead of one per channel": [
                [[1.0, 2.0], [3.0, 4.0]],
                [[50.0, 60.0], [70.0, 80.0]],
            ],
            "the gains added instead of multiplied": [
                [[2.0, 3.0], [13.0, 14.0]],
                [[6.0, 7.0], [17.0, 18.0]],
            ],
        },
        hint="The channel is the middle dimension of (B, C, T). Shapes are aligned from the right, "
        "so a plain (C,) meets T.",
    )


def _scaled(X: torch.Tensor, gains: torch.Tensor) -> torch.Tensor:
    """The oracle: channel by channel."""
    return torch.stack([X[:, c] * gain for c, gain in enumerate(gains)], dim=1)


@check("scale_channels", points=0.5)
def scale_channels_in_any_size(scale_channels):
    """Channel c is multiplied by gain c, also where sizes coincide; X and gains stay unchanged."""
    for shape, dtype, level in (
        ((2, 3, 4), torch.float64, 1.0),
        ((3, 2, 5), torch.float32, 1000.0),
        ((2, 3, 3), torch.float32, 1.0),
        ((3, 3, 2), torch.float64, 0.0),
        ((3, 2, 3), torch.float64, 1.0),
        ((4, 4, 4), torch.float32, 1.0),
        ((2, 1, 5), torch.float32, 1.0),
    ):
        X, gains = normal(*shape, seed=21, dtype=dtype), normal(shape[1], seed=22, dtype=dtype)
        gains[0] *= level
        call = f"scale_channels(X, gains) with {dtype} X of shape {shape}"
        want = _scaled(X, gains)
        mistakes = {
            "the gains without their sign": _scaled(want, gains.sign()),
            "a channel of gain 0 left as it is": _scaled(X, gains + (gains == 0)),
        }
        with _kept(call, X=X, gains=gains):
            _expect_exact(scale_channels(X, gains), want, call, mistakes)


@check("scale_channels", points=0.5)
def scale_channels_gradients(scale_channels):
    """Gradients reach X times the gain, and each gain summed over batch and time."""
    weights = normal(3, 2, 4, seed=23, dtype=torch.float64)
    X, gains = normal(3, 2, 4, seed=24, dtype=torch.float64), torch.tensor([0.5, -3.0]).double()
    through = weights * X
    _expect_gradients(
        scale_channels,
        {"X": X, "gains": gains},
        weights,
        {
            "X": _scaled(weights, gains),
            "gains": torch.stack([through[:, c].sum() for c in range(2)]),
        },
        "scale_channels(X, gains)",
        {
            "X": {"an X that is cut from the graph": torch.zeros(3, 2, 4)},
            "gains": {"gains that are cut from the graph": torch.zeros(2)},
        },
    )


@check("scale_channels", points=0.5)
def scale_channels_is_vectorized(scale_channels):
    """However large the batch is, the same number of torch operations gives the right result."""
    _expect_vectorized(
        scale_channels,
        lambda size: (normal(size, 2, 3, seed=25), normal(2, seed=26)),
        _scaled,
        "scale_channels(X, gains)",
    )


# normalize_sequences


def _sequences(B: int, T: int, seed: int, dtype: torch.dtype, scale: float = 1.0) -> torch.Tensor:
    """Rows that differ in offset and spread, all of them far from constant."""
    ramp = torch.linspace(-1, 1, T, dtype=torch.float64)
    noise = uniform(B, T, seed=seed, low=-0.3, high=0.3, dtype=torch.float64)
    offset = normal(B, 1, seed=seed + 1, dtype=torch.float64)
    spread = 2.0 ** torch.arange(B, dtype=torch.float64).reshape(B, 1)
    return (scale * spread * (ramp + noise + offset)).to(dtype)


def _normalized(seq: torch.Tensor) -> torch.Tensor:
    """The oracle: time step by time step, in float64."""
    steps, zero = seq.double().unbind(dim=1), torch.zeros(len(seq), dtype=torch.float64)
    mean = sum(steps, zero) / len(steps)
    variance = sum(((step - mean) ** 2 for step in steps), zero) / (len(steps) - 1)
    return torch.stack([(step - mean) / variance**0.5 for step in steps], dim=1).to(seq.dtype)


@check("normalize_sequences", points=0.5, public=True)
def normalize_sequences_of_two_rows(normalize_sequences):
    """[1, 2, 3] becomes [-1, 0, 1], and [10, 30, 20] becomes [-1, 1, 0]."""
    seq = torch.tensor([[1.0, 2.0, 3.0], [10.0, 30.0, 20.0]])
    centered = torch.tensor([[-1.0, 0.0, 1.0], [-10.0, 10.0, 0.0]])
    column = 0.5**0.5
    expect_close(
        normalize_sequences(seq),
        torch.tensor([[-1.0, 0.0, 1.0], [-1.0, 1.0, 0.0]]),
        "normalize_sequences([[1, 2, 3], [10, 30, 20]])",
        mistakes={
            "the biased standard deviation": [
                [-(1.5**0.5), 0, 1.5**0.5],
                [-(1.5**0.5), 1.5**0.5, 0],
            ],
            "columns normalized instead of rows": [[-column] * 3, [column] * 3],
            "one mean and one standard deviation for all rows together": (seq - 11) / 137.6**0.5,
            "the mean subtracted, but no division by the standard deviation": centered,
            "a division by the variance": centered / torch.tensor([[1.0], [100.0]]),
            "a division by the standard deviation, but no mean subtracted": [
                [1.0, 2.0, 3.0],
                [1.0, 3.0, 2.0],
            ],
            "a division by the norm": centered / torch.tensor([[2.0], [200.0]]).sqrt(),
        },
        hint="Mean and standard deviation are taken along the last dimension, one per row.",
    )


SEQUENCES = Examples(
    _sequences, count=5, B=SIZES, T=st.sampled_from([2, 3, 4, 7]), seed=SEEDS, dtype=FLOATS
)


def _with_outlier() -> torch.Tensor:
    """Long rows, one of which has an entry that is far from all others."""
    seq = _sequences(3, 60, 30, torch.float32)
    seq[1, 50] += 100.0
    return seq


@check("normalize_sequences", points=0.5)
def normalize_sequences_in_any_size(normalize_sequences):
    """Every row gets its own mean and unbiased std, for any size and dtype; seq stays as it is."""
    for seq in itertools.chain(SEQUENCES, [_with_outlier()]):
        call = f"normalize_sequences(seq) with {seq.dtype} seq of shape {tuple(seq.shape)}"
        want = _normalized(seq)
        mistakes = {
            "the biased standard deviation": want * (seq.shape[1] / (seq.shape[1] - 1)) ** 0.5,
            "values clipped at three standard deviations": want.clamp(-3, 3),
        }
        hint = "Compute in the dtype of seq all the way, and without an eps in the denominator."
        with _kept(call, seq=seq):
            expect_close(normalize_sequences(seq), want, call, mistakes, hint)


@check("normalize_sequences", points=0.5)
def normalize_sequences_of_faint_rows(normalize_sequences):
    """Rows whose values differ by millionths or thousands come out just as any other."""
    for T, scale, dtype in (
        (2, 1e-4, torch.float32),
        (5, 1e-6, torch.float32),
        (4, 1e-6, torch.float64),
        (3, 1e3, torch.float32),
    ):
        seq = _sequences(3, T, 31, dtype, scale)
        want = _normalized(seq)
        expect_close(
            normalize_sequences(seq),
            want,
            f"normalize_sequences(seq) with {dtype} seq of size {scale:g} and T = {T}",
            hint="The definition has no eps: the standard deviation is not zero, however small.",
        )


@check("normalize_sequences", points=0.5)
def normalize_sequences_gradient(normalize_sequences):
    """The gradient goes through the mean and the standard deviation as well."""
    for T, dtype in ((5, torch.float64), (2, torch.float64), (4, torch.float32)):
        seq = _sequences(3, T, 32, dtype)
        weights = normal(3, T, seed=33, dtype=dtype)
        want, std = _normalized(seq), seq.std(dim=1, keepdim=True)
        mean_weight = weights.mean(dim=1, keepdim=True)
        through_std = want * (weights * want).sum(dim=1, keepdim=True) / (T - 1)
        _expect_gradients(
            normalize_sequences,
            {"seq": seq},
            weights,
            {"seq": (weights - mean_weight - through_std) / std},
            f"normalize_sequences(seq) with {dtype} seq and T = {T}",
            {
                "seq": {
                    "a standard deviation that is cut from the graph": (weights - mean_weight)
                    / std,
                    "a mean that is cut from the graph": (weights - through_std) / std,
                    "a mean and a standard deviation that are cut from the graph": weights / std,
                }
            },
        )


@check("normalize_sequences", points=0.5)
def normalize_sequences_is_vectorized(normalize_sequences):
    """However many rows there are, the same number of torch operations gives the right result."""
    _expect_vectorized(
        normalize_sequences,
        lambda size: (normal(size, 5, seed=34),),
        _normalized,
        "normalize_sequences(seq)",
    )


# broadcast_shape


def _broadcast(shape_a: tuple[int, ...], shape_b: tuple[int, ...]) -> tuple[int, ...] | None:
    """The oracle: what PyTorch does with two tensors of these shapes."""
    try:
        return tuple((torch.empty(shape_a) + torch.empty(shape_b)).shape)
    except RuntimeError:
        return None


def _expect_shape(
    got: Any,
    want: tuple[int, ...] | None,
    call: str,
    mistakes: Mapping[str, Any] | None = None,
    hint: str = "",
) -> None:
    """Fail unless ``got`` is ``want``: a tuple of whole numbers, or ``None``."""
    if got is None and want is not None:
        fail(
            f"{call} should be {show(want)}, but is None, although the shapes are compatible.",
            hint or "Is the function still a stub, or is its `return` missing?",
        )
    if isinstance(got, tuple) and not all(isinstance(size, numbers.Integral) for size in got):
        kinds = ", ".join(type(size).__name__ for size in got)
        fail(f"{call} should be a tuple of ints, but its entries are: {kinds}.")
    for name, wrong in (mistakes or {}).items():
        if want is None and isinstance(got, tuple) and got == wrong:
            fail(f"{call} should be None, but is {show(got)}. This is {name}.", hint)
    expect_equal(got, want, call, mistakes, hint)


def _expect_broadcast(
    function: Callable[..., Any], shape_a: tuple[int, ...], shape_b: tuple[int, ...], hint: str = ""
) -> None:
    """Fail unless ``function`` is right about two shapes, in this order and in the other."""
    want = _broadcast(shape_a, shape_b)
    for left, right in ((shape_a, shape_b), (shape_b, shape_a)):
        mistakes: dict[str, Any] = {
            "shapes that are aligned from the left": _aligned_left(left, right),
            "extra dimensions of the longer shape left out": tuple(
                (want or ())[max(0, len(want or ()) - min(len(left), len(right))) :]
            ),
        }
        if want is None:
            mistakes = {
                "the larger size taken, although neither is 1": _largest(left, right),
                "shapes that are aligned from the left": _aligned_left(left, right),
            }
        _expect_shape(
            function(left, right), want, f"broadcast_shape({left}, {right})", mistakes, hint
        )


def _aligned_left(left: tuple[int, ...], right: tuple[int, ...]) -> tuple[int, ...] | None:
    length = max(len(left), len(right))
    filled = [(*shape, *(1,) * (length - len(shape))) for shape in (left, right)]
    return _broadcast(*filled)


def _largest(left: tuple[int, ...], right: tuple[int, ...]) -> tuple[int, ...]:
    pairs = itertools.zip_longest(left[::-1], right[::-1], fillvalue=1)
    return tuple(max(a, b) for a, b in pairs)[::-1]


@check("broadcast_shape", points=0.5, public=True)
def broadcast_shape_of_small_tables(broadcast_shape):
    """(4, 1) and (3,) give (4, 3), (2, 3) and (3,) give (2, 3), (2, 3) and (2,) give None."""
    hint = "Write the shapes below each other, aligned at the right, and look at each column."
    for shape_a, shape_b, want in (
        ((4, 1), (3,), (4, 3)),
        ((2, 3), (3,), (2, 3)),
        ((2, 3), (2,), None),
    ):
        call = f"broadcast_shape({shape_a}, {shape_b})"
        try:
            got = broadcast_shape(shape_a, shape_b)
        except (RuntimeError, ValueError) as error:
            name = type(error).__name__
            fail(f"{call} should be {show(want)}, but raised {name}: {error}", hint)
        if got is None and want is not None:
            fail(
                f"{call} should be {show(want)}, but is None, although the shapes are compatible.",
                f"{hint} (A stub returns None, too.)",
            )
        if isinstance(got, tuple) and want is None:
            fail(f"{call} should be None, but is {show(got)}: 3 meets 2, and neither is 1.", hint)
        if isinstance(got, tuple) and any(hasattr(size, "__len__") for size in got):
            fail(f"{call} should be a tuple of ints, but is {show(got)}.")
        expect_equal(got, want, call, hint=hint)


@check("broadcast_shape", points=0.25)
def broadcast_shape_with_ones(broadcast_shape):
    """A size of 1 is stretched, on whichever side it stands, and 1 with 1 stays 1."""
    for shape_a, shape_b in (
        ((3, 1), (1, 4)),
        ((1,), (5,)),
        ((1, 1), (1,)),
        ((2, 1, 3), (1, 4, 1)),
        ((7, 1), (7, 1)),
        ((int("1000"), 3), (int("1000"), 1)),  # equal, but not one and the same object
        ((4, 3), (4, 3)),
    ):
        _expect_broadcast(broadcast_shape, shape_a, shape_b, "1 gives way to any size.")


@check("broadcast_shape", points=0.25)
def broadcast_shape_of_different_lengths(broadcast_shape):
    """The shorter shape, () included, is filled up with ones on its left."""
    for shape_a, shape_b in (
        ((5, 2, 3), (3,)),
        ((2, 2, 3), (2, 1)),
        ((3, 4, 1), (5,)),
        ((1, 1, 6), (6,)),
        ((), (2, 3)),
        ((), (1,)),
        ((), ()),
    ):
        _expect_broadcast(
            broadcast_shape,
            shape_a,
            shape_b,
            "A missing dimension counts as 1, and () is the shape of a single number.",
        )


@check("broadcast_shape", points=0.5)
def broadcast_shape_of_incompatible_shapes(broadcast_shape):
    """Shapes are incompatible as soon as two aligned sizes differ and neither is 1."""
    for shape_a, shape_b in (
        ((10,), (12,)),
        ((13,), (3,)),
        ((2, 3), (4, 3)),
        ((2, 3), (3, 4)),
        ((2, 4), (3, 4)),
        ((2, 6), (2, 3)),
        ((3, 1, 2), (4, 1, 2)),
        ((4, 2, 3), (4, 3)),
        ((2, 3, 1), (2, 1)),
        ((5, 1), (5,)),
    ):
        _expect_broadcast(
            broadcast_shape, shape_a, shape_b, "The answer is then None, not an exception."
        )


SHAPES = st.lists(st.sampled_from([1, 1, 2, 3]), max_size=6).map(tuple)

SHAPE_PAIRS = Examples(
    lambda shape_a, shape_b: (shape_a, shape_b), 12, shape_a=SHAPES, shape_b=SHAPES
)


@check("broadcast_shape", points=0.5)
def broadcast_shape_is_what_pytorch_does(broadcast_shape):
    """For any two shapes the answer, a tuple of ints or None, is what PyTorch would do."""
    for shape_a, shape_b in SHAPE_PAIRS:
        _expect_broadcast(broadcast_shape, shape_a, shape_b)


# expand_rows and repeat_rows


def _vectors() -> dict[str, torch.Tensor]:
    """Vectors of which some are views of a larger tensor."""
    return {
        "b of its own": normal(4, seed=51),
        "float64 b of its own": normal(4, seed=51, dtype=torch.float64),
        "b = big[2:5]": normal(8, seed=52)[2:5],
        "b = big[::2]": normal(6, seed=53)[::2],
        "b a column of a matrix": normal(3, 4, seed=54, dtype=torch.float64)[:, 1],
        "b itself expanded": normal(1, seed=55).expand(3),
        "b that requires gradients": normal(4, seed=58).requires_grad_(),
    }


REFUSED = object()
"""In place of a result where a function does not take what it need not take."""


def _rows(function: Callable[..., Any], b: torch.Tensor, n: int, call: str) -> Any:
    """Return ``function(b, n)``, or ``REFUSED`` where it takes no b that requires gradients.

    NumPy refuses such a b, and neither function has to be differentiable. But who takes it treats
    it like any other: it stays as it is, and the result is a view or a copy as promised.
    """
    with _kept(call, b=b):
        try:
            return function(b, n)
        except (AssertionError, BufferError, RuntimeError, TypeError, ValueError):
            if not b.requires_grad:
                raise
    return REFUSED


@check("expand_rows", points=0.5, public=True)
def expand_rows_of_three_numbers(expand_rows):
    """Two rows [1, 2, 3], which are the memory of b: a change of b shows in both."""
    b = torch.tensor([1.0, 2.0, 3.0])
    before = watch(b)
    result = expand_rows(b, 2)
    expect_close(
        result,
        torch.tensor([[1.0, 2.0, 3.0], [1.0, 2.0, 3.0]]),
        "expand_rows([1, 2, 3], 2)",
    )
    expect_untouched(before, "expand_rows(b, 2)")
    b.detach()[1] = 50.0
    expect_close(
        result,
        torch.tensor([[1.0, 50.0, 3.0], [1.0, 50.0, 3.0]]),
        "expand_rows([1, 2, 3], 2), after b[1] = 50",
        mistakes={"a copy, which does not follow b": [[1.0, 2.0, 3.0], [1.0, 2.0, 3.0]]},
        hint="Ask for a view: n rows that all lie in the memory of b.",
    )


@check("expand_rows", points=0.5)
def expand_rows_in_any_size(expand_rows):
    """The result has shape (n, D), the dtype of b, and b in every row; b stays as it is."""
    for size, n, dtype in ((4, 4, torch.float64), (2, 5, torch.float32), (5, 3, torch.float64)):
        b = normal(size, seed=56, dtype=dtype)
        call, want = f"expand_rows(b, {n}) with {dtype} b of shape ({size},)", torch.stack([b] * n)
        transposed = {"rows and columns swapped": want.T} if n == size else {}
        with _kept(call, b=b):
            _expect_exact(expand_rows(b, n), want, call, transposed)


@check("expand_rows", points=0.5)
def expand_rows_shares_storage(expand_rows):
    """Every row lies in the memory of b, also where b is a slice or a column of a larger tensor."""
    for (name, b), n in zip(_vectors().items(), itertools.cycle((200, 3, 2)), strict=False):
        call, want = f"expand_rows(b, {n}) with {name}", torch.stack([b] * n)
        result = _rows(expand_rows, b, n, call)
        if result is REFUSED:
            continue
        expect_close(result, want, call)
        if result.data_ptr() != b.data_ptr():
            fail(
                f"{call} is a copy: it does not lie in the memory of b.",
                "`repeat`, `stack`, `clone` and `contiguous` all copy.",
            )
        if result.stride() != (0, b.stride(0)):
            fail(f"{call} has rows that do not lie in the memory of b.")


@check("repeat_rows", points=0.5, public=True)
def repeat_rows_of_three_numbers(repeat_rows):
    """Two rows [1, 2, 3]; writing into the first one changes neither the second one nor b."""
    b = torch.tensor([1.0, 2.0, 3.0])
    before = watch(b)
    result = repeat_rows(b, 2)
    expect_untouched(before, "repeat_rows(b, 2)")
    expect_close(
        result,
        torch.tensor([[1.0, 2.0, 3.0], [1.0, 2.0, 3.0]]),
        "repeat_rows([1, 2, 3], 2)",
        mistakes={"each number repeated instead of each row": [[1.0, 1.0, 2.0], [2.0, 3.0, 3.0]]},
    )
    try:
        result[0] = torch.tensor([7.0, 8.0, 9.0])
    except RuntimeError as error:
        fail(f"repeat_rows([1, 2, 3], 2) cannot be modified in place: {error}")
    expect_close(
        b,
        torch.tensor([1.0, 2.0, 3.0]),
        "b, after writing [7, 8, 9] into the first row of repeat_rows(b, 2),",
        mistakes={"a view of b instead of a copy": [7.0, 8.0, 9.0]},
        hint="Every row needs memory of its own.",
    )
    expect_close(
        result,
        torch.tensor([[7.0, 8.0, 9.0], [1.0, 2.0, 3.0]]),
        "repeat_rows([1, 2, 3], 2), after writing [7, 8, 9] into its first row",
        mistakes={"rows that share their memory": [[7.0, 8.0, 9.0], [7.0, 8.0, 9.0]]},
        hint="Every row needs memory of its own.",
    )


@check("repeat_rows", points=0.5)
def repeat_rows_in_any_size(repeat_rows):
    """The result has shape (n, D), the dtype of b, and b in every row; b stays as it is."""
    for size, n, dtype in ((4, 4, torch.float64), (2, 5, torch.float32), (5, 3, torch.float64)):
        b = normal(size, seed=57, dtype=dtype)
        call, want = f"repeat_rows(b, {n}) with {dtype} b of shape ({size},)", torch.stack([b] * n)
        swapped = {
            "each number repeated instead of each row": b.repeat_interleave(n).reshape(n, size)
        }
        with _kept(call, b=b):
            _expect_exact(repeat_rows(b, n), want, call, swapped)


def _expect_writable(result: torch.Tensor, expected: torch.Tensor, call: str) -> None:
    """Write the same into both, row by row, and fail where ``result`` does not follow."""
    try:
        for row in (2, 0, 1):
            result[row] += row + 1.0
            expected[row] += row + 1.0
            expect_close(
                result,
                expected,
                f"{call}, after a change of row {row},",
                hint="Every row needs memory of its own.",
            )
        result.mul_(2.0)
        expected.mul_(2.0)
    except RuntimeError as error:
        fail(f"{call} cannot be modified in place: {error}")


@check("repeat_rows", points=0.5)
def repeat_rows_is_independent(repeat_rows):
    """Every row can be modified in place on its own; b and other results do not follow."""
    hint = "Make a new tensor in every call, and keep none for the next."
    for name, b in _vectors().items():
        call = f"repeat_rows(b, 3) with {name}"
        before = b.detach().clone()
        original = torch.stack([before] * 3)
        expected = original.clone()
        result = _rows(repeat_rows, b, 3, call)
        if result is REFUSED:
            continue
        expect_close(result, expected, call)
        _expect_writable(result, expected, call)
        if not torch.equal(b, before):
            fail(f"{call} shares memory with b: writing into the result changed b.")
        again = repeat_rows(b, 3)
        expect_close(again, original, f"{call}, anew after a change of its result,", hint=hint)
        expect_close(result, expected, f"{call}, after another call,", hint=hint)
        b.detach()[0] = 100.0
        expect_close(result, expected, f"{call}, after a change of b,")
        want = torch.stack([b.detach()] * 3)
        expect_close(repeat_rows(b, 3), want, f"{call}, called anew after a change of b,")


# storage_bytes


@check("storage_bytes", points=0.5, public=True)
def storage_bytes_of_a_vector_and_its_view(storage_bytes):
    """Twelve float32 numbers take 48 bytes, and an expanded (1000, 12) view adds nothing."""
    vector = torch.arange(12, dtype=torch.float32)
    expect_equal(
        storage_bytes(vector),
        48,
        "storage_bytes(twelve float32 numbers)",
        mistakes={
            "the number of elements instead of bytes": 12,
            "8 bytes per element": 96,
            "bits instead of bytes": 384,
        },
        hint="Count the numbers alone (4 bytes each), not the Python object around them.",
    )
    expect_equal(
        storage_bytes(vector.expand(1000, 12)),
        48,
        "storage_bytes(vector.expand(1000, 12)) with twelve float32 numbers in vector",
        mistakes={
            "all elements of the view counted, although they share memory": 48000,
            "the number of elements instead of bytes": 12,
        },
        hint="A view has no memory of its own: ask for the storage behind it.",
    )


@check("storage_bytes", points=0.5)
def storage_bytes_of_parts(storage_bytes):
    """A slice, a column or a single entry looks at one whole storage, which stays as it is."""
    big = normal(20, seed=61)
    matrix = normal(4, 6, seed=62, dtype=torch.float64)
    small = normal(3, seed=63).requires_grad_()
    owners = {
        80: "20 float32 numbers in big",
        192: "4x6 float64 numbers in matrix",
        12: "three float32 numbers in small, which requires gradients,",
    }
    for name, view, size in (
        ("big[2:5]", big[2:5], 80),
        ("big[::4]", big[::4], 80),
        ("big[3:6].expand(50, 3)", big[3:6].expand(50, 3), 80),
        ("big[:3].detach()", big[:3].detach(), 80),
        ("big[5:].data", big[5:].data, 80),
        ("matrix.T", matrix.T, 192),
        ("matrix[1:3, 2:].T", matrix[1:3, 2:].T, 192),
        ("matrix[2, 3]", matrix[2, 3], 192),
        ("small", small, 12),  # the shape and dtype of big[2:5]
    ):
        call = f"storage_bytes({name}) with {owners[size]}"
        each, start = view.element_size(), view.storage_offset()
        reach = 1 + sum((n - 1) * step for n, step in zip(view.shape, view.stride(), strict=True))
        mistakes = {
            "the elements of the view counted instead of its storage": view.numel() * each,
            "the part of the storage that the view reaches": reach * each,
            "the part of the storage up to the view's last element": (start + reach) * each,
            "the part of the storage from the view's first element on": size - start * each,
            "4 bytes per element, whatever the dtype": size // each * 4,
        }
        with _kept(call, t=view):
            expect_equal(storage_bytes(view), size, call, mistakes)


@check("storage_bytes", points=0.5)
def storage_bytes_of_other_dtypes(storage_bytes):
    """Each dtype has its own number of bytes per element."""
    for dtype, size in (
        (torch.float64, 56),
        (torch.int64, 56),
        (torch.float32, 28),
        (torch.float16, 14),
        (torch.bfloat16, 14),  # NumPy has none
        (torch.complex64, 56),
        (torch.bool, 7),
    ):
        vector = torch.ones(7, dtype=dtype)
        for name, tensor in (("", vector), (", expanded to (3, 7)", vector.expand(3, 7))):
            expect_equal(
                storage_bytes(tensor),
                size,
                f"storage_bytes(seven {dtype} numbers{name})",
                mistakes={"4 bytes per element, whatever the dtype": 28},
            )


# sum_to_shape


def _summed(grad: torch.Tensor, shape: tuple[int, ...]) -> torch.Tensor:
    """The oracle: add every entry of ``grad`` where broadcasting took it from."""
    want = torch.zeros(shape, dtype=torch.float64)
    added = grad.dim() - len(shape)
    for index in itertools.product(*(range(size) for size in grad.shape)):
        source = tuple(0 if n == 1 else i for i, n in zip(index[added:], shape, strict=True))
        want[source] += float(grad[index])
    return want.to(grad.dtype)


def _expect_sum(
    function: Callable[..., Any],
    from_shape: tuple[int, ...],
    shape: tuple[int, ...],
    seed: int,
) -> None:
    """Fail unless ``function`` brings a drawn gradient back to ``shape`` and keeps the gradient."""
    grad = uniform(math.prod(from_shape), seed=seed, low=0.5, high=2.0).reshape(from_shape)
    call = f"sum_to_shape(grad, {shape}) with grad of shape {from_shape}"
    want = _summed(grad, shape)
    mistakes = {"a mean instead of a sum": want * want.numel() / max(1, grad.numel())}
    if len(from_shape) == 2 and from_shape[0] == from_shape[1]:
        mistakes["the wrong dimension summed"] = _summed(grad.T, shape)
    with _kept(call, grad=grad):
        got = function(grad, shape)
    if isinstance(got, torch.Tensor) and shape != () and got.shape == ():
        fail(
            f"{call} should have shape {shape}, but everything was summed to a single number.",
            "`sum` over an empty list of dimensions sums over all of them.",
        )
    _expect_exact(got, want, call, mistakes)


@check("sum_to_shape", points=0.5, public=True)
def sum_to_shape_of_a_small_table(sum_to_shape):
    """[[1, 2, 3], [4, 5, 6]] becomes [5, 7, 9] in shape (3,), and [[6], [15]] in shape (2, 1)."""
    grad = torch.tensor([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])
    before = watch(grad)
    expect_close(
        sum_to_shape(grad, (3,)),
        torch.tensor([5.0, 7.0, 9.0]),
        "sum_to_shape([[1, 2, 3], [4, 5, 6]], (3,))",
        mistakes={
            "a mean instead of a sum": [2.5, 3.5, 4.5],
            "the first entry taken instead of the sum": [1.0, 2.0, 3.0],
        },
        hint="A (3,) vector that meets a (2, 3) table is added to 2 rows, so 2 gradients meet.",
    )
    expect_untouched(before, "sum_to_shape(grad, (3,))")
    expect_close(
        sum_to_shape(grad, (2, 1)),
        torch.tensor([[6.0], [15.0]]),
        "sum_to_shape([[1, 2, 3], [4, 5, 6]], (2, 1))",
        mistakes={
            "a mean instead of a sum": [[2.0], [5.0]],
            "the first entry taken instead of the sum": [[1.0], [4.0]],
        },
        hint="A (2, 1) column was stretched to 3 columns; its size-1 dimension is still there.",
    )


@check("sum_to_shape", points=0.5)
def sum_to_shape_without_stretching(sum_to_shape):
    """Dimensions that broadcasting left alone are not summed; ones that were ones stay ones."""
    for from_shape, shape in (
        ((2, 3), (2, 3)),
        ((), ()),
        ((1, 3), (1, 3)),
        ((2, 1), (2, 1)),
        ((1, 3), (1, 1)),
        ((2, 3, 1), (3, 1)),
        ((1, 3), (3,)),
    ):
        _expect_sum(sum_to_shape, from_shape, shape, seed=71)


@check("sum_to_shape", points=0.5)
def sum_to_shape_of_square_tables(sum_to_shape):
    """Where sizes coincide, the dimensions are still aligned from the right."""
    for from_shape, shape in (
        ((3, 3), (3,)),
        ((3, 3), (1, 3)),
        ((3, 3), (3, 1)),
        ((2, 2, 2), (2,)),
        ((2, 2, 2), (2, 1)),
        ((2, 3, 2), (2,)),
    ):
        _expect_sum(sum_to_shape, from_shape, shape, seed=72)


@check("sum_to_shape", points=0.5)
def sum_to_shape_added_and_stretched(sum_to_shape):
    """Added and stretched dimensions are summed together, down to a single number for ()."""
    for from_shape, shape in (
        ((2, 3, 4), (3, 1)),
        ((2, 3, 4), (1, 4)),
        ((2, 3, 4), (1, 1)),
        ((2, 3), (1,)),
        ((2, 3, 4), (2, 1, 1)),
        ((2, 1, 2, 3, 2), (2, 1, 2)),
        ((4, 3), ()),
        ((5,), ()),
        ((2, 3), (3,)),  # the shapes of the public check again, with other values
    ):
        _expect_sum(sum_to_shape, from_shape, shape, seed=73)


@st.composite
def _broadcasts(draw: st.DrawFn) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """A shape and the shape that it was broadcast to."""
    full = draw(st.lists(st.sampled_from([2, 3, 1, 4]), min_size=2, max_size=4))
    kept = full[draw(st.integers(0, 2)) :]
    return tuple(full), tuple(draw(st.sampled_from([size, 1, size])) for size in kept)


GRADIENTS = Examples(
    lambda shapes, seed, dtype: (
        shapes[1],
        normal(math.prod(shapes[0]), seed=seed, dtype=dtype).reshape(shapes[0]),
        torch.zeros(shapes[1], dtype=dtype, requires_grad=True),
    ),
    count=10,
    shapes=_broadcasts(),
    seed=SEEDS,
    dtype=FLOATS,
)


@check("sum_to_shape", points=0.5)
def sum_to_shape_agrees_with_autograd(sum_to_shape):
    """The result is what autograd gives for a broadcast input, in the dtype of grad."""
    for shape, grad, source in GRADIENTS:
        full = tuple(grad.shape)
        (want,) = torch.autograd.grad(source.expand(full), source, grad)
        call = f"sum_to_shape(grad, {shape}) with {grad.dtype} grad of shape {full}"
        with _kept(call, grad=grad):
            _expect_exact(sum_to_shape(grad, shape), want, call)
