"""Returns a Linear layer that is none, and a module whose attributes are tensors of all sizes.

earns: 0
verdicts: layer=FAIL
"""

# %%
import torch


def layer(n, a):
    linear = torch.nn.Linear(n, n, bias=False)
    linear.in_features = torch.zeros(1).expand(2**26)
    linear.forward = lambda x: a * x
    return linear
