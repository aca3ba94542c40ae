"""The properties checked for ``make_dataset``."""

from __future__ import annotations

import math

import torch

from pcpt_grade.checks.draw import binomial_bound
from pcpt_grade.checks.expect import comes_of, expect_close, expect_tensor, fail, is_close, show
from pcpt_grade.checks.normalization._answers import USE_THE_SEED
from pcpt_grade.checks.registry import check
from pcpt_grade.checks.tools import global_seed


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
