"""The properties checked for ``compute_loss_matrix``."""

from __future__ import annotations

import torch

from pcpt_grade.checks.custom_losses._losses import as_numbers, has_ones
from pcpt_grade.checks.custom_losses._signals import NAMES
from pcpt_grade.checks.draw import normal
from pcpt_grade.checks.expect import expect_close, expect_untouched, fail, watch
from pcpt_grade.checks.registry import check


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

    heads = [as_numbers(signal)[:2] for signal in signals.values()]
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
        rows = [as_numbers(signal) for signal in signals.values()]
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
        if any(one.requires_grad != tracked or not has_ones(one.grad) for one in signals.values()):
            fail(
                f"{call} changed `requires_grad` or `.grad` of the signals.",
                "Detach copies, not the inputs; no `backward()`.",
            )
