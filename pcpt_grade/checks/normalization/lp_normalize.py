"""The properties checked for ``lp_normalize``."""

from __future__ import annotations

import math

import torch

from pcpt_grade.checks.expect import expect_close, show, watch
from pcpt_grade.checks.normalization._inputs import VECTORS
from pcpt_grade.checks.registry import check
from pcpt_grade.checks.tools import expect_left_alone


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
            expect_left_alone(watched, call)
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
            expect_left_alone(watched, call)
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
