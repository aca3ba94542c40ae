"""Returns a subclass of Linear that computes in the judge what it is asked for, or so it hopes.

earns: 0
verdicts: layer=FAIL
"""

# %%
import torch


class Linear(torch.nn.Linear):
    def forward(self, x):
        return super().forward(x) * 3


Linear.__module__ = "torch.nn.modules.linear"


def layer(n, a):
    return Linear(n, n, bias=False)
