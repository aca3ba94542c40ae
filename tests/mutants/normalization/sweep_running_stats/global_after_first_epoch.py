"""Uses the seed in the first epoch only.

corner: yes
names: after another torch.manual_seed
"""

import torch


class B:
    def __init__(self, X, size, g):
        self.X, self.size, self.g, self.first = X, size, g, True

    def __iter__(self):
        order = torch.randperm(len(self.X), generator=self.g if self.first else None)
        self.first = False
        return iter(self.X[order].split(self.size))


def sweep_running_stats(X, momenta, batch_sizes, epochs=30, seed=0):
    return {
        (m, b): track_running_stats(B(X, b, torch.Generator().manual_seed(seed)), m, epochs)
        for m in momenta
        for b in batch_sizes
    }
