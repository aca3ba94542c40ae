"""The properties checked for ``apply_dropout``."""

from __future__ import annotations

import torch
from hypothesis import strategies as st

from pcpt_grade.checks.draw import FLOATS, SEEDS, Examples, normal, uniform
from pcpt_grade.checks.expect import (
    expect_close,
    expect_gradients,
    expect_tensor,
    expect_untouched,
    watch,
)
from pcpt_grade.checks.registry import check
from pcpt_grade.checks.tools import expect_left_alone


@check("apply_dropout", points=0.5, public=True)
def apply_dropout_of_five_numbers(apply_dropout):
    """1, 2, 3, 4, 5 with the mask 1, 0, 1, 1, 0 and p = 0.2 become 1.25, 0, 3.75, 5, 0."""
    X, mask = torch.tensor([1.0, 2.0, 3.0, 4.0, 5.0]), torch.tensor([1.0, 0.0, 1.0, 1.0, 0.0])
    expect_close(
        apply_dropout(X, mask, 0.2),
        torch.tensor([1.25, 0.0, 3.75, 5.0, 0.0]),
        "apply_dropout([1, 2, 3, 4, 5], [1, 0, 1, 1, 0], 0.2)",
        mistakes={
            "the dropped entries kept": (1 - mask) * X / 0.8,
            "no scaling of the kept entries": X * mask,
            "kept entries multiplied by 1 - p": X * mask * 0.8,
            "kept entries divided by p": X * mask / 0.2,
            "kept entries divided by the share that the mask keeps": X * mask / 0.6,
            "kept entries scaled but the others not dropped": X / 0.8,
            "kept entries scaled twice": X * mask / 0.64,
        },
        hint="Kept entries are scaled by 1/(1 - p).",
    )


def _masked(shape, p, seed, dtype):
    X = 2 * normal(*shape, seed=seed, dtype=dtype)
    mask = (uniform(*shape, seed=seed + 1) < (0.6 if p > 0 else 1)).to(dtype)
    return X, mask, p


MASKED = Examples(
    _masked,
    count=5,
    shape=st.sampled_from([(6,), (3, 4), (2, 3, 2)]),
    p=st.sampled_from([0.0, 0.1, 0.25, 0.75, 0.9]),
    seed=SEEDS,
    dtype=FLOATS,
)


def _dropped_by_hand(X, mask, p):
    pairs = zip(X.flatten().tolist(), mask.flatten().tolist(), strict=True)
    values = [value / (1 - p) if keep else 0.0 for value, keep in pairs]
    return torch.tensor(values, dtype=X.dtype).reshape(X.shape)


@check("apply_dropout", points=0.25)
def apply_dropout_uses_mask_and_p(apply_dropout):
    """Kept entries are scaled by 1/(1 - p), the mask decides which; in float32 and float64."""
    for X, mask, p in MASKED:
        for kept in (mask, mask.flip(0)):
            watched = watch(X, kept)
            got = apply_dropout(X, kept, p=p)
            expect_untouched(watched, f"apply_dropout(X, mask, p={p})")
            expect_close(
                got,
                _dropped_by_hand(X, kept, p),
                f"apply_dropout(X, mask, p={p})",
                mistakes={"p estimated from the mask": X * kept / kept.mean()},
                hint="The scale depends on p alone, the mask only tells which entries stay.",
            )


@check("apply_dropout", points=0.25)
def apply_dropout_of_everything(apply_dropout):
    """For p = 1 the result is all zeros, never NaN; for p = 0.99 it still has the kept entries."""
    for dtype in (torch.float32, torch.float64):
        X = normal(3, 4, seed=5, dtype=dtype)
        zeros, mask = torch.zeros_like(X), (X > 0).to(dtype)
        want = 100 * X.relu()
        expect_close(apply_dropout(X, mask, 0.99), want, "apply_dropout(X, X > 0, p=0.99)")
        expect_close(
            apply_dropout(X, zeros.clone(), 1.0),
            zeros,
            "apply_dropout(X, mask of zeros, p=1)",
            hint="1/(1 - p) is infinite there, and 0 · inf is NaN.",
        )


@check("apply_dropout", points=0.25)
def apply_dropout_has_gradients(apply_dropout):
    """Its gradient with respect to X is mask/(1 - p)."""
    for X, mask, p in MASKED:
        X.requires_grad_()
        mistakes = {"dropping outside of the graph": 3 * torch.ones_like(mask)}
        mistakes["scaling outside of the graph"] = 3 * mask
        want = {"X": 3 * mask / (1 - p)}  # 3 times, for a backward pass that is written by hand
        got, _ = apply_dropout(X, mask, p), apply_dropout(X, 1 - mask, p)  # leaves the first alone
        expect_tensor(got, "apply_dropout", X.shape, X.dtype)
        expect_gradients(3 * got, {"X": X}, want, "3 * apply_dropout", mistakes={"X": mistakes})


@check("apply_dropout", points=0.25)
def apply_dropout_leaves_inputs(apply_dropout):
    """X and the mask stay as they are."""
    for X, mask, p in (*MASKED, (torch.ones(3), torch.zeros(3), 1.0)):
        before, want = watch(X, mask), _dropped_by_hand(X, mask, p)
        got = apply_dropout(X, mask, p)
        expect_left_alone(before, "apply_dropout")
        expect_close(got, want, f"apply_dropout(X, mask, p={p})")
