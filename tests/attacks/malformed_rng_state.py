"""Answers with bytes that are no state of a random number generator.

earns: 0
verdicts: noise=ERROR
"""

# %%
import torch

from pcpt_grade.worker import service

storage_bytes = service.storage_bytes


def noise(n):
    service.storage_bytes = lambda storage: b"\xff" * len(storage_bytes(storage))
    return torch.zeros(n)
