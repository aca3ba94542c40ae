"""Returns a wrapper subclass without memory of its own.

earns: 0
verdicts: scale=FAIL
"""

# %%
import torch


class Wrapper(torch.Tensor):
    @staticmethod
    def __new__(cls, size):
        return torch.Tensor._make_wrapper_subclass(cls, size, dtype=torch.float32)

    @classmethod
    def __torch_dispatch__(cls, func, types, args=(), kwargs=None):
        return torch.zeros(2)


def scale(x):
    return Wrapper(x.shape)
