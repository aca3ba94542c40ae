"""The properties checked in ``normalization`` (Exercise 1)."""

from __future__ import annotations

import itertools
import math
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache, partial
from typing import Any

import numpy as np
import torch
from hypothesis import strategies as st

from pcpt_grade.checks import figures
from pcpt_grade.checks.draw import FLOATS, SEEDS, Examples, binomial_bound, normal
from pcpt_grade.checks.expect import (
    comes_of,
    expect_close,
    expect_equal,
    expect_figure,
    expect_gradients,
    expect_tensor,
    expect_untouched,
    fail,
    is_close,
    show,
    watch,
)
from pcpt_grade.checks.registry import check
from pcpt_grade.checks.tools import global_seed
from pcpt_grade.probes import FreshBatches

Array = np.ndarray[Any, np.dtype[np.float64]]


def _expect_left_alone(watched: list[tuple[Any, Any]], call: str) -> None:
    """Fail if a call changed the values or the ``requires_grad`` of an input."""
    expect_untouched(watched, call)
    for given, _ in watched:
        if isinstance(given, torch.Tensor) and given.requires_grad:
            fail(
                f"{call} switched gradients on for one of its inputs.", "Leave inputs as they are."
            )


# ------------------------------------------------------------------------------ min_max_scale


def _vector(size: int, seed: int, dtype: torch.dtype, offset: float) -> torch.Tensor:
    return (offset + 3 * normal(size, seed=seed, dtype=torch.float64)).to(dtype)


VECTORS = Examples(
    _vector,
    count=4,
    size=st.integers(2, 9),
    seed=SEEDS,
    dtype=FLOATS,
    offset=st.sampled_from([0.0, -20.0, 20.0]),
)


@check("min_max_scale", points=0.5, public=True)
def min_max_scale_of_three_numbers(min_max_scale):
    """The vector [2, 4, 10] becomes [0, 0.25, 1], and [-1, -0.5, 1] with low=-1 and high=1."""
    x = torch.tensor([2.0, 4.0, 10.0])
    expect_close(
        min_max_scale(x),
        torch.tensor([0.0, 0.25, 1.0]),
        "min_max_scale([2, 4, 10])",
        mistakes={
            "a division by the maximum alone": [0.2, 0.4, 1.0],
            "a division by the range, but without moving the minimum to 0": [0.25, 0.5, 1.25],
            "a division by the maximum instead of the range": [0.0, 0.2, 0.8],
            "the maximum sent to low and the minimum to high": [1.0, 0.75, 0.0],
            "other defaults for low and high": [-1.0, -0.5, 1.0],
        },
        hint="Subtract the minimum, then divide by maximum minus minimum.",
    )
    expect_close(
        min_max_scale(x, low=-1.0, high=1.0),
        torch.tensor([-1.0, -0.5, 1.0]),
        "min_max_scale([2, 4, 10], low=-1, high=1)",
        mistakes={
            "the interval [0, 1] whatever low and high are": [0.0, 0.25, 1.0],
            "the factor high instead of high - low": [-1.0, -0.75, 0.0],
            "a last step left out: low is not added": [0.0, 0.5, 2.0],
            "low and high exchanged": [1.0, 0.5, -1.0],
            "clamping instead of scaling": [1.0, 1.0, 1.0],
        },
        hint="Scale the result in [0, 1] by the length of the new interval, then move it to low.",
    )


@check("min_max_scale", points=0.5)
def min_max_scale_any_interval(min_max_scale):
    """Every vector that is not constant fills [low, high] exactly, and is left as it was."""
    for x in VECTORS:
        for low, high in ((0.0, 1.0), (2.0, 5.0), (-7.5, 0.0)):
            watched = watch(x)
            call = f"min_max_scale({show(x)}, {low}, {high})"
            want, with_eps = _mapped(x, low, high), _mapped(x, low, high, eps=1e-6)
            got = min_max_scale(x, low, high)
            _expect_left_alone(watched, call)
            expect_close(got, want, call, {"an eps of 1e-6 added to the range": with_eps})


def _mapped(x: torch.Tensor, low: float, high: float, eps: float = 0.0) -> torch.Tensor:
    values = x.tolist()
    least, most = min(values), max(values)
    mapped = [low + (high - low) * (v - least) / (most - least + eps) for v in values]
    return torch.tensor(mapped, dtype=x.dtype)


@check("min_max_scale", points=0.25)
def min_max_scale_of_a_constant(min_max_scale):
    """A constant vector maps to low, without NaN; entries that agree are nothing special."""
    for value, low, high in ((0.0, 0.0, 1.0), (0.3, -2.0, 5.0), (-40.0, 1.5, 2.0)):
        for dtype in (torch.float32, torch.float64):
            x = torch.full((4,), value, dtype=dtype)
            watched = watch(x)
            call = f"min_max_scale({show(x)}, {low}, {high})"
            got = min_max_scale(x, low, high)
            _expect_left_alone(watched, call)
            expect_close(
                got,
                torch.full((4,), low, dtype=dtype),
                call,
                mistakes={
                    "zeros instead of low": torch.zeros(4),
                    "high instead of low": torch.full((4,), high),
                    "the middle of the interval instead of low": torch.full((4,), (low + high) / 2),
                    "the vector left as it is": x,
                },
                hint="Where maximum and minimum are equal there is nothing to divide by.",
            )
    # the entries at both ends agree, with each other and with the mean
    expect_close(
        min_max_scale(torch.tensor([3.0, 3.0, 1.0, 7.0, 1.0, 3.0]), -1.0, 2.0),
        torch.tensor([0.0, 0.0, -1.0, 2.0, -1.0, 0.0]),
        "min_max_scale([3, 3, 1, 7, 1, 3], -1, 2)",
        mistakes={"a vector taken as constant because some entries agree": [-1.0] * 6},
        hint="Only a vector whose maximum and minimum are equal is constant.",
    )


@check("min_max_scale", points=0.25)
def min_max_scale_of_a_tiny_range(min_max_scale):
    """A vector whose entries lie very close together still fills the whole interval."""
    for offset, width in ((0.0, 1e-9), (-3.0, 1e-5)):
        steps = torch.tensor([0.5, 0.0, 1.0, 0.25], dtype=torch.float64)
        expect_close(
            min_max_scale(offset + width * steps, -1.0, 1.0),
            2 * steps - 1,
            f"min_max_scale({offset} + {width} * {show(steps)}, -1, 1)",
            mistakes={"a constant vector": torch.full((4,), -1.0)},
            hint="An eps in the denominator, or calling nearly equal entries constant, changes it.",
            rtol=0,
            atol=5e-3,  # 1e-12 in the denominator does no harm
        )


# -------------------------------------------------------------------------------- standardize


def _matrix(shape: tuple[int, int], seed: int, dtype: torch.dtype) -> torch.Tensor:
    """Return a matrix, with an outlier and with a sample that comes twice if it has many rows."""
    rows, columns = shape
    scale = 10 ** torch.linspace(-0.5, 1, columns, dtype=torch.float64)
    offset = torch.linspace(-0.5, 2, columns, dtype=torch.float64)
    values = normal(rows, columns, seed=seed, dtype=torch.float64)
    if rows > 20:
        values[rows // 2] += 12.0  # more than six standard deviations away from the mean
        values[2] = values[1]
    return (values * scale + offset).to(dtype)


# a square one, where rows can pass for columns; a wide one, where the larger size is not the number
# of samples; and one of many rows, where n-1 is almost n
SHAPES = st.sampled_from([(2, 1), (7, 4), (3, 3), (3, 5), (60, 3)])

MATRICES = Examples(_matrix, count=6, shape=SHAPES, seed=SEEDS, dtype=FLOATS)


def _standardized(X: torch.Tensor, eps: float, axis: int | None = 0, ddof: int = 1) -> torch.Tensor:
    values = X.detach().double().numpy()
    mean, std = values.mean(axis, keepdims=True), values.std(axis, ddof=ddof, keepdims=True)
    return torch.from_numpy((values - mean) / (std + eps)).to(X.dtype)


@check("standardize", points=0.5, public=True)
def standardize_two_columns(standardize):
    """The columns [1, 3, 5] and [10, 30, 50] both become [-1, 0, 1]."""
    X = torch.tensor([[1.0, 10.0], [3.0, 30.0], [5.0, 50.0]])
    want = torch.tensor([[-1.0, -1.0], [0.0, 0.0], [1.0, 1.0]])
    expect_close(
        standardize(X),
        want,
        "standardize([[1, 10], [3, 30], [5, 50]])",
        mistakes={
            "the biased standard deviation (division by N)": want * 1.5**0.5,
            "the variance instead of the standard deviation": want / torch.tensor([2.0, 20.0]),
            "the mean left in place": X / torch.tensor([2.0, 20.0]),
            "the mean removed, but no division": want * torch.tensor([2.0, 20.0]),
            "mean and standard deviation of the whole matrix": (X - X.mean()) / X.std(),
            "statistics of the rows": torch.tensor([[-0.707107, 0.707107]] * 3),
            "forgotten parentheses, X - mean / std": X - 1.5,
            "the standard deviation of the first column for all columns": want
            * torch.tensor([1.0, 10.0]),
        },
        hint="Mean and standard deviation of each column: `dim=0`.",
    )


@check("standardize", points=0.5)
def standardize_each_column(standardize):
    """Every column is standardized with its own mean and unbiased standard deviation."""
    for X in MATRICES:
        watched = watch(X)
        call = f"standardize(X) for X of shape {tuple(X.shape)}"
        want, mistakes = _standardized(X, 1e-6), _standardize_mistakes(X, 1e-6)
        got = standardize(X)
        _expect_left_alone(watched, call)
        expect_close(got, want, call, mistakes)


def _standardize_mistakes(X: torch.Tensor, eps: float) -> dict[str, torch.Tensor]:
    std, centred = X.std(dim=0), X - X.mean(dim=0)
    rows = {"statistics of the rows": _standardized(X, eps, axis=1)} if X.shape[1] > 1 else {}
    return {
        **rows,
        "values cut off at three standard deviations": (centred / (std + eps)).clamp(-3, 3),
        "the biased standard deviation (division by N)": _standardized(X, eps, ddof=0),
        "statistics of the whole matrix": _standardized(X, eps, axis=None),
        "no eps": centred / std,
        "eps under the square root, added to the variance": centred / (std**2 + eps).sqrt(),
        "eps as a lower bound of the standard deviation": centred / std.clamp_min(eps),
        "eps = 1e-6 whatever eps is": _standardized(X, 1e-6),
        "eps = 1e-5": _standardized(X, 1e-5),
        "eps = 1e-8": _standardized(X, 1e-8),
    }


@check("standardize", points=0.25)
def standardize_with_eps(standardize):
    """`eps` is added to the standard deviation, 1e-6 by default or as given."""
    scales = torch.tensor([1.0, 3e-7, 100.0], dtype=torch.float64)
    X = normal(6, 3, seed=5, dtype=torch.float64) * scales
    for eps, arguments, text in ((1e-6, {}, ""), (0.25, {"eps": 0.25}, ", eps=0.25")):
        want, mistakes = _standardized(X, eps), _standardize_mistakes(X, eps)
        call = f"standardize(X{text}) for columns with standard deviations near 1, 3e-7 and 100"
        expect_close(
            standardize(X, **arguments), want, call, mistakes, "The denominator is std + eps."
        )


@check("standardize", points=0.25)
def standardize_constant_columns(standardize):
    """A constant column becomes zero, and does not disturb the others."""
    for dtype in (torch.float32, torch.float64):
        # four rows and powers of two: sums and means are exact in every order of evaluation
        # entries that agree, the first and the last among them, do not make a column constant
        # zeros and ones are numbers like any other: neither missing values nor categories
        X = torch.tensor([[1.0, 2.0, 0.0], [1.0, 2.0, 0.0], [0.0, 2.0, 0.0], [1.0, 2.0, 0.0]])
        X = X.to(dtype)
        call = f"standardize({show(X)})"
        want = _standardized(X, 1e-6)
        mistakes = {
            "zeros left out of the mean": (X - X[0]) / (X.std(dim=0) + 1e-6),
            "columns of zeros and ones left as they are": torch.where(X < 2, X, want),
        }
        hint = "0 / (0 + eps) is 0: no case is special."
        expect_close(standardize(X), want, call, mistakes, hint)


# ------------------------------------------------------------------------------- lp_normalize


def _p_norm(x: torch.Tensor, p: float) -> float:
    return float(math.fsum(abs(v) ** p for v in x.tolist()) ** (1 / p))


@check("lp_normalize", points=0.5, public=True)
def lp_normalize_two_norms(lp_normalize):
    """[3, -4] is divided by 5 for p=2, which is the default, and by 7 for p=1."""
    x = torch.tensor([3.0, -4.0])
    expect_close(
        lp_normalize(x),
        torch.tensor([0.6, -0.8]),
        "lp_normalize([3, -4])",
        mistakes={
            "the sum of squares instead of its root": [0.12, -0.16],
            "p=1 as the default": [3 / 7, -4 / 7],
            "the largest entry instead of the norm": [0.75, -1.0],
            "absolute values in the numerator too": [0.6, 0.8],
            "the mean instead of the sum under the root": [0.848528, -1.131371],
        },
    )
    expect_close(
        lp_normalize(x, p=1),
        torch.tensor([3 / 7, -4 / 7]),
        "lp_normalize([3, -4], p=1)",
        mistakes={
            "the l2 norm whatever p is": [0.6, -0.8],
            "a sum without absolute values": [-3.0, 4.0],
        },
        hint="The l1 norm adds up absolute values: |3| + |-4|.",
    )


def _lp_mistakes(x: torch.Tensor, p: float) -> dict[str, torch.Tensor]:
    x = x.detach()
    norm, signed = _p_norm(x, p), float((x.double() ** p).sum())
    return {
        "powers without absolute values": x / signed ** (1 / p) if signed > 0 else x * math.nan,
        "no p-th root": x / norm**p,
        "the square root for every p": x / norm ** (p / 2),
        "the l2 norm whatever p is": x / _p_norm(x, 2),
        "p rounded down": x / _p_norm(x, int(p)),
        "an eps of 1e-6 added to the norm": x / (norm + 1e-6),
        "an eps of 1e-8 added to the norm": x / (norm + 1e-8),
        "equal entries counted once": x / _p_norm(x.unique(), p),
        "the largest entry instead of the norm": x / x.abs().max(),
    }


@check("lp_normalize", points=0.5)
def lp_normalize_any_p(lp_normalize):
    """The result has norm 1 for every p, whether the entries are small or large."""
    for vector in VECTORS:
        for p, scale in ((1.0, 1e4), (1.5, 1.0), (2, 1e-3), (3, 1e4), (12.5, 1.0)):
            x = vector * scale
            watched = watch(x)
            call = f"lp_normalize({show(x)}, {p})"
            want = (x.double() / _p_norm(x, p)).to(x.dtype)
            mistakes = _lp_mistakes(x, p)
            got = lp_normalize(x, p)
            _expect_left_alone(watched, call)
            expect_close(got, want, call, mistakes, "(sum of |x_d|**p) ** (1/p)")


@check("lp_normalize", points=0.25)
def lp_normalize_of_zero(lp_normalize):
    """The zero vector stays zero, without NaN; zeros among others are nothing special."""
    for p in (1.0, 2.0, 3.5):
        for dtype in (torch.float32, torch.float64):
            x = torch.zeros(3, dtype=dtype)
            mixed = torch.tensor([0.0, 4.0, 4.0, -8.0, 0.0], dtype=dtype)
            hint = "0 / 0 is NaN: the norm of the zero vector must not be divided by."
            watched = watch(x)
            call = f"lp_normalize({show(x)}, p={p})"
            got = lp_normalize(x, p=p)
            _expect_left_alone(watched, call)
            expect_close(got, torch.zeros(3, dtype=dtype), call, hint=hint)
            hint = "Only a vector of zeros has norm 0."
            call = f"lp_normalize({show(mixed)}, p={p})"
            want = mixed / _p_norm(mixed, p)
            expect_close(lp_normalize(mixed, p=p), want, call, _lp_mistakes(mixed, p), hint)


@check("lp_normalize", points=0.25)
def lp_normalize_of_tiny_vectors(lp_normalize):
    """A vector that is tiny but not zero gets norm 1 as well; no entry is too small to count."""
    for p in (1.0, 2.0, 3.0):
        x = 1e-9 * torch.tensor([1.0, -2.0, 2.0, 1e-7], dtype=torch.float64)
        want = x / _p_norm(x, p)
        expect_close(
            lp_normalize(x, p=p),
            want,
            f"lp_normalize({show(x)}, p={p})",
            mistakes={
                "zeros, as if the vector were zero": torch.zeros(4),
                "zeros for entries that are small beside the largest": want * (want.abs() > 1e-6),
                **_lp_mistakes(x, p),
            },
            hint="An eps in the denominator is not small against a tiny norm.",
            rtol=1e-3,  # the 1e-12 of `F.normalize` does no harm
        )


# ----------------------------------------------------------------------------- normalize_text


@check("normalize_text", points=0.5, public=True)
def normalize_text_in_french(normalize_text):
    """Texts like "Café", "À la CARTE" and "Crème Brûlée!" lose upper case and accents."""
    for text, want, upper in (
        ("Café", "cafe", "Cafe"),
        ("À la CARTE", "a la carte", "A la CARTE"),
        ("Crème Brûlée!", "creme brulee!", "Creme Brulee!"),
    ):
        expect_equal(
            normalize_text(text),
            want,
            f"normalize_text({text!r})",
            mistakes={"the accents left": text.lower(), "upper case left": upper},
            hint="Lower case, canonical decomposition, then drop the combining characters.",
        )


@check("normalize_text", points=0.5)
def normalize_text_drops_every_accent(normalize_text):
    """All combining characters go, in every script, several on one letter, or already apart."""
    cases = {
        "Tiếng VIỆT, PHỞ": "tieng viet, pho",
        "\u212bngström \u00c5": "angstrom a",
        "Cafe\u0301 x\u0338": "cafe x",
        "\u0130STANBUL": "istanbul",
        "\u0401\u0436 \u0419": "\u0435\u0436 \u0438",
        "\u304c\u30d7": "\u304b\u30d5",
        "\u05e9\u05c1\u05b8\u05dc\u05d5\u05b9\u05dd": "\u05e9\u05dc\u05d5\u05dd",
        "a\u20d7 \u1dc4b\ufe20": "a b",
        "a \u2260 b": "a = b",
        "": "",
        "\u0928\u094d\u0926 \u0915\u093c \u1fb3": "\u0928\u0926 \u0915 \u03b1",
    }
    for text, want in cases.items():
        expect_equal(
            normalize_text(text),
            want,
            f"normalize_text({text!a})",
            {"only the block U+0300 to U+036F dropped": _without_block(text)},
            "`str.lower` knows the letters, `unicodedata.combining` the accents of all scripts.",
        )


def _without_block(text: str) -> str:
    decomposed = unicodedata.normalize("NFD", text.lower())
    return "".join(c for c in decomposed if not 0x300 <= ord(c) <= 0x36F)


@check("normalize_text", points=0.25)
def normalize_text_keeps_the_rest(normalize_text):
    """What is no combining character stays: ß, ø, ﬁ, ², full-width letters, vowel signs, emoji."""
    for kept in (
        "straße",
        "øłđıæœ",
        "ﬁ ﬂ x² ½ № ℃",  # compatibility characters
        "ａｂｃ　①",
        "हिन्दी".replace("\u094d", ""),  # marks with combining class 0
        "ที\u0e31",
        "❤\ufe0f 👩\u200d🔬 a\u20dd",
        "tab\t line\n  \u00a0“…”",
    ):
        text, want = f" \u00c9 {kept}\n", f" e {kept}\n"
        expect_equal(
            normalize_text(text),
            want,
            f"normalize_text({text!a})",
            {
                "compatibility decomposition (NFKD) instead of canonical (NFD)": "".join(
                    c for c in unicodedata.normalize("NFKD", want) if not unicodedata.combining(c)
                ),
                "str.casefold() instead of str.lower()": want.casefold(),
                "all marks dropped, also those with combining class 0": "".join(
                    c for c in want if not unicodedata.category(c).startswith("M")
                ),
                "everything dropped that is not ASCII": want.encode("ascii", "ignore").decode(),
                "white space stripped": want.strip(),
                "white space joined": " ".join(want.split()),
                "the text left as it is": text,
                "the accents left": text.lower(),
            },
            "Keep every character for which `unicodedata.combining` gives 0.",
        )


@check("normalize_text", points=0.25)
def normalize_text_stays_decomposed(normalize_text):
    """The lower case is that of `str.lower()`, and what was decomposed is not composed again."""
    for text in ("\ud55c\uae00", "\u0b94\u0b95", "ΟΔΥΣΣΕΎΣ ΣΑΣ", "\u2126\u1e9e\u0178"):
        lower = unicodedata.normalize("NFD", text.lower())
        want = "".join(c for c in lower if not unicodedata.combining(c))
        expect_equal(
            normalize_text(text),
            want,
            f"normalize_text({text!a})",
            {
                "a composition (NFC) at the end": unicodedata.normalize("NFC", want),
                "every letter put in lower case on its own": want.replace("ς", "σ"),
                "str.casefold() instead of str.lower()": want.replace("ς", "σ").replace("ß", "ss"),
            },
            "Nothing has to be composed after the accents are gone.",
        )


# --------------------------------------------------------------------------- batch_norm_train


def _layer_input(
    shape: tuple[int, int], seed: int, dtype: torch.dtype
) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Return x, gamma (of either sign) and beta."""
    gamma = 1.5 * normal(shape[1], seed=seed + 1, dtype=torch.float64)
    beta = 2 * normal(shape[1], seed=seed + 2, dtype=torch.float64)
    return _matrix(shape, seed, dtype), gamma.to(dtype), beta.to(dtype)


LAYER_SEEDS = st.integers(0, 2**30)
LAYER_INPUTS = Examples(_layer_input, count=5, shape=SHAPES, seed=LAYER_SEEDS, dtype=FLOATS)


def _gentle_input(
    shape: tuple[int, int], seed: int, dtype: torch.dtype
) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Return x, gamma and beta whose gradients are well conditioned in float32."""
    _, gamma, beta = _layer_input(shape, seed, dtype)
    return normal(*shape, seed=seed, dtype=dtype), gamma, beta


GENTLE_INPUTS = Examples(
    _gentle_input,
    count=3,
    shape=st.sampled_from([(4, 1), (5, 3), (4, 4), (7, 2)]),
    seed=LAYER_SEEDS,
    dtype=FLOATS,
)


def _scaled(
    x: torch.Tensor, mean: Any, denominator: Any, gamma: torch.Tensor, beta: torch.Tensor
) -> torch.Tensor:
    """Return gamma (x - mean) / denominator + beta, entry by entry in Python floats."""
    scales, shifts = gamma.tolist(), beta.tolist()
    centers, sizes = (np.broadcast_to(part, x.shape).tolist() for part in (mean, denominator))
    rows = [
        [
            scale * (value - center) / size + shift
            for value, center, size, scale, shift in zip(*row, scales, shifts, strict=True)
        ]
        for row in zip(x.tolist(), centers, sizes, strict=True)
    ]
    return torch.tensor(rows, dtype=x.dtype)


def _moments(x: torch.Tensor, axis: int | None = 0, ddof: int = 0) -> tuple[Array, Array]:
    values = x.detach().double().numpy()
    return values.mean(axis, keepdims=True), values.var(axis, ddof=ddof, keepdims=True)


def _expect_no_backward(call: str, **tensors: torch.Tensor) -> None:
    for name, tensor in tensors.items():
        if tensor.grad is not None:
            fail(
                f"{call} left a gradient in the `.grad` of its input {name}.",
                "Calling `backward` is up to the caller.",
            )


@check("batch_norm_train", points=1, public=True)
def batch_norm_train_of_two_samples(batch_norm_train):
    """The column [1, 3] becomes [-1, 1], then gamma scales it and beta shifts it."""
    x = torch.tensor([[1.0, 1.0], [3.0, 3.0]])
    gamma, beta = torch.tensor([1.0, 2.0]), torch.tensor([0.0, 0.5])
    expect_close(
        batch_norm_train(x, gamma, beta),
        torch.tensor([[-0.999995, -1.49999], [0.999995, 2.49999]]),
        "batch_norm_train([[1, 1], [3, 3]], gamma=[1, 2], beta=[0, 0.5])",
        mistakes={
            "the unbiased variance (division by B-1)": [[-0.707105, -0.91421], [0.707105, 1.91421]],
            "gamma and beta left out": [[-0.999995, -0.999995], [0.999995, 0.999995]],
            "gamma left out": [[-0.999995, -0.499995], [0.999995, 1.499995]],
            "beta left out": [[-0.999995, -1.99999], [0.999995, 1.99999]],
            "the shift before the scale": [[-0.999995, -0.99999], [0.999995, 2.99999]],
            "statistics of the rows": [[0.0, 0.5], [0.0, 0.5]],
            "gamma and beta exchanged": [[1.0, 1.500003], [1.0, 2.499998]],
        },
        hint="Mean and biased variance of each column: `dim=0` and division by B.",
    )


@check("batch_norm_train", points=0.75)
def batch_norm_train_values(batch_norm_train):
    """Every column is normalized with the mean and the biased variance of the batch."""
    for x, gamma, beta in LAYER_INPUTS:
        watched = watch(x, gamma, beta)
        call = f"batch_norm_train(x, gamma, beta) for x of shape {tuple(x.shape)}"
        mean, var = _moments(x)
        want, unbiased, whole, of_rows, of_distinct = (
            _scaled(x, m, np.sqrt(v + 1e-5), gamma, beta)
            for m, v in (
                (mean, var),
                _moments(x, ddof=1),
                _moments(x, axis=None),
                _moments(x, axis=1),
                _moments(x.unique(dim=0)),
            )
        )
        mistakes = {
            "the unbiased variance (division by B-1)": unbiased,
            "statistics of the whole batch instead of each column": whole,
            "statistics of the rows": of_rows,
            "equal samples counted once": of_distinct,
            **_eps_mistakes(var, 1e-5, partial(_scaled, x, mean, gamma=gamma, beta=beta)),
        }
        got = batch_norm_train(x, gamma, beta)
        _expect_left_alone(watched, call)
        expect_close(got, want, call, mistakes, "The denominator is sqrt(biased variance + eps).")


@check("batch_norm_train", points=0.5)
def batch_norm_train_eps(batch_norm_train):
    """`eps` is added to the variance under the square root, 1e-5 by default or as given."""
    scales = torch.tensor([1.0, 2e-3, 0.0], dtype=torch.float64)
    x = normal(4, 3, seed=8, dtype=torch.float64) * scales + torch.tensor([0.0, 0.0, 2.0])
    gamma, beta = torch.tensor([1.5, 1.0, 3.0]).double(), torch.tensor([0.0, 1.0, -1.0]).double()
    mean, var = _moments(x)
    watched = watch(x, gamma, beta)
    for eps, arguments, text in ((1e-5, {}, ""), (0.3, {"eps": 0.3}, ", eps=0.3")):
        got = batch_norm_train(x, gamma, beta, **arguments)
        _expect_left_alone(watched, "batch_norm_train(x, gamma, beta)")
        expect_close(
            got,
            _scaled(x, mean, np.sqrt(var + eps), gamma, beta),
            f"batch_norm_train(x, gamma, beta{text}) for columns of variance near 1, 4e-6 and 0",
            mistakes=_eps_mistakes(var, eps, partial(_scaled, x, mean, gamma=gamma, beta=beta)),
            hint="The denominator is sqrt(var + eps).",
        )


def _eps_mistakes(
    var: Array, eps: float, divided_by: Callable[[Any], torch.Tensor]
) -> dict[str, torch.Tensor]:
    """Return what wrong denominators lead to, by name."""
    wrong = {
        "no eps": np.sqrt(np.maximum(var, 1e-300)),
        "eps added to the standard deviation instead of the variance": np.sqrt(var) + eps,
        "eps as a lower bound of the variance": np.sqrt(np.maximum(var, eps)),
        "eps = 1e-5 whatever eps is": np.sqrt(var + 1e-5),
        "eps = 1e-3": np.sqrt(var + 1e-3),
        "eps = 1e-6": np.sqrt(var + 1e-6),
        "eps = 1e-8": np.sqrt(var + 1e-8),
    }
    return {name: divided_by(denominator) for name, denominator in wrong.items()}


@check("batch_norm_train", points=0.75)
def batch_norm_train_gradients(batch_norm_train):
    """Gradients reach x (also through the batch's mean and variance), gamma and beta."""
    for x, gamma, beta in GENTLE_INPUTS:
        inputs = {"x": x, "gamma": gamma, "beta": beta}
        weights = normal(*x.shape, seed=3, dtype=x.dtype)
        wants, mistakes = _train_gradients(x, gamma, weights)
        for names in (("x", "gamma", "beta"), ("x",), ("gamma", "beta")):
            for name, tensor in inputs.items():
                tensor.requires_grad_(name in names)
            call = "batch_norm_train(x, gamma, beta)"
            got = batch_norm_train(**inputs)
            # another pass, as in a network that has several such layers, before the first one's
            # gradients are asked for
            batch_norm_train(*(2 - part.detach() for part in inputs.values()))
            expect_tensor(got, call, tuple(x.shape), x.dtype)
            _expect_no_backward(call, **inputs)
            expect_gradients(
                got * weights,
                {name: inputs[name] for name in names},
                wants,
                f"the weighted sum of {call}, {' and '.join(names)} requiring gradients,",
                mistakes=mistakes,
            )


def _train_gradients(
    x: torch.Tensor, gamma: torch.Tensor, weights: torch.Tensor
) -> tuple[dict[str, torch.Tensor], dict[str, dict[str, torch.Tensor]]]:
    """Return the gradients of sum(weights * output) in closed form, and wrong ones by name."""
    mean, var = _moments(x)
    std, w, scale = np.sqrt(var + 1e-5), weights.double().numpy(), gamma.detach().double().numpy()
    z = (x.detach().double().numpy() - mean) / std

    def tensor(values: Array) -> torch.Tensor:
        return torch.from_numpy(np.ascontiguousarray(values)).to(x.dtype)

    through_mean, through_var = w.mean(0), z * (w * z).mean(0)
    wants = {
        "x": tensor(scale / std * (w - through_mean - through_var)),
        "gamma": tensor((w * z).sum(0)),
        "beta": tensor(w.sum(0)),
    }
    mistakes = {
        "x": {
            "mean and variance taken as constants": tensor(scale / std * w),
            "the variance taken as a constant": tensor(scale / std * (w - through_mean)),
            "the mean taken as a constant": tensor(scale / std * (w - through_var)),
            "a graph that is cut before x": torch.zeros(x.shape),
        },
        "gamma": {"a graph that is cut before gamma": torch.zeros(gamma.shape)},
        "beta": {"a graph that is cut before beta": torch.zeros(gamma.shape)},
    }
    return wants, mistakes


# ---------------------------------------------------------------------------- batch_norm_eval


@check("batch_norm_eval", points=0.5, public=True)
def batch_norm_eval_of_two_samples(batch_norm_eval):
    """With stored mean 1 and variance 16, [1, 5] becomes [0, 1], then gamma and beta come in."""
    x = torch.tensor([[1.0], [5.0]])
    mean, var = torch.tensor([1.0]), torch.tensor([16.0])
    expect_close(
        batch_norm_eval(x, mean, var, torch.tensor([3.0]), torch.tensor([0.5])),
        torch.tensor([[0.5], [3.499999]]),
        "batch_norm_eval([[1], [5]], running_mean=[1], running_var=[16], gamma=[3], beta=[0.5])",
        mistakes={
            "the statistics of the batch": [[-2.499996], [3.499996]],
            "the mean of the batch": [[-1.0], [2.0]],
            "the stored variance taken as a standard deviation": [[0.5], [1.25]],
            "mean and variance exchanged": [[-44.5], [-32.5]],
            "gamma and beta left out": [[0.0], [1.0]],
            "gamma left out": [[0.5], [1.5]],
            "beta left out": [[0.0], [3.0]],
            "gamma and beta exchanged": [[3.0], [3.5]],
        },
        hint="Use running_mean and running_var as they come; the batch has no say.",
    )


def _stored(x: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    """Return running statistics that are not those of the batch."""
    columns = x.shape[1]
    mean = normal(columns, seed=21, dtype=x.dtype)
    return mean, 0.2 + 3 * normal(columns, seed=22, dtype=x.dtype) ** 2


@check("batch_norm_eval", points=0.5)
def batch_norm_eval_values(batch_norm_eval):
    """Every column is normalized with the stored mean and variance."""
    for x, factor, beta in LAYER_INPUTS:
        mean, var = _stored(x)
        gamma = factor * (len(factor) > 1)  # a gamma of zeros is a gamma, too
        watched = watch(x, gamma, beta)
        call = f"batch_norm_eval(x, ...) for x of shape {tuple(x.shape)}"
        batch_mean, batch_var = _moments(x)
        std = (var + 1e-5).sqrt()
        want, of_batch, as_std = (
            _scaled(x, m, denominator, gamma, beta)
            for m, denominator in (
                (mean, std),
                (batch_mean, np.sqrt(batch_var + 1e-5)),
                (mean, var + 1e-5),
            )
        )
        mistakes = {
            "the statistics of the batch": of_batch,
            "the stored variance taken as a standard deviation": as_std,
            "gamma left out": _scaled(x, mean, std, torch.ones_like(gamma), beta),
            **_eps_mistakes(
                var.double().numpy(), 1e-5, partial(_scaled, x, mean, gamma=gamma, beta=beta)
            ),
        }
        got = batch_norm_eval(x, mean, var, gamma, beta)
        _expect_left_alone(watched, call)
        expect_close(got, want, call, mistakes)


@check("batch_norm_eval", points=0.25)
def batch_norm_eval_eps(batch_norm_eval):
    """`eps` is added to the stored variance under the square root, 1e-5 by default or as given."""
    x = normal(4, 3, seed=9, dtype=torch.float64)
    mean, var = normal(3, seed=10, dtype=torch.float64), torch.tensor([0.7, 4e-6, 0.0]).double()
    gamma, beta = torch.tensor([1.5, 1.0, 3.0]).double(), torch.tensor([0.0, 1.0, -1.0]).double()
    m, v = mean.numpy().copy(), var.numpy().copy()
    watched = watch(x, gamma, beta)
    for eps, arguments, text in ((1e-5, {}, ""), (0.3, {"eps": 0.3}, ", eps=0.3")):
        got = batch_norm_eval(x, mean.clone(), var.clone(), gamma, beta, **arguments)
        _expect_left_alone(watched, "batch_norm_eval(x, ...)")
        expect_close(
            got,
            _scaled(x, m, np.sqrt(v + eps), gamma, beta),
            f"batch_norm_eval(x, ...{text}) for the stored variances [0.7, 4e-6, 0]",
            mistakes=_eps_mistakes(v, eps, partial(_scaled, x, m, gamma=gamma, beta=beta)),
            hint="The denominator is sqrt(running_var + eps).",
        )


@check("batch_norm_eval", points=0.5)
def batch_norm_eval_gradients(batch_norm_eval):
    """Gradients reach x, gamma and beta, with the stored statistics as constants."""
    for x, gamma, beta in GENTLE_INPUTS:
        mean, var = _stored(x)
        inputs = {"x": x, "gamma": gamma, "beta": beta}
        weights = normal(*x.shape, seed=3, dtype=x.dtype)
        std = (var + 1e-5).sqrt()
        wants = {
            "x": weights * (gamma / std),
            "gamma": (weights * (x - mean) / std).sum(0),
            "beta": weights.sum(0),
        }
        for names in (("x", "gamma", "beta"), ("x",), ("gamma", "beta")):
            for name, tensor in inputs.items():
                tensor.requires_grad_(name in names)
            got = batch_norm_eval(**inputs, running_mean=mean.clone(), running_var=var.clone())
            expect_tensor(got, "batch_norm_eval(x, ...)", tuple(x.shape), x.dtype)
            _expect_no_backward("batch_norm_eval(x, ...)", **inputs)
            expect_gradients(
                got * weights,
                {name: inputs[name] for name in names},
                wants,
                f"the weighted sum of batch_norm_eval(x, ...), {' and '.join(names)} requiring "
                "gradients,",
                mistakes={
                    name: {f"a graph that is cut before {name}": torch.zeros(inputs[name].shape)}
                    for name in names
                },
            )


@check("batch_norm_eval", points=0.25)
def batch_norm_eval_keeps_the_statistics(batch_norm_eval):
    """Evaluation does not move the running statistics: a second call gives the same."""
    call = "batch_norm_eval(x, running_mean, running_var, ...)"
    for x, gamma, beta in LAYER_INPUTS:
        mean, var = _stored(x)
        watched = watch(mean, var)
        want = _scaled(x, mean, (var + 1e-5).sqrt(), gamma, beta)
        for number in ("first", "second"):
            got = batch_norm_eval(x, mean, var, gamma, beta)
            _expect_left_alone(watched, call)
            expect_close(got, want, f"the {number} {call}")


# ----------------------------------------------------------------------- update_running_stats


def _pair(got: Any, call: str) -> tuple[Any, Any]:
    """Return the two parts of a pair, or fail."""
    if got is None or got is ...:
        fail(f"{call} returned None.", "Is the function still a stub, or is its `return` missing?")
    if not isinstance(got, (tuple, list)) or len(got) != 2:
        fail(f"{call} should return a pair of tensors, but returned {show(got)}.")
    return got[0], got[1]


def _update(
    shape: tuple[int, int], seed: int, dtype: torch.dtype, momentum: float
) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor, float]:
    batch = _matrix(shape, seed, dtype)
    if shape[1] > 3:
        batch[:, -1] = 3.0  # its variance is 0
    return (*_stored(batch), batch, momentum)


UPDATES = Examples(
    _update,
    count=6,
    shape=SHAPES,
    seed=SEEDS,
    dtype=FLOATS,
    momentum=st.sampled_from([0.1, 0.01, 0.04, 0.75]),
)


def _layer_buffers(
    mean: torch.Tensor, var: torch.Tensor, batch: torch.Tensor, momentum: float
) -> tuple[torch.Tensor, torch.Tensor]:
    """Return what ``nn.BatchNorm1d`` itself makes of its buffers."""
    layer = torch.nn.BatchNorm1d(batch.shape[1], momentum=momentum, dtype=batch.dtype)
    layer.load_state_dict({"running_mean": mean, "running_var": var}, strict=False)
    layer(batch)
    buffers = dict(layer.named_buffers())
    return buffers["running_mean"], buffers["running_var"]


@check("update_running_stats", points=1, public=True)
def update_running_stats_once(update_running_stats):
    """From mean 0 and variance 1, the batch [[1], [3]] leads to 0.2 and 1.1 at momentum 0.1."""
    mean, var, batch = torch.tensor([0.0]), torch.tensor([1.0]), torch.tensor([[1.0], [3.0]])
    call = "update_running_stats([0], [1], [[1], [3]], 0.1)"
    got = update_running_stats(mean, var, batch, 0.1)
    if not isinstance(got, (tuple, list)) or len(got) != 2:
        fail(f"{call} should return a pair of tensors, but returned {show(got)}.")
    expect_close(
        got[0],
        torch.tensor([0.2]),
        f"the mean from {call}",
        mistakes={
            "momentum and 1 - momentum exchanged (swapped momentum)": [1.8],
            "the statistics of the batch alone": [2.0],
            "mean and variance returned in the wrong order": [1.1],
            "the mean of the old and the new value, without momentum": [1.0],
        },
        hint="In PyTorch, momentum is the weight of the new batch.",
    )
    expect_close(
        got[1],
        torch.tensor([1.1]),
        f"the variance from {call}",
        mistakes={
            "the biased variance of the batch (division by B)": [1.0],
            "momentum and 1 - momentum exchanged (swapped momentum)": [1.9],
            "the standard deviation instead of the variance": [0.9 + 0.1 * 2**0.5],
            "the old value kept in full, without 1 - momentum": [1.2],
            "the spread around the new running mean": [1.748],
            "the statistics of the batch alone": [2.0],
        },
        hint="The batch variance that enters the average divides by B-1: here it is 2.",
    )


@check("update_running_stats", points=1)
def update_running_stats_like_the_layer(update_running_stats):
    """The new statistics are the buffers of `nn.BatchNorm1d` after the same batch."""
    for mean, var, batch, momentum in UPDATES:
        call = f"update_running_stats(..., momentum={momentum}) on a batch of {tuple(batch.shape)}"
        wants = _layer_buffers(mean, var, batch, momentum)
        biased = (1 - momentum) * var + momentum * batch.var(0, correction=0)
        wrong = {
            "momentum and 1 - momentum exchanged (swapped momentum)": _layer_buffers(
                mean, var, batch, 1 - momentum
            ),
            "momentum 0.1 always": _layer_buffers(mean, var, batch, 0.1),
            "the old statistics forgotten (0 and 1 instead)": _layer_buffers(
                torch.zeros_like(mean), torch.ones_like(var), batch, momentum
            ),
            "the biased variance of the batch (division by B)": (wants[0], biased),
        }
        parts = _pair(update_running_stats(mean, var, batch, momentum), call)
        for index, name in enumerate(("mean", "variance")):
            mistakes = {text: values[index] for text, values in wrong.items()}
            expect_close(parts[index], wants[index], f"the {name} from {call}", mistakes)


@check("update_running_stats", points=0.5)
def update_running_stats_at_the_ends(update_running_stats):
    """With momentum 0 nothing changes, with momentum 1 only the batch counts."""
    for mean, var, batch, _ in UPDATES:
        fresh = [torch.from_numpy(part[0]).to(batch.dtype) for part in _moments(batch, ddof=1)]
        rtol = 1e-10 if batch.dtype == torch.float64 else None  # float32 inside has seven digits
        for momentum, wants in ((0.0, [mean.clone(), var.clone()]), (1.0, fresh)):
            call = f"update_running_stats(..., momentum={momentum})"
            copies = (mean.clone(), var.clone(), batch.clone())
            got = _pair(update_running_stats(*copies, momentum), call)
            hint = "0 and 1 are momenta like any other."
            for part, want, name in zip(got, wants, ("mean", "variance"), strict=True):
                expect_close(part, want, f"the {name} from {call}", hint=hint, rtol=rtol)


@check("update_running_stats", points=0.5)
def update_running_stats_returns_new_tensors(update_running_stats):
    """The old statistics and the batch keep their values while the new ones are computed."""
    for mean, var, batch, momentum in UPDATES:
        watched = watch(mean, var, batch)
        call = f"update_running_stats(..., momentum={momentum})"
        wants = _layer_buffers(mean, var, batch, momentum)
        got = update_running_stats(
            running_mean=mean, running_var=var, batch=batch, momentum=momentum
        )
        _expect_left_alone(watched, call)
        for part, want, name in zip(_pair(got, call), wants, ("mean", "variance"), strict=True):
            expect_close(part, want, f"the {name} from {call}")


# ------------------------------------------------------------------------------- make_dataset


@check("make_dataset", points=0.5, public=True)
def make_dataset_shape_and_place(make_dataset):
    """Both kinds are float32 of shape (n, 1), around 1 and around -1 and 3, for even and odd n."""
    for kind in ("unimodal", "bimodal"):
        for n in (1000, 7, 2):
            expect_tensor(
                make_dataset(kind, n), f"make_dataset({kind!r}, {n})", (n, 1), torch.float32
            )
    # ten standard deviations of the mean on each side: never by chance
    mean = float(make_dataset("unimodal", 1000).mean())
    if not 0.5 < mean < 1.5:
        fail(f"make_dataset('unimodal', 1000) has the mean {mean:.3g}, but should be N(1, 1.5²).")
    X = make_dataset("bimodal", 1000)
    left, right = float(X[X < 0.9].mean()), float(X[X > 0.9].mean())
    if not (-1.3 < left < -0.6 and 2.5 < right < 3.5):
        fail(
            "make_dataset('bimodal', 1000) should gather around -1 and 3, but the means of its two "
            f"parts are {left:.3g} and {right:.3g}."
        )


@check("make_dataset", points=0.25)
def make_dataset_of_unknown_kind(make_dataset):
    """Any other kind raises a ValueError, and the two known ones do not."""
    for kind in ("unimodal", "bimodal"):
        expect_tensor(
            make_dataset(kind, n=5, seed=2), f"make_dataset({kind!r}, n=5, seed=2)", (5, 1)
        )
    for kind in ("trimodal", "Unimodal", "bimodal ", "bi", ""):
        try:
            got = make_dataset(kind, 10)
        except ValueError:
            continue
        except (LookupError, TypeError, AttributeError, NameError, AssertionError) as error:
            fail(
                f"make_dataset({kind!r}, 10) should raise a ValueError, but raised "
                f"{type(error).__name__}.",
                "`raise ValueError(...)` yourself instead of leaving it to a dict or an `assert`.",
            )
        fail(
            f"make_dataset({kind!r}, 10) should raise a ValueError, but returned {show(got)}.",
            "`raise ValueError(...)` where the kind is neither 'unimodal' nor 'bimodal'.",
        )


N_LARGE = 40_000
USE_THE_SEED = "Seed a generator with `seed`, and draw everything from it, the shuffle included."


def _expect_half_normal(X: torch.Tensor, center: float, std: float, side: int, call: str) -> None:
    """Fail unless the values beyond ``center`` are half of N(center, std²).

    Their mean square distance from the center has a relative standard deviation of sqrt(2/N) over
    N values. The margin of eight of them makes a false alarm less likely than 1e-12.
    """
    beyond = side * (X.double().flatten() - center)
    beyond = beyond[beyond > 0]
    got = float((beyond**2).mean())
    if abs(got / std**2 - 1) < 8 * math.sqrt(2 / max(len(beyond), 1)):
        return
    squared = abs(got / std - 1) < 0.1
    name = comes_of(f"{std} as the variance" if squared else "")
    fail(
        f"the values of {call} {'above' if side > 0 else 'below'} {center} should spread around "
        f"{center} with standard deviation {std}, but do with {math.sqrt(max(got, 0)):.4g}.{name}",
        f"N({center:g}, {std}²) has the standard deviation {std}: {center:g} + {std} * randn.",
    )


def _expect_share(hits: torch.Tensor, share: float, what: str) -> None:
    """Fail unless the share of hits among independent values is as wanted (5e-11 by chance)."""
    total, count = hits.numel(), int(hits.sum())
    if abs(count - share * total) > binomial_bound(total, 5e-11):
        fail(f"{what} should be {share:.1%} of all, but {count / total:.1%} are.")


@check("make_dataset", points=0.25)
def make_dataset_unimodal(make_dataset):
    """The unimodal data are normal with mean 1 and standard deviation 1.5."""
    call = f"make_dataset('unimodal', {N_LARGE})"
    X = make_dataset("unimodal", N_LARGE)
    expect_tensor(X, call, (N_LARGE, 1), torch.float32)
    _expect_half_normal(X, 1.0, 1.5, 1, call)
    _expect_half_normal(X, 1.0, 1.5, -1, call)
    _expect_share(X < 1.0, 0.5, f"the values of {call} below 1")
    _expect_share(X[: N_LARGE // 2] < 1.0, 0.5, f"the first half of the values of {call} below 1")
    _expect_share((X - 1.0).abs() < 0.75, 0.38292, f"the values of {call} within 0.75 of 1")
    pairs = [make_dataset("unimodal", 2, seed=seed) for seed in range(48)]
    for pair in pairs:
        expect_tensor(pair, "make_dataset('unimodal', 2, seed)", (2, 1), torch.float32)
    # each pair is on one side of 1 with probability 1/2: none among 48 with less than 1e-14
    if all((first < 1.0) != (second < 1.0) for first, second in pairs):
        fail(
            "make_dataset('unimodal', 2, seed) has one sample on each side of 1 for 48 seeds.",
            "Draw the samples independently of each other.",
        )
    near = (torch.cat(pairs) - 1.0).abs() < 0.75
    _expect_share(near, 0.38292, "the values of make_dataset('unimodal', 2, seed) within 0.75 of 1")


@check("make_dataset", points=0.25)
def make_dataset_bimodal(make_dataset):
    """The bimodal data are half N(-1, 0.5²) and half N(3, 1.2²), drawn independently."""
    call = f"make_dataset('bimodal', {N_LARGE})"
    X = make_dataset("bimodal", N_LARGE)
    expect_tensor(X, call, (N_LARGE, 1), torch.float32)
    _expect_half_normal(X, -1.0, 0.5, -1, call)
    _expect_half_normal(X, 3.0, 1.2, 1, call)
    _expect_share(X < -1.0, 0.2502, f"the values of {call} below -1")
    _expect_share(X > 3.0, 0.25, f"the values of {call} above 3")
    _expect_share(X < -1.5, 0.07937, f"the values of {call} below -1.5")
    _expect_share(X > 4.2, 0.07933, f"the values of {call} above 4.2")
    _expect_share(X < -0.5, 0.42155, f"the values of {call} below -0.5")
    _expect_share(X > 1.8, 0.42067, f"the values of {call} above 1.8")
    _expect_parts_of_their_own(make_dataset("bimodal", 200, seed=4))


def _expect_parts_of_their_own(X: torch.Tensor) -> None:
    """Fail if the right part is made of the same standard normal numbers as the left one."""
    expect_tensor(X, "make_dataset('bimodal', 200, seed=4)", (200, 1), torch.float32)
    left = X[X < 0]
    twins = 3.0 + 1.2 * (left + 1.0) / 0.5
    # by chance, a number has a twin as close as this with a probability below 0.01
    found = ((twins[:, None] - X.flatten()).abs() < 1e-4).any(dim=1)
    if int(found.sum()) > len(left) / 2:
        fail(
            "make_dataset('bimodal', 200, seed=4) uses the same random numbers for both parts.",
            "Seed the generator once, then draw one part after the other from it.",
        )


@check("make_dataset", points=0.25)
def make_dataset_halves(make_dataset):
    """Of three bimodal samples, exactly one (3 // 2) belongs to N(-1, 0.5²)."""
    # A right sample of three has one value below 0.5, but for P < 0.039; 15 or more exceptions
    # among 40 have a probability below 1e-10. Independent coin flips lead to about 25.
    drawn = [make_dataset("bimodal", 3, seed=seed) for seed in range(40)]
    for X in drawn:
        expect_tensor(X, "make_dataset('bimodal', 3, seed)", (3, 1), torch.float32)
    if all(torch.equal(X, drawn[0]) for X in drawn):
        fail("make_dataset('bimodal', 3, seed) is the same for 40 seeds.", USE_THE_SEED)
    counts = [int((X < 0.5).sum()) for X in drawn]
    if sum(count != 1 for count in counts) >= 15:
        larger = comes_of("the larger half at -1" if min(counts) > 1 else "")
        fail(
            f"make_dataset('bimodal', 3, seed) has {counts[:10]} samples near -1 for the first ten "
            f"seeds, where one is expected, and the other two near 3.{larger}",
            "Draw n // 2 samples of the one distribution and n - n // 2 of the other.",
        )
    # each of 80 samples of N(3, 1.2²) is above 1.8 with probability 0.8413: 67 are expected, and
    # 42 or fewer have a probability below 1e-10. With one such sample instead of two, 34 are
    right = int((torch.stack(drawn) > 1.8).sum())
    if right <= 42:
        fail(
            f"make_dataset('bimodal', 3, seed) has {right} samples above 1.8 for 40 seeds, where "
            "67 of the 80 samples of N(3, 1.2²) are expected.",
            "n // 2 samples belong to N(-1, 0.5²), and all others to N(3, 1.2²).",
        )


@check("make_dataset", points=0.25)
def make_dataset_shuffled(make_dataset):
    """The two parts of the bimodal data are mixed, by another order for another seed."""
    # Each number below is about n/4 (517, 517 and 534 with the few samples of the other part below
    # 0.8), with a standard deviation below 12; the margin leaves more than nine of them.
    n = 2000
    X = make_dataset("bimodal", n, seed=1)
    expect_tensor(X, f"make_dataset('bimodal', {n}, seed=1)", (n, 1), torch.float32)
    low = X.flatten() < 0.8
    numbers = {
        "first half": int(low[: n // 2].sum()),
        "even places": int(low[::2].sum()),
        "places next to one of the same part": int((low[1:] & low[:-1]).sum()),
    }
    for name, number in numbers.items():
        if abs(number - n / 4) > 150:
            fail(
                f"of the {n // 2} samples near -1 of make_dataset('bimodal', {n}), {number} are in "
                f"the {name}: that is not a random order.",
                "Put both parts together, then index with `torch.randperm`.",
            )
    other = make_dataset("bimodal", n, seed=2)
    expect_tensor(other, f"make_dataset('bimodal', {n}, seed=2)", (n, 1), torch.float32)
    # n/2 places agree by chance; the margin leaves more than 20 standard deviations
    if int((low == (other.flatten() < 0.8)).sum()) > 3 * n / 4:
        fail(
            f"make_dataset('bimodal', {n}) has its two parts at the same places for seed=1 and "
            f"seed=2.{comes_of('a permutation that does not depend on the seed')}",
            USE_THE_SEED,
        )


@check("make_dataset", points=0.25)
def make_dataset_seed(make_dataset):
    """The same seed gives the same data, whatever the global RNG did; other seeds give others."""
    for kind in ("unimodal", "bimodal"):
        with global_seed(1):
            first, third = make_dataset(kind, 20, seed=0), make_dataset(kind, 20, seed=1000)
        with global_seed(2):
            second, default = make_dataset(kind, 20, 0), make_dataset(kind, 20)
        call = f"make_dataset({kind!r}, 20, seed={{}})"
        expect_tensor(first, call.format(0), (20, 1), torch.float32)
        for again, name in (
            (second, f"a second {call.format(0)}, after the global RNG was seeded otherwise,"),
            (default, f"make_dataset({kind!r}, 20), whose seed is 0,"),
        ):
            expect_close(again, first, name, hint=USE_THE_SEED, rtol=0, atol=0)
        expect_tensor(third, call.format(1000), (20, 1), torch.float32)
        if is_close(third, first):
            fail(f"{call.format(1000)} is the same as with seed=0.", USE_THE_SEED)


# ------------------------------------------------------------------------ track_running_stats


def _cut(X: torch.Tensor, size: int) -> list[torch.Tensor]:
    return [X[start : start + size] for start in range(0, len(X), size)]


def _track(
    rounds: list[list[torch.Tensor]], momentum: float, ddof: int = 1
) -> tuple[list[float], list[float]]:
    """Return the running statistics after each round of batches, in Python floats."""
    mean, var = 0.0, 1.0
    means, variances = [], []
    for batches in rounds:
        for batch in batches:
            values = batch.double().flatten().tolist()
            center = math.fsum(values) / len(values)
            spread = math.fsum((v - center) ** 2 for v in values) / (len(values) - ddof)
            mean += momentum * (center - mean)
            var += momentum * (spread - var)
        means.append(mean)
        variances.append(var)
    return means, variances


def _expect_track(got: Any, rounds: list[list[torch.Tensor]], momentum: float, call: str) -> None:
    """Fail unless ``got`` is the pair of running statistics for these rounds of batches."""
    pair = _pair(got, call)
    right = _track(rounds, momentum)
    anew = [_track([batches], momentum) for batches in rounds]
    wrong: dict[str, Sequence[list[float]]] = {
        "the values before each epoch instead of after it": [
            [start, *want[:-1]] for start, want in zip((0.0, 1.0), right, strict=True)
        ],
        "the last value in all places (one buffer, not copies of it)": [
            want[-1:] * len(want) for want in right
        ],
        "the biased variance": _track(rounds, momentum, ddof=0),
        "momentum and 1 - momentum exchanged (swapped momentum)": _track(rounds, 1 - momentum),
        "a new layer in every epoch, or batches used up after the first": [
            [each[index][0] for each in anew] for index in (0, 1)
        ],
        "smaller batches left out": _track(
            [[b for b in batches if len(b) == len(batches[0])] for batches in rounds], momentum
        ),
        "all batches joined to one": _track([[torch.cat(batches)] for batches in rounds], momentum),
        "the first epoch's batches in every epoch": _track(rounds[:1] * len(rounds), momentum),
        "the last batch of each epoch only": _track([batches[-1:] for batches in rounds], momentum),
        "constant batches left out": _track(
            [[b for b in batches if b.std() > 0] for batches in rounds], momentum
        ),
        "a batch that comes again left out": _track(
            [list(dict.fromkeys(batches)) for batches in rounds], momentum
        ),
    }
    for index, name in enumerate(("means", "vars")):
        expect_close(
            pair[index],
            torch.tensor(right[index], dtype=torch.float32),
            f"the {name} from {call}",
            mistakes={text: values[index] for text, values in wrong.items()},
        )


@check("track_running_stats", points=0.5, public=True)
def track_running_stats_of_one_batch(track_running_stats):
    """The batch [[2], [6]] at momentum 0.25 gives means 1, 1.75 and vars 2.75, 4.0625 first."""
    call = "track_running_stats([[[2], [6]]], momentum=0.25, epochs=3)"
    got = track_running_stats([torch.tensor([[2.0], [6.0]])], 0.25, 3)
    if not isinstance(got, (tuple, list)) or len(got) != 2:
        fail(f"{call} should return a pair of tensors, but returned {show(got)}.")
    expect_close(
        got[0],
        torch.tensor([1.0, 1.75, 2.3125]),
        f"the means from {call}",
        mistakes={
            "the values before each epoch instead of after it": [0.0, 1.0, 1.75],
            "the last value in all places (one buffer, not copies of it)": [2.3125] * 3,
            "momentum and 1 - momentum exchanged (swapped momentum)": [3.0, 3.75, 3.9375],
            "a new layer in every epoch, or batches used up after the first": [1.0, 1.0, 1.0],
            "a layer that is not in training mode": [0.0, 0.0, 0.0],
            "momentum 0.1 whatever momentum is": [0.4, 0.76, 1.084],
            "a plain average, or a start at the first batch": [4.0, 4.0, 4.0],
            "the layer's output written into the batch": [1.0, 0.75, 0.5625],
            "means and vars in the wrong order": [2.75, 4.0625, 5.046875],
        },
        hint="Make one layer, pass all batches in each epoch, then note its running statistics.",
    )
    expect_close(
        got[1],
        torch.tensor([2.75, 4.0625, 5.046875]),
        f"the vars from {call}",
        mistakes={
            "the biased variance": [1.75, 2.3125, 2.734375],
            "the standard deviation": [1.658312, 2.015564, 2.246525],
            "a running variance that starts at 0": [2.0, 3.5, 4.625],
        },
        hint="The unbiased variance of the batch is 8, and the running variance starts at 1.",
    )


@check("track_running_stats", points=0.5)
def track_running_stats_closed_form(track_running_stats):
    """Where every batch is the whole set, the statistics approach its own geometrically."""
    # around 0, the mean is where it belongs from the start on, but the variance is not
    for center, momentum, epochs in (
        (5, 0.1, 8),
        (5, 1.0, 3),
        (5, 0.04, 1),
        (5, 0.0, 2),
        (0, 0.1, 5),
    ):
        X = 3 * normal(12, 1, seed=31)
        X += center - X.mean()
        mean, var = float(X.double().mean()), float(X.double().var())
        call = f"track_running_stats([X], {momentum}, {epochs}) for X of shape (12, 1)"
        means, variances = _pair(track_running_stats([X], momentum, epochs), call)
        rest = torch.tensor([(1 - momentum) ** e for e in range(1, epochs + 1)]).double()
        expect_close(means, (mean * (1 - rest)).float(), f"the means from {call}")
        expect_close(variances, (var + (1 - var) * rest).float(), f"the vars from {call}")


@check("track_running_stats", points=0.5)
def track_running_stats_batch_by_batch(track_running_stats):
    """All batches count in their order, smaller ones too, and keep their values."""
    for sizes, momentum in (((4, 4, 2), 0.1), ((2, 5), 1.0), ((3, 3, 3, 2), 0.04)):
        batches = [4 * normal(n, 1, seed=n + k) + k for k, n in enumerate(sizes)]
        # a batch of one value over and over is a batch, and one that comes again comes again
        batches = [torch.full_like(batches[0], -2.0), *batches, batches[0]]
        watched = watch(batches, *batches)
        call = (
            f"track_running_stats(batches of sizes {tuple(map(len, batches))}, "
            f"momentum={momentum}, epochs=4)"
        )
        got = track_running_stats(batches, momentum=momentum, epochs=4)
        _expect_left_alone(watched, call)
        _expect_track(got, [batches] * 4, momentum, call)


@check("track_running_stats", points=0.5)
def track_running_stats_of_a_loader(track_running_stats):
    """A `DataLoader` serves as well as a list or a tuple."""
    X = 2 * normal(8, 1, seed=41) - 1
    dataset: Any = X
    loader: Any = torch.utils.data.DataLoader(dataset, batch_size=3)
    watched = watch(X)
    call = "track_running_stats(DataLoader(X, batch_size=3), 0.2, 3) for X of shape (8, 1)"
    got = track_running_stats(loader, 0.2, 3)
    _expect_left_alone(watched, call)
    _expect_track(got, [_cut(X, 3)] * 3, 0.2, call)
    call = "track_running_stats((X[:4], X[4:]), 0.2, 2), a tuple of two batches,"
    got = track_running_stats(tuple(_cut(X, 4)), 0.2, 2)
    _expect_left_alone(watched, call)
    _expect_track(got, [_cut(X, 4)] * 2, 0.2, call)


@check("track_running_stats", points=0.5)
def track_running_stats_anew_in_every_epoch(track_running_stats):
    """Batches that are shuffled anew on every iteration are iterated anew in every epoch."""
    X = 3 * normal(8, 1, seed=51) + 2
    rounds = [_cut(X[normal(8, seed=60 + k).argsort()], 4 + k % 2) for k in range(7)]
    call = "track_running_stats(batches, 0.3, 4), where every iteration gives other batches,"
    watched = watch(*itertools.chain(*rounds))
    got = track_running_stats(FreshBatches(rounds), 0.3, 4)
    _expect_left_alone(watched, call)
    for start in (1, 2):  # someone may have looked at the first batches to learn something
        try:
            _expect_track(got, rounds[start : start + 4], 0.3, call)
        except AssertionError:
            continue
        return
    _expect_track(got, rounds[:4], 0.3, call)


# ------------------------------------------------------------------------ sweep_running_stats


def _expect_keys(got: Any, keys: list[tuple[float, int]], call: str) -> dict[Any, Any]:
    """Return the dict that came if it has exactly these keys, or fail."""
    if got is None or got is ...:
        fail(f"{call} returned None.", "Is the function still a stub, or is its `return` missing?")
    if not isinstance(got, dict):
        fail(f"{call} should return a dict, but returned {show(got)} ({type(got).__name__}).")
    if set(got) != set(keys):
        fail(f"{call} should have the keys {show(keys)}, but has {show(list(got))}.")
    return got


def _cuts(places: tuple[int, ...], size: int) -> Iterator[list[tuple[int, ...]]]:
    """Yield every way of dealing places into batches of a size, the last one smaller."""
    if len(places) <= size:
        yield [places]
        return
    for batch in itertools.combinations(places, size):
        rest = tuple(place for place in places if place not in batch)
        for others in _cuts(rest, size):
            yield [batch, *others]


@lru_cache
def _dealt(values: tuple[float, ...], size: int, drop_last: bool = False) -> tuple[Array, Array]:
    """Return means and unbiased variances of the batches of every possible epoch, row by row."""
    cuts = [
        [[values[place] for place in batch] for batch in cut if len(batch) == size or not drop_last]
        for cut in _cuts(tuple(range(len(values))), size)
    ]
    means = [[sum(batch) / len(batch) for batch in cut] for cut in cuts]
    variances = [
        [
            sum((v - mean) ** 2 for v in batch) / (len(batch) - 1)
            for batch, mean in zip(*row, strict=True)
        ]
        for row in zip(cuts, means, strict=True)
    ]
    return np.array(means), np.array(variances)


def _explains(
    dealt: tuple[Array, Array], means: torch.Tensor, variances: torch.Tensor, momentum: float
) -> bool:
    """Tell whether every epoch is one of those dealt, given where the one before it ended."""
    state = (0.0, 1.0)
    for after in zip(means.tolist(), variances.tolist(), strict=True):
        gaps = []
        for start, batches, came in zip(state, dealt, after, strict=True):
            end = np.full(len(batches), start)
            for column in batches.T:
                end = end + momentum * (column - end)
            gaps.append(np.abs(end - came) / (1 + np.abs(end)))
        if not bool((np.maximum(*gaps) < 1e-4).any()):
            return False
        state = after
    return True


def _expect_dealt(pair: Any, X: torch.Tensor, key: tuple[float, int], epochs: int) -> None:
    """Fail unless a pair of curves comes from shuffled mini-batches of X, whatever the shuffle."""
    momentum, size = key
    call = f"the entry {key} of sweep_running_stats(X, ...) for X of shape {tuple(X.shape)}"
    means, variances = _pair(pair, call)
    for part, name in ((means, "means"), (variances, "vars")):
        expect_tensor(part, f"the {name} in {call}", (epochs,), torch.float32)
    values = tuple(X.double().flatten().tolist())
    if _explains(_dealt(values, size), means, variances, momentum):
        return
    for name, dealt, weight in (
        ("the smaller last batch dropped", _dealt(values, size, drop_last=True), momentum),
        ("momentum and 1 - momentum exchanged", _dealt(values, size), 1 - momentum),
    ):
        if _explains(dealt, means, variances, weight):
            fail(f"{call} is wrong.{comes_of(name)}")
    fail(
        f"{call} is not what any order of the samples leads to, cut into batches of {size}.",
        "In every epoch each sample belongs to exactly one batch; the last batch may be smaller.",
    )


@check("sweep_running_stats", points=0.5, public=True)
def sweep_running_stats_every_combination(sweep_running_stats):
    """There is one pair of curves for every (momentum, batch size), right where the batch is X."""
    X = torch.tensor([[1.0], [3.0], [5.0], [7.0]])
    call = "sweep_running_stats([[1], [3], [5], [7]], [0.5, 0.25], [4, 2], epochs=2)"
    got = sweep_running_stats(X, [0.5, 0.25], [4, 2], epochs=2)
    keys = [(0.5, 4), (0.25, 4), (0.5, 2), (0.25, 2)]
    if not isinstance(got, dict) or set(got) != set(keys):
        came = list(got) if isinstance(got, dict) else got
        fail(f"{call} should be a dict with the keys {show(keys)}, but came with {show(came)}.")
    for key in keys:
        if not isinstance(got[key], (tuple, list)) or len(got[key]) != 2:
            fail(f"entry {key} of {call} should be a pair of tensors, but is {show(got[key])}.")
        expect_tensor(got[key][0], f"the means of entry {key} of {call}", (2,), torch.float32)
        expect_tensor(got[key][1], f"the vars of entry {key} of {call}", (2,), torch.float32)
    hint = "X has mean 4 and unbiased variance 20/3; a batch size of 4 makes X the only batch."
    for momentum, means in ((0.5, [2.0, 3.0]), (0.25, [1.0, 1.75])):
        variances = [20 / 3 + (1 - 20 / 3) * (1 - momentum) ** epoch for epoch in (1, 2)]
        name = f"entry {(momentum, 4)} of {call}"
        expect_close(got[momentum, 4][0], torch.tensor(means), f"the means of {name}", hint=hint)
        expect_close(got[momentum, 4][1], torch.tensor(variances), f"the vars of {name}", hint=hint)


@check("sweep_running_stats", points=0.5)
def sweep_running_stats_of_mini_batches(sweep_running_stats):
    """In every epoch, each sample belongs to exactly one mini-batch of the given size."""
    X = 3 * normal(6, 1, seed=71) + 1
    X[4] = X[1]  # samples that agree are two samples
    momenta, batch_sizes = [0.7, 0.125], [6, 2, 3, 9]
    watched, keys = watch(X, momenta, batch_sizes), list(itertools.product(momenta, batch_sizes))
    got = sweep_running_stats(X, momenta, batch_sizes, epochs=3, seed=5)
    _expect_left_alone(watched, "sweep_running_stats(X, momenta, batch_sizes)")
    found = _expect_keys(got, keys, "sweep_running_stats(X, [0.7, 0.125], [6, 2, 3, 9])")
    for key in keys:
        _expect_dealt(found[key], X, key, 3)


@check("sweep_running_stats", points=0.25)
def sweep_running_stats_keeps_the_last_batch(sweep_running_stats):
    """The samples that are left over make a smaller last batch."""
    for n, size in ((5, 3), (6, 4), (8, 3)):
        X = 3 * normal(n, 1, seed=80 + n) - 2
        watched, call = watch(X), f"sweep_running_stats(X, [0.3], [{size}], 2, 1) for n={n}"
        got = sweep_running_stats(X, [0.3], [size], 2, 1)
        _expect_left_alone(watched, call)
        _expect_dealt(_expect_keys(got, [(0.3, size)], call)[0.3, size], X, (0.3, size), 2)


@check("sweep_running_stats", points=0.25)
def sweep_running_stats_shuffles(sweep_running_stats):
    """The samples are shuffled before they are cut into mini-batches."""
    # X is sorted: batches in its order (or whole blocks of it) have a hundredth of its variance.
    # With random batches, half of what is expected is more than seven standard deviations away.
    X = torch.linspace(-10, 10, 200)[:, None]
    call = "sweep_running_stats(X, [0.1], [20, 25], 3, 2) for a sorted X of 200 samples"
    watched = watch(X)
    found = sweep_running_stats(X=X, momenta=[0.1], batch_sizes=[20, 25], epochs=3, seed=2)
    _expect_left_alone(watched, call)
    found = _expect_keys(found, [(0.1, 20), (0.1, 25)], call)
    for size in (20, 25):
        _expect_random_batches(found[0.1, size], float(X.var()), 200 // size, f"{call}, {size=},")


def _expect_random_batches(pair: Any, true: float, batches: int, call: str) -> None:
    """Fail unless the variances of the batches are like that of all samples (momentum 0.1)."""
    _, variances = _pair(pair, call)
    expect_tensor(variances, f"the vars from {call}", (3,), torch.float32)
    for epoch, came in enumerate(variances.tolist(), start=1):
        expected = true + (1 - true) * 0.9 ** (batches * epoch)
        if not abs(came - expected) < expected / 2:
            fail(
                f"{call} has the running variance {came:.3g} after epoch {epoch}, where random "
                f"batches lead to about {expected:.3g}: its batches are not random.",
                "Shuffle the samples themselves (`torch.randperm`, or a shuffling DataLoader).",
            )


@check("sweep_running_stats", points=0.25)
def sweep_running_stats_seed(sweep_running_stats):
    """The same seed gives the same curves, whatever the global RNG did; other seeds give others."""
    X, keys = 3 * normal(40, 1, seed=91), [(0.5, 4), (0.5, 8)]
    runs = []
    for state, seed in ((1, 0), (2, 0), (2, 1)):
        call = f"sweep_running_stats(X, [0.5], [4, 8], epochs=2, seed={seed})"
        with global_seed(state):
            got = sweep_running_stats(X, [0.5], [4, 8], epochs=2, seed=seed)
        found = _expect_keys(got, keys, call)
        runs.append([_curves(found[key], 2, f"the entry {key} of {call}") for key in keys])
    for key, first, second, third in zip(keys, *runs, strict=True):
        again = f"the entry {key} of a second run with seed=0, after another torch.manual_seed,"
        expect_close(second, first, again, hint=USE_THE_SEED, atol=0)
        if is_close(third, first):
            fail(
                f"sweep_running_stats gives the same curves for seed=0 and seed=1 at {key}.",
                USE_THE_SEED,
            )


def _curves(pair: Any, epochs: int, call: str) -> torch.Tensor:
    """Return means and variances as one tensor (2, epochs), or fail."""
    means, variances = _pair(pair, call)
    expect_tensor(means, f"the means of {call}", (epochs,), torch.float32)
    expect_tensor(variances, f"the vars of {call}", (epochs,), torch.float32)
    return torch.stack([means, variances]).detach()


@check("sweep_running_stats", points=0.25)
def sweep_running_stats_defaults(sweep_running_stats):
    """By default there are 30 epochs, and the seed is 0."""
    X, key = 3 * normal(8, 1, seed=95), (0.1, 4)
    watched, call = watch(X), "sweep_running_stats(X, [0.1], range(4, 5))"
    default, named = (
        _pair(
            _expect_keys(sweep_running_stats(X, [0.1], range(4, 5), **given), [key], call)[key],
            call,
        )
        for given in ({}, {"epochs": 30, "seed": 0})
    )
    _expect_left_alone(watched, call)
    _expect_dealt(named, X, key, 30)
    for part, other in zip(default, named, strict=True):
        expect_close(part, other, f"{call} without epochs=30 and seed=0", atol=0)


# ------------------------------------------------------------------------- plot_running_stats


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
        if not names and not any(label in text for text in _legend(figure, ax)):
            fail(f"{what} has no label.", "`ax.plot(epochs, values, label=label)`")


def _plotted(plot_running_stats: Any, true_values: tuple[float, float] = TRUE_VALUES) -> Any:
    """Return the figure for copies of ``CURVES``, which have to stay as they are."""
    copies = {label: (pair[0].clone(), pair[1].clone()) for label, pair in CURVES.items()}
    watched = watch(copies, *itertools.chain(*copies.values()))
    mean, var = true_values
    figure = plot_running_stats(curves=copies, true_mean=mean, true_var=var)
    _expect_left_alone(watched, "plot_running_stats(curves, ...)")
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
        if not any(label in text for text in _legend(figure, ax)):
            fail(f"there is no legend with {label!r} for the axes of the {name}.", "`ax.legend()`")


@check("plot_running_stats", points=0.5)
def plot_running_stats_references(plot_running_stats):
    """Each axes has a horizontal line at the true value, axis labels, and a legend."""
    figure = _plotted(plot_running_stats)
    for index in (0, 1):
        _expect_panel(figure, index, partial(_expect_references, figure, index))
    centred = _plotted(plot_running_stats, (0.0, TRUE_VALUES[1]))
    _expect_panel(centred, 0, _expect_zero)


def _legend(figure: Any, ax: Any) -> list[str]:
    """Return the texts of the legends that speak for an axes.

    These are its own one, the figure's, and those in axes that show no line of their own.
    """
    bare = [each.get_legend() for each in figure.axes if not each.get_lines()]
    legends = [ax.get_legend(), *bare, *figure.legends]
    seen = [legend for legend in legends if legend and legend.get_visible()]
    return [text.get_text() for legend in seen for text in legend.get_texts()]
