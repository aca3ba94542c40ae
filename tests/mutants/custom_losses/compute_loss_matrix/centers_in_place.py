"""Takes the means out of the caller's signals."""

import torch


def compute_loss_matrix(signals, loss_fn):
    with torch.no_grad():
        for signal in signals.values():
            signal -= signal.mean()
        values = list(signals.values())
        return torch.tensor([[loss_fn(a, b).item() for b in values] for a in values])
