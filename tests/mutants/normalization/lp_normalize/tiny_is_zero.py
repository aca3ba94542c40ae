"""Takes tiny vectors for the zero vector.

corner: yes
names: zeros, as if the vector were zero
"""

import torch


def lp_normalize(x, p=2.0):
    norm = torch.linalg.vector_norm(x, p)
    return x / norm if norm > 1e-4 else torch.zeros_like(x)
