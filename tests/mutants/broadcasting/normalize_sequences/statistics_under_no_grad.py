"""Takes both statistics under no_grad.

corner: yes
names: a mean and a standard deviation that are cut from the graph
"""

import torch


def normalize_sequences(seq):
    with torch.no_grad():
        std, mean = torch.std_mean(seq, dim=1, keepdim=True)
    return (seq - mean) / std
