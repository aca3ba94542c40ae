"""What a check says when it looks at a student's result.

Every function here is small, needs torch and plain Python only, and refers to nothing but
the other functions of this file: ``pcpt-grade build`` copies the ones that a public check uses
into the student's test file, so that students see the same words as graders.

A failure is an ``AssertionError`` whose text gives the reason (what was called, what was
expected, what came) and, on a line of its own, a hint.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NoReturn

import torch

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence


def fail(reason: str, hint: str = "") -> NoReturn:
    """Fail the check with a reason and, apart from it, a hint."""
    raise AssertionError(f"{reason}\nHint: {hint}" if hint else reason)


def comes_of(mistake: str) -> str:
    """Return the line of a failure that names the mistake behind a wrong value, if there is one."""
    return f"\nThis is what comes out with {mistake}." if mistake else ""


def show(value: Any) -> str:
    """Return a short text for a value, the same whatever the student's print options are."""
    if isinstance(value, torch.Tensor):
        if value.layout is not torch.strided or value.device.type != "cpu":
            return f"a {value.layout} tensor on {value.device}"
        if value.numel() > 12:
            return f"a {value.dtype} tensor of shape {tuple(value.shape)}"
        return show(value.detach().tolist())
    if isinstance(value, float):
        return f"{value:.6g}"
    if isinstance(value, (list, tuple)) and len(value) <= 12:
        inner = ", ".join(show(item) for item in value)
        comma = "," if len(value) == 1 else ""
        return f"[{inner}]" if isinstance(value, list) else f"({inner}{comma})"
    text = repr(value) if isinstance(value, (str, int, dict, type(None))) else type(value).__name__
    return text if len(text) <= 120 else f"{text[:117]}..."


def expect_tensor(
    got: Any, call: str, shape: Sequence[int] | None = None, dtype: torch.dtype | None = None
) -> None:
    """Fail unless ``got`` is a dense CPU tensor, of this shape and dtype where they are given."""
    if got is None or got is ...:
        fail(f"{call} returned None.", "Is the function still a stub, or is its `return` missing?")
    if not isinstance(got, torch.Tensor):
        fail(f"{call} should return a tensor, but returned {show(got)} ({type(got).__name__}).")
    if got.layout is not torch.strided or got.device.type != "cpu":
        fail(f"{call} should return an ordinary (dense, CPU) tensor, but returned {show(got)}.")
    if shape is not None and tuple(got.shape) != tuple(shape):
        fail(f"{call} should have shape {tuple(shape)}, but has shape {tuple(got.shape)}.")
    if dtype is not None and got.dtype != dtype:
        fail(
            f"{call} should have dtype {dtype}, but has {got.dtype}.",
            "The dtype follows the inputs; constants and new tensors must not change it.",
        )


def expect_varied(got: torch.Tensor, what: str) -> None:
    """Fail if a tensor holds one number over and over."""
    if bool((got == got[0]).all()):
        fail(f"{what} is one number over and over.", "Draw each entry anew.")


def is_close(
    got: torch.Tensor, want: torch.Tensor, rtol: float | None = None, atol: float | None = None
) -> bool:
    """Tell whether two tensors agree; NaN agrees with nothing, and shapes are not broadcast.

    The default tolerances allow the rounding of a few hundred additions in any order:
    1e-4 relative and 1e-5 of the largest entry in float32, 1e-7 and 1e-9 in float64.
    """
    if got.shape != want.shape or got.is_complex() != want.is_complex():
        return False
    single = want.dtype in (torch.float32, torch.float16, torch.bfloat16)
    got, want = got.detach().double(), want.detach().double()
    if want.numel() == 0:
        return True
    finite = want.isfinite()
    largest = max(1.0, float(want[finite].abs().max())) if bool(finite.any()) else 1.0
    rtol = (1e-4 if single else 1e-7) if rtol is None else rtol
    atol = (1e-5 if single else 1e-9) * largest if atol is None else atol
    agree = (got == want) | (finite & ((got - want).abs() <= atol + rtol * want.abs()))
    return bool(agree.all())


def expect_close(
    got: Any,
    want: torch.Tensor,
    call: str,
    mistakes: Mapping[str, Any] | None = None,
    hint: str = "",
    rtol: float | None = None,
    atol: float | None = None,
) -> None:
    """Fail unless ``got`` is a tensor with the shape, the dtype and the values of ``want``.

    ``mistakes`` maps the name of a misconception to the value that it leads to; where that is
    what came, the message names it.
    """
    expect_tensor(got, call, tuple(want.shape), want.dtype)
    if is_close(got, want, rtol, atol):
        return
    for name, value in (mistakes or {}).items():
        wrong = torch.as_tensor(value, dtype=want.dtype)
        if is_close(got, wrong, rtol, atol) and not is_close(wrong, want, rtol, atol):
            values = (
                "has wrong values"
                if want.numel() > 12
                else f"should be {show(want)}, but is {show(got)}"
            )
            fail(f"{call} {values}.{comes_of(name)}", hint)
    if bool(got.detach().isnan().any()) and not bool(want.isnan().any()):
        fail(f"{call} should be {show(want)}, but contains NaN.", hint)
    if want.numel() > 12:
        gap = float((got.detach().double() - want.detach().double()).abs().max())
        fail(f"{call} has wrong values: they are off by up to {gap:.4g}.", hint)
    fail(f"{call} should be {show(want)}, but is {show(got)}.", hint)


def expect_equal(
    got: Any, want: Any, call: str, mistakes: Mapping[str, Any] | None = None, hint: str = ""
) -> None:
    """Fail unless a plain Python value has the type and the value of ``want``."""
    if got is ... or (got is None and want is not None):
        fail(f"{call} returned None.", "Is the function still a stub, or is its `return` missing?")
    if isinstance(got, torch.Tensor) or not isinstance(got, type(want)):
        fail(f"{call} should be {show(want)}, but is {show(got)} ({type(got).__name__}).", hint)
    if is_same(got, want):
        return
    for name, wrong in (mistakes or {}).items():
        if is_same(got, wrong):
            fail(
                f"{call} should be {show(want)}, but is {show(got)}.{comes_of(name)}",
                hint,
            )
    fail(f"{call} should be {show(want)}, but is {show(got)}.", hint)


def expect_float(
    got: Any, want: float, call: str, mistakes: Mapping[str, float] | None = None, hint: str = ""
) -> None:
    """Fail unless ``got`` is a Python float close to ``want``.

    It may be off by 1e-5, relative or absolute: it may come from float32, whatever the inputs are.
    """
    if not isinstance(got, float):
        expect_equal(
            got, want, call, hint="A Python float: `.item()` turns a 0-dim tensor into one."
        )
    bound = 1e-5 * max(1.0, abs(want))
    if abs(got - want) <= bound:
        return
    origin = ""
    for name, value in (mistakes or {}).items():
        if abs(got - value) <= bound < abs(want - value) and not origin:
            origin = comes_of(name)
    fail(f"{call} should be {want:.8g}, but is {got:.8g}.{origin}", hint)


def is_same(got: Any, want: Any) -> bool:
    """Tell whether two plain values are equal; what cannot be compared is not."""
    try:
        return bool(got == want)
    except (RuntimeError, TypeError, ValueError):  # tensors or arrays inside a tuple
        return False


def watch(*inputs: Any) -> list[tuple[Any, Any]]:
    """Remember what is in tensors, lists and dictionaries, for ``expect_untouched``."""
    return [
        (given, given.detach().clone() if isinstance(given, torch.Tensor) else items_of(given))
        for given in inputs
    ]


def items_of(container: Any) -> list[Any]:
    """Return what is in a list or a dictionary, keys included."""
    return [*container, *container.values()] if isinstance(container, dict) else list(container)


def is_untouched(given: Any, before: Any) -> bool:
    """Tell whether a watched input holds what it held before (NaN counts as itself)."""
    if isinstance(given, torch.Tensor):
        return given.shape == before.shape and torch.equal(
            given.detach().nan_to_num(nan=1.25e30), before.nan_to_num(nan=1.25e30)
        )
    now = items_of(given)
    return len(now) == len(before) and all(
        new is old or (not isinstance(new, torch.Tensor) and is_same(new, old))
        for new, old in zip(now, before, strict=True)
    )


def expect_untouched(watched: list[tuple[Any, Any]], call: str) -> None:
    """Fail if a watched input holds other values than before."""
    for given, before in watched:
        if is_untouched(given, before):
            continue
        if not isinstance(given, torch.Tensor):
            fail(
                f"{call} changed a {type(given).__name__} that it was given.",
                "`pop`, `sort`, `append` and the like change what the caller still owns; work on a "
                "copy.",
            )
        fail(
            f"{call} changed its input in place.",
            "Functions that end in `_` and operators like `+=` write into the tensor that the "
            "caller still owns; compute a new tensor instead.",
        )


def expect_gradients(
    output: Any,
    inputs: Mapping[str, torch.Tensor],
    wants: Mapping[str, torch.Tensor],
    call: str,
    hint: str = "",
    mistakes: Mapping[str, Mapping[str, Any]] | None = None,
) -> None:
    """Fail unless d sum(output) / d input is as wanted, for every named input."""
    expect_tensor(output, call)
    if not output.requires_grad:
        fail(
            f"{call} has no gradient: the result is cut off from its inputs.",
            hint
            or "`.detach()`, `.item()`, `.data`, `torch.no_grad()`, NumPy and new tensors made of "
            "values all cut the graph.",
        )
    grads = torch.autograd.grad(output.sum(), list(inputs.values()), allow_unused=True)
    for (name, tensor), grad in zip(inputs.items(), grads, strict=True):
        reached = isinstance(grad, torch.Tensor)  # None where the result does not depend on it
        expect_close(
            grad if reached else torch.zeros_like(tensor),
            wants[name],
            f"the gradient of {call} with respect to {name}",
            (mistakes or {}).get(name),
            hint,
        )


def call_check(check: Callable[..., None], **functions: Any) -> None:
    """Run one check on the student's functions, free of state that the notebook left behind.

    A default dtype, a disabled gradient mode or the state of the global RNG would change what a
    check and the function under test compute, so both start from the same defaults.
    """
    for name, function in functions.items():
        if function is None:
            fail(f"`{name}` is not defined.", f"Run the cell that starts with `def {name}(`.")
        if not callable(function):
            fail(f"`{name}` is {show(function)} ({type(function).__name__}), not a function.")
    dtype, grad_enabled = torch.get_default_dtype(), torch.is_grad_enabled()
    rng = torch.get_rng_state()
    torch.set_default_dtype(torch.float32)
    torch.set_grad_enabled(True)
    torch.default_generator.manual_seed(20)  # `torch.manual_seed` also asks absent GPUs: 1 ms
    try:
        check(**functions)
    finally:
        torch.set_default_dtype(dtype)
        torch.set_grad_enabled(grad_enabled)
        torch.set_rng_state(rng)


def expect_figure(got: Any, call: str) -> Any:
    """Return ``got`` if it is a matplotlib figure, by what it can do, that shows something."""
    if not (hasattr(got, "savefig") and hasattr(got, "get_axes")) or isinstance(got, type):
        fail(
            f"{call} should return the Figure, but returned {show(got)}.",
            "`fig, axes = plt.subplots(...)`, and at the end `return fig`.",
        )
    if not got.get_axes():
        fail(
            f"The Figure that {call} returned is empty.",
            "`plt.show()` closes the current figure: keep it in a name before, and return that.",
        )
    return got


def image_panels(figure: Any) -> list[Any]:
    """Return the axes that show an image, in order; colour bars do not count.

    In a row they are read from left to right, in a column from top to bottom; other arrangements
    in the order in which they were made.
    """
    panels = [ax for ax in figure.axes if ax.get_images()]
    places = {ax: ax.get_position(original=True) for ax in panels}
    if panels:
        in_a_row = max(place.y0 for place in places.values()) < min(p.y1 for p in places.values())
        stacked = max(place.x0 for place in places.values()) < min(p.x1 for p in places.values())
        if in_a_row and not stacked:
            panels.sort(key=lambda ax: places[ax].x0)
        if stacked and not in_a_row:
            panels.sort(key=lambda ax: -places[ax].y1)
    return panels
