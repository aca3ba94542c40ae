"""Sends tables of tensors that overflow, or that multiply a few bytes into terabytes.

earns: 0
verdicts: scale=ERROR total=ERROR noise=ERROR
"""

# %%
from pcpt_grade.wire.tensors import TensorTable

header = TensorTable.header


def forge(change):
    def forged(self):
        table = header(self)
        change(self, table)
        return table

    TensorTable.header = forged


def scale(x):
    forge(
        lambda table, result: result["tensors"][0].update(size=[0, 2**61, 2**61], stride=[0, 0, 0])
    )
    return x


def total(xs):
    import torch

    def change(table, result):
        table.blobs.append(b"\x01" * 2**26)
        result["storages"] += [{"blob": len(table.blobs) - 1}] * 100_000

    forge(change)
    return sum(xs)


def noise(n):
    import torch

    forge(lambda table, result: result["tensors"][0].update(offset=2**61, stride=[2**61]))
    return torch.randn(n)
