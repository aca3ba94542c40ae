"""Takes 0 for signals that are equal entry by entry, whatever the loss says.

corner: yes
"""

import torch


def compute_loss_matrix(signals, loss_fn):
    values = [s.detach() for s in signals.values()]
    return torch.tensor(
        [
            [
                0.0 if torch.equal(a, b) and i != j else float(loss_fn(a, b))
                for j, b in enumerate(values)
            ]
            for i, a in enumerate(values)
        ]
    )
