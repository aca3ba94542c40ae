"""The properties checked for ``make_signals``."""

from __future__ import annotations

import math
from typing import Any

import torch

from pcpt_grade.checks.custom_losses._signals import NAMES
from pcpt_grade.checks.expect import expect_close, expect_equal, expect_tensor, fail, show
from pcpt_grade.checks.registry import check


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
