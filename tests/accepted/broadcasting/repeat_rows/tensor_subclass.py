"""The result is of a subclass of torch.Tensor."""

import torch


class Rows(torch.Tensor):
    pass


def repeat_rows(b, n):
    return b.repeat(n, 1).as_subclass(Rows)
