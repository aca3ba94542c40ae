"""Reference functions of ``gradient_flow``."""

from __future__ import annotations

import matplotlib.pyplot as plt
import torch
import torch.nn.functional as F
from matplotlib.figure import Figure
from torch import nn


def run_case_grad(detach: bool, w: torch.Tensor, x: torch.Tensor) -> tuple[float, float]:
    r"""Loss and gradient of two branches that share one parameter.

    Both branches have the same value, $a = w x$ and $b = w x$, and the loss is

    $$\mathcal{L} = a^2 + b^2.$$

    With ``detach``, branch $b$ uses the *value* of $w$ but lets no gradient through to it, so that
    only branch $a$ contributes to the derivative. The loss is the same either way.

    Calling the function again with the same ``w`` gives the same result: gradients do not add up
    over calls, and whatever ``w.grad`` holds before the call does not matter.

    Args:
        detach: Whether branch $b$ is cut off from ``w``.
        w: The parameter, a 0-dim tensor with ``requires_grad=True``. Its ``.grad`` may be used
            and left behind; its value and ``requires_grad`` stay as they are.
        x: The input, a 0-dim tensor.

    Returns:
        ``(loss, grad)``: the loss and $\partial\mathcal{L} / \partial w$, two Python floats. For
        w = 2 and x = 3 they are (72.0, 72.0) without and (72.0, 36.0) with ``detach``.
    """
    a = w * x
    b = (w.detach() if detach else w) * x
    loss = a**2 + b**2
    (grad,) = torch.autograd.grad(loss, w)
    return loss.item(), grad.item()


def independent_copy(t: torch.Tensor) -> torch.Tensor:
    """A copy of a tensor that shares nothing with it, neither memory nor gradients.

    Args:
        t: Any dense tensor: of any shape and dtype (integers and booleans included), a leaf or the
            result of a computation, with or without ``requires_grad``, a view of another tensor
            or not. It stays as it is.

    Returns:
        A tensor with the values, shape and dtype of ``t`` and a storage of its own (so that
        changing one of the two never changes the other), without gradient history and with
        ``requires_grad=False``.
    """
    return t.detach().clone()


def freeze(model: nn.Module, prefix: str) -> int:
    """Exclude a part of a model from training.

    Sets ``requires_grad=False`` on exactly those parameters whose qualified name (as
    ``model.named_parameters()`` lists it) either is ``prefix`` or lies under it, that is, goes on
    with a dot after ``prefix``. For example,

    - ``"net"`` freezes ``net.weight`` and ``net.0.bias``, but neither ``net2.weight`` nor
      ``head.net.weight``;
    - ``"net.0"`` freezes ``net.0.weight`` and ``net.0.bias``;
    - ``"net.0.weight"`` freezes this one parameter;
    - a ``prefix`` that no parameter matches freezes nothing.

    Nothing else changes: all other parameters keep their ``requires_grad`` (those that were frozen
    before stay frozen), and values, gradients and training modes stay as they are.

    Args:
        model: Any module; its submodules share no parameters.
        prefix: The dotted name of a submodule or of a parameter, not empty.

    Returns:
        How many scalar parameters (single numbers, not tensors) of the *whole* model are trainable
        afterwards, an int.
    """
    for name, parameter in model.named_parameters():
        if name == prefix or name.startswith(prefix + "."):
            parameter.requires_grad_(False)
    return sum(p.numel() for p in model.parameters() if p.requires_grad)


def predict(model: nn.Module, X: torch.Tensor) -> torch.Tensor:
    """The output of a model in evaluation mode, leaving no trace in the model.

    During the forward pass *all* submodules are in evaluation mode (dropout is off, batch
    normalization uses its running statistics). Afterwards every submodule is in the mode in which
    it was found. The modes can be mixed: some submodules may be training while their parent or
    their own children are not.

    All parameters and buffers (running statistics included) are the same as before, and so are
    their ``requires_grad`` and ``.grad``. All this holds as well when the forward pass raises an
    exception; the exception then reaches the caller.

    Args:
        model: Any module that maps a tensor to a tensor.
        X: Its input; it stays as it is and may require gradients or not.

    Returns:
        ``model(X)`` in evaluation mode: a tensor without gradient history
        (``requires_grad=False``).
    """
    modes = [(module, module.training) for module in model.modules()]
    model.eval()
    try:
        with torch.no_grad():
            output: torch.Tensor = model(X)
        return output
    finally:
        for module, training in modes:
            module.training = training


def truncated_gradient(w: torch.Tensor, xs: torch.Tensor, chunk: int) -> float:
    r"""Gradient of a recurrence by truncated backpropagation through time.

    Starting from $h_0 = 0$, the hidden state follows the inputs, and every step adds to the loss:

    $$h_t = w \, h_{t-1} + x_t, \qquad \mathcal{L} = \sum_{t=1}^{T} h_t^2.$$

    After every ``chunk`` steps, once their losses have been added, the hidden state is detached:
    it keeps its *value*, but no gradient flows from later steps to earlier ones through it. With
    ``chunk >= T`` nothing is cut off, which is full backpropagation through time.

    Args:
        w: The recurrent weight, a 0-dim tensor that may or may not require gradients. It is left
            as it was: its value, its ``requires_grad`` and its ``.grad`` (which may be None or
            hold something).
        xs: The inputs $x_1, \dots, x_T$, shape (T,), of the dtype of ``w``.
        chunk: Number of steps between two cuts, at least 1. T need not be a multiple of it.

    Returns:
        $\partial\mathcal{L} / \partial w$ under this truncation, a Python float.
    """
    weight = w.detach().clone().requires_grad_()
    h = torch.zeros_like(weight)
    loss = torch.zeros_like(weight)
    for step, x in enumerate(xs, start=1):
        h = weight * h + x
        loss = loss + h**2
        if step % chunk == 0:
            h = h.detach()
    (grad,) = torch.autograd.grad(loss, weight)
    return grad.item()


def bce_with_frozen_features(
    features: nn.Module, head: nn.Module, X: torch.Tensor, y: torch.Tensor
) -> torch.Tensor:
    r"""Binary cross-entropy of a classifier whose feature extractor is not trained.

    With the logits $z = \mathrm{head}(\mathrm{features}(X))$, the probabilities
    $\sigma(z) = 1 / (1 + e^{-z})$ and $N$ the number of entries of $z$,

    $$\mathcal{L} = -\frac{1}{N} \sum_{n=1}^{N}
    \bigl[ y_n \log \sigma(z_n) + (1 - y_n) \log (1 - \sigma(z_n)) \bigr].$$

    The loss is exact and finite for logits of any size, such as ±1000, and so are its gradients.

    ``backward()`` on the loss (which the caller does, not this function) reaches the parameters of
    ``head`` and leaves ``.grad`` of all parameters of ``features`` at None. No ``requires_grad``
    flag is touched for that, in neither of the two modules, and both run in the modes (training or
    evaluation) in which they are.

    Args:
        features: Maps ``X`` to features; gets no gradients.
        head: Maps the features to logits.
        X: The inputs.
        y: The targets, floats between 0 and 1, of the same shape as the logits, for example (N,)
            or (N, 1).

    Returns:
        The mean loss over all entries, a 0-dim tensor.
    """
    hidden = features(X).detach()
    return F.binary_cross_entropy_with_logits(head(hidden), y)


def reference_figures() -> dict[str, Figure]:
    """The figures that the notebook shows to compare with."""
    x = torch.tensor(3.0)
    ws = torch.linspace(0.5, 3.0, 60)
    branches, ax = plt.subplots(figsize=(6, 3.4), layout="constrained")
    ax.plot(ws, [run_case_grad(False, w.requires_grad_(), x)[0] for w in ws.unbind()], "k")
    for detach in (False, True):
        loss, grad = run_case_grad(detach, torch.tensor(2.0, requires_grad=True), x)
        ax.plot(ws, loss + grad * (ws - 2), "--", label=f"detach={detach}: slope {grad:.0f}")
    ax.plot(2, loss, "ko")
    ax.set(xlabel="w", ylabel="loss", title="The loss and its two gradients at w = 2")
    ax.legend()

    xs = torch.ones(60)
    chunks = [1, 2, 3, 4, 5, 6, 10, 12, 15, 20, 30, 60]
    gradients, ax = plt.subplots(figsize=(6, 3.4), layout="constrained")
    for value in (0.5, 0.8, 0.95):
        slopes = [truncated_gradient(torch.tensor(value), xs, chunk) for chunk in chunks]
        ax.semilogx(chunks, [slope / slopes[-1] for slope in slopes], "o-", label=f"w = {value}")
    ax.set(xlabel="steps per chunk", ylabel="share of the full gradient", ylim=(0, 1.05))
    ax.set_xticks([1, 2, 5, 10, 20, 60], ["1", "2", "5", "10", "20", "60"])
    ax.minorticks_off()
    ax.set_title("Truncated gradients of a sequence of 60")
    ax.legend()
    return {"two_branches": branches, "truncated_gradients": gradients}
