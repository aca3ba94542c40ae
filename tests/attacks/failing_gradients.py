"""Raises in its backward pass.

earns: 1
verdicts: scale=ERROR
"""

# %%
import torch

from pcpt_grade.worker import service


class Scale(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        return 2 * x

    @staticmethod
    def backward(ctx, grad):
        group = {
            "type": "ExceptionGroup",
            "bases": ["ExceptionGroup"],
            "args": ["a", "b"],
            "text": "",
        }
        service.describe_error = lambda error: group
        raise SystemExit


scale = Scale.apply
