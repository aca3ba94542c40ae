"""Calls the judge's function with objects, texts and tensors that do not fit.

earns: 0
verdicts: compose=ERROR
"""

# %%
import torch


def compose(f, x):
    for wrong in (object(), "text" * 1000, None, torch.zeros(1).expand(2**20), [f], f, {1: 2}):
        try:
            f(wrong)
        except BaseException:
            pass
    return f(object())
