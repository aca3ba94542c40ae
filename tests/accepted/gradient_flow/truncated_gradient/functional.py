"""Folds the sequence with `reduce` and differentiates with `torch.func.grad`."""

from functools import reduce

import torch


def truncated_gradient(w, xs, chunk):
    def loss(v):
        def step(state, item):
            t, x = item
            h = v * (state[0] if t % chunk else state[0].detach()) + x
            return h, state[1] + h**2

        return reduce(step, enumerate(xs), (0 * v, 0 * v))[1]

    return torch.func.grad(loss)(w.detach()).item()
