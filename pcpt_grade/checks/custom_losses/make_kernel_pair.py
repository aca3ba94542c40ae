"""The properties checked for ``make_kernel_pair``."""

from __future__ import annotations

from typing import Any

import torch

from pcpt_grade.checks.custom_losses._draws import (
    expect_free,
    expect_normal,
    expect_same_draw,
    expect_seeded,
    expect_tensors,
)
from pcpt_grade.checks.custom_losses._signals import filtered
from pcpt_grade.checks.expect import (
    expect_close,
    expect_tensor,
    expect_varied,
    fail,
    is_close,
    show,
)
from pcpt_grade.checks.registry import check
from pcpt_grade.checks.tools import global_seed


def _kernel(make_kernel_pair: Any, L: int, K: int, *args: Any, **kwargs: Any) -> list[torch.Tensor]:
    given = [*map(str, (L, K, *args)), *(f"{name}={value}" for name, value in kwargs.items())]
    call = f"make_kernel_pair({', '.join(given)})"
    shapes = {"x": (L,), "y": (L,), "h_true": (K,)}
    x, y, h = expect_tensors(make_kernel_pair(L, K, *args, **kwargs), shapes, call)
    for name, tensor in (("x", x), ("h_true", h)):
        expect_varied(tensor, f"{name} of {call}")
    return [x, y, h]


def _noisy_draw(
    make_kernel_pair: Any, L: int, K: int, noise: float, **seed: int
) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Return what should be standard normal: x, the kernel over 0.2, the noise over its size."""
    x, y, h = _kernel(make_kernel_pair, L, K, noise, **seed)
    added = (y.detach().double() - filtered(x, h)) / noise
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
            filtered(x, h).float(),
            f"y of make_kernel_pair({L}, {K})",
            mistakes={
                "the kernel turned around": filtered(x, h.flip(0)).float(),
                "one sample too much padding before the input": filtered(x, h, K // 2).float(),
                "an input that goes on periodically": filtered(around, h)[L : 2 * L].float(),
            },
            hint='`padding="same"` pads with zeros, for even K one more after than before.',
        )


@check("make_kernel_pair", points=0.25)
def make_kernel_pair_scales_the_kernel(make_kernel_pair):
    """The kernel is 0.2 times standard normal numbers."""
    h = _kernel(make_kernel_pair, 3, 40_000, seed=8)[2]
    expect_normal(h / 0.2, "h_true / 0.2 of make_kernel_pair(3, 40000)", "0.2 * randn(K).")


@check("make_kernel_pair", points=0.5)
def make_kernel_pair_seed(make_kernel_pair):
    """The seed, 0 by default, decides on the input, the kernel and the noise alone."""
    expect_seeded(
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
        expect_same_draw(one, other, what)


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
    expect_normal(x, f"x of {call}", "`torch.randn` draws normal numbers.")
    expect_normal(
        added, f"(y - conv1d) / noise of {call}", "y is the filtered input + `noise * randn(L)`."
    )
    if not abs(float((added * x).mean())) < 0.1:  # for the bound, see ``expect_normal``
        fail(
            "The noise of make_kernel_pair is made of the same numbers as x.",
            "Seeding a second time repeats the same draws: seed once.",
        )
    draws = [_noisy_draw(make_kernel_pair, 50, 50, 2.0, seed=seed) for seed in (3, 4, 5)]
    for name, samples in zip(
        ("x", "h_true / 0.2", "the noise"), zip(*draws, strict=True), strict=True
    ):
        expect_free(list(samples), f"{name} of make_kernel_pair(50, 50, noise=2.0)")
    x, h, added = draws[0]
    if is_close(x, h):
        fail("h_true of make_kernel_pair(50, 50) is 0.2 times x.", "Seed once, then draw both.")
    if is_close(added, h):
        fail(
            "The noise of make_kernel_pair(50, 50, noise=2.0) is made of the numbers of h_true.",
            "Seeding a second time repeats the same draws: seed once.",
        )
