"""Takes all memory there is in a cell.

earns: 2
verdicts: total=PASS
isolation: user
"""

# %%
import torch

kept = []
while True:
    kept.append(torch.ones(2**24))


# %%
def total(xs):
    return sum(xs)
