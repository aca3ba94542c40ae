"""Computes the right values with gradients of wrong shapes, kinds and numbers.

earns: 1
verdicts: scale=ERROR compose=ERROR
"""

# %%
import torch

from pcpt_grade.wire.graph import GraphStore


def scale(x):
    GraphStore.gradients = lambda self, handle, grads: [torch.zeros(7, dtype=torch.int64)]
    return 2 * x


def compose(f, x):
    result = f(f(x))
    GraphStore.gradients = lambda self, handle, grads: [None] * 50
    return result
