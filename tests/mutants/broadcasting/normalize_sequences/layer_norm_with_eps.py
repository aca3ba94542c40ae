"""Corrects layer_norm's biased variance, but keeps its eps.

corner: yes
names: without an eps
"""

import torch.nn.functional as F


def normalize_sequences(seq):
    T = seq.shape[1]
    return F.layer_norm(seq, (T,)) * ((T - 1) / T) ** 0.5
