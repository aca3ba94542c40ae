"""Takes all memory there is in the functions.

earns: 0
verdicts: scale=MEMORY total=MEMORY noise=ERROR
"""

# %%
import torch


def scale(x):
    return torch.ones(2**40)


def total(xs):
    xs = [0]
    while True:
        xs = xs + xs


def noise(n):
    import mmap

    return [mmap.mmap(-1, 2**28) for _ in range(100)]
