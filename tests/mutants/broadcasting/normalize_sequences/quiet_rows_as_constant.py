"""Takes rows with a small std for constant ones and returns zeros.

corner: yes
"""

import torch


def normalize_sequences(seq):
    mean, std = seq.mean(dim=1, keepdim=True), seq.std(dim=1, keepdim=True)
    safe = torch.where(std < 1e-5, torch.inf, std)
    return (seq - mean) / safe
