"""Returns quantized tensors.

earns: 0
verdicts: scale=FAIL
"""

# %%
import torch


def scale(x):
    return torch.quantize_per_tensor(2 * x.detach().float(), 0.1, 10, torch.quint8)
